// SPDX-License-Identifier: GPL-3.0-or-later
// EvmRail: Rail over EVM JSON-RPC: every poll and every forward step is one batch,
// so that one replica answers it, and nothing is believed that the same answer doesn't prove. The
// next ranges are fetched and parsed by threads of its own while the caller stores this one; what
// they bring is judged and filtered by the caller's thread when its turn comes, and thrown away
// when it doesn't continue our tip. Contract, errors and threads: rail.h.
#pragma once

#include "chain/rails/evmmempool.h"
#include "chain/rails/evmquery.h"
#include "chain/rails/evmrange.h"
#include "chain/rails/rail.h"
#include "chain/rails/readahead.h"
#include "chain/rails/rpcsession.h"
#include "model/domain/caip.h"

namespace tieout {

// Which Transfer logs a reading asks for.
enum class TokenScan {
    AllTokens,       // always without an address filter: finds wrong-token deposits anywhere
    AllTokensAtHead, // without a filter near the head, by contract further back
    ListedTokens,    // by contract only: the cheapest
};

struct EvmRailSettings
{
    QString name;
    ChainId chain; // "eip155:1"; "tron:0x2b6653dc"
    AddressFamily family = AddressFamily::Evm;
    std::optional<Hash32> genesis;     // else pinned by the first source that answers
    std::vector<SourceConfig> sources; // in order of preference
    SourceLimits limits;
    TokenScan scan = TokenScan::AllTokensAtHead;
    std::vector<Account> tokens; // contracts asked for where a filter is used
    qint64 headZone = 2'048;     // blocks behind the head that AllTokensAtHead covers
    int doubtMost = 64;          // blocks of one reading that are asked for once more by hash
    bool mempool = true;
    bool txpool = false;
    bool latestStateOnly = false; // Tron: eth_call answers for the newest block alone
    bool prefetch = true;
    Chance chance; // for jitter; a fixed default when empty
};

class EvmRail final : public Rail
{
public:
    // Errors: Invalid (chain_id_malformed, no_source).
    static Result<std::unique_ptr<EvmRail>> make(EvmRailSettings settings);
    ~EvmRail() override;

    Outcome connect(UtcTime now) override;
    Result<RailHead> head(qint64 tip, UtcTime now) override;
    Result<std::optional<BlockHeader>> header(qint64 number, UtcTime now) override;
    Result<BlockBatch>
    blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override;
    Result<BlockBatch>
    reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override;
    Result<std::vector<Sighting>> mempool(const WatchFilter& watched, UtcTime now) override;
    Result<PendingState> pending(const Hash32& tx, UtcTime now) override;
    Result<std::optional<Receipt>> receipt(const Hash32& tx, UtcTime now) override;
    Result<Word32>
    balance(const Account& token, const Account& holder, qint64 block, UtcTime now) override;
    Result<ContractFacts> contract(const Account& token, UtcTime now) override;
    Result<bool> agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now) override;
    std::vector<SourceHealth> health() const override;
    void interrupt() override;

    // New corridors: from the next reading on. Rail thread.
    void setTokens(std::vector<Account> tokens);

private:
    EvmRail(EvmRailSettings settings, ChainIdentity identity);

    Result<RailHead> headOf(Source& source, qint64 tip, UtcTime now);
    Result<BlockBatch> read(Source& source,
                            const BlockHeader& after,
                            qint64 to,
                            const WatchFilter& watched,
                            bool ahead,
                            UtcTime now);
    // The next range, if what was asked ahead has it and can be trusted.
    Result<std::optional<BlockBatch>>
    readAhead(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now);
    // Judges the answer of one flight. Nothing: the span shrank, ask again.
    Result<std::optional<BlockBatch>> land(const RpcFlight& flight,
                                           const Result<RpcReply>& reply,
                                           EvmRange& range,
                                           const Hash32& tip,
                                           const WatchFilter& watched,
                                           UtcTime now);
    // Nothing when the refusal made the next request smaller; the error otherwise.
    Outcome refused(Source& source, const EvmRange& range, const RpcBatch& batch, UtcTime now);
    Outcome settleDoubt(Source& asked, const EvmRange& range, UtcTime now);
    Outcome askDoubt(Source& source,
                     const EvmRange& range,
                     const std::vector<BlockHeader>& blocks,
                     UtcTime now);
    RangeRequest requestFor(Source& source, const BlockHeader& after, qint64 to) const;
    void askAhead(Source& source, qint64 after, qint64 to);

    EvmRailSettings m_settings;
    Contracts m_contracts; // of the newest setTokens
    RpcSession m_session;
    EvmMempool m_mempool;
    EvmQuery m_query;
    ReadAhead m_ahead;
    const Source* m_lastRead = nullptr;
    qint64 m_head = 0;
    qint64 m_finalized = -1; // as last heard; the engine keeps the maximum
};

} // namespace tieout
