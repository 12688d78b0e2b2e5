// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/transfers.h"

#include "model/store/bulkinsert.h"
#include "model/store/sessiontable.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

QByteArrayView viewOf(const Account& account)
{
    return {account.bytes.data(), account.size};
}

Outcome insertRawWords(Database& db, const std::vector<TransferRow>& rows)
{
    BulkInsert bulk(db, "transfer_raw", "block_id, log_index, word");
    for (const TransferRow& row : rows) {
        if (!row.raw)
            continue;
        bulk.integer(row.blockId).integer(row.log->logIndex);
        bulk.bytes(QByteArrayView(row.log->value.data(), 32)).endRow();
    }
    return bulk.end();
}

TransferView transferViewFrom(const Statement& s)
{
    TransferView v;
    v.rail = s.text(1);
    v.block = s.integer(2);
    v.blockHash = hash32(s.bytes(3));
    v.time = s.time(4);
    v.tx = hash32(s.bytes(5));
    v.logIndex = static_cast<qint32>(s.integer(6));
    v.from = s.bytes(7);
    v.to = s.bytes(8);
    v.token = s.bytes(9);
    v.symbol = s.text(10);
    v.decimals = s.isNull(11) ? 0 : static_cast<int>(s.integer(11));
    v.amount = s.amount(12, v.decimals);
    v.reference = s.text(13);
    v.withdrawnAt = s.optionalTime(14);
    v.paymentId = s.text(15);
    v.labels = s.text(16);
    return v;
}

} // namespace

Result<std::vector<TokenRow>> readTokens(Database& db, qint64 rail)
{
    Statement s(db,
                u"SELECT id, rail, account, symbol, decimals, listed FROM token"
                u" WHERE rail = :rail ORDER BY id");
    s.bind(u":rail", rail);
    std::vector<TokenRow> rows;
    while (s.next()) {
        TokenRow row{
            s.integer(0), s.integer(1), Account::of(s.bytes(2)), s.text(3), {}, s.boolean(5)};
        if (!s.isNull(4))
            row.decimals = static_cast<int>(s.integer(4));
        rows.push_back(row);
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<qint64> ensureToken(Database& db, const TokenRow& row)
{
    Statement s(
        db,
        u"INSERT INTO token (id, rail, account, symbol, decimals, listed)"
        u" SELECT coalesce(max(id), :before) + 1, :rail, :account, :symbol, :decimals, :listed"
        u" FROM token WHERE id > :after AND id < :end ON CONFLICT (rail, account) DO UPDATE SET"
        u" symbol = CASE WHEN excluded.symbol = '' THEN token.symbol ELSE excluded.symbol END,"
        u" decimals = coalesce(excluded.decimals, token.decimals),"
        u" listed = CASE WHEN excluded.listed = 1 THEN 1 ELSE token.listed END"
        u" RETURNING id");
    const qint64 before = row.rail << kTokenIdBits;
    s.bind(u":before", before)
        .bind(u":after", before)
        .bind(u":end", (row.rail + 1) << kTokenIdBits);
    s.bind(u":rail", row.rail)
        .bind(u":account", row.account.toBytes())
        .bind(u":symbol", row.symbol);
    if (row.decimals)
        s.bind(u":decimals", *row.decimals);
    else
        s.bindNull(u":decimals");
    s.bind(u":listed", row.listed);
    const qint64 id = s.next() ? s.integer(0) : 0;
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return id;
}

Outcome insertTransfers(Database& db, const std::vector<TransferRow>& rows)
{
    if (rows.empty())
        return Done;
    BulkInsert bulk(
        db,
        "transfer",
        "block_id, log_index, tx, token_id, from_account, to_account, amount, reference");
    bool anyRaw = false;
    for (const TransferRow& row : rows) {
        const TransferLog& log = *row.log;
        anyRaw = anyRaw || row.raw;
        bulk.integer(row.blockId).integer(log.logIndex).bytes(QByteArrayView(log.tx.data(), 32));
        bulk.integer(row.tokenId).bytes(viewOf(log.from)).bytes(viewOf(log.to)).amount(row.amount);
        if (log.reference.isEmpty())
            bulk.null();
        else
            bulk.text(log.reference);
        bulk.endRow();
    }
    if (auto done = bulk.end(); !done || !anyRaw)
        return done;
    return insertRawWords(db, rows);
}

Result<std::vector<qint32>> transferIndexes(Database& db, qint64 blockId)
{
    Statement s(db, u"SELECT log_index FROM transfer WHERE block_id = :block");
    s.bind(u":block", blockId);
    std::vector<qint32> indexes;
    while (s.next())
        indexes.push_back(static_cast<qint32>(s.integer(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return indexes;
}

Outcome insertTransferLabels(Database& db, const std::vector<TransferLabelRow>& rows)
{
    if (rows.empty())
        return Done;
    // A block that returns has its labels already.
    if (auto done =
            sessionTable(db, u"new_label", u"block_id bigint, log_index bigint, label text");
        !done)
        return done;
    BulkInsert bulk(db, "new_label", "block_id, log_index, label");
    for (const TransferLabelRow& row : rows) {
        bulk.integer(row.blockId).integer(row.logIndex).text(row.label);
        bulk.endRow();
    }
    if (auto done = bulk.end(); !done)
        return done;
    Statement s(db,
                u"INSERT INTO transfer_label (block_id, log_index, label)"
                u" SELECT block_id, log_index, label FROM new_label WHERE true"
                u" ON CONFLICT DO NOTHING");
    return s.exec();
}

Result<std::vector<std::pair<qint64, TransferView>>> listTransfers(Database& db,
                                                                   const TransferQuery& query)
{
    // A condition that is only sometimes one would keep every database from using its index.
    const QString ofTx = query.tx.isEmpty() ? QString() : QStringLiteral(" AND t.tx = :tx");
    Statement s(
        db,
        QStringLiteral(
            "SELECT t.block_id, r.name, b.number, b.hash, b.time, t.tx, t.log_index,"
            " t.from_account, t.to_account, k.account, k.symbol, k.decimals, t.amount, "
            "coalesce(t.reference, ''),"
            " b.withdrawn_at, coalesce(p.payment_id, ''),"
            " coalesce((SELECT min(l.label) FROM transfer_label l WHERE l.block_id = t.block_id"
            "  AND l.log_index = t.log_index), '')"
            " FROM transfer t JOIN block b ON b.id = t.block_id JOIN rail r ON r.id = b.rail"
            " JOIN token k ON k.id = t.token_id"
            " LEFT JOIN transfer_payment p ON p.rail = b.rail AND p.tx = t.tx"
            "  AND p.account = t.to_account AND p.reference = coalesce(t.reference, '')"
            " WHERE (t.block_id, t.log_index) > (:after, :afterLog)"
            " AND b.number BETWEEN :from AND :to"
            " AND (:rail = 0 OR b.rail = :rail2)%1"
            " AND (:all = 1 OR b.withdrawn_at IS NULL)"
            " ORDER BY t.block_id, t.log_index LIMIT :limit")
            .arg(ofTx));
    s.bind(u":after", query.afterBlockId).bind(u":afterLog", qint64(query.afterLogIndex));
    s.bind(u":from", query.fromBlock).bind(u":to", query.toBlock);
    s.bind(u":rail", query.rail).bind(u":rail2", query.rail);
    if (!query.tx.isEmpty())
        s.bind(u":tx", query.tx);
    s.bind(u":all", query.withWithdrawn).bind(u":limit", query.limit);
    std::vector<std::pair<qint64, TransferView>> rows;
    while (s.next())
        rows.emplace_back(s.integer(0), transferViewFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
