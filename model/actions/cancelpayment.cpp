// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/cancelpayment.h"

#include "model/actions/paymentaction.h"
#include "model/commands/commandkinds.h"
#include "model/domain/paymentstate.h"

namespace tieout {

Result<QJsonObject>
cancelPayment(Database& db, const CancelPaymentPayload& payload, const ActionContext& context)
{
    const auto loaded = loadForAction(db, payload.payment, payload.expectedVersion);
    if (!loaded)
        return fail(loaded.error());
    if (const auto may = mayCancel(loaded->facts); !may)
        return fail(may.error());
    if (auto done = setCancelled(db, payload.payment, context.now); !done)
        return fail(done.error());
    return endAction(db,
                     payload.payment,
                     kinds::kPaymentCancel,
                     {{QStringLiteral("reason"), payload.reason}},
                     context);
}

} // namespace tieout
