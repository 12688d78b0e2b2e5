// SPDX-License-Identifier: GPL-3.0-or-later
// Reading holds, and the payments that a stopped corridor holds. Thread of the Database; inside the
// caller's transaction.
#pragma once

#include "model/store/paymentfacts.h"

namespace tieout {

// NotFound (hold_unknown), also when it is closed.
Result<HoldRow> readOpenHold(Database& db, const HoldId& id);
// The open ones of a payment, the oldest first.
Result<std::vector<HoldRow>> openHoldsOf(Database& db, const PaymentId& payment);
// Payments of a corridor that are neither cancelled, released nor expired, in the order of their
// ids, behind `after` (empty: from the first). A superset of what stopOpensHold() says yes to.
Result<std::vector<PaymentId>>
unsettledPayments(Database& db, const QString& corridor, const PaymentId& after, int limit);
// Those of the payments whose corridor is stopped and that have no open hold of the kind
// CorridorStopped. `ids` may repeat. Wants a connection that may write.
Result<std::vector<PaymentId>> unheldOnStopped(Database& db, const std::vector<PaymentId>& ids);
// Open holds of the kind CorridorStopped, in the order of their ids.
Result<std::vector<HoldRow>>
corridorHolds(Database& db, const QString& corridor, const HoldId& after, int limit);

} // namespace tieout
