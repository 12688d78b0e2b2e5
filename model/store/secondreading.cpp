// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/secondreading.h"

#include "model/store/statement.h"

namespace tieout {

Result<std::vector<StoredTransfer>>
canonicalTransfers(Database& db, qint64 rail, qint64 from, qint64 to)
{
    Statement s(db,
                u"SELECT b.number, b.hash, t.log_index, t.tx, k.account, t.from_account,"
                u" t.to_account, k.listed FROM block b JOIN transfer t ON t.block_id = b.id"
                u" JOIN token k ON k.id = t.token_id"
                u" WHERE b.rail = :rail AND b.number BETWEEN :from AND :to"
                u" AND b.withdrawn_at IS NULL ORDER BY b.number, t.log_index");
    s.bind(u":rail", rail).bind(u":from", from).bind(u":to", to);
    std::vector<StoredTransfer> rows;
    while (s.next()) {
        rows.push_back({s.integer(0),
                        hash32(s.bytes(1)),
                        static_cast<qint32>(s.integer(2)),
                        hash32(s.bytes(3)),
                        s.bytes(4),
                        s.bytes(5),
                        s.bytes(6),
                        s.boolean(7)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
