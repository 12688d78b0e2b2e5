// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterparser.h"

#include "model/domain/filterlexer.h"
#include "model/domain/filtervalues.h"

#include <algorithm>

namespace tieout {

namespace filterparser {

bool isComparison(FilterOp op)
{
    return op != FilterOp::Is && op != FilterOp::Exactly;
}

bool isOrdered(FilterKind kind)
{
    return kind == FilterKind::Amount || kind == FilterKind::Integer || kind == FilterKind::Time ||
           kind == FilterKind::Age;
}

class Parser
{
public:
    Parser(QStringView input, const FilterFields& fields)
        : m_input(input.left(kMaxFilterInput))
        , m_fields(fields)
        , m_size(input.size())
    {}

    ParsedFilter run()
    {
        const TypedFilter typed = lexFilter(m_input, kMaxFilterTerms);
        for (const TypedTerm& term : typed.terms)
            read(term);
        if (typed.rest < m_input.size())
            complain(u"too_many_terms", {typed.rest, m_input.size() - typed.rest});
        if (m_size > m_input.size())
            complain(u"input_too_long", {m_input.size(), m_size - m_input.size()});
        return std::move(m_parsed);
    }

private:
    void complain(QStringView reason, FilterSpan span, const QStringList& expected = {})
    {
        m_parsed.problems.push_back(
            {reason.toString(), span, m_field ? m_field->name : QString(), expected});
    }

    void read(const TypedTerm& typed)
    {
        m_field = nullptr;
        const size_t before = m_parsed.problems.size();
        FilterTerm term;
        term.negated = typed.isNegated;
        term.span = typed.span;
        term.fieldSpan = typed.nameSpan;
        term.opSpan = typed.opSpan;
        if (typed.op)
            readField(typed, term);
        else
            readFree(typed, term);
        if (m_parsed.problems.size() == before)
            m_parsed.filter.terms.push_back(std::move(term));
    }

    void readFree(const TypedTerm& typed, FilterTerm& term)
    {
        if (typed.pieces.empty() || typed.pieces.front().text.isEmpty()) {
            const bool open = !typed.pieces.empty() && !typed.pieces.front().isClosed;
            complain(open ? u"quote_open" : u"term_empty", typed.span);
            return;
        }
        const FilterPiece& piece = typed.pieces.front();
        if (isUsable(piece))
            term.values.push_back({piece.text, {}, false, piece.span});
    }

    void readField(const TypedTerm& typed, FilterTerm& term)
    {
        if (typed.name.isEmpty())
            return complain(u"field_missing", typed.opSpan);
        m_field = m_fields.find(typed.name);
        if (!m_field)
            return complain(u"unknown_field", typed.nameSpan, m_fields.nearest(typed.name));
        term.field = m_field->name;
        term.op = typed.op->op;
        term.negated = typed.isNegated != typed.op->negates;
        if (term.op == FilterOp::Exactly && m_field->kind != FilterKind::Text)
            term.op = FilterOp::Is;
        if (isComparison(term.op) && !isOrdered(m_field->kind))
            return complain(u"operator_unfit", typed.opSpan, {QStringLiteral(":")});
        for (const FilterPiece& piece : typed.pieces)
            readValue(piece, term);
        if (isComparison(term.op) && (term.values.size() > 1 || term.values.front().isRange))
            complain(u"one_value_only", valuesSpan(typed));
    }

    static FilterSpan valuesSpan(const TypedTerm& typed)
    {
        const qsizetype start = typed.pieces.front().span.start;
        return {start, typed.pieces.back().span.end() - start};
    }

    bool isUsable(const FilterPiece& piece)
    {
        if (!piece.isClosed) {
            complain(u"quote_open", piece.span);
            return false;
        }
        if (piece.text.size() > kMaxFilterValue) {
            complain(u"value_too_long", piece.span, {QString::number(kMaxFilterValue)});
            return false;
        }
        // PostgreSQL has no text with a zero byte, and nobody types the others.
        const auto bad = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (std::any_of(piece.text.begin(), piece.text.end(), bad)) {
            complain(u"bad_character", piece.span);
            return false;
        }
        return true;
    }

    void readValue(const FilterPiece& piece, FilterTerm& term)
    {
        // What is wrong never leaves the term without a value, for the checks that follow.
        FilterValue value{{}, {}, false, piece.span};
        if (++m_values > kMaxFilterValues)
            complain(u"too_many_values", piece.span);
        else if (piece.text.isEmpty() && !(piece.isQuoted && term.op == FilterOp::Exactly))
            complain(piece.isClosed ? u"field_needs_value" : u"quote_open",
                     piece.span.length > 0 ? piece.span : term.span,
                     filterExamples(*m_field, {}));
        else if (isUsable(piece))
            value = readable(piece, term);
        term.values.push_back(std::move(value));
    }

    FilterValue readable(const FilterPiece& piece, const FilterTerm& term)
    {
        FilterValue value{{}, {}, false, piece.span};
        const qsizetype dots = piece.text.indexOf(u"..");
        value.isRange = isOrdered(m_field->kind) && !piece.isQuoted && dots >= 0;
        if (value.isRange) {
            readRange(piece, dots, value);
            return value;
        }
        if (m_field->kind == FilterKind::Age && !isComparison(term.op)) {
            complain(u"operator_unfit", term.opSpan, {QStringLiteral(">"), QStringLiteral("<")});
            return value;
        }
        value.text = canonical(piece.text, piece.span);
        return value;
    }

    void readRange(const FilterPiece& piece, qsizetype dots, FilterValue& value)
    {
        const QString from = piece.text.left(dots);
        const QString upTo = piece.text.mid(dots + 2);
        if (from.isEmpty() && upTo.isEmpty())
            return complain(u"field_needs_value", piece.span, filterExamples(*m_field, {}));
        const size_t before = m_parsed.problems.size();
        if (!from.isEmpty())
            value.text = canonical(from, {piece.span.start, from.size()});
        if (!upTo.isEmpty())
            value.upTo = canonical(upTo, {piece.span.start + dots + 2, upTo.size()});
        if (m_parsed.problems.size() == before && isReversed(m_field->kind, value.text, value.upTo))
            complain(
                u"range_reversed", piece.span, {value.upTo + QStringLiteral("..") + value.text});
    }

    QString canonical(const QString& text, FilterSpan span)
    {
        auto value = canonicalFilterValue(*m_field, text);
        if (value)
            return std::move(value).value();
        complain(value.error().reason, span, filterExamples(*m_field, text));
        return {};
    }

    QStringView m_input;
    const FilterFields& m_fields;
    qsizetype m_size;
    ParsedFilter m_parsed;
    const FilterField* m_field = nullptr; // of the term that is read
    int m_values = 0;
};

} // namespace filterparser

ParsedFilter parseFilter(QStringView input, const FilterFields& fields)
{
    return filterparser::Parser(input, fields).run();
}

} // namespace tieout
