// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/blocks.h"

#include "model/store/bulkinsert.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

BlockRow blockFrom(const Statement& s)
{
    BlockRow row;
    row.id = s.integer(0);
    row.header.number = s.integer(1);
    row.header.hash = hash32(s.bytes(2));
    row.header.parent = hash32(s.bytes(3));
    row.header.time = s.time(4);
    row.withdrawnAt = s.optionalTime(5);
    return row;
}

Result<std::vector<BlockRow>> blocksFrom(Statement& s)
{
    std::vector<BlockRow> rows;
    while (s.next())
        rows.push_back(blockFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace

Result<qint64> nextBlockId(Database& db, qint64 rail)
{
    const qint64 first = rail << kBlockIdBits;
    Statement s(db,
                u"SELECT coalesce(max(id), :before) + 1 FROM block"
                u" WHERE id >= :from AND id < :end");
    s.bind(u":before", first - 1).bind(u":from", first);
    s.bind(u":end", (rail + 1) << kBlockIdBits);
    const qint64 id = s.next() ? s.integer(0) : first;
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return id;
}

Outcome insertBlocks(Database& db, qint64 rail, const std::vector<BlockRow>& rows)
{
    if (rows.empty())
        return Done;
    BulkInsert bulk(db, "block", "id, rail, number, hash, parent, time");
    for (const BlockRow& row : rows) {
        const BlockHeader& h = row.header;
        bulk.integer(row.id).integer(rail).integer(h.number);
        bulk.bytes(QByteArrayView(h.hash.data(), 32)).bytes(QByteArrayView(h.parent.data(), 32));
        bulk.time(h.time).endRow();
    }
    return bulk.end();
}

Result<std::vector<BlockRow>> withdrawnBlocks(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT id, number, hash, parent, time, withdrawn_at FROM block"
                u" WHERE rail = :rail AND number BETWEEN :from AND :to"
                u" AND withdrawn_at IS NOT NULL");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    return blocksFrom(s);
}

Result<std::vector<BlockRow>> canonicalBlocks(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT id, number, hash, parent, time, withdrawn_at FROM block"
                u" WHERE rail = :rail AND number BETWEEN :from AND :to"
                u" AND withdrawn_at IS NULL");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    return blocksFrom(s);
}

Outcome restoreBlock(Database& db, qint64 id)
{
    Statement s(db, u"UPDATE block SET withdrawn_at = NULL WHERE id = :id");
    s.bind(u":id", id);
    return s.exec();
}

Result<qint64> withdrawBlocksAbove(Database& db, qint64 rail, qint64 ancestor, UtcTime now)
{
    Statement s(db,
                u"UPDATE block SET withdrawn_at = :at"
                u" WHERE rail = :rail AND number > :ancestor AND withdrawn_at IS NULL");
    s.bind(u":at", now).bind(u":rail", rail).bind(u":ancestor", ancestor);
    if (auto done = s.exec(); !done)
        return fail(done.error());
    return s.rowsAffected();
}

Result<ThinnedBlocks> thinBlocks(Database& db, qint64 rail, qint64 after, qint64 below, int limit)
{
    ThinnedBlocks thinned;
    Statement look(db,
                   u"SELECT max(number) FROM (SELECT number FROM block WHERE rail = :rail"
                   u" AND number > :after AND number < :below AND withdrawn_at IS NULL"
                   u" ORDER BY number LIMIT :limit) looked");
    look.bind(u":rail", rail).bind(u":after", after).bind(u":below", below).bind(u":limit", limit);
    if (look.next())
        thinned.through = look.optionalInteger(0);
    if (auto done = look.finish(); !done)
        return fail(done.error());
    if (!thinned.through)
        return thinned;
    Statement s(db,
                u"DELETE FROM block WHERE rail = :rail AND number > :after AND number <= :through"
                u" AND withdrawn_at IS NULL AND number % :step <> 0"
                u" AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.block_id = block.id)"
                u" AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.rail = block.rail"
                u" AND (c.from_number = block.number OR c.to_number = block.number))");
    s.bind(u":rail", rail).bind(u":after", after).bind(u":through", *thinned.through);
    s.bind(u":step", kSparseStep);
    if (auto done = s.exec(); !done)
        return fail(done.error());
    thinned.deleted = s.rowsAffected();
    return thinned;
}

Result<std::optional<BlockRow>> blockAtOrBelow(Database& db, qint64 rail, qint64 number)
{
    Statement s(db,
                u"SELECT id, number, hash, parent, time, withdrawn_at FROM block"
                u" WHERE rail = :rail AND number <= :number AND withdrawn_at IS NULL"
                u" ORDER BY number DESC LIMIT 1");
    s.bind(u":rail", rail).bind(u":number", number);
    std::optional<BlockRow> row;
    if (s.next())
        row = blockFrom(s);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return row;
}

} // namespace tieout
