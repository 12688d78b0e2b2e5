// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is known about one payment, as plain values: the only input of the status
// derivation (paymentstate.h). The order within any list carries no meaning. Amounts are in the
// decimals of the policy's due.
#pragma once

#include "model/domain/corridor.h"
#include "model/domain/ids.h"

namespace tieout {

// One transfer or one mempool sighting bound to the payment, in the corridor's own asset. A
// transaction that was mined again has one fact per block (the old one Withdrawn), and a sighting
// keeps its own fact beside them. Never in more than one canonical block.
struct MoneyFact
{
    Hash32 tx{};
    BindingId binding;
    Amount amount;
    TransferState state = TransferState::Mempool; // Vanished: a sighting replaced or dropped
    UtcTime seenAt;                               // the sighting, or the time of its block
    std::optional<qint64> block;                  // its height; nothing for a sighting
    ConfirmationRule rule;                        // what it needs (PolicySnapshot::ruleFor)
    bool byPerson = false;                        // linked by a person
    UtcTime withdrawnAt;                          // when Withdrawn was recorded
    bool reachedConfirmed = false;                // it had been Confirmed before it was withdrawn
};

// A person's word on undecided money. The latest one about a transaction and binding holds.
struct DecisionFact
{
    Hash32 tx{};
    BindingId binding;
    DecisionKind kind = DecisionKind::Count;
    UtcTime at;
};

// The reorganisation case of a transaction was resolved by a person; withdrawals recorded after
// `at` are not covered by it.
struct ReorgResolution
{
    Hash32 tx{};
    UtcTime at;
};

// Surplus that left this payment. Grace: credited by itself because it was within tolerance.
enum class GivenKind { Credit, Grace, Applied };

struct GivenFact
{
    GivenKind kind = GivenKind::Credit;
    Amount amount;
};

// Surplus of another payment, applied to this one by a person: counts in the state of its source.
struct AppliedFact
{
    PaymentId from;
    Amount amount;
    TransferState state = TransferState::Confirmed; // the weakest of its source transfers
    bool reorgResolved = false;                     // the source's reorganisation case was resolved
};

// `amount` is what leaves the payment, fees included.
struct RefundFact
{
    RefundKind kind = RefundKind::Surplus;
    RefundState state = RefundState::Draft;
    Amount amount;
    UtcTime approvedAt; // meaningful from Approved on: a closing refund closes the payment then
};

// The gates and the journal of the books, as far as they are known; the defaults pass.
struct RecognitionFacts
{
    enum class Entry { None, Posted, Reversed };

    Entry lastEntry = Entry::None;
    bool inSignedPeriod = false;
    bool screenedClear = true;   // or not required
    bool severeCaseOpen = false; // severity 1 or 2, on the payment or its transfers
    bool periodOpen = true;
};

struct PaymentFacts
{
    PolicySnapshot policy;
    UtcTime createdAt;
    UtcTime expiresAt; // of the newest binding when it was reissued
    std::optional<UtcTime> cancelledAt;
    std::optional<UtcTime> expiredAt; // recorded once mayExpire() said yes
    bool topUpClosed = false;         // recorded once mayCloseTopUp() said yes
    std::vector<MoneyFact> money;
    std::vector<DecisionFact> decisions;
    std::vector<ReorgResolution> reorgResolutions;
    std::vector<HoldKind> openHolds;
    std::vector<GivenFact> given;
    std::vector<AppliedFact> appliedIn;
    std::vector<RefundFact> refunds;
    Amount
        acceptedShortfall; // the sum of what a person accepted as missing, below the grace; 0: none
    FulfilmentState fulfilment = FulfilmentState::None;
    RecognitionFacts recognition;
    Labels noted; // from transfers to its bindings that can't count: wrong-token, poison, sweep…
};

} // namespace tieout
