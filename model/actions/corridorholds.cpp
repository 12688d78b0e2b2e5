// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/corridorholds.h"

#include "model/actions/projection.h"
#include "model/commands/commandkinds.h"
#include "model/domain/moneycount.h"
#include "model/domain/paymentstate.h"
#include "model/store/holds.h"

#include <algorithm>

namespace tieout {

namespace {

// So many payments are loaded and projected at once.
constexpr int kHoldBatch = 500;

Outcome projectHeld(Database& db,
                    const std::vector<PaymentId>& payments,
                    QStringView action,
                    const QJsonObject& data,
                    const ActionContext& context)
{
    if (payments.empty())
        return Done;
    Cause cause;
    cause.now = context.now;
    cause.actor = context.actor;
    cause.action = action.toString();
    cause.data = data;
    cause.eachIsSubject = true;
    const auto projected = reproject(db, payments, cause);
    return projected ? Outcome(Done) : Outcome(fail(projected.error()));
}

QJsonObject changeOf(const CorridorVersion& corridor)
{
    return {{QStringLiteral("corridor"), corridor.name},
            {QStringLiteral("corridor_version"), corridor.version},
            {QStringLiteral("corridor_status"), toText(corridor.status)}};
}

Outcome openHold(Database& db, const PaymentRow& payment, const ActionContext& context)
{
    return insertHold(db,
                      {HoldId::make(context.now),
                       payment.id,
                       HoldKind::CorridorStopped,
                       QStringLiteral("%1 was stopped").arg(payment.policy.corridor),
                       context.now,
                       context.actor});
}

Outcome holdThese(Database& db,
                  const std::vector<PaymentId>& ids,
                  const CorridorVersion& corridor,
                  const ActionContext& context,
                  int& held)
{
    const auto loaded = loadPayments(db, ids);
    if (!loaded)
        return fail(loaded.error());
    std::vector<PaymentId> changed;
    for (const LoadedPayment& payment : *loaded) {
        if (!stopOpensHold(payment.facts))
            continue;
        if (auto done = openHold(db, payment.row, context); !done)
            return done;
        changed.push_back(payment.row.id);
    }
    held += int(changed.size());
    return projectHeld(db, changed, kinds::kCorridorApply, changeOf(corridor), context);
}

bool isLater(const LoadedPayment& payment, const LaterMoney& money)
{
    const MoneyCount count = countMoney(payment.facts);
    return std::any_of(count.groups.begin(), count.groups.end(), [&](const MoneyGroup& group) {
        if (group.tx != money.tx)
            return false;
        return money.byPerson ? !group.live.empty() || !group.withdrawn.empty()
                              : !group.live.empty() && group.withdrawn.empty();
    });
}

} // namespace

Result<int>
openCorridorHolds(Database& db, const CorridorVersion& corridor, const ActionContext& context)
{
    int held = 0;
    PaymentId last;
    for (;;) {
        const auto ids = unsettledPayments(db, corridor.name, last, kHoldBatch);
        if (!ids)
            return fail(ids.error());
        if (ids->empty())
            return held;
        last = ids->back();
        if (auto done = holdThese(db, *ids, corridor, context, held); !done)
            return fail(done.error());
    }
}

Result<int>
closeCorridorHolds(Database& db, const CorridorVersion& corridor, const ActionContext& context)
{
    int released = 0;
    HoldId last;
    const QString reason = QStringLiteral("%1 is %2").arg(corridor.name, toText(corridor.status));
    for (;;) {
        const auto holds = corridorHolds(db, corridor.name, last, kHoldBatch);
        if (!holds)
            return fail(holds.error());
        if (holds->empty())
            return released;
        last = holds->back().id;
        std::vector<PaymentId> payments;
        for (const HoldRow& hold : *holds) {
            if (auto done =
                    closeHold(db, hold.id, hold.payment, context.actor, reason, context.now);
                !done)
                return fail(done.error());
            payments.push_back(hold.payment);
        }
        released += int(holds->size());
        if (auto done =
                projectHeld(db, payments, kinds::kCorridorApply, changeOf(corridor), context);
            !done)
            return fail(done.error());
    }
}

Outcome holdLaterMoney(Database& db, const std::vector<LaterMoney>& money, UtcTime now)
{
    std::vector<PaymentId> asked;
    asked.reserve(money.size());
    for (const LaterMoney& each : money)
        asked.push_back(each.payment);
    const auto ids = unheldOnStopped(db, asked);
    if (!ids)
        return fail(ids.error());
    if (ids->empty())
        return Done;
    const auto loaded = loadPayments(db, *ids);
    if (!loaded)
        return fail(loaded.error());
    const ActionContext context{now, QStringLiteral("engine"), {}, {}};
    std::vector<PaymentId> held;
    for (const LoadedPayment& payment : *loaded) {
        const bool later = std::any_of(money.begin(), money.end(), [&](const LaterMoney& each) {
            return each.payment == payment.row.id && isLater(payment, each);
        });
        if (!later)
            continue;
        if (auto done = openHold(db, payment.row, context); !done)
            return done;
        held.push_back(payment.row.id);
    }
    const QJsonObject data{{QStringLiteral("cause"), toText(HoldKind::CorridorStopped)},
                           {QStringLiteral("reason"), QStringLiteral("later_money")}};
    return projectHeld(db, held, kinds::kPaymentHold, data, context);
}

} // namespace tieout
