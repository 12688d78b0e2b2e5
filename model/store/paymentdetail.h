// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the console shows about one payment, read in one go: terms, tracks, money, holds,
// cases, events, journal, bindings. For reading only; no rule is applied here. Thread of the
// Database.
#pragma once

#include "model/domain/address.h"
#include "model/domain/blocks.h"
#include "model/domain/caip.h"
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
    QString linkedBy; // "binding", or who linked it; empty for a sighting
    UtcTime linkedAt;
    std::optional<qint64> blockNumber; // nothing in the mempool
    QByteArray blockHash;
    std::optional<qint64> logIndex;
    UtcTime seenAt; // block time, or the sighting's
    std::optional<UtcTime> withdrawnAt;
    QString sightingState; // seen, replaced, dropped; empty for a transfer
    UtcTime sightingStateAt;
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

// Surplus that was given away.
struct DetailCredit
{
    QString kind; // credit, grace, applied
    Amount amount;
    QString toPayment;
    UtcTime at;
    QString by;
    QString reason;
};

// A line of the journal about the payment, or its body while it waits for its place in the chain.
struct DetailEntry
{
    qint64 version = 0; // of the payment, that the entry tells of
    QString line;       // JSON, as it is stored
    bool sealed = false;
};

// How far the payment's rail is, and why it may stand still though the chain went on.
struct DetailRail
{
    QString family;
    QString chain;              // CAIP-2
    QString explorer;           // a template of explorerUrl(); empty: none
    std::optional<qint64> head; // nothing before the first
    UtcTime headTime;
    FinalityMarks marks;
    bool healthy = true;
    bool frozen = false;
    int agreeing = 1; // distinct operators known to name the tip
};

// Events that endpoints still wait for.
struct DetailOutbox
{
    qint64 waiting = 0;
    std::optional<UtcTime> dueAt; // of the next one
    int attempts = 0;             // at most made for one of them
};

struct PaymentDetail
{
    QueueRow row;
    QString merchant;
    DetailRail rail;
    qint64 policyVersion = 0;
    QString policy; // JSON, as it was pinned
    AssetId asset;  // of the version that was pinned; empty when that can't be read
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
    std::vector<DetailBinding> bindings; // the present one first
    std::vector<DetailMoney> money;
    std::vector<DetailHold> holds;
    std::vector<DetailCase> cases;
    std::vector<DetailDecision> decisions;
    std::vector<DetailCredit> credits;
    std::vector<DetailEvent> events;  // the newest first
    std::vector<DetailEntry> journal; // the newest first
    DetailOutbox outbox;

    // Rail families other than Tron write accounts as EVM does.
    QString accountText(const QByteArray& account) const;
};

// NotFound (payment_unknown).
Result<PaymentDetail> readPaymentDetail(Database& db, const PaymentId& id);

} // namespace tieout
