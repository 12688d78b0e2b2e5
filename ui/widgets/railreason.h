// SPDX-License-Identifier: GPL-3.0-or-later
// Why a rail or a source isn't well, in the words of people. Pure; GUI thread, for it translates.
#pragma once

#include <QString>

namespace tieout {

// A word of the engine's ("head_stale") as a sentence; what is not known stays as it is.
QString railReasonText(const QString& reason);

} // namespace tieout
