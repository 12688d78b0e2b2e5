// SPDX-License-Identifier: GPL-3.0-or-later
// Open cases about a chain transaction whose money belongs to no payment yet. Thread of the
// Database; inside the caller's transaction.
#pragma once

#include "model/store/cases.h"

namespace tieout {

// In the order in which they were opened.
Result<std::vector<CaseRow>> openCasesOfTransaction(Database& db, const Hash32& tx);

} // namespace tieout
