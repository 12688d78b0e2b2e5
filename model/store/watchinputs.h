// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions of a watch loop about what it has to look for. Thread of the Database.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

// Changes whenever corridors, own addresses or listed tokens of the rail do.
Result<QString> watchFingerprint(Database& db, qint64 rail);

// Since when a transaction has been in the mempool only; nothing when it isn't.
struct OpenSighting
{
    Hash32 tx{};
    UtcTime firstSeenAt;
};

// Oldest first.
Result<std::vector<OpenSighting>> openSightingTimes(Database& db, qint64 rail, int limit);

// What the first source named as block 0, where the configuration names none. Once for ever.
Outcome pinGenesis(Database& db, qint64 rail, const QByteArray& genesis);

} // namespace tieout
