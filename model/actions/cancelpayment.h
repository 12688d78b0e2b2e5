// SPDX-License-Identifier: GPL-3.0-or-later
// cancelPayment: nobody waits for this money any more. Its bindings stay watched for ever. Engine
// thread; inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers as endAction(). Reasons: those of loadForAction() and of mayCancel().
Result<QJsonObject>
cancelPayment(Database& db, const CancelPaymentPayload& payload, const ActionContext& context);

} // namespace tieout
