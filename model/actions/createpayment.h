// SPDX-License-Identifier: GPL-3.0-or-later
// createPayment: an expectation with its terms, its place to pay to and its first event. Engine
// thread; inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers {"payment","merchant","corridor","corridor_version","amount","symbol","address",
// "reference","status","version","created_at","expires_at","created"}. The same idempotency key
// with the same content answers the payment that stands ("created" is false then) and changes
// nothing; its address is derived again. Reasons: merchant_unknown, merchant_needed,
// corridor_unknown, corridor_not_enabled (for this merchant), rail_unknown, idempotency_key_reused
// (other content), address_mismatch (checkaddresses.h), those of mayCreatePayment(), of
// Amount::parse and of newBinding().
Result<QJsonObject>
createPayment(Database& db, const CreatePaymentPayload& payload, const ActionContext& context);

} // namespace tieout
