// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview is made with.
#pragma once

#include "model/commands/decisions.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

namespace tieout {

struct OverviewParts
{
    AsyncStore& store;
    const Clock& clock;
    const Appearance& appearance;
    StationStatus& status;
    Decisions& decisions;
};

} // namespace tieout
