// SPDX-License-Identifier: GPL-3.0-or-later
// LyingPort: a sandbox's port whose first and second reading of blocks say what a test wants, as
// two sources do that differ. The thread of the engine.
#pragma once

#include "chain/engine/sandboxport.h"

namespace tieout::test {

// What each reading makes of every transfer, and which first readings are interrupted.
struct Lies
{
    std::function<void(TransferLog&)> first;
    std::function<void(TransferLog&)> second;
    std::function<bool(qint64 from, qint64 to)> interrupted;
    std::function<void(const std::vector<Account>&)> tokens; // told what is asked for
    bool hides = false;                                      // every transfer from first readings
    bool listedOnly = false;                                 // is what readings say of their scope
};

class LyingRail final : public Rail
{
public:
    LyingRail(Rail& rail, const Lies& lies)
        : m_rail(rail)
        , m_lies(lies)
    {}

    Outcome connect(UtcTime now) override { return m_rail.connect(now); }

    Result<RailHead> head(qint64 tip, UtcTime now) override { return m_rail.head(tip, now); }

    Result<std::optional<BlockHeader>> header(qint64 number, UtcTime now) override
    {
        return m_rail.header(number, now);
    }

    Result<BlockBatch>
    blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override
    {
        if (m_lies.interrupted && m_lies.interrupted(after.number + 1, to))
            return fail(ErrorCode::Cancelled, u"interrupted");
        auto batch = told(m_rail.blocks(after, to, watched, now), m_lies.first);
        if (!batch || !m_lies.hides)
            return batch;
        BlockBatch poorer = std::move(batch).value();
        poorer.transfers.clear();
        return poorer;
    }

    Result<BlockBatch>
    reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override
    {
        return told(m_rail.reread(after, to, watched, now), m_lies.second);
    }

    Result<std::vector<Sighting>> mempool(const WatchFilter& watched, UtcTime now) override
    {
        return m_rail.mempool(watched, now);
    }

    Result<PendingState> pending(const Hash32& tx, UtcTime now) override
    {
        return m_rail.pending(tx, now);
    }

    Result<std::optional<Receipt>> receipt(const Hash32& tx, UtcTime now) override
    {
        return m_rail.receipt(tx, now);
    }

    Result<Word32>
    balance(const Account& token, const Account& holder, qint64 block, UtcTime now) override
    {
        return m_rail.balance(token, holder, block, now);
    }

    Result<ContractFacts> contract(const Account& token, UtcTime now) override
    {
        return m_rail.contract(token, now);
    }

    Result<bool> agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now) override
    {
        return m_rail.agreed(number, hash, quorum, now);
    }

    std::vector<SourceHealth> health() const override { return m_rail.health(); }

    void interrupt() override { m_rail.interrupt(); }

private:
    Result<BlockBatch> told(Result<BlockBatch> batch,
                            const std::function<void(TransferLog&)>& lie) const
    {
        if (!batch)
            return batch;
        BlockBatch said = std::move(batch).value();
        if (m_lies.listedOnly)
            said.scope = ScanScope::ListedTokens;
        for (TransferLog& log : said.transfers) {
            if (lie)
                lie(log);
        }
        return said;
    }

    Rail& m_rail;
    const Lies& m_lies;
};

class LyingPort final : public RailPort
{
public:
    // The main network's rail lies; `lies` outlives the engine.
    static RailMaker maker(const Lies& lies)
    {
        return [&lies](const Term& term,
                       const RailRow& row,
                       const RailSettings&,
                       UtcTime now) -> Result<std::unique_ptr<RailPort>> {
            auto port = SandboxPort::make(term, row, {}, now);
            if (!port || row.name != u"sandbox")
                return port;
            return std::unique_ptr<RailPort>(new LyingPort(std::move(port).value(), lies));
        };
    }

    Rail& rail() override { return m_rail; }
    Outcome sync(const Term& term, UtcTime now) override { return m_port->sync(term, now); }
    void setTokens(const std::vector<Account>& tokens) override
    {
        if (m_lies.tokens)
            m_lies.tokens(tokens);
        m_port->setTokens(tokens);
    }
    Duration blockTime() const override { return m_port->blockTime(); }

private:
    LyingPort(std::unique_ptr<RailPort> port, const Lies& lies)
        : m_port(std::move(port))
        , m_rail(m_port->rail(), lies)
        , m_lies(lies)
    {}

    std::unique_ptr<RailPort> m_port;
    LyingRail m_rail;
    const Lies& m_lies;
};

} // namespace tieout::test
