// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/runcommand.h"

#include "model/actions/applycorridor.h"
#include "model/actions/cancelpayment.h"
#include "model/actions/checkaddresses.h"
#include "model/actions/createpayment.h"
#include "model/actions/holdpayment.h"
#include "model/actions/linktransfer.h"
#include "model/actions/recordblocks.h"
#include "model/actions/reissuepayment.h"
#include "model/actions/resolvecase.h"
#include "model/actions/savedviews.h"
#include "model/commands/commandkinds.h"
#include "model/commands/submit.h"
#include "model/crypto/canonicaljson.h"
#include "model/store/changefeed.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace tieout {

namespace {

// A command that waits for addresses is tried again until so little of its time is left.
constexpr Duration kLastTry{5'000};
constexpr int kRaceTries = 3;

struct CommandCall
{
    Database& db;
    const CommandRow& command;
    const QJsonObject& payload;
    LongCommandHandler* handler;
    ActionContext context;
};

template<class Payload>
using ActionOf = Result<QJsonObject> (*)(Database&, const Payload&, const ActionContext&);

template<class Payload, ActionOf<Payload> action>
Result<QJsonObject> act(const CommandCall& call)
{
    const auto payload = Payload::fromJson(call.payload);
    if (!payload)
        return fail(payload.error());
    return action(call.db, *payload, call.context);
}

Result<QJsonObject> actOnCorridor(const CommandCall& call)
{
    const auto payload = CorridorPayload::fromJson(call.payload);
    if (!payload)
        return fail(payload.error());
    return applyCorridorVersion(
        call.db, call.command.id, *payload, call.command.payload, call.context);
}

// The state's version moves with every block that is read, so what protects here is that the rail
// must be frozen.
Result<QJsonObject> actOnRail(const CommandCall& call)
{
    const auto payload = AcknowledgeRailPayload::fromJson(call.payload);
    if (!payload)
        return fail(payload.error());
    const auto rail = railByName(call.db, payload->rail);
    if (!rail)
        return fail(rail.error());
    if (auto done = acknowledgeRail(
            call.db, rail->id, call.context.actor, payload->reason, call.context.now);
        !done)
        return fail(done.error());
    return QJsonObject{{QStringLiteral("rail"), rail->name}};
}

Result<QJsonObject> handOver(const CommandCall& call)
{
    if (call.handler == nullptr)
        return fail(ErrorCode::Unavailable, u"not_available_here", call.command.kind);
    return call.handler->runNow(call.db, call.command, call.context.now);
}

Result<QJsonObject> notYet(const CommandCall& call)
{
    return fail(ErrorCode::Forbidden, u"not_available_yet", call.command.kind);
}

struct KindOfCommand
{
    QStringView kind;
    Result<QJsonObject> (*run)(const CommandCall&);
};

const KindOfCommand kKindsOfCommand[] = {
    {kinds::kPaymentCreate, act<CreatePaymentPayload, createPayment>},
    {kinds::kPaymentCancel, act<CancelPaymentPayload, cancelPayment>},
    {kinds::kPaymentReissue, act<ReissuePaymentPayload, reissuePayment>},
    {kinds::kPaymentHold, act<HoldPaymentPayload, holdPayment>},
    {kinds::kPaymentRelease, act<ReleasePaymentPayload, releasePayment>},
    {kinds::kTransferLink, act<LinkTransferPayload, linkTransfer>},
    {kinds::kCaseResolve, act<ResolveCasePayload, decideCase>},
    {kinds::kRailAcknowledge, actOnRail},
    {kinds::kSandboxSpeed, handOver},
    {kinds::kSandboxScenario, handOver},
    {kinds::kViewSave, act<SaveViewPayload, saveView>},
    {kinds::kViewDelete, act<DeleteViewPayload, deleteView>},
    {kinds::kCorridorApply, actOnCorridor},
    {kinds::kCorridorPropose, notYet},
    {kinds::kProposalApprove, notYet},
    {kinds::kProposalReject, notYet},
    {kinds::kProposalWithdraw, notYet},
};

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

// Two transactions met at the same rows; the second one reads anew.
bool lostARace(const Error& error)
{
    return error.reason == u"projection_raced" || error.reason == u"already_exists";
}

// The engine itself can't go on, so the command is not to blame.
bool stopsTheEngine(const Error& error)
{
    if (error.code == ErrorCode::Cancelled || error.reason == u"lease_lost")
        return true;
    return error.code == ErrorCode::Unavailable && error.reason != u"addresses_exhausted" &&
           error.reason != u"not_available_here";
}

// What the answer names has changed, and the command itself for whoever waits for it.
Outcome tellConsoles(Database& db, const CommandRow& command, const QJsonObject& answer)
{
    if (command.kind == kinds::kCorridorApply)
        return notifyManyChanged(db); // it may have held any number of payments
    QStringList ids{command.id.text()};
    for (const QStringView key : {u"payment", u"case", u"view"}) {
        if (const QString id = answer.value(key).toString(); !id.isEmpty())
            ids.append(id);
    }
    return notifyChanged(db, ids);
}

class StepRunner
{
public:
    StepRunner(const Term& term, LongCommandHandler* handler, UtcTime now)
        : m_term(term)
        , m_handler(handler)
        , m_now(now)
    {}

    Result<CommandStep> run();

private:
    Outcome expire();
    Outcome each(CommandWork work, Outcome (StepRunner::*one)(const CommandRow&));
    Outcome runShort(const CommandRow& command);
    Outcome runLong(const CommandRow& command);
    Outcome attempt(const CommandRow& command);
    Outcome end(const CommandRow& command, const Error& error);
    Outcome refuse(const CommandRow& command, const Error& error);

    const Term& m_term;
    LongCommandHandler* m_handler;
    const UtcTime m_now;
    CommandStep m_step;
};

Result<CommandStep> StepRunner::run()
{
    if (auto done = expire(); !done)
        return fail(done.error());
    if (auto done = each(CommandWork::Short, &StepRunner::runShort); !done)
        return fail(done.error());
    if (auto done = each(CommandWork::Long, &StepRunner::runLong); !done)
        return fail(done.error());
    return std::move(m_step);
}

Outcome StepRunner::expire()
{
    const auto expired =
        inTerm(m_term, [this]() -> Result<int> { return expireCommands(m_term.db); });
    if (!expired)
        return fail(expired.error());
    m_step.expired = *expired;
    return Done;
}

Outcome StepRunner::each(CommandWork work, Outcome (StepRunner::*one)(const CommandRow&))
{
    const auto waiting = nextWaiting(m_term.db, work, kCommandsPerStep);
    if (!waiting)
        return fail(waiting.error());
    for (const CommandRow& command : *waiting) {
        if (auto done = (this->*one)(command); !done)
            return done;
    }
    return Done;
}

Outcome StepRunner::attempt(const CommandRow& command)
{
    return inTerm(m_term, [&]() -> Outcome {
        if (auto may = mayStillRun(m_term.db, command); !may)
            return may;
        const auto result = runCommand(m_term.db, command, m_handler, m_now);
        if (!result)
            return fail(result.error());
        if (auto done = tellConsoles(m_term.db, command, *result); !done)
            return done;
        return finishCommand(m_term.db, command.id, CommandState::Succeeded, compact(*result));
    });
}

Outcome StepRunner::runShort(const CommandRow& command)
{
    Outcome outcome = attempt(command);
    for (int i = 1; i < kRaceTries && !outcome && lostARace(outcome.error()); ++i)
        outcome = attempt(command);
    if (!outcome)
        return end(command, outcome.error());
    ++m_step.done;
    m_step.ended.push_back(command.id);
    m_step.corridorsChanged = m_step.corridorsChanged || command.kind == kinds::kCorridorApply;
    return Done;
}

Outcome StepRunner::runLong(const CommandRow& command)
{
    if (m_handler == nullptr)
        return Done; // another loop of this engine owns the reach
    const auto started = inTerm(m_term, [&]() -> Outcome {
        if (auto may = mayStillRun(m_term.db, command); !may)
            return may;
        return startCommand(m_term.db, command.id);
    });
    if (!started)
        return end(command, started.error());
    ++m_step.started;
    if (auto begun = m_handler->begin(command, m_now); !begun)
        return finishLongCommand(m_term, command.id, fail(begun.error()));
    return Done;
}

// What an attempt that was rolled back means for the command.
Outcome StepRunner::end(const CommandRow& command, const Error& error)
{
    if (stopsTheEngine(error))
        return fail(error);
    // Cancelled or expired in between: its row says so, or will at the next step.
    if (error.reason == u"command_step" || error.reason == u"command_expired")
        return Done;
    if (error.reason == u"addresses_exhausted" && command.expiresAt - m_now > kLastTry) {
        ++m_step.deferred;
        return Done;
    }
    return refuse(command, error);
}

Outcome StepRunner::refuse(const CommandRow& command, const Error& error)
{
    auto refused = inTerm(m_term, [&]() -> Outcome {
        if (error.reason == kAddressMismatch) {
            if (const auto noted = noteMismatch(m_term.db, error, m_now); !noted)
                return fail(noted.error());
        }
        if (auto done = notifyChanged(m_term.db, {command.id.text()}); !done)
            return done;
        return finishCommand(
            m_term.db, command.id, CommandState::Refused, compact(refusalToJson(error)));
    });
    if (!refused)
        return refused.error().reason == u"command_step" ? Outcome(Done) : refused;
    ++m_step.refused;
    m_step.ended.push_back(command.id);
    return Done;
}

} // namespace

Result<QJsonObject>
runCommand(Database& db, const CommandRow& command, LongCommandHandler* handler, UtcTime now)
{
    const auto payload = parsePlainObject(command.payload.toUtf8());
    if (!payload)
        return fail(ErrorCode::Invalid, u"payload_invalid", payload.error().reason);
    const auto at =
        std::find_if(std::begin(kKindsOfCommand),
                     std::end(kKindsOfCommand),
                     [&command](const auto& entry) { return entry.kind == command.kind; });
    if (at == std::end(kKindsOfCommand))
        return fail(ErrorCode::Invalid, u"command_kind_unknown", command.kind);
    return at->run(
        {db, command, *payload, handler, {now, command.actor, command.role, command.id.text()}});
}

Result<CommandStep> stepCommands(const Term& term, LongCommandHandler* handler, UtcTime now)
{
    return StepRunner(term, handler, now).run();
}

Outcome finishLongCommand(const Term& term, const CommandId& id, const Result<QJsonObject>& result)
{
    return inTerm(term, [&]() -> Outcome {
        if (auto done = notifyChanged(term.db, {id.text()}); !done)
            return done;
        if (result)
            return finishCommand(term.db, id, CommandState::Succeeded, compact(*result));
        return finishCommand(
            term.db, id, CommandState::Failed, compact(refusalToJson(result.error())));
    });
}

Result<int> failAbandoned(const Term& term)
{
    return inTerm(term, [&]() -> Result<int> {
        const auto running = runningCommands(term.db);
        if (!running)
            return fail(running.error());
        const Error error{ErrorCode::Unavailable,
                          QStringLiteral("engine_restarted"),
                          QStringLiteral("the engine ended while it ran; ask again")};
        for (const CommandRow& command : *running) {
            if (auto done = finishCommand(
                    term.db, command.id, CommandState::Failed, compact(refusalToJson(error)));
                !done)
                return fail(done.error());
        }
        return int(running->size());
    });
}

} // namespace tieout
