// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/amount.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using tieout::Amount;
using tieout::Int128;

namespace {

constexpr char kMax[] = "170141183460469231731687303715884105727"; // 2^127 − 1
constexpr char kAboveMax[] = "170141183460469231731687303715884105728";

QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

Amount units(const QString& number)
{
    return Amount::fromUnitsText(number, 6).value();
}

} // namespace

// Exactness, the edges of 128 bits, and the three stored forms.
class TstAmount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void reachesTheEdges();
    void neverMixesDecimals();
    void storedFormsReturn_data();
    void storedFormsReturn();
    void sortableOrdersLikeNumbers();
    void readsWords();
    void takesBasisPoints();
};

void TstAmount::parses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("units");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("fixed");
    const auto row = [](const char* written,
                        int decimals,
                        const char* number,
                        const char* shown,
                        const char* fixed) {
        QTest::newRow(written) << text(written) << decimals << text(number) << text(shown)
                               << text(fixed);
    };
    row("99.97", 6, "99970000", "99.97", "99.970000");
    row("100", 6, "100000000", "100", "100.000000");
    row("0.000001", 6, "1", "0.000001", "0.000001");
    row("0", 6, "0", "0", "0.000000");
    row("-0.5", 6, "-500000", "-0.5", "-0.500000");
    row("00100.10", 6, "100100000", "100.1", "100.100000");
    row("1.0000000", 6, "1000000", "1", "1.000000");
    row("7", 0, "7", "7", "7");
    row("1.00", 0, "1", "1", "1");
    row("0.000000000000000001", 18, "1", "0.000000000000000001", "0.000000000000000001");
    row(kMax, 0, kMax, kMax, kMax);
    row("-170141183460469231731687303715884105727",
        0,
        "-170141183460469231731687303715884105727",
        "-170141183460469231731687303715884105727",
        "-170141183460469231731687303715884105727");
}

void TstAmount::parses()
{
    QFETCH(QString, written);
    QFETCH(int, decimals);
    QFETCH(QString, units);
    QFETCH(QString, shown);
    QFETCH(QString, fixed);
    const auto amount = Amount::parse(written, decimals);
    QVERIFY(amount);
    QCOMPARE(amount->toUnitsText(), units);
    QCOMPARE(amount->toText(), shown);
    QCOMPARE(amount->toFixedText(), fixed);
    QVERIFY(*amount == *Amount::parse(amount->toText(), decimals));
}

void TstAmount::refuses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* written, int decimals, const char* reason) {
        QTest::newRow(qPrintable(text(reason) + u' ' + text(written)))
            << QString::fromUtf8(written) << decimals << text(reason);
    };
    for (const char* bad : {"",
                            "-",
                            ".",
                            "1.",
                            ".5",
                            "+1",
                            "1e3",
                            "1,000",
                            " 1",
                            "1 ",
                            "1.2.3",
                            "0x10",
                            "--1",
                            "1-",
                            "NaN",
                            "\u0661"})
        row(bad, 6, "amount_malformed");
    row("0.0000001", 6, "amount_precision");
    row("0.5", 0, "amount_precision");
    row(kAboveMax, 0, "amount_range");
    row("-170141183460469231731687303715884105728", 0, "amount_range");
    row(kMax, 1, "amount_range");
    row("99999999999999999999999999999999999999999999999999", 0, "amount_range");
}

void TstAmount::refuses()
{
    QFETCH(QString, written);
    QFETCH(int, decimals);
    QFETCH(QString, reason);
    const auto amount = Amount::parse(written, decimals);
    QVERIFY(!amount);
    QCOMPARE(amount.error().reason, reason);
}

