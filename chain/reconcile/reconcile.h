// SPDX-License-Identifier: GPL-3.0-or-later
// reconcile: the chain against the payments, in both directions, in its first form: matched money,
// money without a payment, payments that say more than the chain holds, gaps in what was read and
// work that is still open. Reads only. Thread of the Database.
#pragma once

#include "model/store/coverage.h"
#include "model/store/rails.h"
#include "model/store/reconciliation.h"

#include <QJsonObject>

namespace tieout {

struct ReconciledRail
{
    QString name;
    qint64 readThrough = -1;
    qint64 head = -1;
    bool healthy = false;
    QString reason; // why it isn't
    std::vector<Gap> gaps;
};

struct Reconciliation
{
    UtcTime since;
    std::vector<ReconciledToken> tokens;
    std::vector<UnmatchedMoney> unmatched;   // money without a payment, unexplained first
    bool unmatchedCut = false;               // there is more of it than the list holds
    std::vector<UncoveredPayment> uncovered; // paid without money
    std::vector<ReconciledRail> rails;
    std::vector<StatusCount> payments;
    qint64 openCases = 0;
    qint64 waitingCommands = 0;
    qint64 unsealed = 0; // entries of the journal without their place in the chain

    // Money without a payment that nobody was told of.
    qint64 unexplained() const;
    // Everything that the chain holds is a payment's or in somebody's hands, no payment says more
    // than it got, and every block was read. What wasn't all looked at doesn't tie: a list that was
    // cut, a rail that has read blocks and has no ledger of them.
    bool ties() const;
    QJsonObject toJson() const;
    QString toText() const; // lines for a terminal
};

inline constexpr int kReconcileLimit = 10'000;

// `limit`: rows of each list.
Result<Reconciliation> reconcile(Database& db, UtcTime since, int limit = kReconcileLimit);

} // namespace tieout
