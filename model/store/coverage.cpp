// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/coverage.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

Outcome insertCoverage(Database& db, const CoverageRow& row)
{
    Statement s(
        db,
        u"INSERT INTO coverage (rail, from_number, to_number, end_hash, scope,"
        u" filter_version, source, read_at, second_source, second_read_at)"
        u" VALUES (:rail, :from, :to, :hash, :scope, :fv, :source, :at, :second, :secondAt)");
    s.bind(u":rail", row.rail).bind(u":from", row.from).bind(u":to", row.to);
    s.bind(u":hash", toBytes(row.endHash)).bind(u":scope", toText(row.scope));
    s.bind(u":fv", row.filterVersion).bind(u":source", row.source).bind(u":at", row.readAt);
    if (row.secondSource.isEmpty())
        s.bindNull(u":second");
    else
        s.bind(u":second", row.secondSource);
    s.bind(u":secondAt", row.secondReadAt);
    return s.exec();
}

Result<bool> growCoverage(Database& db, const CoverageRow& row)
{
    Statement s(db,
                u"UPDATE coverage SET to_number = :to, end_hash = :hash, read_at = :at"
                u" WHERE rail = :rail AND to_number = :before AND scope = :scope"
                u" AND filter_version = :fv AND source = :source AND second_read_at IS NULL");
    s.bind(u":to", row.to).bind(u":hash", toBytes(row.endHash)).bind(u":at", row.readAt);
    s.bind(u":rail", row.rail).bind(u":before", row.from - 1).bind(u":scope", toText(row.scope));
    s.bind(u":fv", row.filterVersion).bind(u":source", row.source);
    if (auto done = s.exec(); !done)
        return fail(done.error());
    return s.rowsAffected() > 0;
}

// The ledger grows by what differs and not by every second reading: one row of two that follow each
// other and say the same.
Outcome joinReadTwice(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement find(db,
                   u"SELECT p.from_number, n.end_hash, n.read_at, n.second_read_at"
                   u" FROM coverage p JOIN coverage n ON n.rail = p.rail"
                   u" AND n.from_number = p.to_number + 1 WHERE p.rail = :rail"
                   u" AND n.from_number = :from AND n.to_number = :to AND p.scope = n.scope"
                   u" AND p.filter_version = n.filter_version AND p.source = n.source"
                   u" AND p.second_source = n.second_source"
                   u" AND p.differences = 0 AND n.differences = 0");
    find.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    const bool found = find.next();
    const qint64 first = found ? find.integer(0) : 0;
    const QByteArray hash = found ? find.bytes(1) : QByteArray();
    const UtcTime readAt = found ? find.time(2) : UtcTime();
    const UtcTime secondAt = found ? find.time(3) : UtcTime();
    if (auto done = find.finish(); !done || !found)
        return done;
    Statement gone(db, u"DELETE FROM coverage WHERE rail = :rail AND from_number = :from");
    gone.bind(u":rail", rail).bind(u":from", from);
    if (auto done = gone.exec(); !done)
        return done;
    Statement grow(db,
                   u"UPDATE coverage SET to_number = :to, end_hash = :hash, read_at = :at,"
                   u" second_read_at = :second WHERE rail = :rail AND from_number = :from");
    grow.bind(u":to", to).bind(u":hash", hash).bind(u":at", readAt).bind(u":second", secondAt);
    grow.bind(u":rail", rail).bind(u":from", first);
    return grow.exec();
}

CoverageRow coverageFrom(const Statement& s)
{
    CoverageRow row;
    row.rail = s.integer(0);
    row.from = s.integer(1);
    row.to = s.integer(2);
    row.endHash = hash32(s.bytes(3));
    row.scope = scanScopeFromText(s.text(4)).value_or(ScanScope::ListedTokens);
    row.filterVersion = s.integer(5);
    row.source = s.text(6);
    row.readAt = s.time(7);
    row.secondSource = s.text(8);
    row.secondReadAt = s.optionalTime(9);
    row.differences = static_cast<int>(s.integer(10));
    return row;
}

} // namespace

Outcome addCoverage(Database& db, const CoverageRow& row)
{
    const auto gaps = coverageGaps(db, row.rail, row.from, row.to);
    if (!gaps)
        return fail(gaps.error());
    for (const Gap& gap : *gaps) {
        CoverageRow part = row;
        part.from = gap.from;
        part.to = gap.to;
        const auto grown = growCoverage(db, part);
        if (!grown)
            return fail(grown.error());
        if (*grown)
            continue;
        if (auto done = insertCoverage(db, part); !done)
            return done;
    }
    return Done;
}

