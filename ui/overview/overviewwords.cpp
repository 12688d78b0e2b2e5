// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewwords.h"

#include "model/tables/paymentstable.h"
#include "ui/overview/overviewcard.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/railreason.h"

#include <QCoreApplication>

#include <algorithm>

namespace tieout {

namespace overviewwords {

struct QueueWords
{
    Queue queue;
    const char* text;
};

constexpr QueueWords kQueues[] = {
    {Queue::Awaiting, QT_TRANSLATE_NOOP("Overview", "Awaiting payment")},
    {Queue::Confirming, QT_TRANSLATE_NOOP("Overview", "Confirming")},
    {Queue::Underpaid, QT_TRANSLATE_NOOP("Overview", "Underpaid")},
    {Queue::Overpaid, QT_TRANSLATE_NOOP("Overview", "Overpaid")},
    {Queue::Held, QT_TRANSLATE_NOOP("Overview", "Held")},
    {Queue::Reorged, QT_TRANSLATE_NOOP("Overview", "Reorganised away")},
    {Queue::Late, QT_TRANSLATE_NOOP("Overview", "Late, undecided")},
    {Queue::Severity1, QT_TRANSLATE_NOOP("Overview", "Severity 1")},
    {Queue::Severity2, QT_TRANSLATE_NOOP("Overview", "Severity 2")},
    {Queue::Severity3, QT_TRANSLATE_NOOP("Overview", "Severity 3")},
    {Queue::Severity4, QT_TRANSLATE_NOOP("Overview", "Severity 4")},
};

struct OverviewText
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

const SourceStatus* worstSource(const RailStatus& rail)
{
    const SourceStatus* worst = nullptr;
    for (const SourceStatus& source : rail.sourceList) {
        if (!source.healthy && (!worst || source.failures > worst->failures))
            worst = &source;
    }
    return worst;
}

constexpr const char* kAgeBands[] = {QT_TRANSLATE_NOOP("Overview", "< 15 m"),
                                     QT_TRANSLATE_NOOP("Overview", "15–60 m"),
                                     QT_TRANSLATE_NOOP("Overview", "1–4 h"),
                                     QT_TRANSLATE_NOOP("Overview", "4–24 h"),
                                     QT_TRANSLATE_NOOP("Overview", "1–7 d"),
                                     QT_TRANSLATE_NOOP("Overview", "> 7 d")};
static_assert(std::size(kAgeBands) == Overview::kAgeBands.size());

} // namespace overviewwords

QString queueText(Queue queue)
{
    for (const auto& words : overviewwords::kQueues) {
        if (words.queue == queue)
            return overviewwords::OverviewText::tr(words.text);
    }
    return {};
}

bool isSeverity(Queue queue)
{
    return queue >= Queue::Severity1;
}

Look lookOfQueue(Queue queue)
{
    switch (queue) {
    case Queue::Awaiting:
        return lookOf(PaymentStatus::Pending);
    case Queue::Confirming:
        return lookOf(PaymentStatus::Confirming);
    case Queue::Underpaid:
        return lookOf(PaymentStatus::Underpaid);
    case Queue::Overpaid:
        return lookOf(PaymentStatus::Overpaid);
    case Queue::Held:
        return lookOf(PaymentStatus::Held);
    case Queue::Reorged:
        return lookOf(PaymentStatus::Reorged);
    case Queue::Late:
        return {Tone::Caution, Shape::Bar};
    case Queue::Severity1:
    case Queue::Severity2:
    case Queue::Severity3:
    case Queue::Severity4:
        break;
    }
    return lookOfSeverity(int(queue) - int(Queue::Severity1) + 1);
}

QString ageBandText(size_t band)
{
    return overviewwords::OverviewText::tr(overviewwords::kAgeBands[band]);
}

QString severityText(Queue queue)
{
    switch (queue) {
    case Queue::Severity1:
        return overviewwords::OverviewText::tr("stop money now");
    case Queue::Severity2:
        return overviewwords::OverviewText::tr("same day");
    case Queue::Severity3:
        return overviewwords::OverviewText::tr("within the period");
    case Queue::Severity4:
        return overviewwords::OverviewText::tr("for information");
    case Queue::Awaiting:
    case Queue::Confirming:
    case Queue::Underpaid:
    case Queue::Overpaid:
    case Queue::Held:
    case Queue::Reorged:
    case Queue::Late:
        break;
    }
    return {};
}

QString countText(const BoundedCount& count)
{
    //: At least so many.
    return count.more ? overviewwords::OverviewText::tr("%1+").arg(groupedNumber(count.count))
                      : groupedNumber(count.count);
}

QString railStateText(const RailStatus& rail)
{
    if (rail.frozen)
        return overviewwords::OverviewText::tr("frozen");
    if (rail.head < 0)
        return overviewwords::OverviewText::tr("no head yet");
    return rail.healthy ? overviewwords::OverviewText::tr("healthy")
                        : overviewwords::OverviewText::tr("not healthy");
}

QString railTroubleReason(const RailStatus& rail)
{
    if (rail.frozen)
        return overviewwords::OverviewText::tr("Frozen: %1").arg(railReasonText(rail.frozenReason));
    return rail.healthy ? QString() : railReasonText(rail.healthReason);
}

QString railTroubleEffect(const RailStatus& rail)
{
    return rail.frozen
               ? overviewwords::OverviewText::tr(
                     "Nothing is settled on this rail until a person acknowledges it.")
               : overviewwords::OverviewText::tr("Nothing is promoted on this rail meanwhile.");
}

QString railTroubleText(const RailStatus& rail)
{
    const QString reason = railTroubleReason(rail);
    if (reason.isEmpty())
        return {};
    //: What is wrong with a rail, then a sentence about what follows.
    return overviewwords::OverviewText::tr("%1. %2").arg(reason, railTroubleEffect(rail));
}

RailCell headCell(const RailStatus& rail)
{
    if (rail.head < 0)
        return {overviewwords::OverviewText::tr("none yet"), {}};
    return {groupedNumber(rail.head),
            //: The time of day in UTC.
            overviewwords::OverviewText::tr("at %1 UTC").arg(clockText(rail.headTime))};
}

RailCell lagCell(const RailStatus& rail, UtcTime now)
{
    if (rail.head < 0)
        return {QString(QChar(0x2013)), {}};
    const qint64 behind = std::max<qint64>(0, rail.head - rail.cursor);
    //: How old the newest block is.
    const QString age =
        overviewwords::OverviewText::tr("head %1 old").arg(ageText(now - rail.headTime));
    if (behind == 0)
        return {overviewwords::OverviewText::tr("none"), age};
    return {overviewwords::OverviewText::tr("%n block(s)", "behind the head", int(behind)),
            age,
            Tone::Caution};
}

RailCell finalityCell(const RailStatus& rail)
{
    if (rail.finalized)
        return {
            groupedNumber(*rail.finalized),
            overviewwords::OverviewText::tr("final, %n block(s) behind",
                                            nullptr,
                                            int(std::max<qint64>(0, rail.head - *rail.finalized)))};
    if (rail.safe)
        return {groupedNumber(*rail.safe),
                overviewwords::OverviewText::tr("safe; no final mark yet")};
    return {overviewwords::OverviewText::tr("by depth"),
            overviewwords::OverviewText::tr("no mark of its own")};
}

RailCell coverageCell(const RailStatus& rail)
{
    const CoverageSum& sum = rail.coverage;
    if (!sum.first)
        return {overviewwords::OverviewText::tr("nothing read"), {}, Tone::Caution};
    if (sum.gaps > 0)
        return {overviewwords::OverviewText::tr("%n gap(s)", nullptr, int(sum.gaps)),
                overviewwords::OverviewText::tr("%n block(s) missing", nullptr, int(sum.missing)),
                Tone::Bad};
    return {overviewwords::OverviewText::tr("no gaps"),
            //: The first block that was watched.
            overviewwords::OverviewText::tr("since block %1").arg(groupedNumber(*sum.first))};
}

RailCell sourcesCell(const RailStatus& rail)
{
    if (rail.sources == 0)
        return {QString(QChar(0x2013)), overviewwords::OverviewText::tr("none has reported")};
    RailCell cell;
    //: Healthy sources of all.
    cell.value =
        overviewwords::OverviewText::tr("%1 of %2 ok").arg(rail.healthySources).arg(rail.sources);
    if (rail.healthySources < rail.sources)
        cell.tone = rail.healthySources == 0 ? Tone::Bad : Tone::Caution;
    if (const SourceStatus* worst = overviewwords::worstSource(rail))
        //: A source, then its last error.
        cell.note = overviewwords::OverviewText::tr("%1: %2").arg(
            worst->name,
            worst->lastError.isEmpty() ? overviewwords::OverviewText::tr("failing")
                                       : railReasonText(worst->lastError));
    else if (!rail.source.isEmpty())
        cell.note = rail.source;
    return cell;
}

RailCell reorgsCell(const RailStatus& rail)
{
    if (rail.reorgs == 0)
        return {overviewwords::OverviewText::tr("none", "reorganisations"), {}};
    return {
        groupedNumber(rail.reorgs),
        overviewwords::OverviewText::tr("deepest %n block(s)", nullptr, int(rail.deepestReorg))};
}

} // namespace tieout
