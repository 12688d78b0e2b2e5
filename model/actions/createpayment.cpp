// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/createpayment.h"

#include "model/actions/checkaddresses.h"
#include "model/actions/newbinding.h"
#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/domain/paymentstate.h"
#include "model/store/corridors.h"
#include "model/store/environment.h"
#include "model/store/events.h"
#include "model/store/transfers.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

QJsonObject describePayment(const PaymentRow& row, const BindingRow& binding, const RailRow& rail)
{
    return {{QStringLiteral("payment"), row.id.text()},
            {QStringLiteral("merchant"), row.merchant.text()},
            {QStringLiteral("corridor"), row.policy.corridor},
            {QStringLiteral("corridor_version"), row.policy.version},
            {QStringLiteral("amount"), row.policy.due.toText()},
            {QStringLiteral("symbol"), row.symbol},
            {QStringLiteral("address"), accountText(rail, binding.account)},
            {QStringLiteral("reference"), binding.reference},
            {QStringLiteral("order_reference"), row.orderReference},
            {QStringLiteral("status"), row.projection.status},
            {QStringLiteral("version"), row.version},
            {QStringLiteral("created_at"), row.createdAt.toText()},
            {QStringLiteral("expires_at"), row.expiresAt.toText()}};
}

// The terms that a repeated request must repeat. Its expiry is compared while the first one stands.
bool asksForTheSame(const CreatePaymentPayload& payload,
                    const PaymentRow& row,
                    const std::vector<BindingRow>& bindings)
{
    const auto due = Amount::parse(payload.amount, row.decimals);
    const bool reissued = bindings.size() > 1;
    return payload.corridor == row.policy.corridor && due && *due == row.policy.due &&
           payload.orderReference == row.orderReference && payload.customer == row.customer &&
           (!payload.expiresIn || reissued || row.createdAt + *payload.expiresIn == row.expiresAt);
}

Result<QJsonObject>
answerAgain(Database& db, const PaymentId& id, const CreatePaymentPayload& payload)
{
    const auto row = readPayment(db, id);
    if (!row)
        return fail(row.error());
    const auto bindings = readBindings(db, id);
    if (!bindings)
        return fail(bindings.error());
    const auto present = std::find_if(
        bindings->begin(), bindings->end(), [](const BindingRow& b) { return !b.replacedAt; });
    if (present == bindings->end() || !asksForTheSame(payload, *row, *bindings))
        return fail(ErrorCode::Conflict,
                    u"idempotency_key_reused",
                    QStringLiteral("the key belongs to %1").arg(id.text()));
    if (const auto proved = demandProved(db, id); !proved)
        return fail(proved.error());
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    for (const RailRow& rail : *rails) {
        if (rail.id != row->rail)
            continue;
        QJsonObject answer = describePayment(*row, *present, rail);
        answer.insert(QStringLiteral("created"), false);
        return answer;
    }
    return fail(ErrorCode::Corrupt, u"rail_unknown", id.text());
}

struct PaymentTerms
{
    CorridorVersion corridor;
    RailRow rail;
    Amount due;
};

Result<PaymentTerms>
agreeOnTerms(Database& db, const MerchantRow& merchant, const CreatePaymentPayload& payload)
{
    PaymentTerms terms;
    auto corridor = currentCorridor(db, payload.corridor);
    if (!corridor)
        return fail(corridor.error());
    terms.corridor = std::move(corridor).value();
    const auto enabled = corridorEnabled(db, merchant.id, payload.corridor);
    if (!enabled)
        return fail(enabled.error());
    if (!*enabled)
        return fail(ErrorCode::Forbidden,
                    u"corridor_not_enabled",
                    QStringLiteral("%1 for %2").arg(payload.corridor, merchant.name));
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    const auto due = Amount::parse(payload.amount, terms.corridor.decimals);
    if (!due)
        return fail(due.error());
    terms.due = *due;
    const bool sandbox = environment->name == u"sandbox";
    if (const auto may = mayCreatePayment(terms.corridor, *due, sandbox); !may)
        return fail(may.error());
    auto rail = railByName(db, terms.corridor.rail);
    if (!rail)
        return fail(rail.error());
    terms.rail = std::move(rail).value();
    return terms;
}

Result<qint64> tokenOf(Database& db, const PaymentTerms& terms)
{
    const auto contract = terms.corridor.asset.contract();
    if (!contract)
        return fail(contract.error());
    return ensureToken(db,
                       {0,
                        terms.rail.id,
                        Account::of(contract->bytes()),
                        terms.corridor.symbol,
                        terms.corridor.decimals,
                        true});
}

