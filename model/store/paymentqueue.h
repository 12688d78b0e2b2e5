// SPDX-License-Identifier: GPL-3.0-or-later
// The payments queue as it is read: rows of the projection in keyset pages, places and counts, for
// any filter and sort. Reads only; thread of the Database. Errors are those of Statement.
#pragma once

#include "model/domain/confirmation.h"
#include "model/domain/filter.h"
#include "model/domain/ids.h"
#include "model/store/database.h"
#include "model/store/pagekey.h"

#include <vector>

namespace tieout {

// Amounts are no sort order: minor units of tokens with different decimals don't compare.
enum class PaymentSort { Created, Status, Corridor, OrderReference };

// What the queue shows. `filter` is of paymentFilterFields(), and `now` what its relative times
// mean: the same for all pages and counts of one list.
struct PaymentQuery
{
    PaymentSort sort = PaymentSort::Created;
    bool descending = true;
    Filter filter;
    UtcTime now;

    bool operator==(const PaymentQuery&) const = default;
};

struct QueueRow
{
    PaymentId id;
    QString corridor;
    qint64 rail = 0;
    QString railName;
    QString symbol;
    Amount due;
    Amount received;
    Amount remaining;
    PaymentStatus status = PaymentStatus::Pending;
    ConfirmationState confirmation = ConfirmationState::None;
    Labels labels;
    std::optional<qint64> decidingNumber;
    std::optional<ConfirmationRule> rule; // nothing while no money decides
    UtcTime createdAt;
    UtcTime expiresAt;
    QString orderReference;
    QString customer;
    qint64 version = 0;

    bool operator==(const QueueRow&) const = default;
};

PageKey placeOf(const QueueRow& row, PaymentSort sort);

// At most `limit` rows from `start`, `skip` rows later.
Result<std::vector<QueueRow>> readPaymentPage(
    Database& db, const PaymentQuery& query, const PageStart& start, qint64 skip, int limit);
// In no order, whatever the filter; ids that don't exist are left out. At most 500 ids.
Result<std::vector<QueueRow>> readPaymentsById(Database& db, const QStringList& ids);
// The place of the row that stands `steps` rows behind `start`; nothing beyond the end.
Result<std::optional<PageKey>>
paymentPlaceBehind(Database& db, const PaymentQuery& query, const PageStart& start, qint64 steps);
// The place of a payment if the filter shows it.
Result<std::optional<PageKey>>
paymentPlaceOf(Database& db, const PaymentQuery& query, const QString& id);
// Rows from `start` up to but without `end`, counted no further than `limit`.
Result<qint64> countPayments(Database& db,
                             const PaymentQuery& query,
                             const PageStart& start,
                             const std::optional<PageKey>& end,
                             qint64 limit);

} // namespace tieout
