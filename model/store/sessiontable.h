// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary table of the connection, empty again at each call: how a batch hands many ids or rows
// to one statement with the same text on both databases. Inside the caller's transaction. On
// PostgreSQL the engine alone has them, and the function session_table() (migration 0005) knows
// which there are: one that a batch needs anew is made there by a migration.
#pragma once

#include "model/domain/ids.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

// `columns` is the same list at every call of one name, and that of the migration; types as
// PostgreSQL names them.
Outcome sessionTable(Database& db, QStringView name, QStringView columns);
// The table wanted_payment (payment_id) with these, each once; `ids` may repeat.
Outcome wantPayments(Database& db, const std::vector<PaymentId>& ids);

} // namespace tieout
