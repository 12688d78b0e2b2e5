// SPDX-License-Identifier: GPL-3.0-or-later
// Times and ages as a filter's text writes them, in UTC. Nothing here reads a clock: `now` comes
// in. Pure; any thread.
//
//   2026-11  2026-11-01  2026-11-01T04:12  2026-11-01T04:12:30  2026-11-01T04:12:30.250  (Z or not)
//   now  today  yesterday  tomorrow  -2d  +4h        ages: 30m  4h  7d
#pragma once

#include "model/domain/filter.h"
#include "model/domain/utctime.h"

#include <optional>

namespace tieout {

// Reasons: bad_time, bad_duration.
Result<QString> canonicalFilterTime(QStringView text);
Result<QString> canonicalFilterAge(QStringView text);

// Of canonical texts. A date, a day like "today" and an offset like "-2h" never are: only the clock
// can compare them.
bool areTimesReversed(const QString& from, const QString& upTo);
bool areAgesReversed(const QString& from, const QString& upTo);

// From `from` up to but without `to`; nothing is an open end.
struct FilterTimes
{
    std::optional<UtcTime> from;
    std::optional<UtcTime> to;

    bool operator==(const FilterTimes&) const = default;
};

// The span that a canonical time names: a month, a day, a minute, a second or a millisecond.
FilterTimes timesNamed(const QString& text, UtcTime now);
// The times that a term lets through by this value. ":" with a relative time means the time between
// it and now: "created:-2d" is the last two days, "expires:+2h" the next two hours.
FilterTimes timesAdmitted(FilterOp op, const FilterValue& value, UtcTime now);
// The beginnings of what has such an age. Both ends of a range belong to it.
FilterTimes beginningsAdmitted(FilterOp op, const FilterValue& value, UtcTime now);

} // namespace tieout
