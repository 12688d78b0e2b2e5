// SPDX-License-Identifier: GPL-3.0-or-later
// What the console does where there is no display: plays every story of a fresh sandbox on a stepped
// clock, and prints the queue and the reconciliation.
#pragma once

#include "model/store/database.h"

namespace tieout {

// Makes the SQLite sandbox at `path`, which doesn't exist yet, and plays it to its horizon.
Outcome playSandbox(const QString& path);
// The queue, each payment with its story, and the reconciliation, as lines.
Result<QString> describeSandbox(const DatabaseAddress& address);

} // namespace tieout
