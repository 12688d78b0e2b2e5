// SPDX-License-Identifier: GPL-3.0-or-later
// decideCase: a person accepts or declines what a case asks. Each code has its own meaning of the
// two words, one of its allowed resolutions each. Engine thread; inside the caller's
// transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/paymentpayloads.h"
#include "model/domain/caseways.h"
#include "model/store/database.h"

namespace tieout {

// Answers {"case","code","resolution","second_person_needed"} and, for a case of a payment, what
// endAction() answers. A resolution marked † is applied now and says that a second person is
// needed; approvals will demand him. Reasons: case_unknown, case_role (Forbidden: each code is
// decided by the role that owns it), case_changed (the detail says who was first),
// resolution_not_allowed (this code has no such way; the detail names the others),
// use_transfer_link (accepting means linking the transfer), refund_not_available (declining means
// sending the money back), payment_reorged (a shortfall is not accepted while money that was
// withdrawn may come back), money_not_confirmed (a reorganisation could take back what would be
// credited), case_fact_stands (what opened the case is still so: the word alone
// doesn't end it).
Result<QJsonObject>
decideCase(Database& db, const ResolveCasePayload& payload, const ActionContext& context);

} // namespace tieout
