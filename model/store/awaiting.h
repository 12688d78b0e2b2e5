// SPDX-License-Identifier: GPL-3.0-or-later
// Linked transfers that a rule has not reached yet: a promotion mark that moves finds its payments
// here without looking at the transfers. Writes inside the caller's transaction.
#pragma once

#include "model/domain/ids.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct AwaitingRow
{
    QString rule;
    qint64 number = 0;
    PaymentId payment;
};

// `ofNewBlocks` promises that no row of these heights stands yet, which allows a COPY.
Outcome
addAwaiting(Database& db, qint64 rail, const std::vector<AwaitingRow>& rows, bool ofNewBlocks);
// Takes out at most `limit` rows that the mark has passed, lowest first, and answers their
// payments.
Result<std::vector<PaymentId>>
takeAwaiting(Database& db, qint64 rail, const QString& rule, qint64 mark, int limit);
// A rewind: what waited above `ancestor` waits no more.
Outcome dropAwaitingAbove(Database& db, qint64 rail, qint64 ancestor);
// Rules that something waits for.
Result<std::vector<QString>> awaitedRules(Database& db, qint64 rail);

} // namespace tieout
