// SPDX-License-Identifier: GPL-3.0-or-later
// Rail: one network as the watcher sees it. Synchronous; owned and called by one watch thread.
// Every answer is a plain value that was checked against the source's own consistency;
// an answer that can't be trusted is an error, and the caller asks again later. Errors: Unavailable
// (ask again; reasons rate_limited, source_timeout, source_unreachable, source_tls,
// source_truncated, source_too_large, source_not_json, source_refused, source_lagging, tip_changed
// (our tip is not on the source's chain: ask head and look for the ancestor), answer_inconsistent,
// no_source), Forbidden (chain_id_mismatch, genesis_mismatch: stop, open ENV-MISMATCH), NotFound
// (contract_missing, state_unavailable), Invalid (balance_latest_only, contract_unreadable),
// Conflict (sources_disagree), Cancelled (interrupted).
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/domain/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace tieout {

struct SourceHealth
{
    QString name;
    QString operatorName;
    bool healthy = false;
    qint64 head = 0;
    qint64 requests = 0;
    qint64 failures = 0;
    int latencyMs = 0;
    qint64 span = 0;   // blocks per reading at present
    QString lastError; // a reason code, never a URL
    UtcTime retryAt;   // 0 when it may be asked at once
};

struct ContractFacts
{
    QByteArray codeHash; // keccak256 of the code; empty when there is no contract
    QString symbol;
    std::optional<int> decimals;
};

struct Receipt
{
    Hash32 blockHash{};
    qint64 block = 0;
    bool succeeded = false;
};

// How a transaction that was sighted stands now.
struct PendingState
{
    SightingState state = SightingState::Seen;
    std::optional<Hash32> replacedBy;
};

// What counts as ours: asked for every transfer that passes, so it must be fast and const.
using WatchFilter = std::function<bool(const TransferLog&)>;

class Rail
{
public:
    virtual ~Rail() = default;

    // Chain id and genesis of every source, before anything else and after each reconnect.
    virtual Outcome connect(UtcTime now) = 0;
    // One batch: latest, marks, and the header at `tip` (nothing asked when tip < 0).
    virtual Result<RailHead> head(qint64 tip, UtcTime now) = 0;
    // Nothing for a height that the source doesn't have.
    virtual Result<std::optional<BlockHeader>> header(qint64 number, UtcTime now) = 0;
    // Reads after + 1 … at most `to`; may stop earlier (the span adapts), never returns an empty
    // range. `after` is our tip, which the same batch must confirm; at the very start it has
    // number from − 1 and a zero hash, and nothing is confirmed.
    virtual Result<BlockBatch>
    blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) = 0;
    // The same range once more from another source if there is one, for the second reading.
    virtual Result<BlockBatch>
    reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) = 0;
    // Transfers to watched accounts in the mempool; empty where the source offers none.
    virtual Result<std::vector<Sighting>> mempool(const WatchFilter& watched, UtcTime now) = 0;
    virtual Result<PendingState> pending(const Hash32& tx, UtcTime now) = 0;
    virtual Result<std::optional<Receipt>> receipt(const Hash32& tx, UtcTime now) = 0;
    virtual Result<Word32>
    balance(const Account& token, const Account& holder, qint64 block, UtcTime now) = 0;
    virtual Result<ContractFacts> contract(const Account& token, UtcTime now) = 0;
    // Whether enough distinct operators name `hash` at `number`; true at once when quorum is 1.
    virtual Result<bool> agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now) = 0;
    virtual std::vector<SourceHealth> health() const = 0;
    // Any thread: makes a call that waits for the network return Cancelled soon.
    virtual void interrupt() = 0;
};

} // namespace tieout
