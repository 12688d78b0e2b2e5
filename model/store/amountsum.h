// SPDX-License-Identifier: GPL-3.0-or-later
// amount_sum for SQLite: adds the 16-byte sortable amounts exactly; NULL over no rows, an error
// when the sum leaves 128 bits. PostgreSQL gets its own by a migration. Registered on every
// connection.
#pragma once

struct sqlite3;

namespace tieout {

bool registerAmountSum(sqlite3* handle);

} // namespace tieout
