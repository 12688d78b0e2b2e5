// SPDX-License-Identifier: GPL-3.0-or-later
// paymentStory: a PaymentDetail in words: facts, money, open things, timeline, as the panel shows
// them. Pure but for translation; GUI thread.
#pragma once

#include "ui/widgets/addresstext.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/factgrid.h"

#include <optional>

namespace tieout {

struct PaymentDetail;

// What must be seen before anything else, and what to do next.
struct StoryWarning
{
    QString title;
    QString text;
};

// The place to pay to isn't the corridor's (model/store/bindingproof.h).
std::optional<StoryWarning> warningOf(const PaymentDetail& detail);
std::vector<Fact> factsOf(const PaymentDetail& detail);
std::vector<Entry> moneyOf(const PaymentDetail& detail);
// Holds and cases; the open ones first.
std::vector<Entry> openThingsOf(const PaymentDetail& detail);
// Events and decisions, the newest first.
std::vector<Entry> timelineOf(const PaymentDetail& detail);
// A Markdown summary for a ticket.
QString ticketOf(const PaymentDetail& detail);

} // namespace tieout
