// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/rails.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

RailRow railFrom(const Statement& s)
{
    return {s.integer(0), s.text(1), s.text(2), s.text(3), s.bytes(4), s.text(5)};
}

constexpr char16_t kStateColumns[] =
    u"rail, cursor_number, cursor_hash, cursor_time, head_number, head_time, head_seen_at, "
    u"safe_number, finalized_number, healthy, health_reason, frozen_at, frozen_reason, reorgs, "
    u"deepest_reorg, version, agreeing, finalized_head";

RailState railStateFrom(const Statement& s)
{
    RailState state;
    state.rail = s.integer(0);
    state.cursorNumber = s.integer(1);
    state.cursorHash = s.bytes(2);
    state.cursorTime = s.time(3);
    state.headNumber = s.integer(4);
    state.headTime = s.time(5);
    state.headSeenAt = s.time(6);
    state.safe = s.optionalInteger(7);
    state.finalized = s.optionalInteger(8);
    state.healthy = s.boolean(9);
    state.healthReason = s.text(10);
    state.frozenAt = s.optionalTime(11);
    state.frozenReason = s.text(12);
    state.reorgs = s.integer(13);
    state.deepestReorg = s.integer(14);
    state.version = s.integer(15);
    state.agreeing = static_cast<int>(s.integer(16));
    state.finalizedHead = s.integer(17);
    return state;
}

Result<std::vector<RailRow>> selectRails(Database& db, const QString& name)
{
    Statement s(db,
                u"SELECT id, name, family, chain, genesis, explorer FROM rail"
                u" WHERE :name = '' OR name = :name2 ORDER BY id");
    s.bind(u":name", name).bind(u":name2", name);
    std::vector<RailRow> rows;
    while (s.next())
        rows.push_back(railFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Outcome insertRail(Database& db, const RailRow& wanted)
{
    Statement s(
        db,
        u"INSERT INTO rail (id, name, family, chain, genesis, explorer) SELECT"
        u" coalesce(max(id), 0) + 1, :name, :family, :chain, :genesis, :explorer FROM rail");
    s.bind(u":name", wanted.name).bind(u":family", wanted.family).bind(u":chain", wanted.chain);
    s.bind(u":explorer", wanted.explorer);
    if (wanted.genesis.isEmpty())
        s.bindNull(u":genesis");
    else
        s.bind(u":genesis", wanted.genesis);
    return s.exec();
}

Outcome writeExplorer(Database& db, qint64 rail, const QString& explorer)
{
    Statement s(db, u"UPDATE rail SET explorer = :explorer WHERE id = :rail");
    return s.bind(u":explorer", explorer).bind(u":rail", rail).exec();
}

Outcome insertRailState(Database& db, qint64 rail)
{
    Statement s(db,
                u"INSERT INTO rail_state (rail, cursor_number, cursor_hash, cursor_time,"
                u" head_number, head_time, head_seen_at, healthy, health_reason, frozen_reason,"
                u" reorgs, deepest_reorg, version)"
                u" VALUES (:rail, -1, :hash, 0, -1, 0, 0, 0, 'starting', '', 0, 0, 1)");
    s.bind(u":rail", rail).bind(u":hash", QByteArray(32, '\0'));
    return s.exec();
}

} // namespace

Result<RailRow> ensureRail(Database& db, const RailRow& wanted)
{
    auto rows = selectRails(db, wanted.name);
    if (!rows)
        return fail(rows.error());
    if (rows->empty()) {
        if (auto done = insertRail(db, wanted); !done)
            return fail(done.error());
        const auto made = railByName(db, wanted.name);
        if (!made)
            return made;
        if (auto done = insertRailState(db, made->id); !done)
            return fail(done.error());
        return made;
    }
    RailRow known = rows->front();
    if (known.chain != wanted.chain)
        return fail(ErrorCode::Conflict,
                    u"rail_chain_mismatch",
                    QStringLiteral("%1 is %2, not %3").arg(wanted.name, known.chain, wanted.chain));
    if (!known.genesis.isEmpty() && !wanted.genesis.isEmpty() && known.genesis != wanted.genesis)
        return fail(ErrorCode::Conflict, u"rail_genesis_mismatch", wanted.name);
    if (known.explorer == wanted.explorer)
        return known;
    if (auto done = writeExplorer(db, known.id, wanted.explorer); !done)
        return fail(done.error());
    known.explorer = wanted.explorer;
    return known;
}

Result<RailRow> railByName(Database& db, const QString& name)
{
    auto rows = selectRails(db, name);
    if (!rows)
        return fail(rows.error());
    if (name.isEmpty() || rows->empty())
        return fail(ErrorCode::NotFound, u"rail_unknown", name);
    return rows->front();
}

Result<std::vector<RailRow>> readRails(Database& db)
{
    return selectRails(db, QString());
}

Result<std::vector<RailState>> readRailStates(Database& db)
{
    Statement s(
        db,
        QStringLiteral("SELECT %1 FROM rail_state ORDER BY rail").arg(QStringView(kStateColumns)));
    std::vector<RailState> states;
    while (s.next())
        states.push_back(railStateFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return states;
}

Result<RailState> readRailState(Database& db, qint64 rail)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM rail_state WHERE rail = :rail")
                    .arg(QStringView(kStateColumns)));
    s.bind(u":rail", rail);
    RailState state;
    const bool found = s.next();
    if (found)
        state = railStateFrom(s);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (!found)
        return fail(ErrorCode::NotFound, u"rail_unknown");
    return state;
}

