// SPDX-License-Identifier: GPL-3.0-or-later
// The payment filter in the words of people: its fields, one term as a chip, and every reason of
// FilterProblem with what would be right. The only place with these words; GUI thread.
#pragma once

#include "model/domain/filterparser.h"

namespace tieout {

// "Amount", of a canonical name of paymentFilterFields(); another name stands for itself.
QString filterFieldText(const QString& field);
// "Status: Underpaid, Expired", "Amount > 100", "“ACME”".
QString filterTermText(const FilterTerm& term);
// All terms in one line.
QString filterSummary(const Filter& filter);
// What is wrong and what would be right, in one or two sentences. `input` is what was parsed.
QString filterProblemText(const FilterProblem& problem, QStringView input);

} // namespace tieout
