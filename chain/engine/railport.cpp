// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/railport.h"

#include "chain/rails/evmrail.h"

#include <QRandomGenerator>

namespace tieout {

namespace {

class RpcPort final : public RailPort
{
public:
    explicit RpcPort(std::unique_ptr<EvmRail> rail)
        : m_rail(std::move(rail))
    {}

    Rail& rail() override { return *m_rail; }
    void setTokens(const std::vector<Account>& tokens) override { m_rail->setTokens(tokens); }

private:
    std::unique_ptr<EvmRail> m_rail;
};

} // namespace

Result<std::unique_ptr<RailPort>> makeRpcPort(const RailSettings& settings)
{
    EvmRailSettings rail;
    rail.name = settings.name;
    auto chain = ChainId::parse(settings.chain);
    if (!chain)
        return fail(chain.error());
    rail.chain = std::move(chain).value();
    const bool tron = settings.kind == RailKind::Tron;
    rail.family = tron ? AddressFamily::Tron : AddressFamily::Evm;
    rail.latestStateOnly = tron;
    rail.genesis = settings.genesis;
    for (const RailSourceSettings& each : settings.sources) {
        SourceConfig source;
        source.name = each.name;
        source.operatorName = each.operatorName;
        source.url = each.url.toUtf8();
        source.caFile = each.caFile.toUtf8();
        rail.sources.push_back(std::move(source));
    }
    rail.limits.connectMs = settings.connectTimeoutMs;
    rail.limits.totalMs = settings.timeoutMs;
    rail.limits.maxBytes = settings.maxResponseBytes;
    rail.limits.span.most = settings.maxSpan;
    rail.limits.span.targetBytes = settings.targetBytes;
    rail.scan = settings.scanAllTokens ? TokenScan::AllTokensAtHead : TokenScan::ListedTokens;
    rail.mempool = settings.mempool;
    rail.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    auto made = EvmRail::make(std::move(rail));
    if (!made)
        return fail(made.error());
    return std::unique_ptr<RailPort>(std::make_unique<RpcPort>(std::move(made).value()));
}

} // namespace tieout
