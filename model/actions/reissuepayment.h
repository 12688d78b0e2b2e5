// SPDX-License-Identifier: GPL-3.0-or-later
// reissuePayment: the same payment gets a new binding and a new expiry. The older bindings stay
// watched, and money that comes to them still belongs to it. Engine thread; inside the caller's
// transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers as endAction() with "address", "reference" and "expires_at". Reasons: those of
// loadForAction(), mayReissue() and newBinding(), payment_released (it is paid), corridor_stopped
// and corridor_retired (the corridor's present status).
Result<QJsonObject>
reissuePayment(Database& db, const ReissuePaymentPayload& payload, const ActionContext& context);

} // namespace tieout
