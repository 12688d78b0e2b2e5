// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that a watcher opens and closes: about a rail (stalled, gaps, sources that disagree, the
// wrong network) and about a chain transaction (failed, stuck). Each call is one transaction of the
// engine, with event and journal entry; a case that is open already changes nothing.
#pragma once

#include "model/actions/railcontext.h"
#include "model/actions/term.h"
#include "model/store/cases.h"

#include <QJsonObject>

namespace tieout {

// Answers whether it was opened now.
Result<bool> noteRailCase(
    const Term& term, const QString& rail, CaseCode code, const QJsonObject& evidence, UtcTime now);
// Its fact went away. A severity 1 case stays: a person acknowledges it.
Outcome endRailCase(const Term& term, const QString& rail, CaseCode code, UtcTime now);

// About each payment that the transaction is linked with, else about the transaction. REPLACED
// waits for money: it isn't opened for a payment that has all of its own, and closes once it came.
Result<bool> noteTransactionCase(const Term& term,
                                 const RailContext& rail,
                                 CaseCode code,
                                 const Hash32& tx,
                                 const QJsonObject& evidence,
                                 UtcTime now);
Outcome endTransactionCase(
    const Term& term, const RailContext& rail, CaseCode code, const Hash32& tx, UtcTime now);

// About what `row` names (code, subject, payment), inside the caller's transaction. False when it
// stands already; a code that is only logged is noted once for ever.
Result<bool> noteCase(Database& db, CaseRow row, const QJsonObject& evidence, UtcTime now);

} // namespace tieout
