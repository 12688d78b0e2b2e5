// SPDX-License-Identifier: GPL-3.0-or-later
// The payloads of commands about payments, transfers and cases: plain values, each with its way to
// JSON and back. `expectedVersion` is the version that the person saw: the second of two people
// learns that somebody was first. fromJson fails with Invalid (payload_invalid). Values.
#pragma once

#include "model/domain/ids.h"
#include "model/domain/result.h"
#include "model/domain/utctime.h"

#include <QJsonObject>

#include <optional>

namespace tieout {

// Kind payment.create. Amounts travel as decimal text: their precision is the corridor's to judge.
struct CreatePaymentPayload
{
    QString merchant; // its id or its name; empty: the desk's only one
    QString corridor;
    QString amount;
    QString orderReference;
    QString customer;
    std::optional<Duration> expiresIn; // the corridor's when absent
    QString idempotencyKey;

    QJsonObject toJson() const;
    static Result<CreatePaymentPayload> fromJson(const QJsonObject& json);
    bool operator==(const CreatePaymentPayload&) const = default;
};

// Kind payment.cancel.
struct CancelPaymentPayload
{
    PaymentId payment;
    qint64 expectedVersion = 0;
    QString reason;

    QJsonObject toJson() const;
    static Result<CancelPaymentPayload> fromJson(const QJsonObject& json);
    bool operator==(const CancelPaymentPayload&) const = default;
};

// Kind payment.reissue.
struct ReissuePaymentPayload
{
    PaymentId payment;
    qint64 expectedVersion = 0;
    std::optional<Duration> expiresIn;
    QString reason;

    QJsonObject toJson() const;
    static Result<ReissuePaymentPayload> fromJson(const QJsonObject& json);
    bool operator==(const ReissuePaymentPayload&) const = default;
};

// Kind payment.hold.
struct HoldPaymentPayload
{
    PaymentId payment;
    qint64 expectedVersion = 0;
    QString cause; // operator, finance, screening
    QString reason;

    QJsonObject toJson() const;
    static Result<HoldPaymentPayload> fromJson(const QJsonObject& json);
    bool operator==(const HoldPaymentPayload&) const = default;
};

// Kind payment.release.
struct ReleasePaymentPayload
{
    PaymentId payment;
    HoldId hold;
    qint64 expectedVersion = 0;
    QString reason;

    QJsonObject toJson() const;
    static Result<ReleasePaymentPayload> fromJson(const QJsonObject& json);
    bool operator==(const ReleasePaymentPayload&) const = default;
};

// Kind transfer.link: the money of one chain transaction to one destination belongs to this
// payment.
struct LinkTransferPayload
{
    QString rail;
    QString tx;        // hex
    QString account;   // the destination as the rail writes it
    QString reference; // memo or tag, when the destination is shared
    PaymentId payment;
    qint64 expectedVersion = 0;
    QString reason;

    QJsonObject toJson() const;
    static Result<LinkTransferPayload> fromJson(const QJsonObject& json);
    bool operator==(const LinkTransferPayload&) const = default;
};

// Kind case.resolve.
struct ResolveCasePayload
{
    CaseId id;
    qint64 expectedVersion = 0;
    QString resolution; // accept or decline
    QString reason;

    QJsonObject toJson() const;
    static Result<ResolveCasePayload> fromJson(const QJsonObject& json);
    bool operator==(const ResolveCasePayload&) const = default;
};

} // namespace tieout
