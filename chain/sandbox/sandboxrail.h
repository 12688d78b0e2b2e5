// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxRail: a sandbox chain as the watcher sees any rail. Called by one watch thread, which also
// owns the chain; other threads reach it through a SandboxScript only. Each call first takes the
// script's new actions and advances the chain to `now`. Never waits, so interrupt() has nothing to
// do.
#pragma once

#include "chain/rails/rail.h"
#include "chain/sandbox/sandboxchain.h"
#include "chain/sandbox/sandboxfaults.h"
#include "chain/sandbox/sandboxscript.h"

#include <memory>

namespace tieout {

struct SandboxRailOptions
{
    qint64 span = 1000;                    // blocks per reading, at most
    std::optional<Hash32> expectedGenesis; // checked at each connect
    int operators = 2;                     // distinct ones that agree when nothing is wrong
};

class SandboxRail final : public Rail
{
public:
    // `script` may be null and is shared with whoever posts.
    SandboxRail(std::shared_ptr<SandboxChain> chain,
                std::shared_ptr<SandboxScript> script = {},
                SandboxRailOptions options = {});

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
    void interrupt() override {}

    SandboxFaults& faults() { return m_faults; }
    SandboxChain& chain() { return *m_chain; }

private:
    Outcome begin(UtcTime now);
    // The height that this call's source has: the chain's, or less when it lags.
    qint64 visibleHead(UtcTime now);
    Result<BlockBatch>
    read(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now);
    Failure failed(ErrorCode code, QStringView reason);

    std::shared_ptr<SandboxChain> m_chain;
    std::shared_ptr<SandboxScript> m_script;
    SandboxRailOptions m_options;
    SandboxFaults m_faults;
    SourceHealth m_health;
};

} // namespace tieout
