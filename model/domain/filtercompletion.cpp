// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filtercompletion.h"

#include "model/domain/filterlexer.h"
#include "model/domain/filterparser.h"

#include <algorithm>
#include <array>

namespace tieout {

namespace filtercompletion {

constexpr std::array kTimeWords{"today", "yesterday", "-1h", "-24h", "-7d", "-30d", "now"};
constexpr std::array kAgeWords{"15m", "1h", "4h", "1d", "7d"};

template<class Texts>
QStringList listOf(const Texts& texts)
{
    QStringList list;
    for (const char* text : texts)
        list.append(QString::fromLatin1(text));
    return list;
}

void add(FilterCompletion& completion, const FilterCandidate& candidate)
{
    if (completion.candidates.size() < kMaxFilterCandidates)
        completion.candidates.push_back(candidate);
}

// Ages have no ":" but in ranges.
QString firstOperator(FilterKind kind)
{
    return kind == FilterKind::Age ? QStringLiteral(">") : QStringLiteral(":");
}

bool begins(const QString& name, QStringView prefix)
{
    return name.startsWith(prefix, Qt::CaseInsensitive);
}

void addFields(FilterCompletion& completion,
               QStringView prefix,
               bool withOperator,
               const FilterFields& fields)
{
    for (const FilterField& field : fields.all()) {
        const bool fits =
            begins(field.name, prefix) ||
            std::any_of(field.aliases.begin(), field.aliases.end(), [prefix](const QString& name) {
                return begins(name, prefix);
            });
        if (fits)
            add(completion,
                {withOperator ? field.name + firstOperator(field.kind) : field.name,
                 field.name,
                 field.help});
    }
}

QStringList valuesOf(const FilterField& field, const FilterNames& names)
{
    switch (field.kind) {
    case FilterKind::Words:
        return field.words;
    case FilterKind::Names:
        return names ? names(field.name) : QStringList();
    case FilterKind::Time:
        return listOf(kTimeWords);
    case FilterKind::Age:
        return listOf(kAgeWords);
    case FilterKind::Text:
    case FilterKind::Id:
    case FilterKind::Address:
    case FilterKind::Hash:
    case FilterKind::Amount:
    case FilterKind::Integer:
        break;
    }
    return {};
}

// Names are also found by a part of them, after those that begin with the text.
void addValues(FilterCompletion& completion,
               const FilterField& field,
               const QStringList& values,
               QStringView prefix)
{
    QStringList fitting;
    QStringList others;
    for (const QString& value : values) {
        if (begins(value, prefix))
            fitting.append(value);
        else if (field.kind == FilterKind::Names && value.contains(prefix, Qt::CaseInsensitive))
            others.append(value);
    }
    for (const QString& value : fitting + others)
        add(completion, {quotedFilterText(value, false), value, nullptr});
}

// The same piece in the whole input: it begins where it begins before the cursor.
qsizetype endOfPiece(QStringView input, const FilterSpan& start)
{
    for (const TypedTerm& term : lexFilter(input, kMaxFilterTerms).terms) {
        for (const FilterPiece& piece : term.pieces) {
            if (piece.span.start == start.start && piece.span.end() >= start.end())
                return piece.span.end();
        }
    }
    return start.end();
}

FilterCompletion completeValue(QStringView input,
                               const TypedTerm& term,
                               const FilterFields& fields,
                               const FilterNames& names)
{
    const FilterPiece& piece = term.pieces.back();
    FilterCompletion completion;
    completion.replace = {piece.span.start, endOfPiece(input, piece.span) - piece.span.start};
    const FilterField* field = fields.find(term.name);
    if (!field)
        return completion;
    QStringView prefix = piece.text;
    const qsizetype dots = piece.text.lastIndexOf(u"..");
    const bool hasRanges = field->kind == FilterKind::Time || field->kind == FilterKind::Age;
    if (hasRanges && !piece.isQuoted && dots >= 0) {
        prefix = prefix.mid(dots + 2);
        completion.replace.start += dots + 2;
        completion.replace.length -= dots + 2;
    }
    QStringList values = valuesOf(*field, names);
    for (size_t i = 0; i + 1 < term.pieces.size(); ++i) {
        const QString& taken = term.pieces[i].text;
        values.removeIf(
            [&](const QString& value) { return value.compare(taken, Qt::CaseInsensitive) == 0; });
    }
    addValues(completion, *field, values, prefix);
    return completion;
}

} // namespace filtercompletion

FilterCompletion completeFilter(QStringView input,
                                qsizetype cursor,
                                const FilterFields& fields,
                                const FilterNames& names)
{
    input = input.left(kMaxFilterInput);
    cursor = std::clamp<qsizetype>(cursor, 0, input.size());
    FilterCompletion completion;
    completion.replace = {cursor, 0};
    const TypedFilter typed = lexFilter(input.left(cursor), kMaxFilterTerms);
    if (typed.rest < cursor)
        return completion; // more terms than a filter has
    const bool inTerm = !typed.terms.empty() && typed.terms.back().span.end() == cursor;
    if (!inTerm) {
        filtercompletion::addFields(completion, {}, true, fields);
        return completion;
    }
    const TypedTerm& term = typed.terms.back();
    if (term.op)
        return filtercompletion::completeValue(input, term, fields, names);
    const QString prefix = term.pieces.empty() ? QString() : term.pieces.front().text;
    if (!term.pieces.empty() && term.pieces.front().isQuoted)
        return completion; // free text is a person's own
    // A name that has its operator already keeps it.
    qsizetype end = cursor;
    const TypedFilter whole = lexFilter(input, int(typed.terms.size()));
    const TypedTerm& same = whole.terms.back();
    if (same.op)
        end = std::max(cursor, same.nameSpan.end());
    else if (!same.pieces.empty())
        end = std::max(cursor, same.pieces.front().span.end());
    const qsizetype start = cursor - prefix.size();
    completion.replace = {start, end - start};
    filtercompletion::addFields(completion, prefix, !same.op, fields);
    return completion;
}

} // namespace tieout
