// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxFaults: the seeded plan by which a sandbox rail misbehaves, for tests and simulations. The
// same seed and the same calls give the same faults. Owned by the rail's thread.
#pragma once

#include "model/domain/utctime.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

namespace tieout {

enum class SandboxFault {
    Unreachable,  // Unavailable, source_unreachable
    Timeout,      // Unavailable, source_timeout
    RateLimited,  // Unavailable, rate_limited
    Inconsistent, // Unavailable, answer_inconsistent
    Lagging,      // the answer comes from a source a few blocks behind
    Empty,        // a block just announced isn't there; a mempool is empty; a receipt is missing
    Omission,     // a reading of blocks hides its transfers; a second reading doesn't
    Disagree,     // sources name different blocks
    Alone,        // one operator answers when others are asked for
    FinalityBack, // the finality that is stated is lower than it was
    WrongChain,   // Forbidden at connect, chain_id_mismatch
    WrongGenesis, // Forbidden at connect, genesis_mismatch
};
inline constexpr int kSandboxFaultCount = 12;

class SandboxFaults
{
public:
    explicit SandboxFaults(quint64 seed = 0);

    // Chance per call, 0..1000.
    void setChance(SandboxFault fault, int permille);
    // Certain within [from, to).
    void addWindow(SandboxFault fault, UtcTime from, UtcTime to);
    void clear();

    // Whether this call meets this fault; each question draws anew.
    bool strikes(SandboxFault fault, UtcTime now);
    qint64 below(qint64 bound); // 0..bound-1

private:
    struct Window
    {
        SandboxFault fault;
        UtcTime from;
        UtcTime to;
    };

    quint64 draw();

    quint64 m_state;
    std::array<int, kSandboxFaultCount> m_chance{};
    std::vector<Window> m_windows;
};

} // namespace tieout
