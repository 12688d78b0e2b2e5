// SPDX-License-Identifier: GPL-3.0-or-later
// Clock: where the engine and the console take "now" from. Domain rules never call it; they are
// given a UtcTime. Implementations: store/systemclock.h and tests/support/fakeclock.h. Any thread.
#pragma once

#include "model/domain/utctime.h"

namespace tieout {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
};

} // namespace tieout
