// SPDX-License-Identifier: GPL-3.0-or-later
// KillScript: the life that the engine is killed in, the same in every run: a chain, and the ticks
// at which its watcher looks. The world's clock doesn't stop for a dead engine: it is a tick in a
// file, from which the next engine goes on. Plain value, of the test and of its worker.
#pragma once

#include "chain/sandbox/sandboxchain.h"

namespace tieout::test {

struct KillScript
{
    static constexpr int kPayments = 24;
    static constexpr int kTicks = 140;
    static constexpr Duration kTick{4'000}; // two blocks
    static constexpr UtcTime kStart = UtcTime::fromMs(1'790'000'000'000);
    static constexpr qint64 kToken = 1'000'000; // minor units of one
    // At this tick the first reading hides its transfers, so the second one has to find them.
    static constexpr int kOmission = 65;

    static UtcTime at(int tick) { return kStart + kTick * tick; }
    // What is asked of payment `i`, in whole tokens.
    static qint64 due(int i);
    static UtcTime expires(int i);

    // Payers, reorganisations and what the mempool does; `accounts` are the payments' addresses.
    static SandboxChain chain(const std::vector<Account>& accounts);
};

} // namespace tieout::test
