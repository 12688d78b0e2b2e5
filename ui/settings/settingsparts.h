// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsParts: what the sections of the settings look at and change; all of it outlives them. GUI
// thread.
#pragma once

#include "model/commands/decisions.h"
#include "model/tables/stationstatus.h"
#include "ui/settings/preferences.h"

namespace tieout {

struct SettingsParts
{
    AsyncStore& store;
    StationStatus& status;
    Appearance& appearance;
    Preferences& preferences;
    Decisions& decisions;
    QString person; // who acts: the account of the desk or the login
};

} // namespace tieout
