// SPDX-License-Identifier: GPL-3.0-or-later
// Every merchant with the corridors that he may use, for whoever chooses among them. For reading
// only; thread of the Database.
#pragma once

#include "model/store/corridors.h"

#include <QStringList>

namespace tieout {

struct MerchantCorridors
{
    MerchantRow merchant;
    QStringList corridors; // sorted
};

// By name.
Result<std::vector<MerchantCorridors>> merchantsWithCorridors(Database& db);

} // namespace tieout
