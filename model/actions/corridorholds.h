// SPDX-License-Identifier: GPL-3.0-or-later
// What stopping a corridor holds: each payment that is neither released, closed nor
// expired at once, any other when later money comes to it. Going on ends all of these holds. With
// journal entries and projections; engine thread, inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/domain/blocks.h"
#include "model/domain/corridor.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

// Answers how many payments it held.
Result<int>
openCorridorHolds(Database& db, const CorridorVersion& corridor, const ActionContext& context);
// Answers how many holds it ended.
Result<int>
closeCorridorHolds(Database& db, const CorridorVersion& corridor, const ActionContext& context);

// Money that was linked with a payment, and whose transfers stand in the tables.
struct LaterMoney
{
    PaymentId payment;
    Hash32 tx{};
    bool byPerson = false; // linked now, whatever became of its blocks
};

// Opens the hold where the payment's corridor is stopped and none of its kind is open. Money that
// had been mined before comes back and is not later money; dust and other tokens are none. Costs
// one query while no corridor is stopped.
Outcome holdLaterMoney(Database& db, const std::vector<LaterMoney>& money, UtcTime now);

} // namespace tieout
