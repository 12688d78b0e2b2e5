// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/killscript.h"

#include "chain/sandbox/sandboxtokens.h"

#include <array>

namespace tieout::test {

namespace {

// When payment `i` is paid.
int paidAt(int i)
{
    return 8 + 4 * i;
}

class KillPlot
{
public:
    explicit KillPlot(SandboxChain& chain)
        : m_chain(chain)
    {}

    void pay(int i, const Account& to)
    {
        const qint64 due = KillScript::due(i) * KillScript::kToken;
        const int tick = paidAt(i);
        m_payer = sandboxPayer(QString::number(i));
        switch (i % 12) {
        case 0: // more than was asked, by so little that it is kept as credit
            return send(tick, to, {due + KillScript::kToken / 20});
        case 1: // half, and the other half in time
            send(tick, to, {due / 2});
            return send(tick + 5, to, {due - due / 2});
        case 2: // short by what is forgiven
            return send(tick, to, {due - KillScript::kToken / 20});
        case 3:
            return send(tick, to, {due + 3 * KillScript::kToken});
        case 4:
            return send(tick, to, {due / 2, due - due / 2});
        case 5: // after its time
            return send(tick + 3, to, {due});
        case 6:
            send(tick, to, {due}, true);
            return later(SandboxActionKind::Release, tick + 6);
        case 7:
            send(tick, to, {due}, true);
            return later(SandboxActionKind::Drop, tick + 6);
        case 8: {
            send(tick, to, {due}, true);
            const QString first = m_key;
            return send(tick + 3, to, {due}, false, first);
        }
        case 9: // another issuer's token and a poisonous nothing before the money
            m_token = sandboxToken(u"bridged-usdt").contract;
            send(tick, to, {due});
            m_token = sandboxToken(u"usdt").contract;
            send(tick + 1, to, {0});
            return send(tick + 2, to, {due});
        case 10: // nobody pays
        case 11:
            return;
        default:
            return send(tick, to, {due});
        }
    }

    void reorg(int tick, qint64 depth, ReorgFate fate, qint64 shorter = 0)
    {
        SandboxAction action;
        action.kind = SandboxActionKind::Reorg;
        action.depth = depth;
        action.fate = fate;
        action.shorter = shorter;
        action.delay = fate == ReorgFate::Mempool ? 2 : 0;
        add(action, tick);
    }

    void restore(int tick)
    {
        SandboxAction action;
        action.kind = SandboxActionKind::Restore;
        add(action, tick);
    }

private:
    // A moment before the tick, so that the watcher finds it done.
    void add(SandboxAction action, int tick)
    {
        action.at = KillScript::at(tick) - Duration(500);
        const auto added = m_chain.add(std::move(action));
        TIEOUT_CHECK(added.has_value());
    }

    void send(int tick,
              const Account& to,
              const std::vector<qint64>& amounts,
              bool stuck = false,
              const QString& replaces = {})
    {
        SandboxAction action;
        action.kind = SandboxActionKind::Send;
        action.key = m_key = QStringLiteral("tx%1").arg(++m_sent);
        action.sender = m_payer;
        action.stuck = stuck;
        action.replaces = replaces;
        for (const qint64 amount : amounts) {
            SandboxTransfer transfer;
            transfer.token = m_token;
            transfer.to = to;
            transfer.value = evmWord(Amount(amount, 6));
            action.transfers.push_back(transfer);
        }
        add(action, tick);
    }

    void later(SandboxActionKind kind, int tick)
    {
        SandboxAction action;
        action.kind = kind;
        action.key = m_key;
        add(action, tick);
    }

    SandboxChain& m_chain;
    Account m_payer;
    Account m_token = sandboxToken(u"usdt").contract;
    QString m_key; // the last one sent
    int m_sent = 0;
};

} // namespace

qint64 KillScript::due(int i)
{
    constexpr std::array<qint64, 5> kDues{5, 50, 100, 500, 5000};
    return kDues[static_cast<size_t>(i) % kDues.size()];
}

UtcTime KillScript::expires(int i)
{
    return i % 6 == 5 ? at(paidAt(i) + 1) : at(kTicks * 2);
}

SandboxChain KillScript::chain(const std::vector<Account>& accounts)
{
    SandboxParameters parameters;
    parameters.seed = 7;
    parameters.genesis = kStart;
    SandboxChain chain(parameters);
    KillPlot plot(chain);
    for (int i = 0; i < kPayments; ++i)
        plot.pay(i, accounts[static_cast<size_t>(i)]);
    plot.reorg(14, 2, ReorgFate::Elsewhere);
    plot.reorg(22, 3, ReorgFate::Elsewhere, 1);
    plot.reorg(31, 5, ReorgFate::Mempool);
    plot.restore(37); // below what was final, as is the one at 80
    plot.reorg(46, 8, ReorgFate::Elsewhere, 1);
    plot.reorg(55, 4, ReorgFate::Dropped);
    plot.reorg(63, 7, ReorgFate::Mempool);
    plot.reorg(72, 2, ReorgFate::Elsewhere);
    plot.reorg(73, 6, ReorgFate::Elsewhere);
    plot.reorg(80, 16, ReorgFate::Elsewhere);
    plot.reorg(97, 10, ReorgFate::Elsewhere);
    plot.reorg(108, 5, ReorgFate::Mempool);
    return chain;
}

} // namespace tieout::test