void TstAmount::reachesTheEdges()
{
    const Amount max(Amount::kMaxUnits, 6);
    const Amount one(1, 6);
    QCOMPARE(max.toUnitsText(), text(kMax));
    QCOMPARE(max.plus(one).error().reason, QStringLiteral("amount_range"));
    QVERIFY(*max.minus(one)->plus(one) == max);
    const Amount min(-Amount::kMaxUnits, 6);
    QCOMPARE(min.minus(one).error().reason, QStringLiteral("amount_range"));
    QVERIFY(max.plus(min)->isZero());
    QVERIFY(min < max && min.isNegative() && !max.isNegative());
}

void TstAmount::neverMixesDecimals()
{
    QCOMPARE(Amount(1, 6).plus(Amount(1, 18)).error().reason, QStringLiteral("amount_decimals"));
    QCOMPARE(Amount(1, 6).minus(Amount(1, 0)).error().reason, QStringLiteral("amount_decimals"));
    QVERIFY(!(Amount(1, 6) == Amount(1, 18)));
}

void TstAmount::storedFormsReturn_data()
{
    QTest::addColumn<QString>("number");
    for (const char* number : {"0",
                               "1",
                               "-1",
                               "255",
                               "256",
                               "-256",
                               "18446744073709551615",
                               "18446744073709551616",
                               "-18446744073709551616",
                               kMax,
                               "-170141183460469231731687303715884105727"})
        QTest::newRow(number) << text(number);
}

void TstAmount::storedFormsReturn()
{
    QFETCH(QString, number);
    const Amount amount = units(number);
    QCOMPARE(amount.toUnitsText(), number);
    QCOMPARE(amount.toSortable().size(), 16);
    QVERIFY(*Amount::fromSortable(amount.toSortable(), 6) == amount);
}

void TstAmount::sortableOrdersLikeNumbers()
{
    QRandomGenerator random(20260101);
    const auto any = [&random] {
        const Int128 wide = (Int128(random.generate64() >> 1) << 64) | Int128(random.generate64());
        return Amount((random.bounded(2) == 0 ? wide : -wide) >> random.bounded(120), 6);
    };
    for (int i = 0; i < 20'000; ++i) {
        const Amount a = any();
        const Amount b = any();
        QCOMPARE(a < b, a.toSortable() < b.toSortable());
        QVERIFY(*Amount::fromSortable(a.toSortable(), 6) == a);
        QVERIFY(units(a.toUnitsText()) == a);
    }
    QVERIFY(!Amount::fromSortable(QByteArray(15, '\0'), 6));
    QCOMPARE(Amount::fromSortable(QByteArray(16, '\0'), 6).error().reason,
             QStringLiteral("amount_range"));
}

void TstAmount::readsWords()
{
    const auto word = [](const char* hex) {
        return QByteArray::fromHex(hex).rightJustified(32, '\0');
    };
    const auto read = [&word](const char* hex) {
        const QByteArray bytes = word(hex);
        return Amount::fromWord(reinterpret_cast<const unsigned char*>(bytes.constData()), 6);
    };
    QVERIFY(*read("05f5e100") == Amount(100'000'000, 6));
    QVERIFY(*read("7fffffffffffffffffffffffffffffff") == Amount(Amount::kMaxUnits, 6));
    QVERIFY(!read("80000000000000000000000000000000"));
    QVERIFY(!read("0100000000000000000000000000000000"));
    QVERIFY(!read("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"));
}

void TstAmount::takesBasisPoints()
{
    QVERIFY(*Amount(100'000'000, 6).basisPoints(10) == Amount(100'000, 6));
    QVERIFY(*Amount(999, 6).basisPoints(10) == Amount(0, 6));
    QVERIFY(*Amount(Amount::kMaxUnits, 6).basisPoints(10'000) == Amount(Amount::kMaxUnits, 6));
    QCOMPARE(Amount(1, 6).basisPoints(10'001).error().reason, QStringLiteral("basis_points_range"));
    QCOMPARE(Amount(1, 6).basisPoints(-1).error().reason, QStringLiteral("basis_points_range"));
}

TIEOUT_REGISTER_TEST(TstAmount)
#include "tst_amount.moc"
