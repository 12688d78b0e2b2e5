// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/bulkinsert.h"
#include "model/store/paymentfacts.h"
#include "model/store/sessiontable.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

QString givenText(GivenKind kind)
{
    switch (kind) {
    case GivenKind::Credit:
        return QStringLiteral("credit");
    case GivenKind::Grace:
        return QStringLiteral("grace");
    case GivenKind::Applied:
        return QStringLiteral("applied");
    }
    return {};
}

constexpr char16_t kPersonsLink[] =
    u"SELECT l.tx, l.account, l.reference, l.binding_id, l.payment_id, b.rail, k.account"
    u" FROM %1 AND l.linked_by <> 'engine'"
    u" JOIN binding b ON b.id = l.binding_id JOIN payment p ON p.id = l.payment_id"
    u" JOIN token k ON k.id = p.token_id";

Result<std::vector<PersonsLink>> personsLinksOf(Statement& s)
{
    std::vector<PersonsLink> links;
    while (s.next())
        links.push_back({hash32(s.bytes(0)),
                         Account::of(s.bytes(1)),
                         s.text(2),
                         {BindingId::trusted(s.text(3)),
                          PaymentId::trusted(s.text(4)),
                          s.integer(5),
                          Account::of(s.bytes(6))}});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return links;
}

Result<bool> anybodyLinked(Database& db)
{
    Statement s(db, u"SELECT 1 FROM transfer_payment WHERE linked_by <> 'engine' LIMIT 1");
    const bool any = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return any;
}

Outcome linkTable(Database& db)
{
    return sessionTable(
        db,
        u"new_link",
        u"rail bigint, tx bytea, account bytea, reference text, payment_id text, binding_id text,"
        u" linked_by text, linked_at bigint");
}

void appendKey(BulkInsert& bulk, const LinkRow& row)
{
    bulk.integer(row.rail).bytes(QByteArrayView(row.tx.data(), 32));
    bulk.bytes(QByteArrayView(row.account.bytes.data(), row.account.size)).text(row.reference);
}

void bindLink(Statement& s, const LinkRow& row)
{
    s.bind(u":rail", row.rail)
        .bind(u":tx", toBytes(row.tx))
        .bind(u":account", row.account.toBytes());
    s.bind(u":ref", row.reference).bind(u":payment", row.payment).bind(u":binding", row.binding);
    s.bind(u":by", row.by).bind(u":at", row.at);
}

} // namespace

Outcome insertHold(Database& db, const HoldRow& row)
{
    Statement s(db,
                u"INSERT INTO hold (id, payment_id, kind, reason, opened_at, opened_by)"
                u" VALUES (:id, :payment, :kind, :reason, :at, :by)");
    s.bind(u":id", row.id).bind(u":payment", row.payment).bind(u":kind", toText(row.kind));
    s.bind(u":reason", row.reason).bind(u":at", row.openedAt).bind(u":by", row.openedBy);
    return s.exec();
}

Outcome closeHold(Database& db,
                  const HoldId& id,
                  const PaymentId& payment,
                  const QString& by,
                  const QString& reason,
                  UtcTime now)
{
    Statement s(db,
                u"UPDATE hold SET closed_at = :at, closed_by = :by, close_reason = :reason"
                u" WHERE id = :id AND payment_id = :payment AND closed_at IS NULL");
    s.bind(u":at", now).bind(u":by", by).bind(u":reason", reason).bind(u":id", id);
    s.bind(u":payment", payment);
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != 1)
        return fail(ErrorCode::NotFound, u"hold_unknown", id.text());
    return Done;
}

Outcome insertDecision(Database& db, const DecisionRow& row)
{
    Statement s(
        db,
        u"INSERT INTO decision (id, payment_id, tx, binding_id, kind, decided_at,"
        u" decided_by, reason) VALUES (:id, :payment, :tx, :binding, :kind, :at, :by, :reason)");
    s.bind(u":id", row.id).bind(u":payment", row.payment).bind(u":tx", toBytes(row.tx));
    s.bind(u":binding", row.binding).bind(u":kind", toText(row.kind)).bind(u":at", row.at);
    s.bind(u":by", row.by).bind(u":reason", row.reason);
    return s.exec();
}

Outcome insertCredit(Database& db, const CreditRow& row)
{
    Statement s(
        db,
        u"INSERT INTO credit (id, payment_id, to_payment_id, kind, amount, credited_at,"
        u" credited_by, reason) VALUES (:id, :payment, :to, :kind, :amount, :at, :by, :reason)");
    s.bind(u":id", row.id).bind(u":payment", row.payment).bind(u":to", row.to);
    s.bind(u":kind", givenText(row.kind)).bind(u":amount", row.amount).bind(u":at", row.at);
    s.bind(u":by", row.by).bind(u":reason", row.reason);
    return s.exec();
}

Outcome insertLink(Database& db, const LinkRow& row)
{
    Statement s(
        db,
        u"INSERT INTO transfer_payment (rail, tx, account, reference, payment_id, binding_id,"
        u" linked_by, linked_at) VALUES (:rail, :tx, :account, :ref, :payment, :binding, :by, :at)"
        u" ON CONFLICT DO NOTHING");
    bindLink(s, row);
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != 1)
        return fail(ErrorCode::Conflict, u"transfer_linked");
    return Done;
}

Outcome insertLinks(Database& db, const std::vector<LinkRow>& rows)
{
    if (rows.empty())
        return Done;
    if (auto done = linkTable(db); !done)
        return done;
    BulkInsert bulk(db,
                    "new_link",
                    "rail, tx, account, reference, payment_id, binding_id, linked_by, linked_at");
    for (const LinkRow& row : rows) {
        appendKey(bulk, row);
        bulk.text(row.payment.text()).text(row.binding.text()).text(row.by).time(row.at).endRow();
    }
    if (auto done = bulk.end(); !done)
        return done;
    Statement s(
        db,
        u"INSERT INTO transfer_payment (rail, tx, account, reference, payment_id, binding_id,"
        u" linked_by, linked_at) SELECT rail, tx, account, reference, payment_id, binding_id,"
        u" linked_by, linked_at FROM new_link WHERE true ON CONFLICT DO NOTHING");
    return s.exec();
}

