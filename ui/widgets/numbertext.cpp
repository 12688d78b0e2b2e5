// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbertext.h"

namespace tieout {

QString groupedNumber(qint64 number)
{
    QString text = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = text.size() - 3; at > first; at -= 3)
        text.insert(at, QChar(0x2009));
    return text;
}

} // namespace tieout
