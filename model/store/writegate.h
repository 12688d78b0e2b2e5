// SPDX-License-Identifier: GPL-3.0-or-later
// WriteGate: writers of one process to one SQLite file take turns in the order in which they came.
// A bulk writer asks now and then whether somebody waits, and ends its batch early (architecture.md
// 4: with it a console's write waits tens of milliseconds under full ingest, without it seconds).
// Any thread.
#pragma once

#include <QtGlobal>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace tieout {

class WriteGate
{
public:
    WriteGate() = default;
    Q_DISABLE_COPY_MOVE(WriteGate)

    void enter(); // blocks until it is this writer's turn
    void leave();
    bool someoneWaits() const { return m_waiting.load(std::memory_order_relaxed) > 0; }

private:
    std::mutex m_mutex;
    std::condition_variable m_turn;
    quint64 m_nextTicket = 0;
    quint64 m_serving = 0;
    std::atomic<int> m_waiting = 0;
};

} // namespace tieout
