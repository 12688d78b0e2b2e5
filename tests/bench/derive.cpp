// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matching.h"
#include "model/domain/paymentstate.h"
#include "tests/bench/benchmark.h"

#include <functional>

namespace tieout::bench {

namespace {

constexpr int kEvaluations = 300'000;
constexpr int kMatches = 100'000;
constexpr int kOpenPayments = 50; // that compete for money on a shared address

Hash32 txNumbered(int number)
{
    Hash32 hash{};
    hash[0] = static_cast<quint8>(number);
    hash[1] = static_cast<quint8>(number >> 8);
    return hash;
}

PaymentFacts factsOf(int transfers)
{
    PaymentFacts facts;
    PolicySnapshot& policy = facts.policy;
    policy.corridor = QStringLiteral("usdt-bench");
    policy.version = 1;
    policy.due = Amount(100'000'000, 6);
    policy.underGrace = Amount(100'000, 6);
    policy.overTolerance = Amount(100'000, 6);
    policy.dustFloor = Amount(10'000, 6);
    policy.bands = {{Amount(Int128(100'000'000), 6), {3, FinalityMark::None}},
                    {std::nullopt, {12, FinalityMark::None}}};
    policy.strongest = {0, FinalityMark::Finalized};
    policy.topUpWindow = std::chrono::minutes(30);
    facts.createdAt = UtcTime::fromMs(1'790'000'000'000);
    facts.expiresAt = facts.createdAt + std::chrono::hours(1);
    facts.acceptedShortfall = policy.due.zero();
    for (int i = 0; i < transfers; ++i) {
        MoneyFact money;
        money.tx = txNumbered(i);
        money.binding = BindingId::trusted(QStringLiteral("bnd_1"));
        money.amount = Amount(Int128(100'000'000) / transfers, 6);
        money.state = i % 2 == 0 ? TransferState::Confirmed : TransferState::Mined;
        money.seenAt = facts.createdAt + std::chrono::minutes(1);
        money.block = 100 + i;
        money.rule = policy.ruleFor(money.amount);
        facts.money.push_back(money);
    }
    return facts;
}

void measureEach(const Setting& setting,
                 const QString& what,
                 int count,
                 const std::function<bool()>& one)
{
    std::vector<Sample> samples;
    for (int run = 0; run < setting.runs; ++run) {
        Stopwatch watch;
        int good = 0;
        for (int i = 0; i < count; ++i)
            good += one() ? 1 : 0;
        samples.push_back(watch.stop());
        if (good != count)
            setting.report.failed(QStringLiteral("derive"), what);
    }
    setting.report.figure(what, QStringLiteral("eval"), count, samples);
}

void measureBinding(const Setting& setting)
{
    const Account shared = Account::of(QByteArray(20, 'a'));
    std::vector<BindingFact> bindings;
    std::vector<CandidateFact> open;
    for (int i = 0; i < kOpenPayments; ++i) {
        const auto payment = PaymentId::trusted(QStringLiteral("pay_%1").arg(i));
        const auto binding = BindingId::trusted(QStringLiteral("bnd_%1").arg(i));
        const QString reference = QStringLiteral("REF-%1").arg(1000 + i);
        bindings.push_back({binding, payment, shared, reference});
        open.push_back({payment,
                        binding,
                        Amount(1'000'000 + i, 6),
                        Amount(1'000'000 + i, 6),
                        UtcTime::fromMs(1),
                        UtcTime::fromMs(100'000),
                        reference,
                        false});
    }
    Incoming money{shared, Account::of(QByteArray(20, 'b')), Amount(1'000'007, 6), {}, {}, {}};
    money.reference = QStringLiteral("REF-1025");
    money.seenAt = UtcTime::fromMs(500);
    const int count = setting.sized(kMatches, 100);
    measureEach(setting, QStringLiteral("bindMoney, reference among 50 open"), count, [&] {
        return bindMoney(money, bindings, open).kind == MatchKind::Reference;
    });
    money.reference = QStringLiteral("RFE-1025");
    measureEach(setting, QStringLiteral("bindMoney, nothing fits: 50 are ranked"), count, [&] {
        return !bindMoney(money, bindings, open).candidates.empty();
    });
    const BindingFact own{bindings.front().binding, bindings.front().payment, shared, QString()};
    money.reference.clear();
    measureEach(setting, QStringLiteral("bindMoney, an address of its own"), count, [&] {
        return bindMoney(money, std::span(&own, 1), {}).kind == MatchKind::Address;
    });
}

} // namespace

void benchDerive(const Setting& setting)
{
    for (const int transfers : {0, 1, 3, 10}) {
        const PaymentFacts facts = factsOf(transfers);
        measureEach(setting,
                    QStringLiteral("derivePaymentState, %1 transfers").arg(transfers),
                    setting.sized(kEvaluations, 100),
                    [&] { return derivePaymentState(facts).has_value(); });
    }
    measureBinding(setting);
}

} // namespace tieout::bench
