// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of filters: what each sentence means, what is wrong with the others and where, chips,
// and, for anything that may be typed, that it never fails and that its canonical text means the
// same.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tieout;

namespace {

ParsedFilter parsed(QStringView text)
{
    return parseFilter(text, paymentFilterFields());
}

bool isInside(const FilterSpan& span, qsizetype size)
{
    return span.start >= 0 && span.length >= 0 && span.end() <= size;
}

// Sentences, half sentences and noise, in any order.
QString randomInput(QRandomGenerator& random)
{
    static const QStringList kParts{
        QStringLiteral("status"), QStringLiteral("STATE"),      QStringLiteral("amount"),
        QStringLiteral("age"),    QStringLiteral("created"),    QStringLiteral("order"),
        QStringLiteral("tx"),     QStringLiteral("case"),       QStringLiteral("nonsense"),
        QStringLiteral(":"),      QStringLiteral(":>="),        QStringLiteral("!="),
        QStringLiteral("="),      QStringLiteral("<"),          QStringLiteral(">"),
        QStringLiteral("-"),      QStringLiteral(","),          QStringLiteral(".."),
        QStringLiteral("\""),     QStringLiteral("\\"),         QStringLiteral("\\\""),
        QStringLiteral(" "),      QStringLiteral("  "),         QStringLiteral("underpaid"),
        QStringLiteral("100"),    QStringLiteral("99.970"),     QStringLiteral("-2d"),
        QStringLiteral("4h"),     QStringLiteral("2026-11-01"), QStringLiteral("today"),
        QStringLiteral("LATE"),   QStringLiteral("yes"),        QStringLiteral("\u0645\u0631"),
        QStringLiteral("'"),      QStringLiteral("%_;--"),      QString(QChar(0)),
        QString(QChar(0xd800)),   QStringLiteral("\t"),         QString(QChar(0x202e)),
    };
    QString input;
    const int count = random.bounded(1, 14);
    for (int i = 0; i < count; ++i) {
        if (random.bounded(8) == 0)
            input += QChar(char16_t(random.bounded(0x10000)));
        else
            input += kParts.at(random.bounded(kParts.size()));
        if (random.bounded(4) == 0)
            input += u' ';
    }
    return input;
}

} // namespace

class TstFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void means_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char* input, const char* canonical) {
            QTest::newRow(input) << QString::fromUtf8(input) << QString::fromUtf8(canonical);
        };
        row("", "");
        row("   ", "");
        row("status:underpaid", "status:underpaid");
        row("STATE:Underpaid,EXPIRED", "status:underpaid,expired");
        row("status=underpaid", "status:underpaid");
        row("-status:expired", "-status:expired");
        row("status!=expired", "-status:expired");
        row("-status!=expired", "status:expired");
        row("amount>100", "amount>100");
        row("amount:>100", "amount>100");
        row("amount>=100.500", "amount>=100.5");
        row("due<007", "amount<7");
        row("amount<=-0.0", "amount<=0");
        row("amount:100..200", "amount:100..200");
        row("amount:..200", "amount:..200");
        row("amount=100..", "amount:100..");
        row("amount:1..2,5", "amount:1..2,5");
        row("-amount:100,200", "-amount:100,200");
        row("age>4h", "age>4h");
        row("age<=90m", "age<=90m");
        row("age:24h..7D", "age:1d..7d");
        row("created:2026-11-01..2026-11-21", "created:2026-11-01..2026-11-21");
        row("created>-2d", "created>-2d");
        row("created:Today,2026-11", "created:today,2026-11");
        row("created<2026-11-01t04:12", "created<2026-11-01T04:12Z");
        row("expires:now..+2h", "expires:now..+2h");
        row("\"free text\"", "\"free text\"");
        row("acme -ltd", "acme -ltd");
        row("-\"acme ltd\"", "-\"acme ltd\"");
        row("customer:\"a \\\"quoted\\\" one, \\\\ with more\"",
            "customer:\"a \\\"quoted\\\" one, \\\\ with more\"");
        row("customer:\"a\"b", "customer:a b");
        row("customer=\"\"", "customer=\"\"");
        row("order=ORD-17", "order=ORD-17");
        row("ref:ord-1,ord-2", "order:ord-1,ord-2");
        row("12:30", "\"12:30\"");
        row("a,b", "\"a,b\"");
        row("--x", "-\"-x\"");
        row("label:late -label:none", "label:late -label:none");
        row("case:late,amt-under", "case:LATE,AMT-UNDER");
        row("hold:no", "hold:no");
        row("hold:yes,Operator", "hold:yes,operator");
        row("rail:Tron", "rail:Tron");
        row("merchant:\"Example Store\"", "merchant:\"Example Store\"");
        row("confirmations:3..12", "confirmations:3..12");
        row("confirmations<012", "confirmations<12");
        row("verdict:accepted-short", "verdict:accepted-short");
        row("id:PAY_01hzzzzzzzzzzzzzzzzzzzzzzz", "id:pay_01HZZZZZZZZZZZZZZZZZZZZZZZ");
        row("address:0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
            "address:0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
        row("tx:5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A",
            "tx:0x5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a");
        row("customer:'; DROP", "customer:\"';\" DROP");
    }

    void means()
    {
        QFETCH(QString, input);
        const ParsedFilter once = parsed(input);
        QVERIFY2(once.isGood(),
                 qPrintable(once.isGood() ? QString() : once.problems.front().reason));
        QTEST(toText(once.filter), "canonical");
        QVERIFY(parsed(toText(once.filter)).filter == once.filter);
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("wrong"); // the part that is underlined
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("rest"); // the good terms
        const auto row = [](const char* input,
                            const char* reason,
                            const char* wrong,
                            const char* expected = "",
                            const char* rest = "") {
            QTest::newRow(input) << QString::fromUtf8(input) << QString::fromLatin1(reason)
                                 << QString::fromUtf8(wrong) << QString::fromUtf8(expected)
                                 << QString::fromUtf8(rest);
        };
        row("statsu:held", "unknown_field", "statsu", "status,state");
        row("age>4h zzz:1 acme", "unknown_field", "zzz", "", "age>4h acme");
        row("status:underpayed", "unknown_word", "underpayed", "underpaid");
        row("status:held,xyzzy held",
            "unknown_word",
            "xyzzy",
            "pending,confirming,confirmed,overpaid,underpaid,expired,held,reorged,refunded,"
            "cancelled",
            "held");
        row("case:AMT-UNDRE", "unknown_word", "AMT-UNDRE", "AMT-UNDER");
        row("status:",
            "field_needs_value",
            "status:",
            "pending,confirming,confirmed,overpaid,underpaid,expired,held,reorged,refunded,"
            "cancelled");
        row("rail: tron", "field_needs_value", "rail:", "", "tron");
        row("customer:\"\"", "field_needs_value", "\"\"");
        row("customer:a,,b", "field_needs_value", "customer:a,,b");
        row(":held", "field_missing", ":");
        row("amount > 100", "field_missing", ">", "", "amount 100");
        row("status>held", "operator_unfit", ">", ":");
        row("age:4h", "operator_unfit", ":", ">,<");
        row("amount>1,2", "one_value_only", "1,2");
        row("amount>1..2", "one_value_only", "1..2");
        row("amount>1e3", "bad_amount", "1e3", "100,99.97,100..200");
        row("amount:5..x", "bad_amount", "x", "100,99.97,100..200");
        row("amount:5.", "bad_amount", "5.", "100,99.97,100..200");
        row("amount:NaN", "bad_amount", "NaN", "100,99.97,100..200");
        row("amount:9999999999999999999999999999999999999999",
            "bad_amount",
            "9999999999999999999999999999999999999999",
            "100,99.97,100..200");
        row("amount:200..100", "range_reversed", "200..100", "100..200");
        row("confirmations:-1", "bad_integer", "-1", "0,12,3..12");
        row("confirmations>99999999999999999999",
            "bad_integer",
            "99999999999999999999",
            "0,12,3..12");
        row("created:2026-13-01",
            "bad_time",
            "2026-13-01",
            "today,-2d,2026-11-01,2026-11-01T04:12,2026-11-01..2026-11-21");
        row("created>2d",
            "bad_time",
            "2d",
            "today,-2d,2026-11-01,2026-11-01T04:12,2026-11-01..2026-11-21");
        row("created:2026-11-21..2026-11-01",
            "range_reversed",
            "2026-11-21..2026-11-01",
            "2026-11-01..2026-11-21");
        row("created:-1d..-2d", "range_reversed", "-1d..-2d", "-2d..-1d");
        row("age>-4h", "bad_duration", "-4h", "30m,4h,7d");
        row("age>4fortnights", "bad_duration", "4fortnights", "30m,4h,7d");
        row("address:0x12", "bad_address", "0x12", "0x…,T…");
        row("address:0x70997970C51812dc3A010C7d01b50e0d17dc79c8",
            "bad_address",
            "0x70997970C51812dc3A010C7d01b50e0d17dc79c8",
            "0x…,T…");
        row("tx:0x5a", "bad_hash", "0x5a", "0x…");
        row("id:\"\"", "field_needs_value", "\"\"");
        row("\"open", "quote_open", "\"open");
        row("held \"", "quote_open", "\"", "", "held");
        row("customer:\"open ended", "quote_open", "\"open ended");
        row("-", "term_empty", "-");
        row("\"\"", "term_empty", "\"\"");
        row("customer:\"a\tb\"", "bad_character", "\"a\tb\"");
    }

    void namesWhatIsWrong()
    {
        QFETCH(QString, input);
        const ParsedFilter once = parsed(input);
        QCOMPARE(once.problems.size(), size_t(1));
        const FilterProblem& problem = once.problems.front();
        QTEST(problem.reason, "reason");
        QTEST(input.mid(problem.span.start, problem.span.length), "wrong");
        QTEST(problem.expected.join(u','), "expected");
        QTEST(toText(once.filter), "rest");
    }

    void mixedTimesAreNotComparedWithoutAClock()
    {
        for (const char* range : {"today..-2h", "now..today", "2026-11-21..-400d", "-1h..today"})
            QVERIFY2(parsed(QStringLiteral("created:") + QString::fromLatin1(range)).isGood(),
                     range);
    }

    void everyFieldIsComplete()
    {
        QStringList names;
        for (const FilterField& field : paymentFilterFields().all()) {
            names << field.name << field.aliases;
            QVERIFY(field.help != nullptr);
            QCOMPARE(field.words.isEmpty(), field.kind != FilterKind::Words);
            for (const QString& word : field.words)
                QVERIFY(parsed(field.name + u':' + word).isGood());
        }
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void knowsWhereEachPartStands()
    {
        const QString input = QStringLiteral("  -Status:held,expired  amount>=5");
        const Filter filter = parsed(input).filter;
        const auto part = [&](const FilterSpan& span) {
            return input.mid(span.start, span.length);
        };
        QCOMPARE(filter.terms.size(), size_t(2));
        const FilterTerm& status = filter.terms[0];
        QCOMPARE(part(status.span), QStringLiteral("-Status:held,expired"));
        QCOMPARE(part(status.fieldSpan), QStringLiteral("Status"));
        QCOMPARE(part(status.opSpan), QStringLiteral(":"));
        QCOMPARE(part(status.values[1].span), QStringLiteral("expired"));
        QCOMPARE(part(filter.terms[1].opSpan), QStringLiteral(">="));
    }

    void chipsTakeOneTermAway()
    {
        const QString input = QStringLiteral("status:held  statsu:x \"ACME Ltd\" AGE>4h");
        const auto chips = filterChips(parsed(input).filter, input);
        QCOMPARE(chips.size(), size_t(3));
        QCOMPARE(chips[0].text, QStringLiteral("status:held"));
        QCOMPARE(chips[0].without, QStringLiteral("statsu:x \"ACME Ltd\" AGE>4h"));
        QCOMPARE(chips[1].text, QStringLiteral("\"ACME Ltd\""));
        QCOMPARE(chips[1].without, QStringLiteral("status:held  statsu:x AGE>4h"));
        QCOMPARE(chips[2].text, QStringLiteral("age>4h"));
        QCOMPARE(chips[2].without, QStringLiteral("status:held  statsu:x \"ACME Ltd\""));
    }

    void admitsAWordAsItsTermsSay()
    {
        const auto admits = [](const char* text, const char* word) {
            return admitsWord(
                parsed(QString::fromLatin1(text)).filter, u"status", QString::fromLatin1(word));
        };
        QVERIFY(admits("", "held"));
        QVERIFY(admits("amount>5", "held"));
        QVERIFY(admits("status:held,expired", "held"));
        QVERIFY(!admits("status:held,expired", "pending"));
        QVERIFY(!admits("-status:held", "held"));
        QVERIFY(!admits("status:held -status:held", "held"));
    }

    void hasLimits()
    {
        const auto reasons = [](const QString& input) {
            QStringList all;
            for (const FilterProblem& problem : parsed(input).problems)
                all.append(problem.reason);
            all.removeDuplicates();
            return all.join(u' ');
        };
        const QString longest(kMaxFilterValue, u'x');
        QCOMPARE(reasons(longest), QString());
        QCOMPARE(reasons(longest + u'x'), QStringLiteral("value_too_long"));
        QCOMPARE(reasons(QStringLiteral("order:") + longest + u'x'),
                 QStringLiteral("value_too_long"));
        QCOMPARE(reasons(QStringLiteral("a ").repeated(kMaxFilterTerms)), QString());
        QCOMPARE(reasons(QStringLiteral("a ").repeated(kMaxFilterTerms + 1)),
                 QStringLiteral("too_many_terms"));
        QCOMPARE(
            reasons(QStringLiteral("amount:1") + QStringLiteral(",1").repeated(kMaxFilterValues)),
            QStringLiteral("too_many_values"));
        QCOMPARE(reasons(QString(kMaxFilterInput + 1, u' ')), QStringLiteral("input_too_long"));
        const QString million = QStringLiteral("status:held ").repeated(90'000);
        const ParsedFilter many = parsed(million);
        QCOMPARE(many.filter.terms.size(), size_t(kMaxFilterTerms));
        QCOMPARE(many.problems.size(), size_t(2));
        for (const FilterProblem& problem : many.problems)
            QVERIFY(isInside(problem.span, million.size()));
        QCOMPARE(reasons(QString(1'000'000, u'"')),
                 QStringLiteral("term_empty too_many_terms "
                                "input_too_long"));
    }

    // The longest canonical text still parses: quotes and escapes double a value.
    void longestTextComesBack()
    {
        QString input;
        const QString value(kMaxFilterValue, u'"');
        for (int i = 0; i < kMaxFilterTerms; ++i) {
            const QString one = u'a' + value.mid(1);
            input += QStringLiteral("-customer:%1,%1,%1,%1 ").arg(one);
        }
        const ParsedFilter once = parsed(input);
        QVERIFY(once.isGood());
        const ParsedFilter again = parsed(toText(once.filter));
        QVERIFY(again.isGood());
        QVERIFY(again.filter == once.filter);
    }

    void anythingMayBeTyped()
    {
        QRandomGenerator random(20261121);
        int good = 0;
        for (int i = 0; i < 50'000; ++i) {
            const QString input = randomInput(random);
            const ParsedFilter once = parsed(input);
            good += once.filter.isEmpty() ? 0 : 1;
            for (const FilterTerm& term : once.filter.terms) {
                QVERIFY(isInside(term.span, input.size()));
                QVERIFY(isInside(term.fieldSpan, input.size()));
                QVERIFY(isInside(term.opSpan, input.size()));
                QVERIFY(!term.values.empty());
                for (const FilterValue& value : term.values)
                    QVERIFY(isInside(value.span, input.size()));
            }
            for (const FilterProblem& problem : once.problems) {
                QVERIFY(isInside(problem.span, input.size()));
                QVERIFY2(problem.span.length > 0, qPrintable(input));
            }
            const ParsedFilter again = parsed(toText(once.filter));
            QVERIFY2(again.isGood() && again.filter == once.filter, qPrintable(input));
            QCOMPARE(toText(again.filter), toText(once.filter));
            const auto chips = filterChips(once.filter, input);
            if (once.isGood() && !chips.empty()) {
                Filter less = once.filter;
                less.terms.erase(less.terms.begin());
                QVERIFY2(parsed(chips.front().without).filter == less, qPrintable(input));
            }
        }
        QVERIFY(good > 10'000);
    }
};

TIEOUT_REGISTER_TEST(TstFilter)
#include "tst_filter.moc"
