// SPDX-License-Identifier: GPL-3.0-or-later
// endCase: a person's word ends a case, with its event and its journal entry. Engine thread; inside
// the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/store/cases.h"

#include <QJsonObject>

namespace tieout {

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

} // namespace tieout
