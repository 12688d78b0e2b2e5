// SPDX-License-Identifier: GPL-3.0-or-later
// The one timeline of a payment, merged from all that is known: blocks that held its money and lost
// it, events, holds, cases, people's words, each with where it comes from; what takes another thing
// back points at it. Pure but for translation; GUI thread.
#pragma once

#include "ui/widgets/entrylayout.h"

namespace tieout {

struct PaymentDetail;

// The newest first.
std::vector<Entry> timelineOf(const PaymentDetail& detail);

} // namespace tieout
