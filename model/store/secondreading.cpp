// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/secondreading.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

Word32 wordOfUnits(Int128 units)
{
    Word32 word{};
    for (size_t i = word.size(); i-- > word.size() - sizeof units; units >>= 8)
        word[i] = static_cast<quint8>(units & 0xff);
    return word;
}

} // namespace

Result<std::vector<StoredTransfer>>
canonicalTransfers(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT b.number, b.hash, t.log_index, t.tx, k.account, t.from_account,"
                u" t.to_account, k.listed, t.amount, w.word, coalesce(t.reference, '')"
                u" FROM block b JOIN transfer t ON t.block_id = b.id"
                u" JOIN token k ON k.id = t.token_id LEFT JOIN transfer_raw w"
                u" ON w.block_id = t.block_id AND w.log_index = t.log_index"
                u" WHERE b.rail = :rail AND b.number BETWEEN :from AND :to"
                u" AND b.withdrawn_at IS NULL ORDER BY b.number, t.log_index");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    std::vector<StoredTransfer> rows;
    while (s.next()) {
        StoredTransfer row;
        row.block = s.integer(0);
        row.blockHash = hash32(s.bytes(1));
        row.logIndex = static_cast<qint32>(s.integer(2));
        row.tx = hash32(s.bytes(3));
        row.token = s.bytes(4);
        row.from = s.bytes(5);
        row.to = s.bytes(6);
        row.listed = s.boolean(7);
        row.value = s.isNull(9) ? wordOfUnits(s.amount(8, 0).units()) : hash32(s.bytes(9));
        row.reference = s.text(10);
        rows.push_back(std::move(row));
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
