// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a sandbox's script as they stand in the database, and the speed that they say.
// Thread of the Database.
#pragma once

#include "chain/sandbox/sandboxaction.h"
#include "model/store/database.h"

namespace tieout {

inline constexpr Duration kSandboxInterval{2'000};
// A stopped chain: one block in a year.
inline constexpr Duration kSandboxStandstill{365LL * 24 * 3600 * 1000};

// Blocks come `factor` times as fast as one in two seconds; 0 stands still.
Duration sandboxInterval(double factor);

// How a line of the script stands in its row.
QString sandboxLine(const SandboxAction& action);
QJsonObject sandboxLineObject(const QString& body);
// The block time that the kept script says now.
Result<Duration> keptSandboxInterval(Database& db, qint64 rail);

} // namespace tieout
