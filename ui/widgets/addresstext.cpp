// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/addresstext.h"

namespace tieout {

QString groupedAddress(const QString& address)
{
    QString text = address;
    const qsizetype start = text.startsWith(u"0x") ? 2 : 0;
    for (qsizetype at = text.size() - (text.size() - start) % 4; at > start; at -= 4) {
        if (at < text.size())
            text.insert(at, u' ');
    }
    if (start == 2)
        text.insert(2, u' ');
    return text;
}

QString fullHash(const QByteArray& hash)
{
    return QStringLiteral("0x") + QString::fromLatin1(hash.toHex());
}

QString shortHash(const QByteArray& hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    if (hex.size() <= 16)
        return QStringLiteral("0x") + hex;
    return QStringLiteral("0x%1…%2").arg(hex.left(8), hex.right(8));
}

} // namespace tieout
