// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commands/paymentpayloads.h"

#include "model/commands/payloadreader.h"

#include <initializer_list>

namespace tieout {

namespace {

// The longest time a payment may be asked to stay open: 90 days.
constexpr qint64 kMaxExpiryMs = 90LL * 24 * 3600 * 1000;
constexpr qint64 kMaxVersion = 1LL << 50;

std::optional<Duration> expiryFrom(PayloadReader& reader)
{
    const auto ms = reader.optionalInteger("expires_in_ms", 1000, kMaxExpiryMs);
    return ms ? std::optional(Duration(*ms)) : std::nullopt;
}

void putExpiry(QJsonObject& json, const std::optional<Duration>& expiresIn)
{
    if (expiresIn)
        json.insert(u"expires_in_ms", qint64(expiresIn->count()));
}

void putText(QJsonObject& json, const char* key, const QString& text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(key), text);
}

} // namespace

QJsonObject CreatePaymentPayload::toJson() const
{
    QJsonObject json{{QStringLiteral("corridor"), corridor}, {QStringLiteral("amount"), amount}};
    putText(json, "merchant", merchant);
    putText(json, "order_reference", orderReference);
    putText(json, "customer", customer);
    putText(json, "idempotency_key", idempotencyKey);
    putExpiry(json, expiresIn);
    return json;
}

Result<CreatePaymentPayload> CreatePaymentPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    CreatePaymentPayload value;
    value.merchant = reader.optionalText("merchant");
    value.corridor = reader.text("corridor");
    value.amount = reader.amountText("amount");
    value.orderReference = reader.optionalText("order_reference");
    value.customer = reader.optionalText("customer");
    value.expiresIn = expiryFrom(reader);
    value.idempotencyKey = reader.optionalText("idempotency_key");
    return reader.finishWith(value);
}

QJsonObject CancelPaymentPayload::toJson() const
{
    return {{QStringLiteral("payment"), payment.text()},
            {QStringLiteral("expected_version"), expectedVersion},
            {QStringLiteral("reason"), reason}};
}

Result<CancelPaymentPayload> CancelPaymentPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    CancelPaymentPayload value;
    value.payment = reader.id<PaymentTag>("payment");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.reason = reader.optionalText("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject ReissuePaymentPayload::toJson() const
{
    QJsonObject json{{QStringLiteral("payment"), payment.text()},
                     {QStringLiteral("expected_version"), expectedVersion},
                     {QStringLiteral("reason"), reason}};
    putExpiry(json, expiresIn);
    return json;
}

Result<ReissuePaymentPayload> ReissuePaymentPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    ReissuePaymentPayload value;
    value.payment = reader.id<PaymentTag>("payment");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.expiresIn = expiryFrom(reader);
    value.reason = reader.optionalText("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject HoldPaymentPayload::toJson() const
{
    return {{QStringLiteral("payment"), payment.text()},
            {QStringLiteral("expected_version"), expectedVersion},
            {QStringLiteral("cause"), cause},
            {QStringLiteral("reason"), reason}};
}

Result<HoldPaymentPayload> HoldPaymentPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    HoldPaymentPayload value;
    value.payment = reader.id<PaymentTag>("payment");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.cause = reader.word("cause", {u"operator", u"finance", u"screening"});
    value.reason = reader.text("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject ReleasePaymentPayload::toJson() const
{
    return {{QStringLiteral("payment"), payment.text()},
            {QStringLiteral("hold"), hold.text()},
            {QStringLiteral("expected_version"), expectedVersion},
            {QStringLiteral("reason"), reason}};
}

Result<ReleasePaymentPayload> ReleasePaymentPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    ReleasePaymentPayload value;
    value.payment = reader.id<PaymentTag>("payment");
    value.hold = reader.id<HoldTag>("hold");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.reason = reader.text("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject LinkTransferPayload::toJson() const
{
    QJsonObject json{{QStringLiteral("rail"), rail},
                     {QStringLiteral("tx"), tx},
                     {QStringLiteral("account"), account},
                     {QStringLiteral("payment"), payment.text()},
                     {QStringLiteral("expected_version"), expectedVersion},
                     {QStringLiteral("reason"), reason}};
    putText(json, "reference", reference);
    return json;
}

Result<LinkTransferPayload> LinkTransferPayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    LinkTransferPayload value;
    value.rail = reader.text("rail");
    value.tx = reader.hexText("tx");
    value.account = reader.text("account");
    value.reference = reader.optionalText("reference");
    value.payment = reader.id<PaymentTag>("payment");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.reason = reader.text("reason", 2000);
    return reader.finishWith(value);
}

QJsonObject ResolveCasePayload::toJson() const
{
    return {{QStringLiteral("case"), id.text()},
            {QStringLiteral("expected_version"), expectedVersion},
            {QStringLiteral("resolution"), resolution},
            {QStringLiteral("reason"), reason}};
}

Result<ResolveCasePayload> ResolveCasePayload::fromJson(const QJsonObject& json)
{
    PayloadReader reader(json);
    ResolveCasePayload value;
    value.id = reader.id<CaseTag>("case");
    value.expectedVersion = reader.integer("expected_version", 0, kMaxVersion);
    value.resolution = reader.word("resolution", {u"accept", u"decline"});
    value.reason = reader.text("reason", 2000);
    return reader.finishWith(value);
}

} // namespace tieout
