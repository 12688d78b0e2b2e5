// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/moneycount.h"
#include "model/domain/paymentstate.h"

#include <algorithm>

namespace tieout {

namespace {

bool hasUndecided(const MoneyCount& count)
{
    return std::any_of(count.groups.begin(), count.groups.end(), [](const MoneyGroup& group) {
        return group.undecided && (!group.live.empty() || !group.waiting.empty());
    });
}

} // namespace

Result<bool> mayExpire(const PaymentFacts& facts, UtcTime railReadUntil)
{
    if (facts.expiredAt || railReadUntil <= facts.expiresAt)
        return false;
    // Money that had been mined and is gone still lets a top-up count until the window's end.
    if (countMoney(facts).windowOpened && railReadUntil <= topUpEnd(facts))
        return false;
    const auto state = derivePaymentState(facts);
    if (!state)
        return fail(state.error());
    return state->status == PaymentStatus::Pending && state->mempool.isZero();
}

bool mayCloseTopUp(const PaymentFacts& facts, UtcTime railReadUntil)
{
    return !facts.topUpClosed && railReadUntil > topUpEnd(facts);
}

UtcTime topUpEnd(const PaymentFacts& facts)
{
    return facts.expiresAt + facts.policy.topUpWindow;
}

Outcome mayCancel(const PaymentFacts& facts)
{
    const MoneyCount count = countMoney(facts);
    if (count.closed)
        return fail(ErrorCode::Conflict, u"payment_closed");
    if (!count.groups.empty() || !facts.appliedIn.empty())
        return fail(ErrorCode::Conflict, u"payment_has_money");
    return Done;
}

Outcome mayReissue(const PaymentFacts& facts)
{
    const MoneyCount count = countMoney(facts);
    if (count.closed)
        return fail(ErrorCode::Conflict, u"payment_closed");
    if (hasUndecided(count))
        return fail(ErrorCode::Conflict, u"payment_has_undecided_money");
    return Done;
}

bool stopOpensHold(const PaymentFacts& facts)
{
    return facts.fulfilment == FulfilmentState::None && !facts.expiredAt &&
           !countMoney(facts).closed;
}

Outcome mayReissueOn(const PaymentFacts& facts, const CorridorVersion& corridor)
{
    if (const auto may = mayReissue(facts); !may)
        return may;
    if (facts.fulfilment != FulfilmentState::None)
        return fail(ErrorCode::Conflict, u"payment_released");
    if (corridor.status == CorridorStatus::Stopped)
        return fail(ErrorCode::Conflict, u"corridor_stopped", corridor.name);
    if (corridor.status == CorridorStatus::Retired)
        return fail(ErrorCode::Conflict, u"corridor_retired", corridor.name);
    return Done;
}

HoldKind holdKindOfCause(QStringView cause)
{
    if (cause == u"screening")
        return HoldKind::Screening;
    return cause == u"finance" ? HoldKind::Finance : HoldKind::Operator;
}

std::optional<Role> roleOfHold(HoldKind kind)
{
    switch (kind) {
    case HoldKind::Screening:
        return Role::Compliance;
    case HoldKind::Finance:
        return Role::Finance;
    case HoldKind::CorridorStopped:
        return Role::Treasury;
    case HoldKind::Operator:
    case HoldKind::ClosingRefund:
        break;
    }
    return std::nullopt;
}

} // namespace tieout
