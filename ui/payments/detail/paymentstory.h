// SPDX-License-Identifier: GPL-3.0-or-later
// paymentStory: a PaymentDetail in words: facts, money, open things, as the panel shows them (its
// timeline: detail/paymenttimeline.h). Pure but for translation; GUI thread.
#pragma once

#include "ui/widgets/entrylayout.h"
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
// In the order in which it was seen.
std::vector<Entry> moneyOf(const PaymentDetail& detail);
// Holds and cases: the open ones first and the severest of them before the others (a hold stands
// behind severity 1), then what is over, the newest first.
std::vector<Entry> openThingsOf(const PaymentDetail& detail);

} // namespace tieout
