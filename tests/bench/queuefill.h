// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue benchmark reads: payments of four hundred days as a busy desk has them, written by
// set-based SQL past the gates of people (TestDatabase::execute), and the values that its filters
// look for; and QueueWriter, an engine that changes a thousand of them a second. Payment n of N is
// the n-th oldest. One thread, but for the writer's own.
#pragma once

#include "tests/support/testdatabase.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace tieout::bench {

// A payment with a binding and a linked transfer, from the middle of the list.
struct QueueProbe
{
    QString id;
    QString order;
    QString account; // 0x…
    QString tx;      // 0x…
};

QString queuePaymentId(qint64 number);
// Ends the program when the database refuses. `newest`: when the last payment was made.
void fillQueue(const test::TestDatabase& database, qint64 payments, UtcTime newest);
QueueProbe queueProbe(Database& db, qint64 number);

class QueueWriter
{
public:
    static constexpr int kPerSecond = 1'000;

    // Takes the lease of `database`.
    QueueWriter(test::TestDatabase& database, qint64 payments);
    ~QueueWriter();
    Q_DISABLE_COPY_MOVE(QueueWriter)

    void begin();
    // The changes that were committed per second since begin().
    double end();

private:
    void write();
    void changeSome(Database& db, qint64 round);

    DatabaseAddress m_address;
    qint64 m_epoch;
    qint64 m_payments;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = true;
    std::atomic<qint64> m_changes = 0;
    qint64 m_round = 0;
    std::chrono::steady_clock::time_point m_from;
};

} // namespace tieout::bench
