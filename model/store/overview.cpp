// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/overview.h"

#include "model/store/statement.h"

namespace tieout {

Result<std::vector<ConfirmedSum>> confirmedWithin(Database& db, UtcTime from, UtcTime before)
{
    Statement s(db,
                u"SELECT p.corridor, p.symbol, p.decimals, count(*), amount_sum(p.confirmed)"
                u" FROM payment p WHERE p.confirmed_at >= :from AND p.confirmed_at < :before"
                u" GROUP BY p.corridor, p.symbol, p.decimals"
                u" ORDER BY p.corridor, p.symbol, p.decimals");
    s.bind(u":from", from).bind(u":before", before);
    std::vector<ConfirmedSum> sums;
    while (s.next())
        sums.push_back({s.text(0), s.text(1), s.integer(3), s.amount(4, int(s.integer(2)))});
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return sums;
}

Result<std::vector<ConfirmingCount>> confirmingCounts(Database& db, int most)
{
    Statement s(db,
                u"SELECT r.name, coalesce(h.head_number - p.deciding_number + 1, 0) AS have,"
                u" p.required, count(*) FROM (SELECT rail, deciding_number, required FROM payment"
                u" WHERE status = 'confirming' LIMIT :most) AS p"
                u" JOIN rail r ON r.id = p.rail LEFT JOIN rail_state h ON h.rail = p.rail"
                u" GROUP BY r.name, have, p.required ORDER BY r.name, have, p.required");
    s.bind(u":most", most);
    std::vector<ConfirmingCount> counts;
    while (s.next()) {
        ConfirmingCount count{s.text(0), std::max<qint64>(0, s.integer(1)), {}, s.integer(3)};
        if (const auto rule = ConfirmationRule::fromText(s.text(2)))
            count.rule = *rule;
        counts.push_back(count);
    }
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return counts;
}

Result<std::vector<SettledTimes>> settledTimes(Database& db, UtcTime since, int most)
{
    Statement s(
        db,
        u"SELECT r.name, p.confirmed_at, p.final_at,"
        u" (SELECT min(g.first_seen_at) FROM transfer_payment l JOIN sighting g ON g.rail = l.rail"
        u" AND g.tx = l.tx AND g.to_account = l.account WHERE l.payment_id = p.id),"
        u" (SELECT min(b.time) FROM transfer_payment l JOIN transfer t ON t.tx = l.tx"
        u" AND t.to_account = l.account JOIN block b ON b.id = t.block_id AND b.rail = l.rail"
        u" WHERE l.payment_id = p.id)"
        u" FROM (SELECT id, rail, confirmed_at, final_at FROM payment WHERE confirmed_at >= :since"
        u" ORDER BY confirmed_at DESC LIMIT :most) AS p JOIN rail r ON r.id = p.rail"
        u" ORDER BY p.confirmed_at DESC, p.id");
    s.bind(u":since", since).bind(u":most", most);
    std::vector<SettledTimes> all;
    while (s.next()) {
        SettledTimes times{s.text(0), s.optionalTime(3), s.time(1), s.optionalTime(2)};
        const auto mined = s.optionalTime(4);
        if (mined && (!times.firstSeen || *mined < *times.firstSeen))
            times.firstSeen = mined;
        all.push_back(times);
    }
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return all;
}

namespace overview {

Result<OpenCases> openCases(Statement& s)
{
    OpenCases open;
    while (s.next()) {
        if (open.cases++ == 0) {
            open.oldest = s.time(0);
            open.oldestPayment = s.text(1);
            open.oldestSubject = s.text(2);
        }
        open.withoutPayment += s.text(1).isEmpty() ? 1 : 0;
        open.overdue += s.boolean(3) ? 1 : 0;
    }
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return open;
}

} // namespace overview

Result<OpenCases> openCasesOfSeverity(Database& db, int severity, UtcTime now, int most)
{
    Statement s(db,
                u"SELECT c.opened_at, coalesce(c.payment_id, ''), c.subject,"
                u" CASE WHEN c.due_at < :now THEN 1 ELSE 0 END FROM exception_case c"
                u" WHERE c.state = 'open' AND c.severity = :severity"
                u" ORDER BY c.opened_at LIMIT :most");
    s.bind(u":now", now).bind(u":severity", severity).bind(u":most", most);
    return overview::openCases(s);
}

Result<OpenCases> openCasesOfCode(Database& db, const QString& code, int most)
{
    Statement s(db,
                u"SELECT c.opened_at, coalesce(c.payment_id, ''), c.subject, 0"
                u" FROM exception_case c WHERE c.state = 'open' AND c.code = :code"
                u" ORDER BY c.opened_at LIMIT :most");
    s.bind(u":code", code).bind(u":most", most);
    return overview::openCases(s);
}

// Ranges of a rail never overlap, so what lies between their ends and isn't read is missing.
Result<CoverageSum> coverageSum(Database& db, qint64 rail)
{
    Statement s(db,
                u"SELECT min(c.from_number), max(c.to_number),"
                u" CAST(coalesce(sum(c.to_number - c.from_number + 1), 0) AS BIGINT),"
                u" CAST(coalesce(sum(CASE WHEN c.from_number > c.before_it + 1 THEN 1 ELSE 0 END),"
                u" 0) AS BIGINT) FROM (SELECT from_number, to_number,"
                u" lag(to_number) OVER (ORDER BY from_number) AS before_it"
                u" FROM coverage WHERE rail = :rail) AS c");
    s.bind(u":rail", rail);
    CoverageSum sum;
    if (s.next()) {
        sum.first = s.optionalInteger(0);
        sum.last = s.optionalInteger(1).value_or(0);
        sum.blocks = s.integer(2);
        sum.gaps = s.integer(3);
    }
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    if (sum.first)
        sum.missing = sum.last - *sum.first + 1 - sum.blocks;
    return sum;
}

Result<std::vector<Gap>> innerGaps(Database& db, qint64 rail, int most)
{
    Statement s(db,
                u"SELECT c.before_it + 1, c.from_number - 1 FROM (SELECT from_number,"
                u" lag(to_number) OVER (ORDER BY from_number) AS before_it"
                u" FROM coverage WHERE rail = :rail) AS c WHERE c.from_number > c.before_it + 1"
                u" ORDER BY c.from_number LIMIT :most");
    s.bind(u":rail", rail).bind(u":most", most);
    std::vector<Gap> gaps;
    while (s.next())
        gaps.push_back({s.integer(0), s.integer(1)});
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return gaps;
}

Result<std::vector<CoveragePart>> coverageParts(Database& db, qint64 rail, int most)
{
    Statement s(db,
                u"SELECT source, scope, filter_version, min(from_number), max(to_number),"
                u" CAST(sum(to_number - from_number + 1) AS BIGINT),"
                u" CAST(sum(CASE WHEN second_read_at IS NULL OR differences > 0 THEN 0"
                u" ELSE to_number - from_number + 1 END) AS BIGINT), max(read_at)"
                u" FROM coverage WHERE rail = :rail GROUP BY source, scope, filter_version"
                u" ORDER BY min(from_number), source, filter_version LIMIT :most");
    s.bind(u":rail", rail).bind(u":most", most);
    std::vector<CoveragePart> parts;
    while (s.next()) {
        CoveragePart part;
        part.source = s.text(0);
        part.scope = scanScopeFromText(s.text(1)).value_or(ScanScope::ListedTokens);
        part.filterVersion = s.integer(2);
        part.from = s.integer(3);
        part.to = s.integer(4);
        part.blocks = s.integer(5);
        part.readTwice = s.integer(6);
        part.lastReadAt = s.time(7);
        parts.push_back(part);
    }
    if (const auto done = s.finish(); !done)
        return fail(done.error());
    return parts;
}

} // namespace tieout
