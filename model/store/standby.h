// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that wait for another's lease, for people. Thread of the Database.
#pragma once

#include "model/store/database.h"

#include <optional>

namespace tieout {

// The name of the connection that asks for the lease and beats it.
inline constexpr QStringView kLeaseConnection = u"lease";

// How many wait besides the holder, by the names of PostgreSQL's connections: a hint, for every
// login may take any name. Nothing on SQLite, where no process sees another one.
Result<std::optional<int>> enginesStandingBy(Database& db, bool isHeld);

} // namespace tieout
