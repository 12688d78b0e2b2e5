// SPDX-License-Identifier: GPL-3.0-or-later
// inTerm: a transaction of the engine. Its first statement demands the term of the lease, so a
// stale engine's write fails (Conflict, lease_lost) and is never replayed into another's term.
#pragma once

#include "model/store/lease.h"
#include "model/store/transaction.h"

namespace tieout {

struct Term
{
    Database& db;
    qint64 epoch = 0;
};

template<class Work>
auto inTerm(const Term& term, Work&& work) -> decltype(work())
{
    return inTransaction(term.db, [&]() -> decltype(work()) {
        if (auto guarded = guardEpoch(term.db, term.epoch); !guarded)
            return fail(guarded.error());
        return work();
    });
}

} // namespace tieout
