// SPDX-License-Identifier: GPL-3.0-or-later
// The corridors that a new sandbox starts with, as the JSON of CorridorVersion. Pure.
#pragma once

#include "model/domain/utctime.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace tieout {

QString sandboxUsdtCorridor();      // USDT, a deposit address for each payment
QString sandboxUsdcCorridor();      // USDC, one shared address and a memo
QString sandboxSuspendedCorridor(); // DAI, suspended for new payments

inline constexpr Duration kSandboxTopUpWindow{120'000};

std::vector<QJsonObject> sandboxCorridors();

} // namespace tieout
