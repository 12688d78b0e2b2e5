// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/unlinked.h"

#include "model/domain/casecodes.h"
#include "model/store/statement.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr char16_t kLinkableColumns[] =
    u"r.name, b.number, b.hash, b.time, t.tx, t.log_index, t.from_account, t.to_account,"
    u" k.account, k.symbol, k.decimals, t.amount, coalesce(t.reference, ''), b.withdrawn_at,"
    u" coalesce(p.payment_id, '')";
constexpr char16_t kLinkableJoins[] =
    u" JOIN block b ON b.id = t.block_id JOIN rail r ON r.id = b.rail"
    u" JOIN token k ON k.id = t.token_id LEFT JOIN transfer_payment p ON p.rail = b.rail"
    u" AND p.tx = t.tx AND p.account = t.to_account AND p.reference = coalesce(t.reference, '')";

TransferView linkableFrom(const Statement& s)
{
    TransferView view;
    view.rail = s.text(0);
    view.block = s.integer(1);
    view.blockHash = hash32(s.bytes(2));
    view.time = s.time(3);
    view.tx = hash32(s.bytes(4));
    view.logIndex = static_cast<qint32>(s.integer(5));
    view.from = s.bytes(6);
    view.to = s.bytes(7);
    view.token = s.bytes(8);
    view.symbol = s.text(9);
    // A token whose decimals nobody could read is shown in minor units.
    view.decimals = static_cast<int>(s.optionalInteger(10).value_or(0));
    view.amount = s.amount(11, view.decimals);
    view.reference = s.text(12);
    view.withdrawnAt = s.optionalTime(13);
    view.paymentId = s.text(14);
    return view;
}

bool isCovered(const std::vector<UnlinkedTransfer>& rows, const TransferView& view)
{
    return std::any_of(rows.begin(), rows.end(), [&](const UnlinkedTransfer& row) {
        return row.transfer.tx == view.tx && row.transfer.to == view.to &&
               row.transfer.reference == view.reference;
    });
}

Result<std::vector<UnlinkedTransfer>> linkablesOf(Statement& s, bool withCase)
{
    std::vector<UnlinkedTransfer> rows;
    while (s.next()) {
        UnlinkedTransfer row;
        row.transfer = linkableFrom(s);
        if (withCase) {
            row.caseCode = s.text(15);
            // As bindtransfers names money without a binding: several may share a transaction.
            if (!s.text(16).endsWith(QString::fromLatin1(row.transfer.to.toHex())))
                continue;
        }
        if (!isCovered(rows, row.transfer))
            rows.push_back(std::move(row));
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace

Result<std::vector<UnlinkedTransfer>> unlinkedTransfers(Database& db, qint64 rail, int limit)
{
    Statement s(db,
                QStringLiteral("SELECT %1, c.code, c.subject FROM exception_case c"
                               " JOIN transfer t ON t.tx = c.tx%2 WHERE c.state = 'open'"
                               " AND c.code IN (:missing, :ambiguous, :orphan)"
                               " AND b.rail = :rail AND b.withdrawn_at IS NULL"
                               " AND p.payment_id IS NULL"
                               " ORDER BY c.opened_at DESC, c.id DESC LIMIT :limit")
                    .arg(QStringView(kLinkableColumns), QStringView(kLinkableJoins)));
    s.bind(u":missing", toText(CaseCode::RefMissing));
    s.bind(u":ambiguous", toText(CaseCode::RefAmbig));
    s.bind(u":orphan", toText(CaseCode::OrphanDeposit));
    s.bind(u":rail", rail).bind(u":limit", limit);
    return linkablesOf(s, true);
}

Result<std::vector<UnlinkedTransfer>>
transfersToLink(Database& db, qint64 rail, const QByteArray& tx)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM transfer t%2 WHERE t.tx = :tx AND b.rail = :rail"
                               " ORDER BY t.block_id, t.log_index")
                    .arg(QStringView(kLinkableColumns), QStringView(kLinkableJoins)));
    s.bind(u":tx", tx).bind(u":rail", rail);
    return linkablesOf(s, false);
}

} // namespace tieout
