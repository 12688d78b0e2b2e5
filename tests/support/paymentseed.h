// SPDX-License-Identifier: GPL-3.0-or-later
// Payments written straight into a test's database, for what only reads them: a rail with its head,
// a token, and any number of payments in every status. Payment n has the id paymentId(n), is
// created n seconds after the first, and its order reference is "ORD-n".
#pragma once

#include "tests/support/testdatabase.h"

namespace tieout::test {

inline constexpr UtcTime kSeedStart = UtcTime::fromMs(1'790'000'000'000);
inline constexpr qint64 kSeedHead = 71'220'331;

QString paymentId(int n);
void seedRail(const TestDatabase& db);
// Payments first..first+count-1; seedRail() before.
void seedPayments(const TestDatabase& db, int first, int count);
// Gives one payment a transfer, a sighting that was replaced, a hold, a case and events.
void seedStory(const TestDatabase& db, int n);

} // namespace tieout::test
