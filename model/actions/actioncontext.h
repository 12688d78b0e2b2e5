// SPDX-License-Identifier: GPL-3.0-or-later
// ActionContext: when, by whom and in which capacity an action happens. Every action runs inside
// the caller's engine transaction (term.h) and reads no clock of its own. Plain value.
#pragma once

#include "model/domain/utctime.h"

#include <QString>

namespace tieout {

struct ActionContext
{
    UtcTime now;
    QString actor;
    QString role;          // the class that the person acts as; empty: the engine itself
    QString correlationId; // what the request is known by in logs; empty: an action makes one
};

} // namespace tieout
