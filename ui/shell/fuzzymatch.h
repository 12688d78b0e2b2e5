// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzy matching for the palette: the letters of the pattern in their order, best where they stand
// together or begin words; case and accents don't matter, spaces in the pattern are skipped. Pure;
// any thread. Longer inputs are cut, so that a match costs a bounded time.
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace tieout {

inline constexpr qsizetype kMostPattern = 48;
inline constexpr qsizetype kMostMatched = 160;

struct FuzzyMatch
{
    int score = 0;        // comparable for one pattern; higher is better
    QList<int> positions; // of the matched letters in the text, ascending

    bool operator==(const FuzzyMatch&) const = default;
};

// An empty pattern matches everything with score 0. Nothing when it doesn't match.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace tieout
