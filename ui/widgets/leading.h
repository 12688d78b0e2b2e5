// SPDX-License-Identifier: GPL-3.0-or-later
// alignLeading(): Qt lets a label of Latin letters or digits begin at the left, also in a window
// whose lines begin at the right. With this one it begins where the others do. GUI thread.
#pragma once

class QLabel;

namespace tieout {

void alignLeading(QLabel& label);

} // namespace tieout
