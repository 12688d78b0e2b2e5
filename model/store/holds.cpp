// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/holds.h"

#include "model/store/sessiontable.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

constexpr char16_t kStopped[] =
    u"SELECT v.corridor FROM corridor_version v WHERE v.status = 'stopped' AND NOT EXISTS"
    u" (SELECT 1 FROM corridor_version n WHERE n.corridor = v.corridor AND n.version > v.version)";

Result<bool> anyIsStopped(Database& db)
{
    Statement s(db, kStopped);
    const bool any = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return any;
}

Result<std::vector<HoldRow>> holdsOf(Statement& s)
{
    std::vector<HoldRow> rows;
    while (s.next()) {
        rows.push_back({HoldId::trusted(s.text(0)),
                        PaymentId::trusted(s.text(1)),
                        fromText<HoldKind>(s.text(2)).value_or(HoldKind::Operator),
                        s.text(3),
                        s.time(4),
                        s.text(5)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace

Result<HoldRow> readOpenHold(Database& db, const HoldId& id)
{
    Statement s(db,
                u"SELECT id, payment_id, kind, reason, opened_at, opened_by FROM hold"
                u" WHERE id = :id AND closed_at IS NULL");
    s.bind(u":id", id);
    const auto rows = holdsOf(s);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::NotFound, u"hold_unknown", id.text());
    return rows->front();
}

Result<std::vector<HoldRow>> openHoldsOf(Database& db, const PaymentId& payment)
{
    Statement s(db,
                u"SELECT id, payment_id, kind, reason, opened_at, opened_by FROM hold"
                u" WHERE payment_id = :payment AND closed_at IS NULL ORDER BY opened_at, id");
    s.bind(u":payment", payment);
    return holdsOf(s);
}

Result<std::vector<PaymentId>>
unsettledPayments(Database& db, const QString& corridor, const PaymentId& after, int limit)
{
    Statement s(db,
                u"SELECT id FROM payment WHERE corridor = :corridor AND id > :after"
                u" AND cancelled_at IS NULL AND expired_at IS NULL AND fulfilment = 'none'"
                u" ORDER BY id LIMIT :limit");
    s.bind(u":corridor", corridor).bind(u":after", after).bind(u":limit", limit);
    return paymentIdsFrom(s);
}

Result<std::vector<PaymentId>> unheldOnStopped(Database& db, const std::vector<PaymentId>& ids)
{
    const auto any = anyIsStopped(db);
    if (!any)
        return fail(any.error());
    if (!*any || ids.empty())
        return std::vector<PaymentId>();
    if (auto done = wantPayments(db, ids); !done)
        return fail(done.error());
    Statement s(db,
                QStringLiteral("SELECT p.id FROM wanted_payment w"
                               " JOIN payment p ON p.id = w.payment_id"
                               " WHERE p.corridor IN (%1) AND NOT EXISTS (SELECT 1 FROM hold h"
                               " WHERE h.payment_id = p.id AND h.kind = :kind"
                               " AND h.closed_at IS NULL) ORDER BY p.id")
                    .arg(QStringView(kStopped)));
    s.bind(u":kind", toText(HoldKind::CorridorStopped));
    return paymentIdsFrom(s);
}

Result<std::vector<HoldRow>>
corridorHolds(Database& db, const QString& corridor, const HoldId& after, int limit)
{
    Statement s(db,
                u"SELECT h.id, h.payment_id, h.kind, h.reason, h.opened_at, h.opened_by"
                u" FROM payment p JOIN hold h ON h.payment_id = p.id"
                u" WHERE p.corridor = :corridor AND h.kind = :kind AND h.closed_at IS NULL"
                u" AND h.id > :after ORDER BY h.id LIMIT :limit");
    s.bind(u":corridor", corridor).bind(u":kind", toText(HoldKind::CorridorStopped));
    s.bind(u":after", after).bind(u":limit", limit);
    return holdsOf(s);
}

} // namespace tieout
