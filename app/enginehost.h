// SPDX-License-Identifier: GPL-3.0-or-later
// EngineHost: the engine inside the console, made and ended on a thread of its own, for both touch
// the database and may take their time. Lives on the GUI thread, which never waits for it but in
// the destructor.
#pragma once

#include "app/enginefactory.h"

#include <QObject>

#include <memory>

namespace tieout {

class WorkerThread;

class EngineHost final : public QObject
{
    Q_OBJECT

public:
    // How long the loops may end by themselves before their calls are interrupted.
    static constexpr std::chrono::seconds kStopWithin{5};

    EngineHost(const Config& config,
               const Clock& clock,
               WriteGate* gate,
               QObject* parent = nullptr);
    ~EngineHost() override;
    Q_DISABLE_COPY_MOVE(EngineHost)

    void start(); // answered by started()
    void stop();  // answered by stopped(), at once when nothing runs
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    // Reasons: those of startEmbeddedEngine().
    void started(const tieout::Outcome& outcome);
    // False: it had to be interrupted.
    void stopped(bool inTime);

private:
    class Worker;

    std::unique_ptr<WorkerThread> m_thread;
    Worker* m_worker;
    bool m_running = false; // asked for and not stopped
};

} // namespace tieout
