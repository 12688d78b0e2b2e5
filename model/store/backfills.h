// SPDX-License-Identifier: GPL-3.0-or-later
// Readings again that a person asked for, and how far each has come. The id is that of its command.
// Thread of the Database; writes inside the caller's transaction.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

enum class BackfillState { Running, Finished, Failed, Cancelled };
QString toText(BackfillState state);

struct BackfillRow
{
    QString id;
    qint64 rail = 0;
    qint64 from = 0;
    qint64 to = 0;
    qint64 next = 0; // the first block that is still to be read
    QString state;
    QString requestedBy;
    UtcTime requestedAt;
    QString reason;
};

// Keeps the row that stands.
Outcome insertBackfill(Database& db, const BackfillRow& row);
// The oldest one of the rail that still runs.
Result<std::optional<BackfillRow>> runningBackfill(Database& db, qint64 rail);
Result<std::optional<BackfillRow>> readBackfill(Database& db, const QString& id);
Outcome moveBackfill(Database& db, const QString& id, qint64 next, BackfillState state);
// Every one, newest first.
Result<std::vector<BackfillRow>> listBackfills(Database& db, int limit);

} // namespace tieout
