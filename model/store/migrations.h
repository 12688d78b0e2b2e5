// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: the numbered files of resources/migrations, compiled in. Each number runs in one
// transaction with its row in the table `migration`; a number that has nothing to say to a database
// still gets its row, so that a version means the same on both. Thread of the
// Database.
//
// A file "0001_chain.sql" is for both databases, "0003_commands.sqlite.sql" for one. Macros: {int}
// {text} {bytes} {bool} {amount} {identity} {strict} {env}. On PostgreSQL files run as the owner's
// role, but for those that begin with "-- run-as: administrator"; the login must be an
// administrator.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

namespace tieout {

// The version that this program was built for.
int programSchemaVersion();
// 0 on an empty database.
Result<int> schemaVersion(Database& db);

// Conflict (database_newer, database_older, database_empty) unless the database is at the program's
// version.
Outcome demandSchema(Database& db);

// Brings a database to the program's version and answers it. A SQLite file that holds something is
// copied beside itself first ("desk.db.v3-1767225600000.backup"). Safe to call twice, and from two
// processes at once. Conflict (database_newer; environment_mismatch; database_foreign: a file with
// tables that are not ours), Corrupt (migration_changed: a file was applied that this program knows
// otherwise).
Result<int> migrate(Database& db, const QString& environment, UtcTime now);

// Opens, migrates and closes: what makes a database that an address names.
Result<int> makeDatabase(const DatabaseAddress& address, const QString& environment, UtcTime now);

} // namespace tieout
