// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may mean to type next in a filter: fields, then words, names or examples of values.
// Pure; any thread.
#pragma once

#include "model/domain/filter.h"
#include "model/domain/filterfields.h"

#include <functional>

namespace tieout {

struct FilterCandidate
{
    QString text;               // what takes the place of FilterCompletion::replace
    QString label;              // the same for people, without quotes and operators
    const char* help = nullptr; // of a field: FilterField::help

    bool operator==(const FilterCandidate&) const = default;
};

struct FilterCompletion
{
    FilterSpan replace;
    std::vector<FilterCandidate> candidates; // at most kMaxFilterCandidates

    bool operator==(const FilterCompletion&) const = default;
};

inline constexpr size_t kMaxFilterCandidates = 50;

// The names that exist for a field of kind Names, by its canonical name.
using FilterNames = std::function<QStringList(const QString& field)>;

// `cursor` is a place in the input, from 0 to its length.
FilterCompletion completeFilter(QStringView input,
                                qsizetype cursor,
                                const FilterFields& fields,
                                const FilterNames& names);

} // namespace tieout
