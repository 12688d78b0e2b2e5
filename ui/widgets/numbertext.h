// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers as people read them, and which way a text runs. Pure; any thread.
#pragma once

#include <QString>

namespace tieout {

// "71 220 331": by threes, with narrow spaces, in every language.
QString groupedNumber(qint64 number);
// Has letters of a script that runs to the left. Without, it is an id, an amount, an address or a
// time, and runs to the right whichever language is worn.
bool hasLettersToTheLeft(QStringView text);
// The same text, which keeps its own direction amid any other (Unicode 9, isolates): an amount and
// its unit would change places in a line that runs to the left.
QString isolated(const QString& text);

} // namespace tieout