// What no facts imply; the deadlines and marks of a projection come later.
Result<PaymentProjection> projectNothing(const PaymentRow& row)
{
    PaymentFacts facts;
    facts.policy = row.policy;
    facts.createdAt = row.createdAt;
    facts.expiresAt = row.expiresAt;
    facts.acceptedShortfall = row.acceptedShortfall;
    const auto state = derivePaymentState(facts);
    if (!state)
        return fail(state.error());
    PaymentProjection projection;
    projection.status = toText(state->status);
    projection.detection = toText(state->detection);
    projection.confirmation = toText(state->confirmation);
    projection.recognition = toText(state->recognition);
    projection.verdict = toText(state->verdict);
    projection.labels = state->labels.toText();
    projection.received = state->received;
    projection.confirmed = state->confirmed;
    projection.remaining = state->remaining;
    return projection;
}

Result<PaymentRow> composePayment(const PaymentTerms& terms,
                                  const MerchantRow& merchant,
                                  qint64 token,
                                  const CreatePaymentPayload& payload,
                                  const ActionContext& context)
{
    PaymentRow row;
    row.id = PaymentId::make(context.now);
    row.merchant = merchant.id;
    row.rail = terms.rail.id;
    row.token = token;
    row.symbol = terms.corridor.symbol;
    row.decimals = terms.corridor.decimals;
    auto policy = pinPolicy(terms.corridor, terms.due);
    if (!policy)
        return fail(policy.error());
    row.policy = std::move(policy).value();
    row.createdAt = context.now;
    row.expiresAt = context.now + payload.expiresIn.value_or(terms.corridor.expiry);
    row.topUpUntil = row.expiresAt + row.policy.topUpWindow;
    row.orderReference = payload.orderReference;
    row.customer = payload.customer;
    row.idempotencyKey = payload.idempotencyKey;
    row.correlationId = context.correlationId.isEmpty()
                            ? QStringLiteral("cor_") + makeUlid(context.now)
                            : context.correlationId;
    row.acceptedShortfall = terms.due.zero();
    auto projection = projectNothing(row);
    if (!projection)
        return fail(projection.error());
    row.projection = std::move(projection).value();
    row.version = 1;
    return row;
}

Outcome recordCreation(Database& db,
                       const PaymentRow& row,
                       const QJsonObject& description,
                       const ActionContext& context)
{
    EventRow event;
    event.id = EventId::make(context.now);
    event.type = EventType::PaymentCreated;
    event.subject = row.id.text();
    event.subjectVersion = row.version;
    event.correlationId = row.correlationId;
    event.payload = QString::fromUtf8(QJsonDocument(description).toJson(QJsonDocument::Compact));
    event.at = context.now;
    if (auto done = insertEvents(db, {event}); !done)
        return done;
    QJsonObject data = description;
    data.insert(QStringLiteral("correlation_id"), row.correlationId);
    return writeEntry(db, row.id.text(), row.version, kinds::kPaymentCreate, data, context);
}

} // namespace

Result<QJsonObject>
createPayment(Database& db, const CreatePaymentPayload& payload, const ActionContext& context)
{
    const auto merchant = findMerchant(db, payload.merchant);
    if (!merchant)
        return fail(merchant.error());
    if (!payload.idempotencyKey.isEmpty()) {
        const auto known = paymentByIdempotencyKey(db, merchant->id, payload.idempotencyKey);
        if (!known)
            return fail(known.error());
        if (*known)
            return answerAgain(db, **known, payload);
    }
    const auto terms = agreeOnTerms(db, *merchant, payload);
    if (!terms)
        return fail(terms.error());
    const auto token = tokenOf(db, *terms);
    if (!token)
        return fail(token.error());
    const auto row = composePayment(*terms, *merchant, *token, payload, context);
    if (!row)
        return fail(row.error());
    if (auto done = insertPayment(db, *row); !done)
        return fail(done.error());
    const auto binding = newBinding(db, terms->corridor, terms->rail.id, row->id, context.now);
    if (!binding)
        return fail(binding.error());
    QJsonObject answer = describePayment(*row, *binding, terms->rail);
    if (auto done = recordCreation(db, *row, answer, context); !done)
        return fail(done.error());
    answer.insert(QStringLiteral("created"), true);
    return answer;
}

} // namespace tieout
