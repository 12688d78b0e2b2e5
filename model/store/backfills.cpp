// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/backfills.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

Result<std::vector<BackfillRow>> backfillsOf(Statement& s)
{
    std::vector<BackfillRow> rows;
    while (s.next()) {
        rows.push_back({s.text(0),
                        s.integer(1),
                        s.integer(2),
                        s.integer(3),
                        s.integer(4),
                        s.text(5),
                        s.text(6),
                        s.time(7),
                        s.text(8)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

QString backfillSql(QStringView rest)
{
    return QStringLiteral("SELECT id, rail, from_number, to_number, next_number, state,"
                          " requested_by, requested_at, reason FROM backfill %1")
        .arg(rest);
}

Result<std::optional<BackfillRow>> firstBackfill(Statement& s)
{
    auto rows = backfillsOf(s);
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? std::optional<BackfillRow>() : rows->front();
}

} // namespace

QString toText(BackfillState state)
{
    switch (state) {
    case BackfillState::Running:
        return QStringLiteral("running");
    case BackfillState::Finished:
        return QStringLiteral("done");
    case BackfillState::Failed:
        return QStringLiteral("failed");
    case BackfillState::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

Outcome insertBackfill(Database& db, const BackfillRow& row)
{
    Statement s(db,
                u"INSERT INTO backfill (id, rail, from_number, to_number, next_number, state,"
                u" requested_by, requested_at, reason)"
                u" VALUES (:id, :rail, :from, :to, :next, 'running', :by, :at, :reason)"
                u" ON CONFLICT (id) DO NOTHING");
    s.bind(u":id", row.id).bind(u":rail", row.rail).bind(u":from", row.from).bind(u":to", row.to);
    s.bind(u":next", row.next).bind(u":by", row.requestedBy).bind(u":at", row.requestedAt);
    s.bind(u":reason", row.reason);
    return s.exec();
}

Result<std::optional<BackfillRow>> runningBackfill(Database& db, qint64 rail)
{
    Statement s(db,
                backfillSql(u"WHERE rail = :rail AND state = 'running'"
                            u" ORDER BY requested_at, id LIMIT 1"));
    s.bind(u":rail", rail);
    return firstBackfill(s);
}

Result<std::optional<BackfillRow>> readBackfill(Database& db, const QString& id)
{
    Statement s(db, backfillSql(u"WHERE id = :id"));
    s.bind(u":id", id);
    return firstBackfill(s);
}

Outcome moveBackfill(Database& db, const QString& id, qint64 next, BackfillState state)
{
    Statement s(db,
                u"UPDATE backfill SET next_number = :next, state = :state"
                u" WHERE id = :id AND state = 'running'");
    s.bind(u":next", next).bind(u":state", toText(state)).bind(u":id", id);
    return s.exec();
}

Result<std::vector<BackfillRow>> listBackfills(Database& db, int limit)
{
    Statement s(db, backfillSql(u"ORDER BY requested_at DESC, id DESC LIMIT :limit"));
    s.bind(u":limit", limit);
    return backfillsOf(s);
}

} // namespace tieout
