// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/commands/playscenario.h"

#include "chain/commands/sandboxlines.h"
#include "model/actions/createpayment.h"
#include "model/store/corridors.h"
#include "model/store/payments.h"
#include "model/store/rails.h"
#include "model/store/sandboxactions.h"

#include <QJsonArray>

namespace tieout {

namespace {

Result<PaymentId> makePayment(Database& db, const ScenarioPlay& play, const ActionContext& context)
{
    CreatePaymentPayload payload;
    payload.corridor = play.corridor.isEmpty() ? play.scenario.corridor : play.corridor;
    payload.amount = play.scenario.due;
    payload.orderReference = QStringLiteral("sandbox-") + play.scenario.name;
    payload.customer = QStringLiteral("sandbox");
    payload.expiresIn = play.start + play.interval * play.scenario.expiryBlocks - context.now;
    const auto created = createPayment(db, payload, context);
    if (!created)
        return fail(created.error());
    return PaymentId::parse(created->value(u"payment").toString());
}

Result<ScenarioPayment> describe(Database& db, const PaymentId& id)
{
    const auto row = readPayment(db, id);
    if (!row)
        return fail(row.error());
    const auto bindings = readBindings(db, id);
    if (!bindings)
        return fail(bindings.error());
    if (bindings->empty())
        return fail(ErrorCode::Corrupt, u"payment_without_binding", id.text());
    const auto corridor = corridorVersion(db, row->policy.corridor, row->policy.version);
    if (!corridor)
        return fail(corridor.error());
    const auto contract = corridor->asset.contract();
    if (!contract)
        return fail(contract.error());
    const BindingRow& binding = bindings->back();
    ScenarioPayment payment;
    payment.id = id.text();
    payment.token = Account::of(contract->bytes());
    payment.address = binding.account;
    payment.reference = binding.reference.isEmpty() ? QString() : binding.reference;
    payment.due = row->policy.due;
    payment.expiresAt = row->expiresAt;
    payment.topUpUntil = row->topUpUntil;
    return payment;
}

Outcome writeLines(Database& db, const std::vector<SandboxAction>& actions)
{
    for (const SandboxAction& action : actions) {
        const auto rail = railByName(db, toText(action.network));
        if (!rail)
            return fail(rail.error());
        const auto seq = insertSandboxAction(db, rail->id, action.at, sandboxLine(action));
        if (!seq)
            return fail(seq.error());
    }
    return Done;
}

} // namespace

Result<ScenarioStart> nextScenarioStart(Database& db, UtcTime now)
{
    const auto rail = railByName(db, toText(SandboxNetwork::Main));
    if (!rail)
        return fail(rail.error());
    const auto interval = keptSandboxInterval(db, rail->id);
    if (!interval)
        return fail(interval.error());
    const auto state = readRailState(db, rail->id);
    if (!state)
        return fail(state.error());
    // Two blocks ahead, so that the script is kept before its first line is due.
    UtcTime base = state->headTime;
    if (base == UtcTime()) {
        const auto rows = readSandboxActions(db, rail->id, 0);
        if (!rows)
            return fail(rows.error());
        if (rows->empty())
            return fail(ErrorCode::Unavailable, u"sandbox_not_started");
        base = rows->front().at;
    }
    const qint64 passed = std::max<qint64>(0, (now - base) / *interval);
    return ScenarioStart{base + *interval * (passed + 2), *interval};
}

Result<QJsonObject>
playScenario(Database& db, const ScenarioPlay& play, const ActionContext& context)
{
    if (play.payment && play.scenario.payments != 1)
        return fail(ErrorCode::Invalid, u"scenario_payments", play.scenario.name);
    std::vector<ScenarioPayment> payments;
    QJsonArray ids;
    for (int i = 0; i < play.scenario.payments; ++i) {
        const auto id =
            play.payment ? Result<PaymentId>(*play.payment) : makePayment(db, play, context);
        if (!id)
            return fail(id.error());
        auto payment = describe(db, *id);
        if (!payment)
            return fail(payment.error());
        ids.append(id->text());
        payments.push_back(std::move(payment).value());
    }
    const auto actions = actionsFor(play.scenario, payments, play.start, play.interval);
    if (auto done = writeLines(db, actions); !done)
        return fail(done.error());
    return QJsonObject{{QStringLiteral("scenario"), play.scenario.name},
                       {QStringLiteral("payments"), ids},
                       {QStringLiteral("start"), play.start.toText()}};
}

} // namespace tieout
