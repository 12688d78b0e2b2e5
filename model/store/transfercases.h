// SPDX-License-Identifier: GPL-3.0-or-later
// Cases about a chain transaction. Thread of the Database; inside the caller's transaction.
#pragma once

#include "model/store/cases.h"

namespace tieout {

// The open ones about money that belongs to no payment yet, in the order in which they were opened.
Result<std::vector<CaseRow>> openCasesOfTransaction(Database& db, const Hash32& tx);
// The open ones about transactions that blocks above `ancestor` had and no canonical block has.
Result<std::vector<CaseRow>> openCasesOfWithdrawn(Database& db, qint64 rail, qint64 ancestor);
// Whether a person ended one of the subject and code: his word holds for the transaction.
Result<bool> caseAnswered(Database& db, const QString& subject, CaseCode code);

} // namespace tieout
