// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/enginework.h"

#include "chain/commands/playscenario.h"
#include "chain/sandbox/sandboxcorridors.h"
#include "model/commands/commandkinds.h"
#include "model/commands/submit.h"
#include "model/store/corridors.h"
#include "model/store/journal.h"
#include "model/store/paymentqueue.h"
#include "model/store/rails.h"
#include "model/store/writegate.h"

#include <algorithm>

namespace tieout {

namespace {

Result<std::unique_ptr<Database>> openFor(const EngineWorkSetup& setup, const QString& name)
{
    auto opened = Database::open(setup.settings.database, name, OpenMode::ReadWrite);
    if (opened)
        (*opened)->setWriteGate(setup.gate);
    return opened;
}

bool hasSandboxRail(const EngineSettings& settings)
{
    return std::any_of(settings.rails.begin(), settings.rails.end(), [](const RailSettings& rail) {
        return rail.kind == RailKind::Sandbox;
    });
}

} // namespace

Outcome CommandsWork::open()
{
    auto opened = openFor(m_setup, name());
    if (!opened)
        return fail(opened.error());
    m_db = std::move(opened).value();
    m_handler = std::make_unique<EngineCommands>(
        term(),
        [tests = m_setup.tests](SourceTestRequest request) { tests->put(std::move(request)); });
    m_sandboxReady = m_setup.settings.environment != u"sandbox" ||
                     !hasSandboxRail(m_setup.settings) || !m_setup.settings.sandbox.playScenarios;
    const auto abandoned = failAbandoned(term());
    if (!abandoned)
        return fail(abandoned.error());
    listen();
    return Done;
}

void CommandsWork::listen()
{
    // A SQLite file has nobody who tells; its counter is looked at no less often by our own poll.
    if (!m_wake || m_db->dialect() == Dialect::Sqlite)
        return;
    const auto changed = [this](const QStringList& ids) {
        if (ids.contains(QLatin1String(kCommandWaits)))
            m_wake();
    };
    const auto listening = [this](bool connected) {
        m_isTold = connected;
        m_wake(); // what came before nobody heard
    };
    m_bell = std::make_unique<ChangeBell>(m_setup.settings.database,
                                          ChangeBell::Ring{changed, listening});
}

void CommandsWork::close()
{
    m_bell.reset();
    m_isTold = false;
    m_handler.reset();
    m_db.reset();
}

Outcome CommandsWork::askForCorridors(UtcTime now)
{
    // On PostgreSQL an engine can't make a command up, so a person applies them.
    if (m_askedForCorridors || m_db->dialect() == Dialect::PostgreSql)
        return Done;
    m_askedForCorridors = true;
    for (const QJsonObject& document : sandboxCorridors()) {
        CorridorPayload payload;
        payload.corridor = document.value(u"name").toString();
        payload.version = document.value(u"version").toInteger(1);
        payload.status = document.value(u"status").toString();
        payload.asset = document.value(u"asset").toString();
        payload.rail = document.value(u"rail").toString();
        payload.document = document;
        CommandRequest request;
        request.id = CommandId::make(now);
        request.role = QStringLiteral("treasury");
        request.kind = kinds::kCorridorApply.toString();
        request.subject = payload.corridor;
        request.payload = payload.toJson();
        const auto state = submit(*m_db, m_setup.settings.sandbox.account, request);
        if (!state)
            return fail(state.error());
    }
    return Done;
}

Result<bool> CommandsWork::playAll(UtcTime now)
{
    const auto start = nextScenarioStart(*m_db, now);
    if (!start)
        return fail(start.error());
    return inTerm(term(), [&]() -> Result<bool> {
        const ActionContext context{now, QStringLiteral("engine"), {}, {}};
        for (const Scenario& scenario : scenarios()) {
            const ScenarioPlay play{scenario, {}, std::nullopt, start->at, start->interval};
            if (auto played = playScenario(*m_db, play, context); !played)
                return fail(played.error());
        }
        return true;
    });
}

Outcome CommandsWork::setUpSandbox(UtcTime now)
{
    if (m_sandboxReady)
        return Done;
    const auto payments = countPayments(*m_db, {}, {}, std::nullopt, 1);
    if (!payments)
        return fail(payments.error());
    if (*payments > 0) {
        m_sandboxReady = true;
        return Done;
    }
    const auto corridors = currentCorridors(*m_db);
    if (!corridors)
        return fail(corridors.error());
    if (corridors->size() < sandboxCorridors().size())
        return askForCorridors(now);
    const auto played = playAll(now);
    // Addresses must be watched and the chain must have begun first; the next step tries again.
    if (!played && (played.error().reason == u"addresses_exhausted" ||
                    played.error().reason == u"sandbox_not_started"))
        return Done;
    if (!played)
        return fail(played.error());
    m_sandboxReady = true;
    if (m_setup.log)
        m_setup.log({LogWeight::Info, QStringLiteral("sandbox.scenarios"), name(), {}, {}});
    return Done;
}

Result<StepOutcome> CommandsWork::step(UtcTime now)
{
    if (auto done = setUpSandbox(now); !done)
        return fail(done.error());
    const auto waiting = nextWaiting(*m_db, CommandWork::Any, 1);
    if (!waiting)
        return fail(waiting.error());
    // What waited too long is looked for once a second; a write each time would cost every writer.
    if (waiting->empty() && now >= m_expiredAt && now - m_expiredAt < Duration(1'000))
        return StepOutcome{false, now + (m_isTold && m_sandboxReady ? kPollWhenTold : kPoll)};
    m_expiredAt = now;
    const auto stepped = stepCommands(term(), m_handler.get(), now);
    if (!stepped)
        return fail(stepped.error());
    if (m_setup.log && stepped->didAnything()) {
        for (const CommandId& id : stepped->ended)
            m_setup.log({LogWeight::Info, QStringLiteral("command.ended"), name(), id.text(), {}});
    }
    return StepOutcome{stepped->didAnything(), now + kPoll};
}

Outcome SealWork::open()
{
    auto opened = openFor(m_setup, name());
    if (!opened)
        return fail(opened.error());
    m_db = std::move(opened).value();
    return Done;
}

Result<StepOutcome> SealWork::step(UtcTime now)
{
    const auto tail = readUnsealed(*m_db);
    if (!tail)
        return fail(tail.error());
    if (tail->count == 0)
        return StepOutcome{false, now + m_setup.settings.sealEvery};
    const Term term{*m_db, m_setup.epoch};
    const BulkTurn turn(m_db->writeGate());
    const int limit = m_db->writeGate() != nullptr ? kSealLimitInTurn : kSealLimit;
    const auto sealed = inTerm(term, [&]() -> Result<int> { return sealJournal(*m_db, limit); });
    turn.leaveGap();
    if (!sealed)
        return fail(sealed.error());
    return StepOutcome{*sealed >= limit, now + m_setup.settings.sealEvery};
}

} // namespace tieout
