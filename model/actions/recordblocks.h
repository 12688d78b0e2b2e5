// SPDX-License-Identifier: GPL-3.0-or-later
// The chain plane's actions, each one transaction of the engine: blocks that were read, the rewind
// that withdraws them, sightings, promotion, deadlines. A crash at any instruction leaves all or
// nothing of each. The watch thread of the rail; plain values in, no network.
#pragma once

#include "model/actions/railcontext.h"
#include "model/actions/term.h"

#include <set>

namespace tieout {

struct RecordSummary
{
    qint64 blocks = 0;
    qint64 transfers = 0;
    qint64 bound = 0;    // transfers linked with payments
    qint64 payments = 0; // whose projection changed
    std::vector<PaymentId> changed;
};

// Appends `batch` behind the cursor. Conflict (cursor_moved) unless its first parent is the block
// that the database has as its cursor.
Result<RecordSummary>
recordBlocks(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now);

// The same for blocks below the cursor that a gap left out, or that are read again: adds what is
// missing and nothing twice. A block of another hash is a Conflict (block_differs).
Result<RecordSummary>
recordBackfill(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now);

struct RewindSummary
{
    qint64 withdrawnBlocks = 0;
    bool belowFinalized = false; // the rail is frozen now
    std::vector<PaymentId> changed;
};

// Withdraws every block above `ancestor`, which must be a canonical row (Conflict,
// ancestor_unknown).
Result<RewindSummary>
rewindChain(const Term& term, RailContext& rail, qint64 ancestor, UtcTime now);

Result<RecordSummary> recordSightings(const Term& term,
                                      RailContext& rail,
                                      const std::vector<Sighting>& seen,
                                      UtcTime now);
// A transaction that left the mempool without a block, or came back into it.
Result<RecordSummary> recordPending(const Term& term,
                                    RailContext& rail,
                                    const Hash32& tx,
                                    SightingState state,
                                    const std::optional<Hash32>& replacedBy,
                                    UtcTime now);

struct HeadFacts
{
    BlockHeader latest;
    FinalityMarks marks;
    bool healthy = false; // the head is fresh and the sources answer
    int agreeing = 1;     // distinct operators known to name our tip; 0: they differ, or fewer
                          // than the rail itself asks for
    QString reason;       // why it is not healthy: a stable word
    bool answered = true; // false: nobody named a head, so the last one stays noted; not healthy
};

// Notes the head, moves the promotion marks and lets deadlines pass. Works off at most
// kMaxPromotions payments of each kind, fewer where writers take turns; `more` says to call again.
struct PromoteSummary
{
    qint64 promoted = 0;
    qint64 expired = 0;
    bool more = false;
    std::set<int> quorums; // above 1, that rules ask for which are in force or waited for
    std::vector<PaymentId> changed;
};

inline constexpr int kMaxPromotions = 5000;
inline constexpr int kMaxPromotionsInTurn = 500;

Result<PromoteSummary>
promote(const Term& term, RailContext& rail, const HeadFacts& head, UtcTime now);

// A person acknowledged the finality violation: settling goes on.
Outcome
acknowledgeRail(Database& db, qint64 rail, const QString& by, const QString& reason, UtcTime now);

} // namespace tieout