Result<std::vector<PersonsLink>> linkedByPeople(Database& db, const std::vector<LinkRow>& keys)
{
    if (keys.empty())
        return std::vector<PersonsLink>();
    const auto any = anybodyLinked(db);
    if (!any)
        return fail(any.error());
    if (!*any)
        return std::vector<PersonsLink>(); // the usual case costs one look at an empty index
    if (auto done = linkTable(db); !done)
        return fail(done.error());
    BulkInsert bulk(db, "new_link", "rail, tx, account, reference");
    for (const LinkRow& key : keys) {
        appendKey(bulk, key);
        bulk.endRow();
    }
    if (auto done = bulk.end(); !done)
        return fail(done.error());
    Statement s(db,
                QString::fromUtf16(kPersonsLink)
                    .arg(QStringLiteral("new_link n JOIN transfer_payment l ON l.rail = n.rail"
                                        " AND l.tx = n.tx AND l.account = n.account"
                                        " AND l.reference = n.reference")));
    return personsLinksOf(s);
}

Result<std::vector<PersonsLink>> linkedAtOwnAddresses(Database& db, qint64 rail)
{
    Statement s(db,
                QString::fromUtf16(kPersonsLink)
                    .arg(QStringLiteral("own_address o JOIN transfer_payment l ON l.rail = o.rail"
                                        " AND l.account = o.account AND l.rail = :rail"
                                        " AND o.kind <> 'shared'")));
    s.bind(u":rail", rail);
    return personsLinksOf(s);
}

Outcome markLinkedMined(Database& db, const std::vector<LinkRow>& rows, UtcTime now)
{
    if (rows.empty())
        return Done;
    Statement s(db,
                u"UPDATE sighting SET state = 'mined', state_at = :at, replaced_by = NULL"
                u" FROM new_link n WHERE sighting.rail = n.rail AND sighting.tx = n.tx"
                u" AND sighting.state <> 'mined'");
    s.bind(u":at", now);
    return s.exec();
}

Result<std::vector<LinkedTransfer>>
linkedTransfers(Database& db, qint64 rail, const Hash32& tx, const PaymentId& payment)
{
    Statement s(db,
                u"SELECT b.number, p.decimals, t.amount FROM transfer_payment l"
                u" JOIN payment p ON p.id = l.payment_id"
                u" JOIN transfer t ON t.tx = l.tx AND t.to_account = l.account"
                u"  AND coalesce(t.reference, '') = l.reference AND t.token_id = p.token_id"
                u" JOIN block b ON b.id = t.block_id AND b.rail = l.rail AND b.withdrawn_at IS NULL"
                u" WHERE l.rail = :rail AND l.tx = :tx AND l.payment_id = :payment");
    s.bind(u":rail", rail).bind(u":tx", toBytes(tx)).bind(u":payment", payment);
    std::vector<LinkedTransfer> rows;
    while (s.next())
        rows.push_back({s.integer(0), s.amount(2, static_cast<int>(s.integer(1))), payment});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<std::vector<PaymentId>> paymentsAbove(Database& db, qint64 rail, qint64 ancestor)
{
    Statement s(db,
                u"SELECT DISTINCT l.payment_id FROM block b JOIN transfer t ON t.block_id = b.id"
                u" JOIN transfer_payment l ON l.rail = b.rail AND l.tx = t.tx"
                u"  AND l.account = t.to_account AND l.reference = coalesce(t.reference, '')"
                u" WHERE b.rail = :rail AND b.number > :ancestor AND b.withdrawn_at IS NULL");
    s.bind(u":rail", rail).bind(u":ancestor", ancestor);
    std::vector<PaymentId> ids;
    while (s.next())
        ids.push_back(PaymentId::trusted(s.text(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return ids;
}

Outcome rememberReached(Database& db, qint64 rail, const std::vector<ReachedTransfer>& reached)
{
    Statement s(db,
                u"INSERT INTO transfer_reached (block_id, log_index)"
                u" SELECT t.block_id, t.log_index FROM transfer t JOIN block b ON b.id = t.block_id"
                u" JOIN transfer_payment l ON l.rail = b.rail AND l.tx = t.tx"
                u"  AND l.account = t.to_account AND l.reference = coalesce(t.reference, '')"
                u" WHERE t.tx = :tx AND b.rail = :rail AND b.number = :number"
                u" AND b.withdrawn_at IS NULL AND t.amount = :amount"
                u" AND l.payment_id = :payment ON CONFLICT DO NOTHING");
    for (const ReachedTransfer& transfer : reached) {
        s.bind(u":tx", toBytes(transfer.tx)).bind(u":rail", rail);
        s.bind(u":payment", transfer.payment);
        s.bind(u":number", transfer.number).bind(u":amount", transfer.amount);
        if (auto done = s.exec(); !done)
            return done;
    }
    return Done;
}

Outcome reviseCase(Database& db, const CaseRow& row, const QString& evidence)
{
    Statement s(db,
                u"UPDATE exception_case SET evidence = :evidence, version = version + 1"
                u" WHERE id = :id AND version = :version AND state = 'open'");
    s.bind(u":evidence", evidence).bind(u":id", row.id).bind(u":version", row.version);
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != 1)
        return fail(ErrorCode::Conflict, u"case_changed", row.id.text());
    return Done;
}

} // namespace tieout
