// SPDX-License-Identifier: GPL-3.0-or-later
// Filter: what a person asked a page to show, as a list of terms that must all match. Made by
// parseFilter() (filterparser.h) from text such as
//
//   status:underpaid,expired -label:late amount>100 created:2026-11-01..-2d "ACME Ltd"
//
// and independent of any page: the page's FilterFields say which fields there are. Values are kept
// as canonical text; the page's query gives them their meaning (filtervalues.h). Pure; any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tieout {

// A part of the input, in UTF-16 units; always inside it. Empty for what was not typed.
struct FilterSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool operator==(const FilterSpan&) const = default;
};

// Is: what ":" means for the kind of field: one of the values, in one of the ranges, or, for texts,
// containing one of them. Exactly: "=" on a text, the same to the letter.
enum class FilterOp { Is, Exactly, Less, AtMost, Greater, AtLeast };

// Spans are no part of what a filter means: equal filters may have been typed differently.
struct FilterValue
{
    QString text; // the lower end of a range; empty: an open end
    QString upTo; // of a range only; included in it
    bool isRange = false;
    FilterSpan span;

    bool operator==(const FilterValue& other) const
    {
        return text == other.text && upTo == other.upTo && isRange == other.isRange;
    }
};

struct FilterTerm
{
    QString field; // its canonical name; empty: free text, which has one value
    FilterOp op = FilterOp::Is;
    std::vector<FilterValue> values; // any of them, at least one; comparisons have exactly one
    bool negated = false;
    FilterSpan span; // the whole term
    FilterSpan fieldSpan;
    FilterSpan opSpan;

    bool isFree() const { return field.isEmpty(); }

    bool operator==(const FilterTerm& other) const
    {
        return field == other.field && op == other.op && values == other.values &&
               negated == other.negated;
    }
};

struct Filter
{
    std::vector<FilterTerm> terms;

    bool isEmpty() const { return terms.empty(); }
    bool operator==(const Filter&) const = default;
};

// A term made by the program; the values must be canonical. Without a field: free text.
FilterTerm filterTerm(const QString& field, const QStringList& values, FilterOp op = FilterOp::Is);

// As it must be typed: in quotes where the grammar would take it for something else.
QString quotedFilterText(const QString& text, bool free);

// The canonical text, which parses to an equal filter.
QString toText(const FilterTerm& term);
QString toText(const Filter& filter);

// One term as people see and remove it.
struct FilterChip
{
    QString text;    // canonical
    QString without; // the input as it was typed, less this term

    bool operator==(const FilterChip&) const = default;
};

// `input` is the text that `filter` was parsed from.
std::vector<FilterChip> filterChips(const Filter& filter, QStringView input);

// Whether the terms of one word field let a row with this word through, whatever the others say.
bool admitsWord(const Filter& filter, QStringView field, const QString& word);

} // namespace tieout
