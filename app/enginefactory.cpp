// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginefactory.h"

#include "chain/engine/sandboxrun.h"
#include "model/store/migrations.h"

namespace tieout {

namespace {

RailSettings railSettings(const RailConfig& rail)
{
    RailSettings settings;
    settings.name = rail.name;
    settings.kind = rail.family == RailFamily::Tron ? RailKind::Tron : RailKind::Evm;
    settings.chain = rail.chain.text();
    settings.genesis = rail.genesis;
    settings.explorer = rail.explorer;
    settings.poll = Duration(rail.pollMs);
    settings.scanAllTokens = rail.scan == ScanMode::AllTokens;
    settings.startBlock = rail.startBlock;
    settings.quorum = rail.quorum;
    settings.mempool = rail.mempool;
    for (const auto& source : rail.sources)
        settings.sources.push_back({source.name, source.operatorName, source.url, source.caFile});
    settings.maxResponseBytes = rail.limits.maxResponseBytes;
    settings.timeoutMs = rail.limits.timeoutMs;
    settings.connectTimeoutMs = rail.limits.connectTimeoutMs;
    settings.maxSpan = rail.limits.maxSpan;
    settings.targetBytes = rail.limits.targetBytes;
    return settings;
}

} // namespace

DatabaseAddress databaseAddress(const Config& config)
{
    return {config.database.url, config.database.password};
}

EngineSettings engineSettingsFrom(const Config& config)
{
    EngineSettings settings;
    settings.environment = toText(config.environment);
    settings.database = databaseAddress(config);
    settings.lookAhead = config.limits.lookAhead;
    settings.sealEvery = Duration(config.limits.sealIntervalMs);
    settings.sandbox.speed = config.sandbox.speed;
    settings.sandbox.seed = config.sandbox.seed;
    for (const XpubConfig& xpub : config.xpubs)
        settings.xpubs.push_back({xpub.name, toText(xpub.family), xpub.key.toText()});
    for (const RailConfig& rail : config.rails) {
        if (rail.family != RailFamily::Sandbox) {
            settings.rails.push_back(railSettings(rail));
            continue;
        }
        // The scripted chain brings its neighbour network and its key along.
        const EngineSettings sandbox = sandboxEngineSettings(settings.database, settings.sandbox);
        for (RailSettings each : sandbox.rails) {
            each.poll = Duration(rail.pollMs);
            settings.rails.push_back(each);
        }
        settings.xpubs.insert(settings.xpubs.end(), sandbox.xpubs.begin(), sandbox.xpubs.end());
    }
    return settings;
}

Result<std::unique_ptr<Engine>>
startEmbeddedEngine(const Config& config, const Clock& clock, WriteGate* gate, EngineLog log)
{
    const DatabaseAddress address = databaseAddress(config);
    if (address.dialect() == Dialect::Sqlite) {
        const auto made = makeDatabase(address, toText(config.environment), clock.now());
        if (!made)
            return fail(made.error());
    }
    auto engine = std::make_unique<Engine>(
        engineSettingsFrom(config), clock, Engine::Options{std::move(log), gate, {}});
    if (auto started = engine->start(); !started)
        return fail(started.error());
    return engine;
}

} // namespace tieout
