// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of filters. Terms stand side by side and must all match:
//
//   status:underpaid          status:underpaid,expired     any of them
//   -status:expired           status!=expired              none of them
//   amount>100  amount:>100   amount>=100  amount<100      comparisons
//   amount:100..200           amount:100..   amount:..200  ranges, with both their ends
//   order:ORD-1   order=ORD-17                             contains; the same to the letter
//   "free text"   word   -word                             wherever the page looks for text
//   customer:"a \"quoted\" name, with a comma"             escapes: \" and \\ within quotes
//
// Fields are known by name or alias in any case. Parsing never fails as a whole: good terms are
// returned beside the problems of the others, so that a window can underline and name them. Input
// may be anything, of any length. Pure; any thread.
#pragma once

#include "model/domain/filter.h"
#include "model/domain/filterfields.h"

namespace tieout {

// Longer than the canonical text of any filter within the other limits, so that it always parses.
inline constexpr qsizetype kMaxFilterInput = 60'000;
inline constexpr qsizetype kMaxFilterValue = 200;
inline constexpr int kMaxFilterTerms = 32;
inline constexpr int kMaxFilterValues = 128; // of all terms together

// `reason` is stable: unknown_field, unknown_word, field_needs_value, field_missing (an operator
// without one), operator_unfit, one_value_only, bad_id, bad_address, bad_hash, bad_amount,
// bad_integer, bad_time, bad_duration, bad_character, range_reversed, quote_open, value_too_long,
// term_empty, too_many_terms, too_many_values, input_too_long.
struct FilterProblem
{
    QString reason;
    FilterSpan span;      // what is wrong, in the input
    QString field;        // the canonical name, when it is known
    QStringList expected; // what would be right: names, words, examples; may be empty

    bool operator==(const FilterProblem&) const = default;
};

struct ParsedFilter
{
    Filter filter;                       // without the terms that have a problem
    std::vector<FilterProblem> problems; // in the order of the input

    bool isGood() const { return problems.empty(); }
};

ParsedFilter parseFilter(QStringView input, const FilterFields& fields);

} // namespace tieout
