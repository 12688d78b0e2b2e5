// SPDX-License-Identifier: GPL-3.0-or-later
// holdPayment, releasePayment: a person stops a payment and lets it go on. Engine thread; inside
// the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers as endAction() with "hold". Reasons: those of loadForAction(), hold_open (one of this
// kind is), hold_role (Forbidden: a screening hold is compliance's, a finance hold finance's).
Result<QJsonObject>
holdPayment(Database& db, const HoldPaymentPayload& payload, const ActionContext& context);

// Answers as endAction(). Reasons: those of loadForAction(), hold_unknown, hold_role (also: what a
// stopped corridor holds is treasury's), hold_not_releasable (a closing refund ends its own hold).
Result<QJsonObject>
releasePayment(Database& db, const ReleasePaymentPayload& payload, const ActionContext& context);

} // namespace tieout
