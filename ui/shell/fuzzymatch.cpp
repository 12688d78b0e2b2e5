// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzymatch.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace tieout {

namespace fuzzymatch {

constexpr int kLetter = 8;
constexpr int kTogether = 18; // right behind the letter before
constexpr int kWordBegin = 10;
constexpr int kTextBegin = 4; // besides
constexpr int kNever = -1'000'000;

// One UTF-16 unit of the text stays one unit, so that positions are the text's own.
QChar folded(QChar c)
{
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    return parts.isEmpty() ? c.toCaseFolded() : parts.front().toCaseFolded();
}

std::vector<QChar> foldedAll(QStringView text)
{
    std::vector<QChar> all;
    all.reserve(size_t(text.size()));
    for (const QChar c : text)
        all.push_back(folded(c));
    return all;
}

int begins(QStringView text, size_t at)
{
    if (at == 0)
        return kWordBegin + kTextBegin;
    const QChar before = text[qsizetype(at) - 1];
    const QChar here = text[qsizetype(at)];
    const bool word = !before.isLetterOrNumber() && here.isLetterOrNumber();
    const bool hump = before.isLower() && here.isUpper();
    return word || hump ? kWordBegin : 0;
}

} // namespace fuzzymatch

// best[i][j]: the best score of the first i+1 letters with the last of them at j.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    using namespace fuzzymatch;
    std::vector<QChar> wanted = foldedAll(pattern.left(kMostPattern));
    std::erase_if(wanted, [](QChar c) { return c.isSpace(); });
    if (wanted.empty())
        return FuzzyMatch{};
    const QStringView shown = text.left(kMostMatched);
    const std::vector<QChar> letters = foldedAll(shown);
    const size_t rows = wanted.size();
    const size_t columns = letters.size();
    if (rows > columns)
        return {};
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, kNever));
    std::vector<std::vector<int>> from(rows, std::vector<int>(columns, -1));
    for (size_t i = 0; i < rows; ++i) {
        int before = kNever; // the best of the row above, left of j - 1
        int beforeAt = -1;
        for (size_t j = i; j < columns; ++j) {
            if (i > 0 && j > 1 && best[i - 1][j - 2] > before) {
                before = best[i - 1][j - 2];
                beforeAt = int(j) - 2;
            }
            if (letters[j] != wanted[i])
                continue;
            const int own = kLetter + begins(shown, j);
            if (i == 0) {
                best[i][j] = own;
                continue;
            }
            const int joined = best[i - 1][j - 1] + kTogether;
            const bool together = joined >= before;
            const int base = together ? joined : before;
            if (base <= kNever / 2)
                continue;
            best[i][j] = base + own;
            from[i][j] = together ? int(j) - 1 : beforeAt;
        }
    }
    const auto last = std::max_element(best.back().begin(), best.back().end());
    if (*last <= kNever / 2)
        return {};
    FuzzyMatch match;
    // Of equal matches the one in the shorter text is closer.
    match.score = *last * 4 - int(columns);
    for (int i = int(rows) - 1, j = int(last - best.back().begin()); i >= 0; --i) {
        match.positions.prepend(j);
        j = from[size_t(i)][size_t(j)];
    }
    return match;
}

} // namespace tieout
