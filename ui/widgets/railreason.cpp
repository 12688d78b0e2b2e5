// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/railreason.h"

#include <QCoreApplication>

namespace tieout {

namespace railreason {

struct ReasonWords
{
    QLatin1String reason;
    const char* text;
};

constexpr ReasonWords kReasons[] = {
    {QLatin1String("source_behind"),
     QT_TRANSLATE_NOOP("Overview", "The sources are behind what was read already")},
    {QLatin1String("head_stale"), QT_TRANSLATE_NOOP("Overview", "No new block for too long")},
    {QLatin1String("catching_up"), QT_TRANSLATE_NOOP("Overview", "Reading up to the head")},
    {QLatin1String("gap"), QT_TRANSLATE_NOOP("Overview", "Blocks are missing in the coverage")},
    {QLatin1String("finality_backwards"),
     QT_TRANSLATE_NOOP("Overview", "A source took back a block that it had called final")},
    {QLatin1String("finality_violated"),
     QT_TRANSLATE_NOOP("Overview", "A block that was final lost its place")},
};

} // namespace railreason

QString railReasonText(const QString& reason)
{
    for (const auto& words : railreason::kReasons) {
        if (words.reason == reason)
            return QCoreApplication::translate("Overview", words.text);
    }
    return reason;
}

} // namespace tieout
