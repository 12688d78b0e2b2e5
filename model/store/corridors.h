// SPDX-License-Identifier: GPL-3.0-or-later
// Corridor versions as governed rows, and merchants with the corridors that they may use. Writes
// inside the caller's transaction, on the thread of the Database.
#pragma once

#include "model/domain/corridor.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

namespace tieout {

// The newest version; NotFound (corridor_unknown).
Result<CorridorVersion> currentCorridor(Database& db, const QString& name);
Result<CorridorVersion> corridorVersion(Database& db, const QString& name, int version);
// Every version, the oldest first; of all corridors when the name is empty.
Result<std::vector<CorridorVersion>> corridorVersions(Database& db, const QString& name);
// The newest version of every corridor.
Result<std::vector<CorridorVersion>> currentCorridors(Database& db);
// Sandbox only: the row rests on the command that asked for it.
Outcome applyCorridor(Database& db, const CommandId& command, const QString& payload);

struct MerchantRow
{
    MerchantId id;
    QString name;
};

Outcome insertMerchant(Database& db, const MerchantRow& merchant, UtcTime now);
// By id or name; empty when the desk has only one. NotFound (merchant_unknown), Invalid
// (merchant_needed).
Result<MerchantRow> findMerchant(Database& db, const QString& idOrName);
Outcome enableCorridor(Database& db, const MerchantId& merchant, const QString& corridor);
Result<bool> corridorEnabled(Database& db, const MerchantId& merchant, const QString& corridor);

} // namespace tieout
