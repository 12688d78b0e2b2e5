// SPDX-License-Identifier: GPL-3.0-or-later
// The two bundled families: Roboto for words and amounts (its digits have one width), JetBrains
// Mono for hashes and addresses. GUI thread; loadFonts() once, before the first window.
#pragma once

#include <QFont>

namespace tieout {

// False when a bundled file is broken; the system's fonts are used then.
bool loadFonts();
QFont interfaceFont(qreal pointSize = 10);
QFont monoFont(qreal pointSize = 9.5);
// The same font, heavier or of another size.
QFont mediumOf(QFont font);
QFont sized(QFont font, qreal factor);

} // namespace tieout
