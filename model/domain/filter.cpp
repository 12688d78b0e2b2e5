// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filter.h"

#include <algorithm>

namespace tieout {

namespace filtertext {

QString operatorText(FilterOp op)
{
    switch (op) {
    case FilterOp::Is:
        return QStringLiteral(":");
    case FilterOp::Exactly:
        return QStringLiteral("=");
    case FilterOp::Less:
        return QStringLiteral("<");
    case FilterOp::AtMost:
        return QStringLiteral("<=");
    case FilterOp::Greater:
        return QStringLiteral(">");
    case FilterOp::AtLeast:
        return QStringLiteral(">=");
    }
    return {};
}

// Quoting what needs none does no harm; the reverse would change the meaning.
bool isPlain(const QString& text, bool free)
{
    if (text.isEmpty() || (free && text.startsWith(u'-')))
        return false;
    return std::all_of(text.begin(), text.end(), [free](QChar c) {
        if (c.isLetterOrNumber())
            return true;
        return free ? QStringView(u"-_./@#+").contains(c) : QStringView(u"-_./@#+:").contains(c);
    });
}

} // namespace filtertext

QString quotedFilterText(const QString& text, bool free)
{
    if (filtertext::isPlain(text, free))
        return text;
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

FilterTerm filterTerm(const QString& field, const QStringList& values, FilterOp op)
{
    FilterTerm term;
    term.field = field;
    term.op = op;
    for (const QString& value : values)
        term.values.push_back({value, {}, false, {}});
    return term;
}

QString toText(const FilterTerm& term)
{
    QStringList values;
    for (const FilterValue& value : term.values)
        values.append(value.isRange ? value.text + QStringLiteral("..") + value.upTo
                                    : quotedFilterText(value.text, term.isFree()));
    const QString text = term.isFree()
                             ? values.join(u' ')
                             : term.field + filtertext::operatorText(term.op) + values.join(u',');
    return term.negated ? u'-' + text : text;
}

QString toText(const Filter& filter)
{
    QStringList texts;
    for (const FilterTerm& term : filter.terms)
        texts.append(toText(term));
    return texts.join(u' ');
}

std::vector<FilterChip> filterChips(const Filter& filter, QStringView input)
{
    std::vector<FilterChip> chips;
    for (const FilterTerm& term : filter.terms) {
        const QString before = input.left(term.span.start).trimmed().toString();
        const QString after = input.mid(term.span.end()).trimmed().toString();
        const QString between = before.isEmpty() || after.isEmpty() ? QString() : QString(u' ');
        chips.push_back({toText(term), before + between + after});
    }
    return chips;
}

bool admitsWord(const Filter& filter, QStringView field, const QString& word)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm& term) {
        if (term.field != field)
            return true;
        const bool named =
            std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue& value) {
                return value.text == word;
            });
        return named != term.negated;
    });
}

} // namespace tieout
