// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/reissuepayment.h"

#include "model/actions/newbinding.h"
#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/domain/paymentstate.h"
#include "model/store/corridors.h"

namespace tieout {

Result<QJsonObject>
reissuePayment(Database& db, const ReissuePaymentPayload& payload, const ActionContext& context)
{
    const auto loaded = loadForAction(db, payload.payment, payload.expectedVersion);
    if (!loaded)
        return fail(loaded.error());
    const auto corridor = currentCorridor(db, loaded->row.policy.corridor);
    if (!corridor)
        return fail(corridor.error());
    if (const auto may = mayReissueOn(loaded->facts, *corridor); !may)
        return fail(may.error());
    const auto rail = railByName(db, corridor->rail);
    if (!rail)
        return fail(rail.error());
    if (rail->id != loaded->row.rail)
        return fail(ErrorCode::Conflict, u"corridor_moved", corridor->rail);
    if (auto done = replaceBindings(db, payload.payment, context.now); !done)
        return fail(done.error());
    const auto binding = newBinding(db, *corridor, rail->id, payload.payment, context.now);
    if (!binding)
        return fail(binding.error());
    const UtcTime expiresAt = context.now + payload.expiresIn.value_or(corridor->expiry);
    const UtcTime topUpUntil = expiresAt + loaded->row.policy.topUpWindow;
    if (auto done = setExpiry(db, payload.payment, expiresAt, topUpUntil); !done)
        return fail(done.error());
    const QJsonObject place{{QStringLiteral("address"), accountText(*rail, binding->account)},
                            {QStringLiteral("reference"), binding->reference},
                            {QStringLiteral("expires_at"), expiresAt.toText()}};
    QJsonObject data = place;
    data.insert(QStringLiteral("reason"), payload.reason);
    auto answer = endAction(db, payload.payment, kinds::kPaymentReissue, data, context);
    if (!answer)
        return answer;
    QJsonObject whole = *std::as_const(answer);
    for (auto at = place.begin(); at != place.end(); ++at)
        whole.insert(at.key(), at.value());
    return whole;
}

} // namespace tieout
