// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/holdpayment.h"

#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/domain/paymentstate.h"
#include "model/store/holds.h"

#include <algorithm>

namespace tieout {

namespace {

Outcome demandRole(HoldKind kind, const ActionContext& context)
{
    const auto role = roleOfHold(kind);
    if (role && !context.role.isEmpty() && context.role != toText(*role))
        return fail(ErrorCode::Forbidden,
                    u"hold_role",
                    QStringLiteral("%1 is for %2").arg(toText(kind), toText(*role)));
    return Done;
}

} // namespace

Result<QJsonObject>
holdPayment(Database& db, const HoldPaymentPayload& payload, const ActionContext& context)
{
    const auto loaded = loadForAction(db, payload.payment, payload.expectedVersion);
    if (!loaded)
        return fail(loaded.error());
    const HoldKind kind = holdKindOfCause(payload.cause);
    if (const auto may = demandRole(kind, context); !may)
        return fail(may.error());
    const auto& open = loaded->facts.openHolds;
    if (std::find(open.begin(), open.end(), kind) != open.end())
        return fail(ErrorCode::Conflict, u"hold_open", toText(kind));
    const HoldRow hold{HoldId::make(context.now),
                       payload.payment,
                       kind,
                       payload.reason,
                       context.now,
                       context.actor};
    if (auto done = insertHold(db, hold); !done)
        return fail(done.error());
    auto answer = endAction(db,
                            payload.payment,
                            kinds::kPaymentHold,
                            {{QStringLiteral("hold"), hold.id.text()},
                             {QStringLiteral("cause"), payload.cause},
                             {QStringLiteral("reason"), payload.reason}},
                            context);
    if (!answer)
        return answer;
    QJsonObject whole = *std::as_const(answer);
    whole.insert(QStringLiteral("hold"), hold.id.text());
    return whole;
}

Result<QJsonObject>
releasePayment(Database& db, const ReleasePaymentPayload& payload, const ActionContext& context)
{
    const auto loaded = loadForAction(db, payload.payment, payload.expectedVersion);
    if (!loaded)
        return fail(loaded.error());
    const auto hold = readOpenHold(db, payload.hold);
    if (!hold)
        return fail(hold.error());
    if (hold->kind == HoldKind::ClosingRefund)
        return fail(ErrorCode::Conflict, u"hold_not_releasable", toText(hold->kind));
    if (const auto may = demandRole(hold->kind, context); !may)
        return fail(may.error());
    if (auto done = closeHold(
            db, payload.hold, payload.payment, context.actor, payload.reason, context.now);
        !done)
        return fail(done.error());
    return endAction(db,
                     payload.payment,
                     kinds::kPaymentRelease,
                     {{QStringLiteral("hold"), payload.hold.text()},
                      {QStringLiteral("cause"), toText(hold->kind)},
                      {QStringLiteral("reason"), payload.reason}},
                     context);
}

} // namespace tieout
