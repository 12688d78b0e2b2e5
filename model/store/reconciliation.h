// SPDX-License-Identifier: GPL-3.0-or-later
// What the chain holds against what payments say, in both directions, for a period. Reads only;
// every rule is told here as SQL over canonical blocks, not taken from the projection, so that a
// projection that is wrong shows. Thread of the Database.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/domain/ids.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

// Canonical transfers of a token that the chain holds for payments, and what payments say.
struct ReconciledToken
{
    QString rail;
    QString symbol;
    int decimals = 0;
    Amount linked; // canonical, linked with a payment, in its own token, and nobody declined it
    qint64 linkedCount = 0;
    Amount declined; // the same, but a person said that it is not for the payment
    qint64 declinedCount = 0;
    Amount unmatched; // canonical, to our addresses from outside, with no payment
    qint64 unmatchedCount = 0;
    Amount received; // what the payments' projections say
    qint64 payments = 0;
};

Result<std::vector<ReconciledToken>> reconcileTokens(Database& db, UtcTime since);

// Money on one of our deposit or shared addresses that no payment owns.
struct UnmatchedMoney
{
    QString rail;
    qint64 block = 0;
    Hash32 tx{};
    qint32 logIndex = 0;
    QByteArray to;
    QString symbol;
    Amount amount;
    QString reference;
    bool hasCase = false; // somebody was told, or has decided
};

// What nobody was told of comes first, then the oldest.
Result<std::vector<UnmatchedMoney>> unmatchedMoney(Database& db, UtcTime since, int limit);

// A payment whose stored sums are not those of its canonical transfers.
struct UncoveredPayment
{
    PaymentId payment;
    QString symbol;
    QString status;
    Amount says;   // received, by the projection
    Amount linked; // canonical transfers in its own token that nobody declined
};

// Those that say they received more than the chain holds for them: paid without money.
Result<std::vector<UncoveredPayment>> uncoveredPayments(Database& db, UtcTime since, int limit);

// Payments created since, by status, for the summary.
struct StatusCount
{
    QString status;
    qint64 count = 0;
};
Result<std::vector<StatusCount>> paymentsByStatus(Database& db, UtcTime since);

} // namespace tieout
