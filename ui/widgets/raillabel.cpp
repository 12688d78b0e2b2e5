// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/raillabel.h"

#include "model/tables/paymentstable.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/railreason.h"

namespace tieout {

Look lookOfRail(const RailStatus& rail)
{
    if (rail.frozen)
        return {Tone::Bad, Shape::Triangle};
    if (rail.head < 0)
        return {Tone::Waiting, Shape::Ring};
    return rail.healthy ? Look{Tone::Good, Shape::Check} : Look{Tone::Caution, Shape::Triangle};
}

void RailLabel::setRail(const RailStatus& rail, UtcTime now)
{
    QStringList parts{rail.name};
    if (rail.head >= 0) {
        parts.append(groupedNumber(rail.head));
        parts.append(ageText(now - rail.headTime));
        if (rail.head > rail.cursor)
            parts.append(tr("%n block(s) behind", nullptr, int(rail.head - rail.cursor)));
    } else {
        parts.append(tr("no head yet"));
    }
    if (!rail.source.isEmpty())
        parts.append(rail.source);
    const QString text = parts.join(QStringLiteral(" · "));
    QStringList tip{text};
    tip.append(tr("%1 of %2 sources healthy").arg(rail.healthySources).arg(rail.sources));
    if (!rail.healthy && !rail.healthReason.isEmpty())
        tip.append(railReasonText(rail.healthReason));
    if (rail.frozen)
        tip.append(tr("Frozen: nothing is settled by itself until a person acknowledges"));
    setState(lookOfRail(rail), rail.name, text, tip.join(u'\n'));
}

} // namespace tieout