Outcome truncateCoverage(Database& db, qint64 rail, qint64 ancestor, const Hash32& ancestorHash)
{
    Statement gone(db, u"DELETE FROM coverage WHERE rail = :rail AND from_number > :ancestor");
    gone.bind(u":rail", rail).bind(u":ancestor", ancestor);
    if (auto done = gone.exec(); !done)
        return done;
    Statement cut(db,
                  u"UPDATE coverage SET to_number = :to, end_hash = :hash"
                  u" WHERE rail = :rail AND to_number > :ancestor");
    cut.bind(u":to", ancestor).bind(u":hash", toBytes(ancestorHash));
    cut.bind(u":rail", rail).bind(u":ancestor", ancestor);
    return cut.exec();
}

Result<std::vector<CoverageRow>> readCoverage(Database& db, qint64 rail)
{
    Statement s(db,
                u"SELECT rail, from_number, to_number, end_hash, scope, filter_version, source,"
                u" read_at, coalesce(second_source, ''), second_read_at, differences FROM coverage"
                u" WHERE rail = :rail ORDER BY from_number");
    s.bind(u":rail", rail);
    std::vector<CoverageRow> rows;
    while (s.next())
        rows.push_back(coverageFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<std::vector<Gap>> coverageGaps(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT from_number, to_number FROM coverage WHERE rail = :rail"
                u" AND to_number >= :from AND from_number <= :to ORDER BY from_number");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    std::vector<Gap> gaps;
    qint64 next = from;
    while (s.next()) {
        if (s.integer(0) > next)
            gaps.push_back({next, s.integer(0) - 1});
        next = s.integer(1) + 1;
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (next <= to)
        gaps.push_back({next, to});
    return gaps;
}

Outcome markSecondReading(Database& db,
                          qint64 rail,
                          qint64 from,
                          qint64 to,
                          const Hash32& endHash,
                          const QString& source,
                          int differences,
                          UtcTime now)
{
    // A row that goes on beyond what was read again is split, so that each says what is true of it.
    Statement split(
        db,
        u"INSERT INTO coverage (rail, from_number, to_number, end_hash, scope,"
        u" filter_version, source, read_at)"
        u" SELECT rail, :next, to_number, end_hash, scope, filter_version, source, read_at"
        u" FROM coverage WHERE rail = :rail AND from_number <= :to AND to_number > :to2");
    split.bind(u":next", to + 1).bind(u":rail", rail).bind(u":to", to).bind(u":to2", to);
    if (auto done = split.exec(); !done)
        return done;
    Statement cut(db,
                  u"UPDATE coverage SET to_number = :to, end_hash = :hash"
                  u" WHERE rail = :rail AND from_number <= :to2 AND to_number > :to3");
    cut.bind(u":to", to).bind(u":hash", toBytes(endHash)).bind(u":rail", rail);
    cut.bind(u":to2", to).bind(u":to3", to);
    if (auto done = cut.exec(); !done)
        return done;
    Statement mark(db,
                   u"UPDATE coverage SET second_source = :source, second_read_at = :at,"
                   u" differences = :differences"
                   u" WHERE rail = :rail AND from_number >= :from AND from_number <= :to"
                   u" AND second_read_at IS NULL");
    mark.bind(u":source", source).bind(u":at", now).bind(u":differences", differences);
    mark.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    if (auto done = mark.exec(); !done)
        return done;
    return joinReadTwice(db, rail, from, to);
}

Result<std::optional<qint64>> oldestFilter(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT min(filter_version) FROM coverage WHERE rail = :rail"
                u" AND to_number >= :from AND from_number <= :to");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    std::optional<qint64> version;
    if (s.next())
        version = s.optionalInteger(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return version;
}

Result<std::optional<qint64>> firstReadOnce(Database& db, qint64 rail)
{
    Statement s(
        db, u"SELECT min(from_number) FROM coverage WHERE rail = :rail AND second_read_at IS NULL");
    s.bind(u":rail", rail);
    std::optional<qint64> number;
    if (s.next())
        number = s.optionalInteger(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return number;
}

} // namespace tieout
