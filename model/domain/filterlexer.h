// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of a filter's text, for filterparser.cpp and filtercompletion.cpp: where terms, names,
// operators and values stand, without knowing any field. Any input has pieces. Pure; any thread.
#pragma once

#include "model/domain/filter.h"

#include <optional>

namespace tieout {

// A value or a free text as it was typed.
struct FilterPiece
{
    QString text; // without quotes and escapes
    FilterSpan span;
    bool isQuoted = false;
    bool isClosed = true; // false: its quote has no end
};

struct TypedOperator
{
    FilterOp op = FilterOp::Is;
    bool negates = false;
};

// A term as it was typed. Without a name: free text, one piece (or none after a lone '-').
struct TypedTerm
{
    bool isNegated = false;
    QString name;
    std::optional<TypedOperator> op; // without a name: an operator that has no field
    std::vector<FilterPiece> pieces; // an empty one where a value is missing
    FilterSpan span;
    FilterSpan nameSpan;
    FilterSpan opSpan;
};

// The terms of the input, at most `limit` of them; `rest` is where it stopped.
struct TypedFilter
{
    std::vector<TypedTerm> terms;
    qsizetype rest = 0;
};

TypedFilter lexFilter(QStringView input, int limit);

} // namespace tieout
