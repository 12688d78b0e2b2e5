// SPDX-License-Identifier: GPL-3.0-or-later
// The derivation of a payment's tracks, status, verdict, labels, sums and needed cases from its
// facts (what counts, and the table of statuses). Pure: no clock, and any order of the
// same facts gives the same state. Errors: amount_range when a sum leaves 128 bits,
// amount_decimals.
#pragma once

#include "model/domain/casecodes.h"
#include "model/domain/payment.h"

namespace tieout {

// A case that the facts demand. With a transaction, the transfer is the subject; else the payment.
struct NeededCase
{
    CaseCode code;
    std::optional<Hash32> tx;
    BindingId binding; // empty without tx
    Amount amount;     // the money in question

    bool operator==(const NeededCase&) const = default;
};

// What the queue shows beside a payment on its way: the block that decides and the rule it needs.
struct Deciding
{
    qint64 block = 0;
    ConfirmationRule rule;

    bool operator==(const Deciding&) const = default;
};

struct PaymentState
{
    PaymentStatus status = PaymentStatus::Pending;
    DetectionState detection = DetectionState::Created;
    ConfirmationState confirmation = ConfirmationState::None;
    RecognitionState recognition = RecognitionState::NotEligible;
    Verdict verdict = Verdict::None;
    Amount delta; // what was judged less the due; 0 without a verdict
    Labels labels;

    Amount low;
    Amount high;
    Amount confirmed;   // C: counts and is confirmed, less what was given away; may be negative
    Amount mined;       // M: C and what counts and is mined
    Amount final;       // the same sum of what is Final
    Amount mempool;     // would count and is seen in the mempool only
    Amount undecided;   // mined or deeper, and waits for a person
    Amount received;    // all that counts and is mined or deeper, before anything was given away
    Amount remaining;   // still due beyond M, never negative; 0 once M satisfies
    Amount surplus;     // C beyond due, never negative: what may be given away
    Amount graceCredit; // surplus within tolerance that the engine should credit by itself now

    bool closed = false; // cancelled, or a closing refund approved
    bool promptTopUp = false;
    Amount askFor; // what the prompt asks for: remaining less the mempool
    std::optional<Deciding> deciding;
    std::vector<NeededCase> cases; // sorted by code, transaction, binding

    bool operator==(const PaymentState&) const = default;
};

Result<PaymentState> derivePaymentState(const PaymentFacts& facts);

// Whether derivePaymentState alone decides about cases of this code: an open one that it doesn't
// name any more has lost its fact.
bool isDerivedCase(CaseCode code);

// The rail was read past the deadline (a block later than it), the payment is Pending and no money
// that would count is in the mempool.
Result<bool> mayExpire(const PaymentFacts& facts, UtcTime railReadUntil);
// The rail was read past expiry + top-up window.
bool mayCloseTopUp(const PaymentFacts& facts, UtcTime railReadUntil);
UtcTime topUpEnd(const PaymentFacts& facts);

// Reasons: payment_closed, payment_has_money (any but dust was seen, in any state).
Outcome mayCancel(const PaymentFacts& facts);
// Reasons: payment_closed, payment_has_undecided_money.
Outcome mayReissue(const PaymentFacts& facts);
// The same, also payment_released (it is paid), corridor_stopped and corridor_retired. Suspended
// means "no new payments": one that is open may still be paid, so it may be asked again.
Outcome mayReissueOn(const PaymentFacts& facts, const CorridorVersion& corridor);

// The hold that a command's word opens ("screening", "finance", else an operator's), and whose word
// a hold of a kind is; nobody's where any class that may submit the command will do.
HoldKind holdKindOfCause(QStringView cause);
std::optional<Role> roleOfHold(HoldKind kind);
// Whether stopping the corridor opens a hold: neither released, closed nor expired.
bool stopOpensHold(const PaymentFacts& facts);

} // namespace tieout
