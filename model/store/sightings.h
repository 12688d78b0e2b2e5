// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen in the mempool, kept for ever: first seen decides whether money was late. Writes
// inside the caller's transaction, on the thread of the Database.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

QString toText(SightingState state);
Result<SightingState> sightingStateFromText(QStringView text);

struct SightingRow
{
    Sighting sighting;
    qint64 tokenId = 0;
    Amount amount;
    SightingState state = SightingState::Seen;
};

// Keeps the first time. True when it is new, or seen again after it had gone.
Result<bool> recordSighting(Database& db, qint64 rail, const SightingRow& row, UtcTime now);
// Transactions that are still only in the mempool, oldest first.
Result<std::vector<Hash32>> openSightings(Database& db, qint64 rail, int limit);
// Before a rewind: transactions of blocks above `ancestor` may be back in the mempool, and are
// asked about again.
Outcome reopenSightings(Database& db, qint64 rail, qint64 ancestor, UtcTime now);
Outcome setSightingState(Database& db,
                         qint64 rail,
                         const Hash32& tx,
                         SightingState state,
                         const std::optional<Hash32>& replacedBy,
                         UtcTime now);

} // namespace tieout
