// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/leading.h"

#include <QLabel>

namespace tieout {

void alignLeading(QLabel& label)
{
    const bool mirrored = label.layoutDirection() == Qt::RightToLeft;
    label.setAlignment((label.alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute |
                       (mirrored ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace tieout
