// SPDX-License-Identifier: GPL-3.0-or-later
// paymentStory: a PaymentDetail in words: facts, money, open things, timeline, as the panel shows
// them. Pure but for translation; GUI thread.
#pragma once

#include "ui/widgets/entrylist.h"
#include "ui/widgets/factgrid.h"

namespace tieout {

struct PaymentDetail;

std::vector<Fact> factsOf(const PaymentDetail& detail);
std::vector<Entry> moneyOf(const PaymentDetail& detail);
// Holds and cases; the open ones first.
std::vector<Entry> openThingsOf(const PaymentDetail& detail);
// Events and decisions, the newest first.
std::vector<Entry> timelineOf(const PaymentDetail& detail);
// In groups of four, as people compare them.
QString groupedAddress(const QString& address);
// "0x1234 5678 … cdef" of a hash.
QString shortHash(const QByteArray& hash);
// A Markdown summary for a ticket.
QString ticketOf(const PaymentDetail& detail);

} // namespace tieout
