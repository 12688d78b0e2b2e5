// SPDX-License-Identifier: GPL-3.0-or-later
// A filter of payments in words: each of its terms, and each reason for which it isn't understood.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "tests/support/testmain.h"
#include "ui/payments/filter/filterwords.h"

#include <QTest>

namespace tieout::test {

class TstFilterWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasWords_data();
    void everyReasonHasWords();
    void termsAreSaidInWords_data();
    void termsAreSaidInWords();
};

void TstFilterWords::everyReasonHasWords_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("says"); // a part of it
    const auto row = [](const char* reason, const QString& input, const char* says) {
        QTest::newRow(reason) << input << QString::fromLatin1(reason) << QString::fromUtf8(says);
    };
    row("unknown_field", QStringLiteral("statsu:held"), "Did you mean status");
    row("unknown_word", QStringLiteral("status:hold"), "held");
    row("field_needs_value", QStringLiteral("amount:"), "such as 100");
    row("field_missing", QStringLiteral(">100"), "needs a field before it");
    row("operator_unfit", QStringLiteral("status>held"), "Write : instead");
    row("one_value_only", QStringLiteral("amount>1,2"), "one value");
    row("bad_address", QStringLiteral("address:0x12"), "no address");
    row("bad_hash", QStringLiteral("tx:abc"), "64 digits");
    row("bad_amount", QStringLiteral("amount:1e5"), "as in 100");
    row("bad_integer", QStringLiteral("confirmations:x"), "whole number");
    row("bad_time", QStringLiteral("created:soon"), "today");
    row("bad_duration", QStringLiteral("age>soon"), "30m");
    row("bad_character", QStringLiteral("order:\"a\tb\""), "Type the value again");
    row("range_reversed", QStringLiteral("amount:9..2"), "Did you mean 2..9?");
    row("quote_open", QStringLiteral("\"acme"), "behind the last word");
    row("value_too_long", QString(201, u'a'), "at most 200 characters");
    row("term_empty", QStringLiteral("-"), "nothing to search for");
    row("too_many_terms", QStringLiteral("a ").repeated(33), "32 at most");
    row("too_many_values",
        QStringLiteral("status:") + QStringLiteral("held,").repeated(129),
        "128");
    row("input_too_long", QStringLiteral("a").repeated(kMaxFilterInput + 1), "too long");
    // What was typed is never taken for a place to fill.
    row("bad_id", QStringLiteral("id:\"%3%2\""), "");
}

void TstFilterWords::everyReasonHasWords()
{
    QFETCH(QString, input);
    QFETCH(QString, reason);
    QFETCH(QString, says);
    const ParsedFilter parsed = parseFilter(input, paymentFilterFields());
    if (reason == u"bad_id" && parsed.isGood())
        return; // any text is a foreign id
    QVERIFY(!parsed.isGood());
    bool found = false;
    for (const FilterProblem& problem : parsed.problems) {
        if (problem.reason != reason)
            continue;
        found = true;
        const QString text = filterProblemText(problem, input);
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(!text.contains(u"can't be understood"), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("%1")), qPrintable(text));
        QVERIFY(text.size() < 300);
    }
    QVERIFY(found);
}

void TstFilterWords::termsAreSaidInWords_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* input, const char* words) {
        QTest::newRow(input) << QString::fromUtf8(input) << QString::fromUtf8(words);
    };
    row("status:underpaid,expired", "Status: Underpaid, Expired");
    row("-status:held", "Status: not Held");
    row("status!=held,expired", "Status: none of Held, Expired");
    row("amount>100", "Due > 100");
    row("amount:100..200", "Due: 100 to 200");
    row("amount:100..", "Due: ≥ 100");
    row("age>=4h", "Age ≥ 4h");
    row("order:ORD-1", "Order contains “ORD-1”");
    row("order=ORD-17", "Order is exactly “ORD-17”");
    row("-order:x", "Order doesn't contain “x”");
    row("\"ACME Ltd\"", "“ACME Ltd”");
    row("-word", "without “word”");
    row("case:yes", "Case: yes");
}

void TstFilterWords::termsAreSaidInWords()
{
    QFETCH(QString, input);
    QFETCH(QString, words);
    const ParsedFilter parsed = parseFilter(input, paymentFilterFields());
    QVERIFY(parsed.isGood());
    QCOMPARE(filterTermText(parsed.filter.terms.front()), words);
    for (const FilterField& field : paymentFilterFields().all())
        QVERIFY2(filterFieldText(field.name) != field.name, qPrintable(field.name));
}

TIEOUT_REGISTER_TEST(TstFilterWords)

} // namespace tieout::test

#include "tst_filterwords.moc"
