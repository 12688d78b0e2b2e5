// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/paymentcases.h"

#include <algorithm>

namespace tieout {

namespace {

// Sums here were checked when the state was derived, or are parts of such sums.
Amount sumOf(const std::vector<MoneyFact>& facts, Amount zero)
{
    Int128 units = 0;
    for (const MoneyFact& fact : facts)
        units += fact.amount.units();
    return {units, zero.decimals()};
}

// What the last withdrawal took; earlier ones of the same transaction took the same money.
Amount lastWithdrawn(const MoneyGroup& group, Amount zero)
{
    const auto last = std::max_element(
        group.withdrawn.begin(), group.withdrawn.end(), [](const MoneyFact& a, const MoneyFact& b) {
            return std::pair(a.withdrawnAt, a.block) < std::pair(b.withdrawnAt, b.block);
        });
    std::vector<MoneyFact> taken;
    std::copy_if(group.withdrawn.begin(),
                 group.withdrawn.end(),
                 std::back_inserter(taken),
                 [&last](const MoneyFact& fact) { return fact.block == last->block; });
    return sumOf(taken, zero);
}

// Two full sums: the surplus is itself a full payment, and a second transfer brought it.
bool isPaidTwice(const PaymentFacts& facts, const MoneyCount& count, const PaymentState& state)
{
    const Int128 full =
        std::max<Int128>(1, facts.policy.due.units() - facts.policy.underGrace.units());
    int transfers = 0;
    for (const MoneyGroup& group : count.groups) {
        for (const MoneyFact& fact : group.live) {
            if (group.counts && fact.state != TransferState::Mined && fact.amount.units() >= full)
                ++transfers;
        }
    }
    return transfers >= 2 && state.surplus.units() >= full;
}

void addAmountCases(std::vector<NeededCase>& cases,
                    const PaymentFacts& facts,
                    const MoneyCount& count,
                    const PaymentState& state)
{
    if (state.closed)
        return;
    const auto add = [&cases](CaseCode code, Amount amount) {
        cases.push_back({code, std::nullopt, {}, amount});
    };
    const Amount missing(-state.delta.units(), state.delta.decimals());
    switch (state.verdict) {
    case Verdict::Short:
        add(CaseCode::AmtUnder, missing);
        break;
    case Verdict::AcceptedShort:
        if (missing <= facts.policy.underGrace)
            add(CaseCode::AmtGrace, missing);
        break;
    case Verdict::AcceptedOver:
        add(CaseCode::AmtGrace, state.delta);
        break;
    case Verdict::Over:
        add(isPaidTwice(facts, count, state) ? CaseCode::DupPay : CaseCode::AmtOver, state.surplus);
        break;
    case Verdict::None:
    case Verdict::Exact:
        break;
    }
}

void addGroupCases(std::vector<NeededCase>& cases,
                   const MoneyGroup& group,
                   bool closed,
                   Amount zero)
{
    const auto add = [&](CaseCode code, Amount amount) {
        cases.push_back({code, group.tx, group.binding, amount});
    };
    if (group.undecided && !group.live.empty())
        add(closed ? CaseCode::RefReused : CaseCode::Late, sumOf(group.live, zero));
    if (!group.isGone() || group.reorgResolved)
        return;
    // Money that was confirmed had a receipt in the books, whether it counted or not.
    const bool post = std::any_of(group.withdrawn.begin(),
                                  group.withdrawn.end(),
                                  [](const MoneyFact& fact) { return fact.reachedConfirmed; });
    if (post || group.counts)
        add(post ? CaseCode::ReorgPost : CaseCode::ReorgPre, lastWithdrawn(group, zero));
}

} // namespace

std::vector<NeededCase> neededCases(const PaymentFacts& facts,
                                    const MoneyCount& count,
                                    const PaymentState& state,
                                    Amount closingExcess)
{
    std::vector<NeededCase> cases;
    const Amount zero = facts.policy.due.zero();
    addAmountCases(cases, facts, count, state);
    for (const MoneyGroup& group : count.groups)
        addGroupCases(cases, group, state.closed, zero);
    if (closingExcess.units() > 0)
        cases.push_back({CaseCode::RefReused, std::nullopt, {}, closingExcess});
    for (const MoneyGroup& group : count.dust)
        cases.push_back({CaseCode::AmtDust, group.tx, group.binding, sumOf(group.live, zero)});
    std::sort(cases.begin(), cases.end(), [](const NeededCase& a, const NeededCase& b) {
        return std::tuple(a.code, a.tx, a.binding.text()) <
               std::tuple(b.code, b.tx, b.binding.text());
    });
    return cases;
}

bool isDerivedCase(CaseCode code)
{
    static constexpr CaseCode kDerived[] = {CaseCode::AmtGrace,
                                            CaseCode::AmtUnder,
                                            CaseCode::AmtOver,
                                            CaseCode::AmtDust,
                                            CaseCode::RefReused,
                                            CaseCode::Late,
                                            CaseCode::DupPay,
                                            CaseCode::ReorgPre,
                                            CaseCode::ReorgPost};
    return std::find(std::begin(kDerived), std::end(kDerived), code) != std::end(kDerived);
}

} // namespace tieout
