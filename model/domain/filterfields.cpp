// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterfields.h"

#include <algorithm>

namespace tieout {

namespace filterfields {

constexpr int kMaxDistance = 2;
constexpr qsizetype kMaxNear = 3;
constexpr qsizetype kLongestName = 40;

// Levenshtein's distance: letters to insert, delete or replace.
int distance(QStringView a, QStringView b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = size_t(j);
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

} // namespace filterfields

const FilterField* FilterFields::find(QStringView name) const
{
    const auto same = [name](const QString& other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    };
    for (const FilterField& field : m_fields) {
        if (same(field.name) || std::any_of(field.aliases.begin(), field.aliases.end(), same))
            return &field;
    }
    return nullptr;
}

QStringList FilterFields::nearest(QStringView name) const
{
    QStringList names;
    for (const FilterField& field : m_fields)
        names << field.name << field.aliases;
    return nearestWords(name, names);
}

QStringList nearestWords(QStringView text, const QStringList& words)
{
    if (text.isEmpty() || text.size() > filterfields::kLongestName)
        return {};
    const QString lower = text.toString().toLower();
    std::vector<std::pair<int, QString>> near;
    for (const QString& word : words) {
        const QString known = word.toLower();
        // A short word is near to everything: half of its letters must be right.
        const int far = filterfields::distance(lower, known);
        if (known.startsWith(lower))
            near.emplace_back(0, word);
        else if (far <= filterfields::kMaxDistance && far * 2 <= int(lower.size()))
            near.emplace_back(far, word);
    }
    std::stable_sort(
        near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList nearest;
    for (const auto& [far, word] : near) {
        if (nearest.size() < filterfields::kMaxNear)
            nearest.append(word);
    }
    return nearest;
}

} // namespace tieout
