// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions in the words of people: what was asked, what became of it, who was first. Every text is
// translated here; nothing is promised that the engine hasn't said. GUI thread.
#pragma once

#include "model/commands/decisions.h"
#include "ui/theme/statuslook.h"

namespace tieout {

// "Cancel the payment", by the kind of the command.
QString decisionTitle(QStringView kind);
Look lookOf(DecisionState state);
// What stands in place of the title's promise. `waitsLong`: it has waited so long that the engine
// is probably not there.
QString decisionText(const Decision& decision, bool waitsLong);
// The same beside a row's status, while it is undecided: "deciding…", "waiting since 04:12".
QString decisionBrief(const Decision& decision, bool waitsLong);
// "operator2 cancelled the payment at …": of whoever made the version that stood in the way.
QString beforeText(const LastEntry& before);
// Why something can't be asked for, as a tooltip says it.
QString whyNotText(const Error& error);

} // namespace tieout
