// SPDX-License-Identifier: GPL-3.0-or-later
// What counts: the facts about a payment's money grouped by chain transaction and
// binding, each judged once. A part of the derivation in paymentstate.h. Pure; order has no
// meaning.
#pragma once

#include "model/domain/payment.h"

namespace tieout {

// All that is known of one transaction at one binding, without dust.
struct MoneyGroup
{
    Hash32 tx{};
    BindingId binding;
    UtcTime firstSeen;                 // of all sightings and block times, withdrawn ones included
    std::optional<UtcTime> firstMined; // of all block times
    std::vector<MoneyFact> live;       // in a canonical block
    std::vector<MoneyFact> waiting;    // in the mempool; empty once something is live
    std::vector<MoneyFact> withdrawn;
    std::optional<DecisionKind> decision;
    bool byPerson = false;
    bool inTime = false; // by expiry, or inside the window that earlier money opened
    bool counts = false;
    bool undecided = false;
    bool reorgResolved = false; // a person's resolution covers every withdrawal

    bool isGone() const { return live.empty() && !withdrawn.empty(); }
};

struct MoneyCount
{
    std::vector<MoneyGroup> groups; // sorted by transaction and binding
    std::vector<MoneyGroup> dust;   // the same, only with dust that is mined or deeper
    bool closed = false;
    std::optional<UtcTime> refundClosedAt;
    bool windowOpened = false; // earlier money had been mined: top-ups count until topUpEnd
};

MoneyCount countMoney(const PaymentFacts& facts);

// From Approved on, and not given back by a rejection or failure.
bool isEffective(RefundState state);
bool isConfirmed(RefundState state);

} // namespace tieout
