// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/store/paymentqueue.h"
#include "model/tables/overview.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace tieout {

namespace overviewreadings {

struct QueueRule
{
    Queue queue;
    const char* filter;
    int severity;     // of its cases; 0: none
    const char* code; // of its cases; nullptr: none
};

constexpr QueueRule kQueues[] = {
    {Queue::Awaiting, "status:pending", 0, nullptr},
    {Queue::Confirming, "status:confirming", 0, nullptr},
    {Queue::Underpaid, "status:underpaid", 0, nullptr},
    {Queue::Overpaid, "status:overpaid", 0, nullptr},
    {Queue::Held, "status:held", 0, nullptr},
    {Queue::Reorged, "status:reorged", 0, nullptr},
    {Queue::Late, "case:LATE", 0, "LATE"},
    {Queue::Severity1, "severity:1", 1, nullptr},
    {Queue::Severity2, "severity:2", 2, nullptr},
    {Queue::Severity3, "severity:3", 3, nullptr},
    {Queue::Severity4, "severity:4", 4, nullptr},
};

// What a person may still have to do something about.
constexpr PaymentStatus kOpen[] = {PaymentStatus::Pending,
                                   PaymentStatus::Confirming,
                                   PaymentStatus::Underpaid,
                                   PaymentStatus::Overpaid,
                                   PaymentStatus::Held,
                                   PaymentStatus::Reorged};

PaymentQuery queryOf(const QString& text, UtcTime now)
{
    const ParsedFilter parsed = parseFilter(text, paymentFilterFields());
    TIEOUT_CHECK(parsed.isGood());
    PaymentQuery query;
    query.filter = parsed.filter;
    query.descending = false;
    query.now = now;
    return query;
}

Result<BoundedCount> counted(Database& db, const QString& text, UtcTime now)
{
    const auto count = countPayments(db, queryOf(text, now), {}, {}, Overview::kMostCounted + 1);
    if (!count)
        return fail(count.error());
    return BoundedCount{
        text, std::min<qint64>(*count, Overview::kMostCounted), *count > Overview::kMostCounted};
}

QString filterOfPayment(const QString& id)
{
    return id.isEmpty() ? QString() : QStringLiteral("id:") + id;
}

Outcome addOldest(Database& db, const QueueRule& rule, UtcTime now, QueueDepth& depth)
{
    if (rule.severity == 0 && !rule.code) {
        const auto place = paymentPlaceBehind(db, queryOf(depth.payments.filter, now), {}, 0);
        if (!place)
            return fail(place.error());
        if (*place) {
            depth.oldest = UtcTime::fromMs((*place)->number);
            depth.oldestFilter = filterOfPayment((*place)->id);
        }
        return Done;
    }
    const auto cases =
        rule.code ? openCasesOfCode(db, QString::fromLatin1(rule.code), 1)
                  : openCasesOfSeverity(db, rule.severity, now, Overview::kMostCounted + 1);
    if (!cases)
        return fail(cases.error());
    depth.oldest = cases->oldest;
    depth.oldestFilter = filterOfPayment(cases->oldestPayment);
    if (rule.severity != 0)
        depth.cases = *cases;
    return Done;
}

QString ageFilter(PaymentStatus status, size_t band)
{
    const QString from = QString::fromLatin1(Overview::kAgeBands[band]);
    const QString to = band + 1 < Overview::kAgeBands.size()
                           ? QString::fromLatin1(Overview::kAgeBands[band + 1])
                           : QString();
    const QString range = band == 0      ? QStringLiteral("age<") + to
                          : to.isEmpty() ? QStringLiteral("age>=") + from
                                         : QStringLiteral("age>=%1 age<%2").arg(from, to);
    return QStringLiteral("status:%1 %2").arg(toText(status), range);
}

QString nameTerm(const char* field, const QString& name)
{
    return QString::fromLatin1(field) + u':' + quotedFilterText(name, false);
}

void addNeed(ConfirmingRail& rail, const ConfirmingCount& count)
{
    if (!count.rule || count.rule->depth <= 0) {
        rail.byMark += count.payments;
        return;
    }
    const auto at = std::lower_bound(rail.needs.begin(), rail.needs.end(), count.rule->depth);
    if (at == rail.needs.end() || *at != count.rule->depth)
        rail.needs.insert(at, count.rule->depth);
}

} // namespace overviewreadings

