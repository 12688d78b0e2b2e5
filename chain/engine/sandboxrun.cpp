// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/sandboxrun.h"

#include "chain/engine/sandboxport.h"
#include "chain/sandbox/sandboxcorridors.h"
#include "chain/sandbox/sandboxtokens.h"
#include "chain/sandbox/scenario.h"
#include "model/store/paymentqueue.h"

namespace tieout {

namespace {

// From an empty database to the first payments: corridors, addresses, the chain's first block.
constexpr int kRoundsToBegin = 20;
// Blocks until what the last story did is final.
constexpr int kBlocksAfter = 40;

Result<qint64> paymentsOf(const Engine& engine)
{
    const auto db = Database::open(
        engine.settings().database, QStringLiteral("sandbox-run"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    return countPayments(**db, {}, {}, std::nullopt, 10'000);
}

} // namespace

EngineSettings sandboxEngineSettings(const DatabaseAddress& database,
                                     const SandboxSettings& sandbox)
{
    EngineSettings settings;
    settings.database = database;
    settings.sandbox = sandbox;
    for (const auto network : {SandboxNetwork::Main, SandboxNetwork::Side}) {
        RailSettings rail;
        rail.name = toText(network);
        rail.kind = RailKind::Sandbox;
        rail.chain = sandboxChainId(network);
        settings.rails.push_back(rail);
    }
    settings.xpubs.push_back({sandboxXpubName(), QStringLiteral("evm"), sandboxXpub()});
    return settings;
}

Result<SandboxRun> runSandboxToHorizon(Engine& engine, SteppedClock& clock)
{
    const Duration block = sandboxInterval(engine.settings().sandbox.speed);
    const Duration horizon =
        scenarioHorizon(block, kSandboxTopUpWindow) + block * (kBlocksAfter + kRoundsToBegin);
    SandboxRun run;
    const UtcTime until = clock.now() + horizon;
    while (clock.now() < until) {
        const auto stepped = engine.stepOnce(clock.now());
        if (!stepped)
            return fail(stepped.error());
        ++run.rounds;
        if (run.rounds == kRoundsToBegin) {
            const auto payments = paymentsOf(engine);
            if (!payments)
                return fail(payments.error());
            if (*payments == 0)
                return fail(ErrorCode::Unavailable, u"sandbox_no_payments");
            run.payments = *payments;
        }
        clock.advance(block / 2);
    }
    run.end = clock.now();
    return run;
}

} // namespace tieout
