// SPDX-License-Identifier: GPL-3.0-or-later
// HeadlessRun: the embedded sandbox played to its end on a stepped clock, for machines without a
// display and for pictures: a fresh file each time. One thread, the caller's.
#pragma once

#include "app/enginefactory.h"
#include "chain/engine/sandboxrun.h"

#include <QTemporaryDir>

namespace tieout {

class HeadlessRun
{
public:
    explicit HeadlessRun(UtcTime start);
    ~HeadlessRun();
    Q_DISABLE_COPY_MOVE(HeadlessRun)

    // Reasons: those of makeDatabase and runSandboxToHorizon.
    Result<SandboxRun> play();
    // The queue and the reconciliation, for a terminal.
    Result<QString> report() const;
    const Config& config() const { return m_config; }
    const Clock& clock() const { return m_clock; }

private:
    QTemporaryDir m_folder;
    SteppedClock m_clock;
    Config m_config;
    std::unique_ptr<Engine> m_engine;
};

} // namespace tieout
