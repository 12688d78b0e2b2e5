// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filterwords.h"

#include "model/domain/filterpayment.h"
#include "model/domain/words.h"
#include "model/tables/paymentstable.h"

#include <QCoreApplication>

namespace tieout {

namespace filterwords {

constexpr qsizetype kLongestQuoted = 40;

struct FieldName
{
    const char* field;
    const char* text;
};

// clang-format off
constexpr FieldName kFieldNames[] = {
    {"status", QT_TRANSLATE_NOOP("FilterWords", "Status")},
    {"label", QT_TRANSLATE_NOOP("FilterWords", "Label")},
    {"case", QT_TRANSLATE_NOOP("FilterWords", "Case")},
    {"severity", QT_TRANSLATE_NOOP("FilterWords", "Severity")},
    {"hold", QT_TRANSLATE_NOOP("FilterWords", "Hold")},
    {"verdict", QT_TRANSLATE_NOOP("FilterWords", "Verdict")},
    {"detection", QT_TRANSLATE_NOOP("FilterWords", "Detection")},
    {"confirmation", QT_TRANSLATE_NOOP("FilterWords", "Confirmation")},
    {"recognition", QT_TRANSLATE_NOOP("FilterWords", "Recognition")},
    {"fulfilment", QT_TRANSLATE_NOOP("FilterWords", "Fulfilment")},
    {"rail", QT_TRANSLATE_NOOP("FilterWords", "Rail")},
    {"corridor", QT_TRANSLATE_NOOP("FilterWords", "Corridor")},
    {"symbol", QT_TRANSLATE_NOOP("FilterWords", "Unit")},
    {"merchant", QT_TRANSLATE_NOOP("FilterWords", "Merchant")},
    {"amount", QT_TRANSLATE_NOOP("FilterWords", "Due")},
    {"received", QT_TRANSLATE_NOOP("FilterWords", "Received")},
    {"confirmed", QT_TRANSLATE_NOOP("FilterWords", "Amount confirmed")},
    {"remaining", QT_TRANSLATE_NOOP("FilterWords", "Remaining")},
    {"confirmations", QT_TRANSLATE_NOOP("FilterWords", "Confirmations")},
    {"age", QT_TRANSLATE_NOOP("FilterWords", "Age")},
    {"created", QT_TRANSLATE_NOOP("FilterWords", "Created")},
    {"expires", QT_TRANSLATE_NOOP("FilterWords", "Deadline")},
    {"updated", QT_TRANSLATE_NOOP("FilterWords", "Last change")},
    {"confirmed-at", QT_TRANSLATE_NOOP("FilterWords", "Confirmed at")},
    {"final-at", QT_TRANSLATE_NOOP("FilterWords", "Final at")},
    {"released-at", QT_TRANSLATE_NOOP("FilterWords", "Released at")},
    {"order", QT_TRANSLATE_NOOP("FilterWords", "Order")},
    {"customer", QT_TRANSLATE_NOOP("FilterWords", "Customer")},
    {"id", QT_TRANSLATE_NOOP("FilterWords", "Payment")},
    {"correlation", QT_TRANSLATE_NOOP("FilterWords", "Correlation")},
    {"address", QT_TRANSLATE_NOOP("FilterWords", "Address")},
    {"tx", QT_TRANSLATE_NOOP("FilterWords", "Transaction")},
};
// clang-format on

QString say(const char* text)
{
    return QCoreApplication::translate("FilterWords", text);
}

template<Worded E>
QString label(const QString& text)
{
    const auto value = fromText<E>(text);
    return value ? translatedWord(labelOf(*value)) : text;
}

// A stored word in the language of the person; a code or a name stays as it is.
QString wordText(const QString& field, const QString& text)
{
    if (field == u"status")
        return label<PaymentStatus>(text);
    if (field == u"verdict")
        return label<Verdict>(text);
    if (field == u"detection")
        return label<DetectionState>(text);
    if (field == u"confirmation")
        return label<ConfirmationState>(text);
    if (field == u"recognition")
        return label<RecognitionState>(text);
    if (field == u"fulfilment")
        return label<FulfilmentState>(text);
    if (text == u"yes")
        return say(QT_TRANSLATE_NOOP("FilterWords", "yes"));
    if (text == u"no")
        return say(QT_TRANSLATE_NOOP("FilterWords", "no"));
    if (text == u"none")
        return say(QT_TRANSLATE_NOOP("FilterWords", "none"));
    if (field == u"label")
        return label<Label>(text);
    return field == u"hold" ? label<HoldKind>(text) : text;
}

// Hashes and addresses are known by their ends.
QString shortened(const QString& text, FilterKind kind)
{
    const bool isLong = kind == FilterKind::Hash || kind == FilterKind::Address;
    if (!isLong || text.size() < 20)
        return text;
    return text.left(8) + QChar(0x2026) + text.right(6);
}

QString valueText(const FilterTerm& term, const FilterValue& value, FilterKind kind)
{
    if (!value.isRange)
        return shortened(wordText(term.field, value.text), kind);
    if (value.upTo.isEmpty())
        return QStringLiteral("≥ ") + value.text;
    if (value.text.isEmpty())
        return QStringLiteral("≤ ") + value.upTo;
    //: A range with both its ends: amounts, times, numbers.
    return say(QT_TRANSLATE_NOOP("FilterWords", "%1 to %2")).arg(value.text, value.upTo);
}

QString comparisonSign(FilterOp op)
{
    switch (op) {
    case FilterOp::Less:
        return QStringLiteral("<");
    case FilterOp::AtMost:
        return QStringLiteral("≤");
    case FilterOp::Greater:
        return QStringLiteral(">");
    case FilterOp::AtLeast:
        return QStringLiteral("≥");
    case FilterOp::Is:
    case FilterOp::Exactly:
        break;
    }
    return {};
}

const char* textPattern(const FilterTerm& term)
{
    //: Field, then the text.
    const bool exact = term.op == FilterOp::Exactly;
    if (term.negated)
        return exact ? QT_TRANSLATE_NOOP("FilterWords", "%1 isn't “%2”")
                     : QT_TRANSLATE_NOOP("FilterWords", "%1 doesn't contain “%2”");
    return exact ? QT_TRANSLATE_NOOP("FilterWords", "%1 is exactly “%2”")
                 : QT_TRANSLATE_NOOP("FilterWords", "%1 contains “%2”");
}

const char* listPattern(const FilterTerm& term)
{
    if (!term.negated)
        return QT_TRANSLATE_NOOP("FilterWords", "%1: %2");
    //: Field, then several values, with commas.
    return term.values.size() > 1 ? QT_TRANSLATE_NOOP("FilterWords", "%1: none of %2")
                                  //: Field, then its value.
                                  : QT_TRANSLATE_NOOP("FilterWords", "%1: not %2");
}

struct ProblemWords
{
    const char* reason;
    const char* plain;     // %1 is what was typed, %2 the field
    const char* withRight; // %3 is what would be right; null: there never is any
};

// clang-format off
constexpr ProblemWords kProblems[] = {
    {"unknown_field",
     QT_TRANSLATE_NOOP("FilterWords", "There is no field “%1”. To search for these words as they "
                       "are, put them in quotes."),
     QT_TRANSLATE_NOOP("FilterWords", "There is no field “%1”. Did you mean %3?")},
    {"unknown_word",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no value of the field “%2”."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no value of the field “%2”. It can be %3.")},
    {"field_needs_value",
     QT_TRANSLATE_NOOP("FilterWords", "The field “%2” needs a value."),
     QT_TRANSLATE_NOOP("FilterWords", "The field “%2” needs a value, such as %3.")},
    {"field_missing",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” needs a field before it, as in amount>100."), nullptr},
    {"operator_unfit",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” doesn't go with the field “%2”."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” doesn't go with the field “%2”. Write %3 instead.")},
    {"one_value_only",
     QT_TRANSLATE_NOOP("FilterWords", "A comparison has one value. Write “%2” again for another."),
     nullptr},
    {"bad_id",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no id. Copy the whole of it."), nullptr},
    {"bad_address",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no address. Copy the whole of it: one letter that "
                       "is wrong makes it another's."), nullptr},
    {"bad_hash",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no transaction hash: that is 64 digits from 0 to 9 "
                       "and a to f."), nullptr},
    {"bad_amount",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no amount."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no amount. Write it as in %3, with a point and no "
                       "spaces.")},
    {"bad_integer",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no whole number."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no whole number. Write it as in %3.")},
    {"bad_time",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no time."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no time. Write it as in %3 (UTC).")},
    {"bad_duration",
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no age."),
     QT_TRANSLATE_NOOP("FilterWords", "“%1” is no age. Write it as in %3.")},
    {"bad_character",
     QT_TRANSLATE_NOOP("FilterWords", "There is a character here that can't be searched for. Type "
                       "the value again."), nullptr},
    {"range_reversed",
     QT_TRANSLATE_NOOP("FilterWords", "This range ends before it begins."),
     QT_TRANSLATE_NOOP("FilterWords", "This range ends before it begins. Did you mean %3?")},
    {"quote_open",
     QT_TRANSLATE_NOOP("FilterWords", "The quote has no end. Add a \" behind the last word."),
     nullptr},
    {"value_too_long",
     QT_TRANSLATE_NOOP("FilterWords", "This is too long to search for."),
     QT_TRANSLATE_NOOP("FilterWords", "This is too long to search for: at most %3 characters.")},
    {"term_empty",
     QT_TRANSLATE_NOOP("FilterWords", "There is nothing to search for here. Add words, or take it "
                       "away."), nullptr},
    {"too_many_terms",
     QT_TRANSLATE_NOOP("FilterWords", "That are too many conditions: 32 at most. Take some away."),
     nullptr},
    {"too_many_values",
     QT_TRANSLATE_NOOP("FilterWords", "That are too many values: 128 at most. Take some away."),
     nullptr},
    {"input_too_long",
     QT_TRANSLATE_NOOP("FilterWords", "This filter is too long. Take some of it away."), nullptr},
};
// clang-format on

