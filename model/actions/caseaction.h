// SPDX-License-Identifier: GPL-3.0-or-later
// How a case begins and ends, each with its event and its journal entry. Engine thread; inside the
// caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/store/cases.h"
#include "model/store/events.h"
#include "model/store/journal.h"

#include <QJsonObject>

#include <optional>

namespace tieout {

// What is told of a case that was opened: for who writes the stories of many at once.
struct CaseStory
{
    EventRow event;
    JournalEntry entry;
};

// Opens `row` (evidence and time included), or logs it where its code asks nobody. Nothing when it
// stands already; a code that is only logged is noted once for ever. `data` is what the world and
// the journal are told beside the case itself: no text of a stranger's.
Result<std::optional<CaseStory>> beginCase(Database& db, const CaseRow& row, QJsonObject data);

struct CaseEnding
{
    QString resolution; // one of the code's own
    QString reason;
    QStringView action; // the command's kind
    QJsonObject data;   // what the journal keeps beside
};

// Conflict (case_changed) when it isn't open any more or has another version.
Outcome
endCase(Database& db, const CaseRow& row, const CaseEnding& ending, const ActionContext& context);
// By the engine: the fact went away. Not for severity 1, which a person acknowledges.
Outcome endGoneCase(Database& db, const CaseRow& row, UtcTime now);

} // namespace tieout
