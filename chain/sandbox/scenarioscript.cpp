// SPDX-License-Identifier: GPL-3.0-or-later
// What happens on the chain in each scenario.
#include "chain/sandbox/sandboxtokens.h"
#include "chain/sandbox/scenario.h"

#include <algorithm>

namespace tieout {

namespace {

using Payments = std::vector<ScenarioPayment>;

// Collects the actions of one scenario. Times are in quarters of a block from `start`.
class ScriptWriter
{
public:
    ScriptWriter(const Scenario& scenario, const Payments& payments, UtcTime start, Duration block)
        : m_scenario(scenario)
        , m_payments(payments)
        , m_start(start)
        , m_block(block)
    {}

    // Each story has a place of its own after the reorganisations, so that not all pay at once.
    UtcTime slot(qint64 blocks = 0) const
    {
        return after(m_start, 24 + static_cast<qint64>(m_scenario.story) + blocks);
    }

    UtcTime blockTime(qint64 quarters) const { return m_start + m_block * quarters / 4; }
    UtcTime after(UtcTime time, qint64 blocks) const { return time + m_block * blocks; }
    const ScenarioPayment& payment() const { return m_payments.front(); }
    Account payer() const { return sandboxPayer(prefix()); }
    const QString& lastKey() const { return m_actions.back().key; }

