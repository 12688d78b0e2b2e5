// SPDX-License-Identifier: GPL-3.0-or-later
// WriteGate: writers of one process to one SQLite file take turns in the order in which they came.
// A bulk writer asks its BulkTurn now and then, and ends its transaction early when somebody waits
// (with it a console's write waits tens of milliseconds under full ingest,
// without it seconds). Other processes can't queue here: once one was met at the file, bulk writers
// keep short and leave gaps for a while. Any thread.
#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
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
    int waiting() const { return m_waiting.load(std::memory_order_relaxed); }
    bool someoneWaits() const { return waiting() > 0; }

    // The file was another process's when one of ours wanted it.
    void noteOtherProcess();
    // One was met a short while ago.
    bool isShared() const;
    // Keeps the file free for as long as another process's retries need to find that.
    void leaveGap();
    std::chrono::steady_clock::time_point lastGap() const { return m_lastGap.load(); }

private:
    std::mutex m_mutex;
    std::condition_variable m_turn;
    quint64 m_nextTicket = 0;
    quint64 m_serving = 0;
    std::atomic<int> m_waiting = 0;
    std::atomic<std::chrono::steady_clock::time_point> m_sharedUntil{
        std::chrono::steady_clock::time_point::min()};
    std::atomic<std::chrono::steady_clock::time_point> m_lastGap{std::chrono::steady_clock::now()};
};

// How long a bulk writer may stay in one transaction. Without a gate (PostgreSQL) for as long as it
// likes. One thread.
class BulkTurn
{
public:
    static constexpr std::chrono::milliseconds kLongest{1'000};
    static constexpr std::chrono::milliseconds kLongestShared{50};

    explicit BulkTurn(WriteGate* gate)
        : m_gate(gate)
    {}

    void begin() { m_began = std::chrono::steady_clock::now(); } // again when it is replayed
    // Rows to write before the next look at isOver().
    qint64 rowsPerLook() const { return m_gate == nullptr ? INT64_MAX : 100; }
    // Somebody waits, or its time is up: end the transaction at the next whole thing.
    bool isOver() const;
    // After the transaction: lets another process in that may wait, if none could for that long.
    void leaveGap() const;

private:
    bool isLongAgo(std::chrono::steady_clock::time_point when) const;

    WriteGate* m_gate;
    std::chrono::steady_clock::time_point m_began;
};

} // namespace tieout
