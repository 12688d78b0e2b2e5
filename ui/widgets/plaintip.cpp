// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintip.h"

#include <QTextDocument>

namespace tieout {

QString plainTip(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<qt>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) +
           QStringLiteral("</qt>");
}

} // namespace tieout
