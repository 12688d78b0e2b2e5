// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/commands/enginecommands.h"

#include "chain/commands/playscenario.h"
#include "chain/commands/sandboxlines.h"
#include "model/commands/commandkinds.h"
#include "model/store/backfills.h"
#include "model/store/coverage.h"
#include "model/store/environment.h"
#include "model/store/rails.h"
#include "model/store/sandboxactions.h"

#include <QJsonDocument>

namespace tieout {

namespace {

Outcome demandSandbox(Database& db)
{
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    if (environment->name != u"sandbox")
        return fail(ErrorCode::Forbidden, u"sandbox_only");
    return Done;
}

Result<QJsonObject> changeSpeed(Database& db, const QJsonObject& json, UtcTime now)
{
    const auto payload = SandboxSpeedPayload::fromJson(json);
    if (!payload)
        return fail(payload.error());
    SandboxAction action;
    action.kind = SandboxActionKind::Speed;
    action.at = now;
    action.interval = sandboxInterval(double(payload->factor));
    // Both networks keep step.
    for (const auto network : {SandboxNetwork::Main, SandboxNetwork::Side}) {
        const auto rail = railByName(db, toText(network));
        if (!rail)
            return fail(rail.error());
        action.network = network;
        const auto seq = insertSandboxAction(db, rail->id, action.at, sandboxLine(action));
        if (!seq)
            return fail(seq.error());
    }
    return QJsonObject{{QStringLiteral("factor"), payload->factor},
                       {QStringLiteral("block_ms"), qint64(action.interval.count())}};
}

Result<QJsonObject>
play(Database& db, const CommandRow& command, const QJsonObject& json, UtcTime now)
{
    const auto payload = SandboxScenarioPayload::fromJson(json);
    if (!payload)
        return fail(payload.error());
    const Scenario* scenario = findScenario(payload->scenario);
    if (scenario == nullptr)
        return fail(ErrorCode::NotFound, u"scenario_unknown", payload->scenario);
    const auto start = nextScenarioStart(db, now);
    if (!start)
        return fail(start.error());
    ScenarioPlay wanted{*scenario, payload->corridor, std::nullopt, start->at, start->interval};
    if (!payload->payment.isEmpty()) {
        auto id = PaymentId::parse(payload->payment);
        if (!id)
            return fail(id.error());
        wanted.payment = std::move(id).value();
    }
    return playScenario(db, wanted, {now, command.actor, command.role, command.id.text()});
}

} // namespace

Result<QJsonObject> EngineCommands::runNow(Database& db, const CommandRow& command, UtcTime now)
{
    if (auto allowed = demandSandbox(db); !allowed)
        return fail(allowed.error());
    const QJsonObject json = QJsonDocument::fromJson(command.payload.toUtf8()).object();
    if (command.kind == kinds::kSandboxSpeed)
        return changeSpeed(db, json, now);
    if (command.kind == kinds::kSandboxScenario)
        return play(db, command, json, now);
    return fail(ErrorCode::Invalid, u"command_kind_unknown", command.kind);
}

Outcome
EngineCommands::beginBackfill(const CommandRow& command, const QJsonObject& payload, UtcTime now)
{
    const auto wanted = BackfillPayload::fromJson(payload);
    if (!wanted)
        return fail(wanted.error());
    const auto rail = railByName(m_term.db, wanted->rail);
    if (!rail)
        return fail(rail.error());
    const auto state = readRailState(m_term.db, rail->id);
    if (!state)
        return fail(state.error());
    if (wanted->from > state->cursorNumber)
        return fail(ErrorCode::Invalid,
                    u"backfill_beyond_head",
                    QStringLiteral("block %1 was read last").arg(state->cursorNumber));
    const auto coverage = readCoverage(m_term.db, rail->id);
    if (!coverage)
        return fail(coverage.error());
    // Below the ledger's begin all that is between would be a gap, and nothing is promoted until a
    // gap is read; start_block is how a rail begins earlier.
    if (!coverage->empty() && wanted->from < coverage->front().from)
        return fail(
            ErrorCode::Invalid, u"backfill_below_start", QString::number(coverage->front().from));
    BackfillRow row;
    row.id = command.id.text();
    row.rail = rail->id;
    row.from = wanted->from;
    row.to = wanted->to;
    row.next = wanted->from;
    row.requestedBy = command.actor;
    row.requestedAt = now;
    row.reason = wanted->reason;
    return inTerm(m_term, [&] { return insertBackfill(m_term.db, row); });
}

Outcome EngineCommands::begin(const CommandRow& command, UtcTime now)
{
    const QJsonObject json = QJsonDocument::fromJson(command.payload.toUtf8()).object();
    if (command.kind == kinds::kRailBackfill)
        return beginBackfill(command, json, now);
    if (command.kind == kinds::kSourceTest) {
        auto payload = SourceTestPayload::fromJson(json);
        if (!payload)
            return fail(payload.error());
        m_testSource({command.id, std::move(payload).value()});
        return Done;
    }
    return fail(ErrorCode::Forbidden, u"not_available_yet", command.kind);
}

} // namespace tieout
