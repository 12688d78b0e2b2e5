// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the console shows about one payment, read in one go: terms, tracks, money, holds,
// cases, events, bindings. For reading only; no rule is applied here. Thread of the Database.
#pragma once

#include "model/domain/address.h"
#include "model/store/paymentqueue.h"

namespace tieout {

// One transfer (in a block) or one sighting (in the mempool), in the order in which they were seen.
struct DetailMoney
{
    QByteArray tx;
    QString symbol;
    Amount amount;
    QByteArray from;
    QByteArray to;
    QString reference;
    QString linkedBy;                  // "binding", or who linked it; empty for a sighting
    std::optional<qint64> blockNumber; // nothing in the mempool
    QByteArray blockHash;
    std::optional<qint64> logIndex;
    UtcTime seenAt; // block time, or the sighting's
    std::optional<UtcTime> withdrawnAt;
    QString sightingState; // seen, replaced, dropped; empty for a transfer
    QByteArray replacedBy;
};

struct DetailHold
{
    QString id;
    HoldKind kind = HoldKind::Operator;
    QString reason;
    UtcTime openedAt;
    QString openedBy;
    std::optional<UtcTime> closedAt;
    QString closedBy;
    QString closeReason;
};

struct DetailCase
{
    QString id;
    QString code;
    int severity = 4;
    QString owner;
    bool open = true;
    UtcTime openedAt;
    std::optional<UtcTime> dueAt;
    std::optional<UtcTime> resolvedAt;
    QString resolvedBy;
    QString resolution;
    QString reason;
};

struct DetailEvent
{
    QString id;
    QString type;
    qint64 version = 0;
    QString payload; // JSON
    UtcTime at;
};

struct DetailBinding
{
    QString id;
    QByteArray account;
    QString reference;
    std::optional<qint64> position; // of the xpub
    UtcTime createdAt;
    std::optional<UtcTime> replacedAt;
    // Looked at each time it is read (bindingproof.h): what isn't is never shown, copied or
    // answered.
    bool isProved = false;
};

struct DetailDecision
{
    DecisionKind kind = DecisionKind::Count;
    QByteArray tx;
    UtcTime at;
    QString by;
    QString reason;
};

struct PaymentDetail
{
    QueueRow row;
    QString merchant;
    QString railFamily;
    QString chain; // CAIP-2
    qint64 policyVersion = 0;
    UtcTime topUpUntil;
    QString correlationId;
    std::optional<UtcTime> cancelledAt;
    std::optional<UtcTime> expiredAt;
    std::optional<UtcTime> releasedAt;
    std::optional<UtcTime> confirmedAt;
    std::optional<UtcTime> finalAt;
    FulfilmentState fulfilment = FulfilmentState::None;
    DetectionState detection = DetectionState::Created;
    RecognitionState recognition = RecognitionState::NotEligible;
    Verdict verdict = Verdict::None;
    Amount confirmed;
    std::optional<qint64> head;          // of its rail
    std::vector<DetailBinding> bindings; // the present one first
    std::vector<DetailMoney> money;
    std::vector<DetailHold> holds;
    std::vector<DetailCase> cases;
    std::vector<DetailDecision> decisions;
    std::vector<DetailEvent> events;

    // Rail families other than Tron write accounts as EVM does.
    QString accountText(const QByteArray& account) const;
};

// NotFound (payment_unknown).
Result<PaymentDetail> readPaymentDetail(Database& db, const PaymentId& id);

} // namespace tieout