// In one pass, for what was typed may hold a "%2" of its own; and a sentence may leave one out.
QString filledIn(const QString& sentence, const QStringList& parts)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int number = i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (sentence[i] == u'%' && number >= 1 && number <= parts.size()) {
            text += parts[number - 1];
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

QString quotedPart(QStringView input, const FilterSpan& span)
{
    const QString part = input.mid(span.start, span.length).trimmed().toString();
    if (part.size() <= kLongestQuoted)
        return part;
    return part.left(kLongestQuoted) + QChar(0x2026);
}

} // namespace filterwords

QString filterFieldText(const QString& field)
{
    for (const auto& name : filterwords::kFieldNames) {
        if (field == QLatin1String(name.field))
            return filterwords::say(name.text);
    }
    return field;
}

QString filterTermText(const FilterTerm& term)
{
    using namespace filterwords;
    if (term.isFree()) {
        const char* pattern = term.negated ? QT_TRANSLATE_NOOP("FilterWords", "without “%1”")
                                           : QT_TRANSLATE_NOOP("FilterWords", "“%1”");
        return say(pattern).arg(term.values.front().text);
    }
    const FilterField* field = paymentFilterFields().find(term.field);
    const FilterKind kind = field ? field->kind : FilterKind::Text;
    QStringList values;
    for (const FilterValue& value : term.values)
        values.append(valueText(term, value, kind));
    const QString name = filterFieldText(term.field);
    if (const QString sign = comparisonSign(term.op); !sign.isEmpty()) {
        //: Field, a sign such as >, and a value.
        const char* pattern = term.negated ? QT_TRANSLATE_NOOP("FilterWords", "%1 not %2 %3")
                                           : QT_TRANSLATE_NOOP("FilterWords", "%1 %2 %3");
        return say(pattern).arg(name, sign, values.front());
    }
    const bool isText = kind == FilterKind::Text;
    return say(isText ? textPattern(term) : listPattern(term))
        .arg(name, values.join(isText ? QStringLiteral("”, “") : QStringLiteral(", ")));
}

QString filterSummary(const Filter& filter)
{
    QStringList terms;
    for (const FilterTerm& term : filter.terms)
        terms.append(filterTermText(term));
    return terms.join(QStringLiteral("  ·  "));
}

QString filterProblemText(const FilterProblem& problem, QStringView input)
{
    using namespace filterwords;
    const QString part = quotedPart(input, problem.span);
    for (const ProblemWords& words : kProblems) {
        if (problem.reason != QLatin1String(words.reason))
            continue;
        const bool knowsRight = words.withRight && !problem.expected.isEmpty();
        return filledIn(say(knowsRight ? words.withRight : words.plain),
                        {part, problem.field, problem.expected.join(QStringLiteral(", "))});
    }
    return say(QT_TRANSLATE_NOOP("FilterWords", "This part can't be understood."));
}

} // namespace tieout
