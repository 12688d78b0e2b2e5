// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbertext.h"

#include <algorithm>

namespace tieout {

QString groupedNumber(qint64 number)
{
    QString text = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = text.size() - 3; at > first; at -= 3)
        // Narrow and unbroken; unlike the thin space it keeps a number whole in Arabic.
        text.insert(at, QChar(0x202f));
    return text;
}

bool hasLettersToTheLeft(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar each) {
        return each.direction() == QChar::DirR || each.direction() == QChar::DirAL;
    });
}

QString isolated(const QString& text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

} // namespace tieout
