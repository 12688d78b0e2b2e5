// SPDX-License-Identifier: GPL-3.0-or-later
// linkTransfer: the money of one chain transaction at one destination belongs to this payment, says
// a person. The repair for "the money is there and the status is wrong". Engine
// thread; inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers as endAction() with "transfers" (how many rows the link covers), "wrong_token" (another
// token: linked and labelled, but it never counts), "cases" (resolved by it) and
// "second_person_needed". Reasons: those of loadForAction(), rail_unknown, tx_malformed, those of
// Address::parse, transfer_unknown (never seen in a block), wrong_rail, transfer_without_value,
// transfer_linked (the detail names the payment).
Result<QJsonObject>
linkTransfer(Database& db, const LinkTransferPayload& payload, const ActionContext& context);

} // namespace tieout
