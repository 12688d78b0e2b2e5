// SPDX-License-Identifier: GPL-3.0-or-later
// saveView, deleteView: what a person keeps of a page. Views are the owner's alone to change.
// Engine thread; inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/deskpayloads.h"
#include "model/store/database.h"

namespace tieout {

// Answers {"view","version"}. Reasons: view_id (not "view_" and a ULID), view_shared_with (no
// class, and not "everyone"), view_too_large (a body above 16 KiB), view_unknown, view_not_yours
// (Forbidden), view_changed, view_name_taken.
Result<QJsonObject>
saveView(Database& db, const SaveViewPayload& payload, const ActionContext& context);
Result<QJsonObject>
deleteView(Database& db, const DeleteViewPayload& payload, const ActionContext& context);

} // namespace tieout