    SandboxTransfer part(const ScenarioPayment& payment, int perTenThousand = 10'000) const
    {
        SandboxTransfer transfer;
        transfer.token = payment.token;
        transfer.to = payment.address;
        transfer.reference = payment.reference;
        const Int128 units = payment.due.units() / 10'000 * perTenThousand +
                             payment.due.units() % 10'000 * perTenThousand / 10'000;
        transfer.value = evmWord(Amount(units, payment.due.decimals()));
        return transfer;
    }

    SandboxAction& send(UtcTime at, std::vector<SandboxTransfer> transfers)
    {
        SandboxAction& action = act(SandboxActionKind::Send, at);
        action.key = prefix() + QLatin1Char('/') + QString::number(++m_sent);
        action.sender = payer();
        action.transfers = std::move(transfers);
        return action;
    }

    SandboxAction& pay(UtcTime at, int perTenThousand = 10'000)
    {
        return send(at, {part(payment(), perTenThousand)});
    }

    SandboxAction& act(SandboxActionKind kind, UtcTime at)
    {
        SandboxAction& action = m_actions.emplace_back();
        action.kind = kind;
        action.at = at;
        return action;
    }

    std::vector<SandboxAction> take() { return std::move(m_actions); }

private:
    QString prefix() const { return m_scenario.name + QLatin1Char('/') + payment().id; }

    const Scenario& m_scenario;
    const Payments& m_payments;
    UtcTime m_start;
    Duration m_block;
    int m_sent = 0;
    std::vector<SandboxAction> m_actions;
};

void writeAmounts(ScriptWriter& script, ScenarioStory story)
{
    using S = ScenarioStory;
    if (story == S::ShortWithinGrace)
        script.pay(script.slot(), 9'997);
    else if (story == S::OverWithinTolerance)
        script.pay(script.slot(), 10'005);
    else if (story == S::Short || story == S::TopUpInside || story == S::TopUpAfter)
        script.pay(script.slot(), 6'000);
    else if (story == S::Over)
        script.pay(script.slot(), 14'000);
    else if (story != S::Late && story != S::Expired)
        script.pay(script.slot());

    const ScenarioPayment& payment = script.payment();
    if (story == S::TopUpInside)
        script.pay(payment.expiresAt + (payment.topUpUntil - payment.expiresAt) / 2, 4'000);
    if (story == S::TopUpAfter)
        script.pay(script.after(payment.topUpUntil, 4), 4'000);
    if (story == S::Late)
        script.pay(script.after(payment.expiresAt, 4));
    if (story == S::PaidTwice)
        script.pay(script.slot(4));
}

void writeWrongToken(ScriptWriter& script)
{
    for (const auto name : {u"bridged-usdt", u"fake-usdt"}) {
        SandboxTransfer transfer = script.part(script.payment());
        transfer.token = sandboxToken(name).contract;
        script.send(script.slot(), {transfer});
    }
}

void writePoison(ScriptWriter& script)
{
    script.pay(script.slot());
    SandboxAction& poison = script.send(script.slot(4), {script.part(script.payment(), 0)});
    poison.sender = sandboxLookalike(script.payer());
}

void writeSweep(ScriptWriter& script)
{
    script.pay(script.slot());
    SandboxTransfer transfer = script.part(script.payment());
    transfer.to = sandboxTreasury();
    transfer.reference = QString();
    script.send(script.slot(14), {transfer}).sender = script.payment().address;
}

void writeFreeze(ScriptWriter& script)
{
    SandboxAction& freeze = script.act(SandboxActionKind::Freeze, script.slot());
    freeze.token = script.payment().token;
    freeze.account = script.payer();
    script.pay(script.slot(1)).delay = 2;
}

// `of` is mined one or two blocks deep when the reorganisation comes, or confirmed and not yet
// finalized.
void writeReorg(ScriptWriter& script, bool confirmed)
{
    script.pay(script.blockTime(confirmed ? 32 : 8));
    const QString key = script.lastKey();
    SandboxAction& reorg =
        script.act(SandboxActionKind::Reorg, script.blockTime(confirmed ? 64 : 15));
    reorg.of = key;
    if (confirmed) {
        reorg.lost = QStringList{key};
    } else {
        reorg.fate = ReorgFate::Mempool;
        reorg.delay = 3;
    }
}

void writeMempool(ScriptWriter& script, ScenarioStory story)
{
    SandboxAction& first = script.pay(script.slot());
    if (story == ScenarioStory::MempoolThenMined) {
        first.delay = 5;
        return;
    }
    first.stuck = true;
    const QString key = first.key;
    if (story == ScenarioStory::Dropped)
        script.act(SandboxActionKind::Drop, script.slot(6)).key = key;
    if (story == ScenarioStory::Replaced)
        script.pay(script.slot(6)).replaces = key;
}

void writeNoise(ScriptWriter& script, const Payments& payments, ScenarioStory story)
{
    if (story == ScenarioStory::TwoInOneTx) {
        script.send(script.slot(), {script.part(payments[0]), script.part(payments[1])});
    } else if (story == ScenarioStory::MemoMissing) {
        SandboxTransfer transfer = script.part(script.payment());
        transfer.reference = QString();
        script.send(script.slot(), {transfer});
    } else if (story == ScenarioStory::WrongNetwork) {
        script.pay(script.slot()).network = SandboxNetwork::Side;
    }
}

void write(ScriptWriter& script, const Payments& payments, ScenarioStory story)
{
    using S = ScenarioStory;
    switch (story) {
    case S::Exact:
    case S::ShortWithinGrace:
    case S::OverWithinTolerance:
    case S::Short:
    case S::Over:
    case S::TopUpInside:
    case S::TopUpAfter:
    case S::Late:
    case S::Expired:
    case S::PaidTwice:
        return writeAmounts(script, story);
    case S::TwoInOneTx:
    case S::MemoMissing:
    case S::WrongNetwork:
        return writeNoise(script, payments, story);
    case S::WrongToken:
        return writeWrongToken(script);
    case S::Poison:
        return writePoison(script);
    case S::Sweep:
        return writeSweep(script);
    case S::IssuerFreeze:
        return writeFreeze(script);
    case S::ReorgBeforeConfirmation:
        return writeReorg(script, false);
    case S::ReorgAfterConfirmation:
        return writeReorg(script, true);
    case S::Stuck:
    case S::Dropped:
    case S::Replaced:
    case S::MempoolThenMined:
        return writeMempool(script, story);
    }
}

} // namespace

std::vector<SandboxAction> actionsFor(const Scenario& scenario,
                                      const std::vector<ScenarioPayment>& payments,
                                      UtcTime start,
                                      Duration blockInterval)
{
    TIEOUT_CHECK(payments.size() == static_cast<size_t>(scenario.payments));
    ScriptWriter script(scenario, payments, start, blockInterval);
    write(script, payments, scenario.story);
    return script.take();
}

} // namespace tieout
