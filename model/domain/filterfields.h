// SPDX-License-Identifier: GPL-3.0-or-later
// FilterFields: the fields that a page can be filtered by, as one table. Immutable once made; any
// thread.
#pragma once

#include "model/domain/words.h"

#include <vector>

namespace tieout {

// How a field's values are written. A flag is a word-set of "yes" and "no".
enum class FilterKind {
    Words,   // of a closed set, whatever the case
    Names,   // of things in the database (rails, corridors), whatever the case
    Text,    // ":" contains, whatever the case; "=" the same to the letter
    Id,      // whole
    Address, // whole, of any family
    Hash,    // whole: 64 hex digits, with or without "0x"
    Amount,  // an exact decimal, compared at each row's own decimals
    Integer, // 0 and above
    Time,    // UTC: absolute ("2026-11", "2026-11-01", "2026-11-01T04:12") or relative ("-2d")
    Age,     // how long ago: "4h"; comparisons and ranges only
};

struct FilterField
{
    QString name; // lower case, of letters, digits and '-'
    QStringList aliases;
    FilterKind kind = FilterKind::Text;
    QStringList words;          // legal ones; of kind Words only
    const char* help = nullptr; // English, marked for translation in context "filter"
};

class FilterFields
{
public:
    explicit FilterFields(std::vector<FilterField> fields)
        : m_fields(std::move(fields))
    {}

    const std::vector<FilterField>& all() const { return m_fields; }
    // By name or alias, whatever the case; null for none.
    const FilterField* find(QStringView name) const;
    // What a person may have meant who wrote `name`: at most three names, the nearest first.
    QStringList nearest(QStringView name) const;

private:
    std::vector<FilterField> m_fields;
};

// At most three of `words`, the nearest first: those that begin with the text, or differ from it
// by at most two letters.
QStringList nearestWords(QStringView text, const QStringList& words);

// The words of a vocabulary, for FilterField::words.
template<Worded E>
QStringList filterWords()
{
    QStringList words;
    for (const Word<E>& word : wordsOf(E{}))
        words.append(QString::fromLatin1(word.text));
    return words;
}

} // namespace tieout
