// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as people write them in files: "90s", "30m", "24h", "7d", "250ms"; "0" is none. Pure.
#pragma once

#include "model/domain/utctime.h"

namespace tieout {

// The largest unit that leaves no rest.
QString toText(Duration duration);
// Reason: duration_malformed. Never negative; at most 100 years.
Result<Duration> durationFromText(QStringView text);

} // namespace tieout
