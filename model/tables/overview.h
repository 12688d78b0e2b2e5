// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: the figures of the first page: queues with their oldest, today's money, ages of what is
// open, confirmations in progress, times to final. Lives on the GUI thread and reads on the scan
// lane, one block after the other, only while it is shown: at a hint of the change feed, at most
// every few seconds, and never more than a fifth of the time. A figure that opens rows carries the
// filter that shows them and is counted by that very filter, up to kMostCounted.
#pragma once

#include "model/domain/clock.h"
#include "model/store/asyncstore.h"
#include "model/store/overview.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tieout {

// Payments of one filter, counted as far as it is worth it.
struct BoundedCount
{
    QString filter; // in the grammar of the payments page
    qint64 count = 0;
    bool more = false; // there are more than kMostCounted

    bool operator==(const BoundedCount&) const = default;
};

enum class Queue {
    Awaiting,
    Confirming,
    Underpaid,
    Overpaid,
    Held,
    Reorged,
    Late,
    Severity1,
    Severity2,
    Severity3,
    Severity4,
};

// Oldest: of payments when it was created, of cases when it was opened.
struct QueueDepth
{
    Queue queue = Queue::Awaiting;
    BoundedCount payments;
    std::optional<UtcTime> oldest;
    QString oldestFilter; // shows that one; empty: it is about no payment
    OpenCases cases;      // of severities only

    bool operator==(const QueueDepth&) const = default;
};

struct DayIntake
{
    UtcTime from; // midnight UTC
    std::vector<ConfirmedSum> sums;
    QStringList filters; // of each sum

    bool operator==(const DayIntake&) const = default;
};

// Columns are kAgeBands, rows the open statuses.
struct AgeingRow
{
    PaymentStatus status = PaymentStatus::Pending;
    std::vector<BoundedCount> bands;

    bool operator==(const AgeingRow&) const = default;
};

struct ConfirmingRail
{
    struct Step
    {
        qint64 have = 0;
        BoundedCount payments;

        bool operator==(const Step&) const = default;
    };

    QString rail;
    std::vector<Step> steps; // lowest first
    std::vector<int> needs;  // depths asked for by some, ascending
    qint64 byMark = 0;       // payments that wait for a mark of the chain, not for a depth
    qint64 payments = 0;
    bool more = false; // of the whole desk, so some are not counted

    bool operator==(const ConfirmingRail&) const = default;
};

// Durations by nearest rank: the smallest that so many percent did not exceed.
struct Spread
{
    qint64 payments = 0;
    Duration p50{0};
    Duration p95{0};
    Duration p99{0};

    bool operator==(const Spread&) const = default;
};

Spread spreadOf(std::vector<Duration> durations);

// From first seen. `since`: the begin of the window that the sample really reaches back to.
struct RailTimes
{
    QString rail;
    Spread toConfirmed;
    Spread toFinal;

    bool operator==(const RailTimes&) const = default;
};

struct TimesTaken
{
    UtcTime since;
    bool cut = false; // there were more payments in kTimesWindow than were looked at
    std::vector<RailTimes> rails;

    bool operator==(const TimesTaken&) const = default;
};

template<class T>
struct OverviewBlock
{
    std::optional<T> value; // the last good one
    UtcTime asOf;
    std::optional<Error> error; // of the last reading
};

class Overview final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostCounted = 10'000;
    static constexpr int kMostTimes = 5'000;
    static constexpr std::chrono::hours kTimesWindow{30 * 24};
    static constexpr std::chrono::milliseconds kDefaultPace{3'000};
    // From this age on; the last band has no end.
    static constexpr std::array<const char*, 6> kAgeBands{"0", "15m", "1h", "4h", "1d", "7d"};

    Overview(AsyncStore& store, const Clock& clock, QObject* parent = nullptr);

    void setPace(std::chrono::milliseconds pace) { m_pace = pace; } // for tests
    // Hidden it reads nothing, and what it was reading ends.
    void setShown(bool shown);
    void noteChanged();
    void refresh(); // now

    UtcTime now() const { return m_clock.now(); }
    const OverviewBlock<std::vector<QueueDepth>>& queues() const { return m_queues; }
    const OverviewBlock<DayIntake>& intake() const { return m_intake; }
    const OverviewBlock<std::vector<AgeingRow>>& ageing() const { return m_ageing; }
    const OverviewBlock<std::vector<ConfirmingRail>>& confirming() const { return m_confirming; }
    const OverviewBlock<TimesTaken>& times() const { return m_times; }

Q_SIGNALS:
    void changed();

private:
    void begin();
    void step();
    void end();
    template<class T, class Read>
    void ask(OverviewBlock<T>& block, Read read);

    AsyncStore& m_store;
    const Clock& m_clock;
    std::chrono::milliseconds m_pace = kDefaultPace;
    QTimer m_timer;
    QElapsedTimer m_round;
    QElapsedTimer m_sinceTimes;
    bool m_shown = false;
    bool m_again = false;
    int m_step = -1; // which block is being read; -1: none
    int m_generation = 0;
    OverviewBlock<std::vector<QueueDepth>> m_queues;
    OverviewBlock<DayIntake> m_intake;
    OverviewBlock<std::vector<AgeingRow>> m_ageing;
    OverviewBlock<std::vector<ConfirmingRail>> m_confirming;
    OverviewBlock<TimesTaken> m_times;
};

// The readings, for tests and other programs. `now` is what relative times mean.
Result<std::vector<QueueDepth>> readQueueDepths(Database& db, UtcTime now);
Result<DayIntake> readDayIntake(Database& db, UtcTime now);
Result<std::vector<AgeingRow>> readAgeing(Database& db, UtcTime now);
Result<std::vector<ConfirmingRail>> readConfirming(Database& db, UtcTime now);
Result<TimesTaken> readTimesTaken(Database& db, UtcTime now);

} // namespace tieout
