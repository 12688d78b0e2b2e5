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

QMargins leadingMargins(const QWidget& widget, int leading, int top, int trailing, int bottom)
{
    return widget.layoutDirection() == Qt::RightToLeft ? QMargins(trailing, top, leading, bottom)
                                                       : QMargins(leading, top, trailing, bottom);
}

} // namespace tieout
