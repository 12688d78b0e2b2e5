// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineBuilder: gathers what happened in any order and puts it in one: the newest first, each
// with its source, and with the place of what it takes back. Plain; GUI thread.
#pragma once

#include "model/domain/utctime.h"
#include "ui/widgets/entrylayout.h"

namespace tieout {

enum class TimelineSource { Chain, Engine, Commerce, Person };

class TimelineBuilder
{
public:
    // What was added, until it has its place.
    using Moment = size_t;

    Moment add(UtcTime at, TimelineSource source, Look look, const QString& title);
    // By a person, who is named, or by the engine.
    Moment add(UtcTime at, const QString& actor, Look look, const QString& title);
    // A line below; nothing for an empty text.
    void say(Moment moment, const QString& text);
    void say(Moment moment, const EntryLine& line);
    // Stands never before it. What is shown stays the moment's own time: a block that replaced
    // another may be older than the moment in which the other was given up.
    void undo(Moment later, Moment earlier);

    std::vector<Entry> build();

private:
    struct Item
    {
        UtcTime at; // its place
        int rank = 0;
        Entry entry;
        std::optional<Moment> undoes = {};
    };

    std::vector<Item> m_items;
};

} // namespace tieout
