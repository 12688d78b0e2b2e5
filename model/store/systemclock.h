// SPDX-License-Identifier: GPL-3.0-or-later
// SystemClock: the machine's clock, made once by app and handed on as a Clock. Any thread.
#pragma once

#include "model/domain/clock.h"

#include <QDateTime>

namespace tieout {

class SystemClock : public Clock
{
public:
    UtcTime now() const override { return UtcTime::fromMs(QDateTime::currentMSecsSinceEpoch()); }
};

} // namespace tieout
