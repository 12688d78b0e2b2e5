// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/detail/timelinebuilder.h"

#include "model/tables/paymentstable.h"
#include "ui/payments/detail/detailwords.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tieout {

namespace timelinebuilder {

QString iconOf(TimelineSource source)
{
    switch (source) {
    case TimelineSource::Chain:
        return QStringLiteral("rail");
    case TimelineSource::Engine:
        return QStringLiteral("engine");
    case TimelineSource::Commerce:
        return QStringLiteral("receipt");
    case TimelineSource::Person:
        break;
    }
    return QStringLiteral("user");
}

QString wordOf(TimelineSource source)
{
    switch (source) {
    case TimelineSource::Chain:
        return StoryText::tr("Chain");
    case TimelineSource::Engine:
        return StoryText::tr("Engine");
    case TimelineSource::Commerce:
        return StoryText::tr("Commerce");
    case TimelineSource::Person:
        break;
    }
    return StoryText::tr("Person");
}

} // namespace timelinebuilder

TimelineBuilder::Moment
TimelineBuilder::add(UtcTime at, TimelineSource source, Look look, const QString& title)
{
    Entry entry;
    entry.look = look;
    entry.title = title;
    entry.right = tableTime(at);
    entry.tip = localTip(at);
    entry.icon = timelinebuilder::iconOf(source);
    entry.source = timelinebuilder::wordOf(source);
    // What the chain did is the cause of what else happened in the same moment.
    m_items.push_back({at, source == TimelineSource::Chain ? 0 : 1, std::move(entry)});
    return m_items.size() - 1;
}

TimelineBuilder::Moment
TimelineBuilder::add(UtcTime at, const QString& actor, Look look, const QString& title)
{
    if (!isPerson(actor))
        return add(at, TimelineSource::Engine, look, title);
    const Moment added = add(at, TimelineSource::Person, look, title);
    //: Who did something.
    say(added, StoryText::tr("by %1").arg(actor));
    return added;
}

void TimelineBuilder::say(Moment moment, const QString& text)
{
    if (!text.isEmpty())
        say(moment, EntryLine{text});
}

void TimelineBuilder::say(Moment moment, const EntryLine& line)
{
    m_items[moment].entry.lines.push_back(line);
}

void TimelineBuilder::undo(Moment later, Moment earlier)
{
    Item& item = m_items[later];
    item.undoes = earlier;
    if (std::tie(item.at, item.rank) < std::tie(m_items[earlier].at, m_items[earlier].rank)) {
        item.at = m_items[earlier].at;
        item.rank = m_items[earlier].rank;
    }
}

std::vector<Entry> TimelineBuilder::build()
{
    std::vector<Moment> order(m_items.size());
    std::iota(order.begin(), order.end(), Moment(0));
    std::stable_sort(order.begin(), order.end(), [&](Moment a, Moment b) {
        return std::tie(m_items[a].at, m_items[a].rank) < std::tie(m_items[b].at, m_items[b].rank);
    });
    std::reverse(order.begin(), order.end());
    std::vector<size_t> places(order.size());
    for (size_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    std::vector<Entry> entries;
    for (const Moment each : order) {
        Entry entry = std::move(m_items[each].entry);
        if (const auto undone = m_items[each].undoes)
            entry.undoes = places[*undone];
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace tieout
