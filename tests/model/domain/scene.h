// SPDX-License-Identifier: GPL-3.0-or-later
// A payment of 100 with a grace and a tolerance of 1, and words to tell what happens to it: expiry
// at second 1000, top-up window until 1500, dust floor 0.01. Amounts are decimal text.
#pragma once

#include "model/domain/paymentstate.h"

namespace tieout::test {

inline Amount coins(const char* text)
{
    return Amount::parse(QString::fromLatin1(text), 6).value();
}

inline UtcTime second(qint64 s)
{
    return UtcTime::fromMs(s * 1000);
}

inline Hash32 txHash(int number)
{
    Hash32 hash{};
    hash[0] = static_cast<quint8>(number);
    return hash;
}

class Scene
{
public:
    Scene()
    {
        facts.policy.corridor = QStringLiteral("usdt-ethereum");
        facts.policy.version = 1;
        facts.policy.due = coins("100");
        facts.policy.underGrace = coins("1");
        facts.policy.overTolerance = coins("1");
        facts.policy.dustFloor = coins("0.01");
        facts.policy.bands = {{std::nullopt, {12, FinalityMark::None}}};
        facts.policy.strongest = {0, FinalityMark::Finalized};
        facts.policy.topUpWindow = std::chrono::seconds(500);
        facts.expiresAt = second(1000);
        facts.acceptedShortfall = coins("0");
    }

    void sight(int tx, const char* amount, qint64 at)
    {
        add(tx, amount, at, TransferState::Mempool);
    }
    void mine(int tx, const char* amount, qint64 at) { add(tx, amount, at, TransferState::Mined); }
    void settle(int tx, const char* amount, qint64 at)
    {
        add(tx, amount, at, TransferState::Confirmed);
    }

    void confirm(int tx) { change(tx, TransferState::Mined, TransferState::Confirmed); }
    void finish(int tx) { change(tx, TransferState::Confirmed, TransferState::Final); }
    void drop(int tx) { change(tx, TransferState::Mempool, TransferState::Vanished); }

    // The block of the transaction is withdrawn.
    void withdraw(int tx, qint64 at)
    {
        for (MoneyFact& fact : facts.money) {
            const bool live = fact.state == TransferState::Mined ||
                              fact.state == TransferState::Confirmed ||
                              fact.state == TransferState::Final;
            if (fact.tx != txHash(tx) || !live)
                continue;
            fact.reachedConfirmed = fact.state != TransferState::Mined;
            fact.state = TransferState::Withdrawn;
            fact.withdrawnAt = second(at);
        }
    }

    void decide(int tx, DecisionKind kind, qint64 at)
    {
        facts.decisions.push_back({txHash(tx), binding(), kind, second(at)});
    }
    void resolveReorg(int tx, qint64 at)
    {
        facts.reorgResolutions.push_back({txHash(tx), second(at)});
    }
    void credit(const char* amount) { facts.given.push_back({GivenKind::Credit, coins(amount)}); }
    void refund(RefundKind kind, RefundState state, const char* amount, qint64 at)
    {
        facts.refunds.push_back({kind, state, coins(amount), second(at)});
    }

    PaymentState state() const { return derivePaymentState(facts).value(); }

    static BindingId binding() { return BindingId::trusted(QStringLiteral("bnd_1")); }

    PaymentFacts facts;

private:
    void add(int tx, const char* amount, qint64 at, TransferState state)
    {
        MoneyFact fact;
        fact.tx = txHash(tx);
        fact.binding = binding();
        fact.amount = coins(amount);
        fact.state = state;
        fact.seenAt = second(at);
        fact.rule = facts.policy.ruleFor(fact.amount);
        if (state != TransferState::Mempool)
            fact.block = at;
        facts.money.push_back(fact);
    }

    void change(int tx, TransferState from, TransferState to)
    {
        for (MoneyFact& fact : facts.money) {
            if (fact.tx == txHash(tx) && fact.state == from)
                fact.state = to;
        }
    }
};

} // namespace tieout::test
