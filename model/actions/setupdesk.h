// SPDX-License-Identifier: GPL-3.0-or-later
// setUpDesk: what the configuration names stands in the database before the loops begin: rails,
// account keys, the first merchant. Engine start; inside the caller's transaction; safe to repeat.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/addresses.h"
#include "model/store/corridors.h"
#include "model/store/rails.h"

namespace tieout {

struct DeskSetup
{
    std::vector<RailRow> rails; // ids are given by the database
    std::vector<XpubRow> xpubs; // the same; key as it is configured
    QString merchant = QStringLiteral("main");
};

struct DeskRows
{
    std::vector<RailRow> rails; // in the order of the setup
    std::vector<XpubRow> xpubs;
    MerchantRow merchant; // the first one; a desk that has several keeps them
};

// Reasons: rail_chain_mismatch and rail_genesis_mismatch of ensureRail(), xpub_changed of
// ensureXpub(), those of Xpub::parse.
Result<DeskRows> setUpDesk(Database& db, const DeskSetup& setup, UtcTime now);

} // namespace tieout
