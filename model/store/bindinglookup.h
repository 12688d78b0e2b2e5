// SPDX-License-Identifier: GPL-3.0-or-later
// Which accounts of a batch are deposit addresses, and which payments they are bound to: two
// queries for any number of accounts. Inside the caller's transaction, on the thread of the
// Database.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

#include <QHash>
#include <QPair>
#include <QSet>

#include <vector>

namespace tieout {

struct BoundAddress
{
    BindingId binding;
    PaymentId payment;
    qint64 rail = 0;
    Account token; // what the payment's corridor takes
};

struct BindingLookup
{
    // By account and reference; those of the asked rail come first.
    QHash<QPair<Account, QString>, std::vector<BoundAddress>> bindings;
    QSet<Account> deposits;
};

Result<BindingLookup>
lookUpBindings(Database& db, qint64 rail, const std::vector<Account>& accounts);

// Payments that a chain transaction is linked with.
Result<std::vector<PaymentId>> linkedPayments(Database& db, qint64 rail, const Hash32& tx);

} // namespace tieout