Result<std::vector<QueueDepth>> readQueueDepths(Database& db, UtcTime now)
{
    std::vector<QueueDepth> depths;
    for (const auto& rule : overviewreadings::kQueues) {
        QueueDepth depth;
        depth.queue = rule.queue;
        const auto count = overviewreadings::counted(db, QString::fromLatin1(rule.filter), now);
        if (!count)
            return fail(count.error());
        depth.payments = *count;
        if (auto done = overviewreadings::addOldest(db, rule, now, depth); !done)
            return fail(done.error());
        depths.push_back(std::move(depth));
    }
    return depths;
}

Result<DayIntake> readDayIntake(Database& db, UtcTime now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.ms(), Qt::UTC).date();
    const auto midnight = [](QDate date) {
        return UtcTime::fromMs(QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    };
    DayIntake intake;
    intake.from = midnight(today);
    auto sums = confirmedWithin(db, intake.from, midnight(today.addDays(1)));
    if (!sums)
        return fail(sums.error());
    intake.sums = std::move(sums).value();
    for (const ConfirmedSum& sum : intake.sums)
        intake.filters.append(QStringLiteral("%1 %2 confirmed-at:%3")
                                  .arg(overviewreadings::nameTerm("corridor", sum.corridor),
                                       overviewreadings::nameTerm("symbol", sum.symbol),
                                       today.toString(Qt::ISODate)));
    return intake;
}

Result<std::vector<AgeingRow>> readAgeing(Database& db, UtcTime now)
{
    std::vector<AgeingRow> rows;
    for (const PaymentStatus status : overviewreadings::kOpen) {
        AgeingRow row{status, {}};
        for (size_t band = 0; band < Overview::kAgeBands.size(); ++band) {
            const auto count =
                overviewreadings::counted(db, overviewreadings::ageFilter(status, band), now);
            if (!count)
                return fail(count.error());
            row.bands.push_back(*count);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<ConfirmingRail>> readConfirming(Database& db, UtcTime)
{
    const auto counts = confirmingCounts(db, Overview::kMostCounted + 1);
    if (!counts)
        return fail(counts.error());
    std::vector<ConfirmingRail> rails;
    qint64 all = 0;
    for (const ConfirmingCount& count : *counts) {
        all += count.payments;
        if (rails.empty() || rails.back().rail != count.rail) {
            rails.emplace_back();
            rails.back().rail = count.rail;
        }
        ConfirmingRail& rail = rails.back();
        rail.payments += count.payments;
        overviewreadings::addNeed(rail, count);
        if (rail.steps.empty() || rail.steps.back().have != count.have) {
            const QString text = QStringLiteral("status:confirming %1 confirmations:%2")
                                     .arg(overviewreadings::nameTerm("rail", count.rail))
                                     .arg(count.have);
            rail.steps.push_back({count.have, {text, 0, false}});
        }
        rail.steps.back().payments.count += count.payments;
    }
    for (ConfirmingRail& rail : rails)
        rail.more = all > Overview::kMostCounted;
    return rails;
}

Spread spreadOf(std::vector<Duration> durations)
{
    Spread spread;
    spread.payments = qint64(durations.size());
    if (durations.empty())
        return spread;
    std::sort(durations.begin(), durations.end());
    const auto rank = [&](size_t percent) {
        return durations[(durations.size() * percent + 99) / 100 - 1];
    };
    spread.p50 = rank(50);
    spread.p95 = rank(95);
    spread.p99 = rank(99);
    return spread;
}

Result<TimesTaken> readTimesTaken(Database& db, UtcTime now)
{
    TimesTaken taken;
    taken.since = now - Overview::kTimesWindow;
    const auto all = settledTimes(db, taken.since, Overview::kMostTimes + 1);
    if (!all)
        return fail(all.error());
    taken.cut = all->size() > size_t(Overview::kMostTimes);
    if (taken.cut)
        taken.since = all->back().confirmedAt;
    std::map<QString, std::pair<std::vector<Duration>, std::vector<Duration>>> rails;
    for (const SettledTimes& each : *all) {
        if (!each.firstSeen)
            continue;
        // A block's own time may lie a little ahead of ours.
        const auto took = [&](UtcTime end) { return std::max(Duration(0), end - *each.firstSeen); };
        auto& [confirmed, finals] = rails[each.rail];
        confirmed.push_back(took(each.confirmedAt));
        if (each.finalAt)
            finals.push_back(took(*each.finalAt));
    }
    for (auto& [rail, durations] : rails)
        taken.rails.push_back(
            {rail, spreadOf(std::move(durations.first)), spreadOf(std::move(durations.second))});
    return taken;
}

} // namespace tieout
