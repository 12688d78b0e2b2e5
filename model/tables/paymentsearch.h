// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who types or pastes into the palette may mean by it: a payment's id, an address, a
// transaction hash, or the beginning of an order reference. Every way is answered by an index, so
// that it is quick on any number of payments; a search within texts belongs to the queue. Pure but
// for the reading; thread of the Database.
#pragma once

#include "model/store/paymentqueue.h"

namespace tieout {

// Shorter texts could mean anything.
inline constexpr qsizetype kLeastSearch = 2;
inline constexpr qsizetype kMostSearch = 200;

// At most `limit` payments, exact matches first, each once; none for a text out of bounds.
Result<std::vector<QueueRow>>
searchPayments(Database& db, const QString& text, UtcTime now, int limit);

} // namespace tieout
