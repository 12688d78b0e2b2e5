// SPDX-License-Identifier: GPL-3.0-or-later
// The environment of a database: written once when it is made, checked at every start for ever
// after. Thread of the Database.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

namespace tieout {

struct EnvironmentRow
{
    QString name; // sandbox, production
    QString databaseId;
    UtcTime createdAt;
};

// NotFound (environment_missing) on a database without one.
Result<EnvironmentRow> readEnvironment(Database& db);
// Writes the row of a new database; keeps the one that stands. Conflict (environment_mismatch) when
// it names another. In a transaction of the caller, under the owner's role on PostgreSQL.
Outcome ensureEnvironment(Database& db, const QString& name, UtcTime now);
// Conflict (environment_mismatch) unless the database is of that environment.
Outcome demandEnvironment(Database& db, const QString& name);

} // namespace tieout
