// SPDX-License-Identifier: GPL-3.0-or-later
// Which payments the credits of a batch belong to: what a person linked before stays so; then
// classification before matching, then the binder of domain/matching, with links, labels and cases
// as the outcome; later money on a stopped corridor is held. Used by the recording actions, inside
// their transaction.
#pragma once

#include "model/actions/railcontext.h"
#include "model/store/cases.h"
#include "model/store/paymentfacts.h"

namespace tieout {

// A credit with the rows that it refers to; blockId 0 for one that is in the mempool only.
struct Credit
{
    const TransferLog* log = nullptr;
    qint64 blockId = 0;
    TokenRow token;
    Amount amount;
    bool raw = false; // above 2^127 − 1
    UtcTime seenAt;
    bool stands = false; // its row was there before
};

struct BindSummary
{
    qint64 bound = 0;
    std::vector<PaymentId> payments; // may repeat
};

// What people linked, by transaction.
using PeopleLinks = QHash<QByteArray, std::vector<PersonsLink>>;
// Of the money that came straight to our own addresses, which is nobody's unless a person said so.
// Once in a transaction, for all of its bindTransfers().
Result<PeopleLinks> linksAtOwn(Database& db, const RailContext& rail);

Result<BindSummary> bindTransfers(Database& db,
                                  RailContext& rail,
                                  const std::vector<Credit>& credits,
                                  const PeopleLinks& atOwn,
                                  UtcTime now);

} // namespace tieout
