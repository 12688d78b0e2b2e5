// SPDX-License-Identifier: GPL-3.0-or-later
// runSandboxToHorizon: plays every scenario of a sandbox to its end in a moment, on a clock that is
// stepped from block to block. For `tieout --headless`, for tests and for trying things out. One
// thread; the database is a fresh sandbox.
#pragma once

#include "chain/engine/engine.h"

namespace tieout {

// Stands still until it is stepped. One thread.
class SteppedClock final : public Clock
{
public:
    explicit SteppedClock(UtcTime start)
        : m_now(start)
    {}

    UtcTime now() const override { return m_now; }
    void advance(Duration by) { m_now = m_now + by; }

private:
    UtcTime m_now;
};

// One sandbox rail with its neighbour, the sandbox's key, stories at start.
EngineSettings sandboxEngineSettings(const DatabaseAddress& database,
                                     const SandboxSettings& sandbox);

struct SandboxRun
{
    qint64 rounds = 0;
    qint64 payments = 0;
    UtcTime end; // on the stepped clock
};

// Steps `engine` a block at a time until every story has ended and is final. On PostgreSQL the
// corridors must have been applied by a person before. Reasons: those of Engine::stepOnce, and
// sandbox_no_payments when nothing was created.
Result<SandboxRun> runSandboxToHorizon(Engine& engine, SteppedClock& clock);

} // namespace tieout
