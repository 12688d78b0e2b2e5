// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt doesn't mirror by itself: a label of Latin letters or digits begins at the left also in a
// window whose lines begin at the right, and margins stay where they are. GUI thread.
#pragma once

#include <QMargins>

class QLabel;
class QWidget;

namespace tieout {

// The label begins where the others do.
void alignLeading(QLabel& label);
// `leading` is where the lines of the widget begin.
QMargins leadingMargins(const QWidget& widget, int leading, int top, int trailing, int bottom);

} // namespace tieout
