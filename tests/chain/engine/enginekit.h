// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the engine share: an engine over a fresh sandbox, and its corridors applied by
// a person on both databases. One thread.
#pragma once

#include "chain/engine/sandboxrun.h"
#include "model/store/paymentdetail.h"
#include "tests/support/testdatabase.h"

namespace tieout::test {

// Where a stepped clock starts: near the present, which the database's own clock names.
UtcTime sandboxStart();

EngineSettings engineSettings(TestDatabase& database);
// On PostgreSQL a person's commands wait for the engine's first round; SQLite's sandbox does it by
// itself.
void askForCorridors(TestDatabase& database);
EngineLog printLog();

// Every payment of a story, by its order reference.
std::vector<PaymentDetail> storyPayments(Database& db, const QString& scenario);

} // namespace tieout::test
