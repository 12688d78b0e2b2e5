// SPDX-License-Identifier: GPL-3.0-or-later
// The lease: which engine may write. A row with a term (epoch) and a heartbeat on both databases,
// and no advisory lock, which any login could take. Times are the database's own, the one clock
// that two engines share; 15 s of silence end a term. Thread of the Database.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

namespace tieout {

inline constexpr Duration kLeaseSilence{15'000};
// A holder beats this often; three lost beats still leave time.
inline constexpr Duration kLeaseBeat{3'000};

struct LeaseView
{
    qint64 epoch = 0;
    QString holder;
    UtcTime heartbeat;   // 0 ms: released in order
    Duration age{0};     // since the heartbeat, by the database's clock
    bool isHeld = false; // somebody beat within kLeaseSilence
};

// Begins the next term, in a transaction of its own. `holder` says who for people
// ("host:pid:random"). On PostgreSQL this connection may write under the new term from then on.
// Conflict (lease_held) while another holder lives.
Result<qint64> takeLease(Database& db, const QString& holder);

// Own transactions. Conflict (lease_lost) when the term has passed on. After a release the next
// term can begin at once.
Outcome heartbeat(Database& db, qint64 epoch);
Outcome releaseLease(Database& db, qint64 epoch);

// The first statement of every engine transaction, on whichever connection: demands the term and
// keeps a new one from beginning before this transaction ends. Conflict (lease_lost).
Outcome guardEpoch(Database& db, qint64 epoch);

Result<LeaseView> readLease(Database& db);

} // namespace tieout
