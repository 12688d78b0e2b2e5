// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterlexer.h"

#include <array>

namespace tieout {

namespace filterlexer {

struct OperatorForm
{
    QStringView text;
    TypedOperator op;
};

// The longer before those that they begin with.
constexpr std::array kOperatorForms{
    OperatorForm{u":>=", {FilterOp::AtLeast, false}},
    OperatorForm{u":<=", {FilterOp::AtMost, false}},
    OperatorForm{u":>", {FilterOp::Greater, false}},
    OperatorForm{u":<", {FilterOp::Less, false}},
    OperatorForm{u"!=", {FilterOp::Exactly, true}},
    OperatorForm{u">=", {FilterOp::AtLeast, false}},
    OperatorForm{u"<=", {FilterOp::AtMost, false}},
    OperatorForm{u":", {FilterOp::Is, false}},
    OperatorForm{u"=", {FilterOp::Exactly, false}},
    OperatorForm{u">", {FilterOp::Greater, false}},
    OperatorForm{u"<", {FilterOp::Less, false}},
};

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameCharacter(QChar c)
{
    return isAsciiLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

class Lexer
{
public:
    explicit Lexer(QStringView input)
        : m_input(input)
    {}

    TypedFilter run(int limit)
    {
        TypedFilter typed;
        skipSpace();
        while (!atEnd() && int(typed.terms.size()) < limit) {
            typed.terms.push_back(term());
            skipSpace();
        }
        typed.rest = m_at;
        return typed;
    }

private:
    bool atEnd() const { return m_at >= m_input.size(); }
    bool at(QChar c) const { return !atEnd() && m_input[m_at] == c; }
    bool atBreak() const { return atEnd() || m_input[m_at].isSpace(); }
    FilterSpan since(qsizetype start) const { return {start, m_at - start}; }

    void skipSpace()
    {
        while (!atEnd() && m_input[m_at].isSpace())
            ++m_at;
    }

    const OperatorForm* operatorAt(qsizetype place) const
    {
        for (const OperatorForm& form : kOperatorForms) {
            if (m_input.mid(place).startsWith(form.text))
                return &form;
        }
        return nullptr;
    }

    TypedTerm term()
    {
        TypedTerm term;
        const qsizetype start = m_at;
        if (at(u'-')) {
            term.isNegated = true;
            ++m_at;
        }
        readName(term);
        if (term.op)
            readValues(term);
        else if (!atBreak())
            term.pieces.push_back(piece(false));
        term.span = since(start);
        return term;
    }

    // A name only counts with an operator behind it; an operator may come without a name.
    void readName(TypedTerm& term)
    {
        qsizetype end = m_at;
        if (!atEnd() && isAsciiLetter(m_input[m_at])) {
            while (end < m_input.size() && isNameCharacter(m_input[end]))
                ++end;
        }
        const OperatorForm* form = operatorAt(end);
        if (!form)
            return;
        term.name = m_input.mid(m_at, end - m_at).toString();
        term.nameSpan = {m_at, end - m_at};
        term.op = form->op;
        term.opSpan = {end, form->text.size()};
        m_at = term.opSpan.end();
    }

    void readValues(TypedTerm& term)
    {
        term.pieces.push_back(piece(true));
        while (at(u',')) {
            ++m_at;
            term.pieces.push_back(piece(true));
        }
    }

    FilterPiece piece(bool inList)
    {
        if (at(u'"'))
            return quotedPiece();
        const qsizetype start = m_at;
        while (!atBreak() && !(inList && at(u',')))
            ++m_at;
        return {m_input.mid(start, m_at - start).toString(), since(start), false, true};
    }

    FilterPiece quotedPiece()
    {
        FilterPiece piece{{}, {}, true, false};
        const qsizetype start = m_at++;
        while (!atEnd() && !piece.isClosed) {
            const bool escaped = at(u'\\') && m_at + 1 < m_input.size() &&
                                 QStringView(u"\"\\").contains(m_input[m_at + 1]);
            if (escaped)
                ++m_at;
            if (!escaped && at(u'"'))
                piece.isClosed = true;
            else
                piece.text.append(m_input[m_at]);
            ++m_at;
        }
        piece.span = since(start);
        return piece;
    }

    QStringView m_input;
    qsizetype m_at = 0;
};

} // namespace filterlexer

TypedFilter lexFilter(QStringView input, int limit)
{
    return filterlexer::Lexer(input).run(limit);
}

} // namespace tieout