Outcome writeRailState(Database& db, const RailState& state)
{
    Statement s(db,
                u"UPDATE rail_state SET cursor_number = :cn, cursor_hash = :ch, cursor_time = :ct,"
                u" head_number = :hn, head_time = :ht, head_seen_at = :hs, safe_number = :sn,"
                u" finalized_number = :fn, healthy = :ok, health_reason = :hr, frozen_at = :fa,"
                u" frozen_reason = :fr, reorgs = :re, deepest_reorg = :dr, agreeing = :ag,"
                u" finalized_head = :fh, version = version + 1"
                u" WHERE rail = :rail");
    s.bind(u":cn", state.cursorNumber)
        .bind(u":ch", state.cursorHash)
        .bind(u":ct", state.cursorTime)
        .bind(u":hn", state.headNumber)
        .bind(u":ht", state.headTime)
        .bind(u":hs", state.headSeenAt)
        .bind(u":sn", state.safe)
        .bind(u":fn", state.finalized)
        .bind(u":ok", state.healthy)
        .bind(u":hr", state.healthReason)
        .bind(u":fa", state.frozenAt)
        .bind(u":fr", state.frozenReason)
        .bind(u":re", state.reorgs)
        .bind(u":dr", state.deepestReorg)
        .bind(u":ag", state.agreeing)
        .bind(u":fh", state.finalizedHead)
        .bind(u":rail", state.rail);
    return s.exec();
}

Outcome writeSourceHealth(Database& db, const SourceHealthRow& row, UtcTime now)
{
    Statement s(
        db,
        u"INSERT INTO source_health (rail, name, operator, healthy, head, requests,"
        u" failures, latency_ms, span, last_error, retry_at, updated_at)"
        u" VALUES (:rail, :name, :op, :ok, :head, :req, :fail, :ms, :span, :err, :retry, :at)"
        u" ON CONFLICT (rail, name) DO UPDATE SET operator = excluded.operator,"
        u" healthy = excluded.healthy, head = excluded.head, requests = excluded.requests,"
        u" failures = excluded.failures, latency_ms = excluded.latency_ms,"
        u" span = excluded.span, last_error = excluded.last_error,"
        u" retry_at = excluded.retry_at, updated_at = excluded.updated_at");
    s.bind(u":rail", row.rail)
        .bind(u":name", row.name)
        .bind(u":op", row.operatorName)
        .bind(u":ok", row.healthy)
        .bind(u":head", row.head)
        .bind(u":req", row.requests)
        .bind(u":fail", row.failures)
        .bind(u":ms", row.latencyMs)
        .bind(u":span", row.span)
        .bind(u":err", row.lastError)
        .bind(u":retry", row.retryAt)
        .bind(u":at", now);
    return s.exec();
}

Result<std::vector<SourceHealthRow>> readSourceHealth(Database& db, qint64 rail)
{
    Statement s(db,
                u"SELECT rail, name, operator, healthy, head, requests, failures, latency_ms, span,"
                u" last_error, retry_at FROM source_health WHERE rail = :rail ORDER BY name");
    s.bind(u":rail", rail);
    std::vector<SourceHealthRow> rows;
    while (s.next()) {
        rows.push_back({s.integer(0),
                        s.text(1),
                        s.text(2),
                        s.boolean(3),
                        s.integer(4),
                        s.integer(5),
                        s.integer(6),
                        static_cast<int>(s.integer(7)),
                        s.integer(8),
                        s.text(9),
                        s.time(10)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<Marks> readMarks(Database& db, qint64 rail)
{
    Statement s(db, u"SELECT rule, number FROM promotion_mark WHERE rail = :rail");
    s.bind(u":rail", rail);
    Marks marks;
    while (s.next())
        marks[s.text(0)] = s.integer(1);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return marks;
}

Outcome writeMark(Database& db, qint64 rail, const QString& rule, qint64 number, UtcTime now)
{
    Statement s(db,
                u"INSERT INTO promotion_mark (rail, rule, number, moved_at)"
                u" VALUES (:rail, :rule, :number, :at) ON CONFLICT (rail, rule)"
                u" DO UPDATE SET number = excluded.number, moved_at = excluded.moved_at");
    s.bind(u":rail", rail).bind(u":rule", rule).bind(u":number", number).bind(u":at", now);
    return s.exec();
}

Outcome lowerMarks(Database& db, qint64 rail, qint64 ancestor, UtcTime now)
{
    Statement s(db,
                u"UPDATE promotion_mark SET number = :number, moved_at = :at"
                u" WHERE rail = :rail AND number > :above");
    s.bind(u":number", ancestor).bind(u":at", now).bind(u":rail", rail).bind(u":above", ancestor);
    return s.exec();
}

} // namespace tieout
