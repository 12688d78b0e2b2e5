// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered at each place of a filter. '|' is the cursor.
#include "model/domain/filtercompletion.h"
#include "model/domain/filterpayment.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tieout;

namespace {

QStringList railNames(const QString& field)
{
    if (field == u"merchant")
        return {QStringLiteral("Example Store"), QStringLiteral("Store of Examples")};
    return field == u"rail" ? QStringList{QStringLiteral("ethereum"), QStringLiteral("tron")}
                            : QStringList();
}

FilterCompletion complete(const QString& text, qsizetype cursor)
{
    return completeFilter(text, cursor, paymentFilterFields(), railNames);
}

} // namespace

class TstFilterCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("offered");
        QTest::addColumn<QString>("after"); // the first one taken
        const auto row = [](const char* input, const char* offered, const char* after) {
            QTest::newRow(input) << QString::fromLatin1(input) << QString::fromLatin1(offered)
                                 << QString::fromLatin1(after);
        };
        row("sta|", "status:", "status:");
        row("acme -STA|", "status:", "acme -status:");
        row("ag|", "age>", "age>");
        row("am|oun>5", "amount", "amount>5");
        row("amo| acme", "amount:", "amount: acme");
        row("net|", "rail:", "rail:");
        row("conf|", "confirmation: confirmed: confirmations: confirmed-at:", "confirmation:");
        row("status:un|", "underpaid", "status:underpaid");
        row("status:u|nder acme", "underpaid", "status:underpaid acme");
        row("status:expired,he|", "held", "status:expired,held");
        row("hold:yes,|",
            "no screening operator finance corridor-stopped closing-refund",
            "hold:yes,no");
        row("hold:yes,O|", "operator", "hold:yes,operator");
        row("hold:n|", "no", "hold:no");
        row("rail:|", "ethereum tron", "rail:ethereum");
        row("network=T|", "tron ethereum", "network=tron");
        row("merchant:\"exa|mple\" x",
            "\"Example Store\" \"Store of Examples\"",
            "merchant:\"Example Store\" x");
        row("created>-|", "-1h -24h -7d -30d", "created>-1h");
        row("created:2026-11-01..to|", "today", "created:2026-11-01..today");
        row("age>4|", "4h", "age>4h");
        row("amount:1|", "", "");
        row("\"sta|", "", "");
        row("nonsense:x|", "", "");
    }

    void offers()
    {
        QFETCH(QString, input);
        const qsizetype cursor = input.indexOf(u'|');
        input.remove(cursor, 1);
        const FilterCompletion completion = complete(input, cursor);
        QStringList texts;
        for (const FilterCandidate& candidate : completion.candidates)
            texts.append(candidate.text);
        QTEST(texts.join(u' '), "offered");
        if (texts.isEmpty())
            return;
        QString after = input;
        after.replace(completion.replace.start, completion.replace.length, texts.front());
        QTEST(after, "after");
    }

    void offersEveryFieldWhereATermBegins()
    {
        for (const auto& [text, cursor] :
             {std::pair(QString(), 0), std::pair(QStringLiteral("status:held "), 12)}) {
            const FilterCompletion completion = complete(text, cursor);
            QCOMPARE(completion.candidates.size(), paymentFilterFields().all().size());
            QCOMPARE(completion.replace, (FilterSpan{cursor, 0}));
            QVERIFY(completion.candidates.front().help != nullptr);
        }
    }

    void anywhereInAnything()
    {
        QRandomGenerator random(7);
        const QString letters = QStringLiteral("status:held,\" -a.\\<>=!|created..");
        for (int i = 0; i < 20'000; ++i) {
            QString input;
            for (int n = random.bounded(20); n > 0; --n)
                input += letters.at(random.bounded(letters.size()));
            const qsizetype cursor = random.bounded(int(input.size()) + 3) - 1;
            const FilterSpan span = complete(input, cursor).replace;
            QVERIFY2(span.start >= 0 && span.length >= 0 && span.end() <= input.size(),
                     qPrintable(input));
        }
    }
};

TIEOUT_REGISTER_TEST(TstFilterCompletion)
#include "tst_filtercompletion.moc"
