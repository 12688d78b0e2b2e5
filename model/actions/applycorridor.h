// SPDX-License-Identifier: GPL-3.0-or-later
// applyCorridorVersion: a new version of a corridor from a person's own command. Only a sandbox
// allows that; in production the same document becomes a proposal. Engine thread; inside the
// caller's transaction, in which the command must end as done.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/commands/deskpayloads.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

namespace tieout {

// `text` is the payload exactly as it was submitted: the database compares it with the command's.
// Lists the token, registers the shared address of a reference scheme, enables the corridor for the
// merchant of a one-merchant desk. Stopping it opens a hold on each payment that stopOpensHold()
// names; leaving that status closes those holds. Answers {"corridor","version","status","held",
// "released"}. Reasons: corridor_needs_proposal (Forbidden), those of corridorFromJson(),
// corridor_name_mismatch, corridor_version (not the next one), corridor_moved (a corridor stays on
// its rail), corridor_rail_mismatch (the asset is of another chain), rail_unknown, xpub_unknown,
// corridor_xpub_family, token_decimals (the token is known with others).
Result<QJsonObject> applyCorridorVersion(Database& db,
                                         const CommandId& command,
                                         const CorridorPayload& payload,
                                         const QString& text,
                                         const ActionContext& context);

} // namespace tieout
