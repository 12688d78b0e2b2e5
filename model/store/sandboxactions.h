// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's script as it is kept: one row for the chain's parameters and one for each action,
// as JSON that only chain/sandbox reads. Order is that of arrival. Thread of the Database; writes
// inside the caller's transaction.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

struct SandboxActionRow
{
    qint64 seq = 0;
    qint64 rail = 0;
    UtcTime at;
    QString body;
};

// Answers the row's place in the order.
Result<qint64> insertSandboxAction(Database& db, qint64 rail, UtcTime at, const QString& body);
// A chain that had passed the time of an action took it a little later.
Outcome moveSandboxAction(Database& db, qint64 seq, UtcTime at, const QString& body);
Outcome deleteSandboxAction(Database& db, qint64 seq);
// Behind `after`, in order.
Result<std::vector<SandboxActionRow>> readSandboxActions(Database& db, qint64 rail, qint64 after);

} // namespace tieout
