// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/payments.h"

#include "model/store/statement.h"

#include <QJsonDocument>

namespace tieout {

namespace {

// Amounts of a row are read with its own decimals, so decimals comes before them.
constexpr char16_t kPaymentColumns[] =
    u"p.id, p.merchant_id, p.rail, p.token_id, p.symbol, p.decimals, p.policy, p.created_at, "
    u"p.expires_at, p.top_up_until, p.order_reference, p.customer, coalesce(p.idempotency_key, "
    u"''), "
    u"p.correlation_id, p.cancelled_at, p.accepted_shortfall, p.status, p.detection, "
    u"p.confirmation, p.recognition, p.verdict, p.labels, p.received, p.confirmed, p.remaining, "
    u"p.deciding_number, p.required, p.confirmed_at, p.final_at, p.fulfilment, p.released_at, "
    u"p.expired_at, p.top_up_closed_at, p.version";

PaymentProjection projectionFrom(const Statement& s, int decimals)
{
    PaymentProjection p;
    p.status = s.text(16);
    p.detection = s.text(17);
    p.confirmation = s.text(18);
    p.recognition = s.text(19);
    p.verdict = s.text(20);
    p.labels = s.text(21);
    p.received = s.amount(22, decimals);
    p.confirmed = s.amount(23, decimals);
    p.remaining = s.amount(24, decimals);
    p.decidingNumber = s.optionalInteger(25);
    p.required = s.text(26);
    p.confirmedAt = s.optionalTime(27);
    p.finalAt = s.optionalTime(28);
    p.fulfilment = fromText<FulfilmentState>(s.text(29)).value_or(FulfilmentState::None);
    p.releasedAt = s.optionalTime(30);
    p.expiredAt = s.optionalTime(31);
    p.topUpClosedAt = s.optionalTime(32);
    return p;
}

BindingRow bindingFrom(const Statement& s)
{
    BindingRow row;
    row.id = BindingId::trusted(s.text(0));
    row.payment = PaymentId::trusted(s.text(1));
    row.rail = s.integer(2);
    row.account = Account::of(s.bytes(3));
    row.reference = s.text(4);
    row.xpub = s.optionalInteger(5);
    row.position = s.optionalInteger(6);
    row.createdAt = s.time(7);
    row.replacedAt = s.optionalTime(8);
    return row;
}

} // namespace

Result<std::vector<PaymentId>> paymentIdsFrom(Statement& s)
{
    std::vector<PaymentId> ids;
    while (s.next())
        ids.push_back(PaymentId::trusted(s.text(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return ids;
}

QStringView paymentColumns()
{
    return kPaymentColumns;
}

Result<PolicySnapshot> PolicyReader::read(const QString& text)
{
    const auto known = m_known.constFind(text);
    if (known != m_known.constEnd())
        return *known;
    auto policy = policyFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    if (policy)
        m_known.insert(text, *policy);
    return policy;
}

PaymentRow paymentFrom(const Statement& s, PolicyReader& policies, Outcome& problem)
{
    PaymentRow row;
    row.id = PaymentId::trusted(s.text(0));
    row.merchant = MerchantId::trusted(s.text(1));
    row.rail = s.integer(2);
    row.token = s.integer(3);
    row.symbol = s.text(4);
    row.decimals = static_cast<int>(s.integer(5));
    auto policy = policies.read(s.text(6));
    if (policy)
        row.policy = std::move(policy).value();
    else
        problem = fail(ErrorCode::Corrupt, u"payment_policy_corrupt", row.id.text());
    row.createdAt = s.time(7);
    row.expiresAt = s.time(8);
    row.topUpUntil = s.time(9);
    row.orderReference = s.text(10);
    row.customer = s.text(11);
    row.idempotencyKey = s.text(12);
    row.correlationId = s.text(13);
    row.cancelledAt = s.optionalTime(14);
    row.acceptedShortfall = s.amount(15, row.decimals);
    row.projection = projectionFrom(s, row.decimals);
    row.version = s.integer(33);
    return row;
}

Outcome insertPayment(Database& db, const PaymentRow& row)
{
    Statement s(
        db,
        u"INSERT INTO payment (id, merchant_id, corridor, corridor_version, rail, token_id, symbol,"
        u" decimals, due, policy, created_at, expires_at, top_up_until, order_reference, customer,"
        u" idempotency_key, correlation_id, accepted_shortfall, fulfilment, status, detection,"
        u" confirmation, recognition, verdict, labels, received, confirmed, remaining, required,"
        u" updated_at, version) VALUES (:id, :merchant, :corridor, :cv, :rail, :token, :symbol,"
        u" :decimals, :due, :policy, :created, :expires, :topup, :order, :customer, :key, :corr,"
        u" :shortfall, :fulfilment, :status, :detection, :confirmation, :recognition, :verdict,"
        u" :labels, :received, :confirmed, :remaining, '', :updated, :version)");
    const PaymentProjection& p = row.projection;
    s.bind(u":id", row.id).bind(u":merchant", row.merchant).bind(u":corridor", row.policy.corridor);
    s.bind(u":cv", row.policy.version).bind(u":rail", row.rail).bind(u":token", row.token);
    s.bind(u":symbol", row.symbol).bind(u":decimals", row.decimals).bind(u":due", row.policy.due);
    s.bind(u":policy",
           QString::fromUtf8(QJsonDocument(toJson(row.policy)).toJson(QJsonDocument::Compact)));
    s.bind(u":created", row.createdAt).bind(u":expires", row.expiresAt);
    s.bind(u":topup", row.topUpUntil).bind(u":order", row.orderReference);
    s.bind(u":customer", row.customer).bind(u":corr", row.correlationId);
    if (row.idempotencyKey.isEmpty())
        s.bindNull(u":key");
    else
        s.bind(u":key", row.idempotencyKey);
    s.bind(u":shortfall", row.acceptedShortfall).bind(u":fulfilment", toText(p.fulfilment));
    s.bind(u":status", p.status).bind(u":detection", p.detection);
    s.bind(u":confirmation", p.confirmation).bind(u":recognition", p.recognition);
    s.bind(u":verdict", p.verdict).bind(u":labels", p.labels).bind(u":received", p.received);
    s.bind(u":confirmed", p.confirmed).bind(u":remaining", p.remaining);
    s.bind(u":updated", row.createdAt).bind(u":version", row.version);
    return s.exec();
}

Outcome insertBinding(Database& db, const BindingRow& row)
{
    Statement s(db,
                u"INSERT INTO binding (id, payment_id, rail, account, reference, xpub, position,"
                u" created_at) VALUES (:id, :payment, :rail, :account, :ref, :xpub, :pos, :at)");
    s.bind(u":id", row.id).bind(u":payment", row.payment).bind(u":rail", row.rail);
    s.bind(u":account", row.account.toBytes()).bind(u":ref", row.reference);
    s.bind(u":xpub", row.xpub).bind(u":pos", row.position).bind(u":at", row.createdAt);
    return s.exec();
}

Outcome replaceBindings(Database& db, const PaymentId& payment, UtcTime now)
{
    Statement s(db,
                u"UPDATE binding SET replaced_at = :at WHERE payment_id = :payment"
                u" AND replaced_at IS NULL");
    s.bind(u":at", now).bind(u":payment", payment);
    return s.exec();
}

Result<std::vector<BindingRow>> readBindings(Database& db, const PaymentId& payment)
{
    Statement s(db,
                u"SELECT id, payment_id, rail, account, reference, xpub, position, created_at,"
                u" replaced_at FROM binding WHERE payment_id = :payment ORDER BY created_at, id");
    s.bind(u":payment", payment);
    std::vector<BindingRow> rows;
    while (s.next())
        rows.push_back(bindingFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<PaymentRow> readPayment(Database& db, const PaymentId& id)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM payment p WHERE p.id = :id").arg(paymentColumns()));
    s.bind(u":id", id);
    std::optional<PaymentRow> row;
    PolicyReader policies;
    Outcome problem = Done;
    if (s.next())
        row = paymentFrom(s, policies, problem);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (!problem)
        return fail(problem.error());
    if (!row)
        return fail(ErrorCode::NotFound, u"payment_unknown", id.text());
    return std::move(*row);
}

Result<std::optional<PaymentId>>
paymentByIdempotencyKey(Database& db, const MerchantId& merchant, const QString& key)
{
    Statement s(db,
                u"SELECT id FROM payment WHERE merchant_id = :merchant AND idempotency_key = :key");
    s.bind(u":merchant", merchant).bind(u":key", key);
    const auto ids = paymentIdsFrom(s);
    if (!ids)
        return fail(ids.error());
    return ids->empty() ? std::optional<PaymentId>() : ids->front();
}

Outcome setCancelled(Database& db, const PaymentId& id, UtcTime now)
{
    Statement s(db,
                u"UPDATE payment SET cancelled_at = :at WHERE id = :id AND cancelled_at IS NULL");
    s.bind(u":at", now).bind(u":id", id);
    return s.exec();
}

Outcome setExpiry(Database& db, const PaymentId& id, UtcTime expiresAt, UtcTime topUpUntil)
{
    Statement s(db,
                u"UPDATE payment SET expires_at = :expires, top_up_until = :topup,"
                u" expired_at = NULL, top_up_closed_at = NULL WHERE id = :id");
    s.bind(u":expires", expiresAt).bind(u":topup", topUpUntil).bind(u":id", id);
    return s.exec();
}

Outcome setAcceptedShortfall(Database& db, const PaymentId& id, const Amount& shortfall)
{
    Statement s(db, u"UPDATE payment SET accepted_shortfall = :amount WHERE id = :id");
    s.bind(u":amount", shortfall).bind(u":id", id);
    return s.exec();
}

Result<std::vector<PaymentId>> pendingPast(Database& db, qint64 rail, UtcTime readUntil, int limit)
{
    Statement s(db,
                u"SELECT id FROM payment WHERE rail = :rail AND expires_at < :until"
                u" AND expired_at IS NULL AND cancelled_at IS NULL AND status = 'pending'"
                u" ORDER BY expires_at LIMIT :limit");
    s.bind(u":rail", rail).bind(u":until", readUntil).bind(u":limit", limit);
    return paymentIdsFrom(s);
}

Result<std::vector<PaymentId>> topUpPast(Database& db, qint64 rail, UtcTime readUntil, int limit)
{
    Statement s(db,
                u"SELECT id FROM payment WHERE status = 'underpaid' AND rail = :rail"
                u" AND top_up_until < :until AND top_up_closed_at IS NULL LIMIT :limit");
    s.bind(u":rail", rail).bind(u":until", readUntil).bind(u":limit", limit);
    return paymentIdsFrom(s);
}

} // namespace tieout
