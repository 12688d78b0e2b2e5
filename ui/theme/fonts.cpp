// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace tieout {

bool loadFonts()
{
    static const bool loaded = [] {
        bool all = true;
        for (const char* name : {"Roboto-Regular",
                                 "Roboto-Medium",
                                 "Roboto-Bold",
                                 "JetBrainsMono-Regular",
                                 "JetBrainsMono-Medium"}) {
            const QString file = QStringLiteral(":/tieout/fonts/%1.ttf").arg(QLatin1String(name));
            all &= QFontDatabase::addApplicationFont(file) >= 0;
        }
        return all;
    }();
    return loaded;
}

QFont interfaceFont(qreal pointSize)
{
    QFont font(QStringList{
        QStringLiteral("Roboto"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")});
    font.setPointSizeF(pointSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont monoFont(qreal pointSize)
{
    QFont font(QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("monospace")});
    font.setPointSizeF(pointSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleHint(QFont::Monospace);
    // A ligature would show "://" or "!=" as one sign. They are contextual alternates, which Qt
    // can't switch off one by one; without shaping each character is its own glyph, and scripts
    // that need shaping get it all the same.
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setKerning(false);
    return font;
}

QFont mediumOf(QFont font)
{
    font.setWeight(QFont::Medium);
    return font;
}

QFont sized(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace tieout
