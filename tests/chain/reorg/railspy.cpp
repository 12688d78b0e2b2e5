// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/railspy.h"

namespace tieout::test {

namespace {

class SpiedRail final : public Rail
{
public:
    SpiedRail(RailSpy& spy, std::vector<std::unique_ptr<RailPort>>& ports)
        : m_spy(spy)
        , m_ports(ports)
    {}

    Outcome connect(UtcTime now) override { return at("connect").connect(now); }

    Result<RailHead> head(qint64 tip, UtcTime now) override { return at("head").head(tip, now); }

    Result<std::optional<BlockHeader>> header(qint64 number, UtcTime now) override
    {
        return at("header").header(number, now);
    }

    Result<BlockBatch>
    blocks(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override
    {
        return at("blocks").blocks(after, to, watched, now);
    }

    Result<BlockBatch>
    reread(const BlockHeader& after, qint64 to, const WatchFilter& watched, UtcTime now) override
    {
        return at("reread").reread(after, to, watched, now);
    }

    Result<std::vector<Sighting>> mempool(const WatchFilter& watched, UtcTime now) override
    {
        return at("mempool").mempool(watched, now);
    }

    Result<PendingState> pending(const Hash32& tx, UtcTime now) override
    {
        return at("pending").pending(tx, now);
    }

    Result<std::optional<Receipt>> receipt(const Hash32& tx, UtcTime now) override
    {
        return at("receipt").receipt(tx, now);
    }

    Result<Word32>
    balance(const Account& token, const Account& holder, qint64 block, UtcTime now) override
    {
        return at("balance").balance(token, holder, block, now);
    }

    Result<ContractFacts> contract(const Account& token, UtcTime now) override
    {
        return at("contract").contract(token, now);
    }

    Result<bool> agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now) override
    {
        return at("agreed").agreed(number, hash, quorum, now);
    }

    std::vector<SourceHealth> health() const override
    {
        return m_ports[m_spy.node()]->rail().health();
    }

    void interrupt() override { m_ports[m_spy.node()]->rail().interrupt(); }

private:
    Rail& at(const char* call)
    {
        m_spy.called(QString::fromLatin1(call));
        return m_ports[m_spy.node()]->rail();
    }

    RailSpy& m_spy;
    std::vector<std::unique_ptr<RailPort>>& m_ports;
};

class SpiedPort final : public RailPort
{
public:
    SpiedPort(RailSpy& spy, std::vector<std::unique_ptr<RailPort>> ports)
        : m_ports(std::move(ports))
        , m_rail(spy, m_ports)
    {}

    Rail& rail() override { return m_rail; }

    void setTokens(const std::vector<Account>& tokens) override
    {
        for (const auto& port : m_ports)
            port->setTokens(tokens);
    }

private:
    std::vector<std::unique_ptr<RailPort>> m_ports;
    SpiedRail m_rail;
};

} // namespace

void RailSpy::before(const QString& call, int nth, std::function<void()> act)
{
    m_acts.insert(call, {nth, std::move(act)});
}

void RailSpy::called(const QString& call)
{
    const auto at = m_acts.find(call);
    if (at == m_acts.end() || --at->left > 0)
        return;
    const auto run = at->run;
    m_acts.erase(at);
    run();
}

RailMaker RailSpy::maker(RailSpy& spy, const std::vector<std::vector<QByteArray>>& urls)
{
    return [&spy, urls](const Term&,
                        const RailRow&,
                        const RailSettings& wanted,
                        UtcTime) -> Result<std::unique_ptr<RailPort>> {
        std::vector<std::unique_ptr<RailPort>> ports;
        for (const auto& ofNode : urls) {
            RailSettings settings = wanted;
            settings.sources.clear();
            for (const QByteArray& url : ofNode) {
                const QString name = QString::number(settings.sources.size());
                settings.sources.push_back({name, name, QString::fromLatin1(url), {}});
            }
            auto port = makeRpcPort(settings);
            if (!port)
                return fail(port.error());
            ports.push_back(std::move(port).value());
        }
        return std::unique_ptr<RailPort>(std::make_unique<SpiedPort>(spy, std::move(ports)));
    };
}

} // namespace tieout::test
