// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filterpayment.h"

#include "model/domain/casecodes.h"

namespace tieout {

namespace filterpayment {

struct Row
{
    const char* name;
    const char* aliases; // with single spaces
    FilterKind kind;
    const char* help;
};

// clang-format off
constexpr Row kRows[] = {
    {"status", "state", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Displayed status")},
    {"label", "labels", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "A label it carries, or none")},
    {"case", "exception", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Code of an open case; yes: any, no: none open")},
    {"severity", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Severity of an open case: 1 stops money now, 4 only informs")},
    {"hold", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Kind of an open hold; yes: any, no: none open")},
    {"verdict", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Amount verdict")},
    {"detection", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "State of the detection track")},
    {"confirmation", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "State of the confirmation track")},
    {"recognition", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "State of the recognition track")},
    {"fulfilment", "", FilterKind::Words,
     QT_TRANSLATE_NOOP("filter", "Whether fulfilment was released or recalled")},
    {"rail", "network", FilterKind::Names,
     QT_TRANSLATE_NOOP("filter", "Name of the rail")},
    {"corridor", "", FilterKind::Names,
     QT_TRANSLATE_NOOP("filter", "Name of the corridor")},
    {"symbol", "token unit", FilterKind::Names,
     QT_TRANSLATE_NOOP("filter", "Symbol of the token")},
    {"merchant", "", FilterKind::Names,
     QT_TRANSLATE_NOOP("filter", "Name or id of the merchant")},
    {"amount", "due", FilterKind::Amount,
     QT_TRANSLATE_NOOP("filter", "Amount due")},
    {"received", "", FilterKind::Amount,
     QT_TRANSLATE_NOOP("filter", "Amount received")},
    {"confirmed", "", FilterKind::Amount,
     QT_TRANSLATE_NOOP("filter", "Amount confirmed")},
    {"remaining", "", FilterKind::Amount,
     QT_TRANSLATE_NOOP("filter", "Amount that is still missing")},
    {"confirmations", "depth", FilterKind::Integer,
     QT_TRANSLATE_NOOP("filter", "Blocks on the deciding transfer, itself included")},
    {"age", "", FilterKind::Age,
     QT_TRANSLATE_NOOP("filter", "Time since it was created")},
    {"created", "", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "When it was created (UTC)")},
    {"expires", "expiry", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "Its deadline (UTC)")},
    {"updated", "", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "When what is shown of it last changed (UTC)")},
    {"confirmed-at", "", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "When it was confirmed (UTC)")},
    {"final-at", "", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "When it became final (UTC)")},
    {"released-at", "", FilterKind::Time,
     QT_TRANSLATE_NOOP("filter", "When fulfilment was released (UTC)")},
    {"order", "reference ref", FilterKind::Text,
     QT_TRANSLATE_NOOP("filter", "Order reference")},
    {"customer", "", FilterKind::Text,
     QT_TRANSLATE_NOOP("filter", "Customer")},
    {"id", "payment", FilterKind::Id,
     QT_TRANSLATE_NOOP("filter", "Payment id")},
    {"correlation", "", FilterKind::Id,
     QT_TRANSLATE_NOOP("filter", "Correlation id")},
    {"address", "", FilterKind::Address,
     QT_TRANSLATE_NOOP("filter", "Address where its money is expected")},
    {"tx", "hash", FilterKind::Hash,
     QT_TRANSLATE_NOOP("filter", "Hash of a transaction that pays it")},
};
// clang-format on

QStringList caseWords()
{
    QStringList words{QStringLiteral("yes"), QStringLiteral("no")};
    for (const CaseRule& rule : caseRules())
        words.append(QString::fromLatin1(rule.text));
    return words;
}

QStringList wordsFor(QStringView field)
{
    if (field == u"status")
        return filterWords<PaymentStatus>();
    if (field == u"label")
        return filterWords<Label>() << QStringLiteral("none");
    if (field == u"case")
        return caseWords();
    if (field == u"severity")
        return {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")};
    if (field == u"hold")
        return QStringList{QStringLiteral("yes"), QStringLiteral("no")} + filterWords<HoldKind>();
    if (field == u"verdict")
        return filterWords<Verdict>();
    if (field == u"detection")
        return filterWords<DetectionState>();
    if (field == u"confirmation")
        return filterWords<ConfirmationState>();
    if (field == u"recognition")
        return filterWords<RecognitionState>();
    TIEOUT_CHECK(field == u"fulfilment");
    return filterWords<FulfilmentState>();
}

FilterFields make()
{
    std::vector<FilterField> fields;
    for (const Row& row : kRows) {
        FilterField field;
        field.name = QString::fromLatin1(row.name);
        field.aliases = QString::fromLatin1(row.aliases).split(u' ', Qt::SkipEmptyParts);
        field.kind = row.kind;
        field.help = row.help;
        if (row.kind == FilterKind::Words)
            field.words = wordsFor(field.name);
        fields.push_back(std::move(field));
    }
    return FilterFields(std::move(fields));
}

} // namespace filterpayment

const FilterFields& paymentFilterFields()
{
    static const FilterFields kFields = filterpayment::make();
    return kFields;
}

} // namespace tieout
