// SPDX-License-Identifier: GPL-3.0-or-later
// HeadlessRun: the embedded sandbox played to its end on a stepped clock, for machines without a
// display and for pictures: a fresh file each time. One thread, the caller's.
#pragma once

#include "app/enginefactory.h"
#include "chain/engine/sandboxrun.h"

#include <QJsonObject>
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
    // What no story of the sandbox has: a payment that still waits for its money, of the order
    // "sandbox-waiting", and one that a person holds, of the order "sandbox-replaced". After
    // play(). Reasons: those of submit() and of the engine.
    Outcome decide();
    // The queue and the reconciliation, for a terminal.
    Result<QString> report() const;
    const Config& config() const { return m_config; }
    const Clock& clock() const { return m_clock; }

private:
    Outcome run(QStringView kind, const QString& subject, const QJsonObject& payload);

    QTemporaryDir m_folder;
    SteppedClock m_clock;
    Config m_config;
    std::unique_ptr<Engine> m_engine;
};

} // namespace tieout
