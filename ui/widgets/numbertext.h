// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers as people read them. Pure; any thread.
#pragma once

#include <QString>

namespace tieout {

// "71 220 331": by threes, with thin spaces, in every language.
QString groupedNumber(qint64 number);

} // namespace tieout
