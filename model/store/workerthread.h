// SPDX-License-Identifier: GPL-3.0-or-later
// WorkerThread: a named thread with the objects that live on it. Its destructor ends the event
// loop, has the thread delete those objects, and waits; a thread that doesn't end in time is a
// broken program. Lives on the thread that made it.
#pragma once

#include <QString>
#include <QThread>

#include <chrono>

namespace tieout {

class WorkerThread final
{
public:
    static constexpr std::chrono::seconds kStopDeadline{30};

    explicit WorkerThread(const QString& name);
    ~WorkerThread();
    Q_DISABLE_COPY_MOVE(WorkerThread)

    // Takes ownership; `worker` has no parent.
    void adopt(QObject* worker);
    void start() { m_thread.start(); }

private:
    QThread m_thread;
};

} // namespace tieout
