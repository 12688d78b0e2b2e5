// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of filters mean: decimals at any scale, times and ages at a given moment.
#include "model/domain/filtertimes.h"
#include "model/domain/filtervalues.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

namespace {

FilterDecimal decimal(const char* text)
{
    return FilterDecimal::parse(QString::fromLatin1(text)).value();
}

QString said(const FilterTimes& times)
{
    const auto end = [](const std::optional<UtcTime>& time) {
        return time ? time->toText() : QStringLiteral("-");
    };
    return end(times.from) + u' ' + end(times.to);
}

} // namespace

class TstFilterValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsMinorUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("units"); // empty: out of range
        QTest::addColumn<bool>("exact");
        const auto row = [](const char* text, int decimals, const char* units, bool exact = true) {
            QTest::addRow("%s at %d", text, decimals)
                << QString::fromLatin1(text) << decimals << QString::fromLatin1(units) << exact;
        };
        row("100", 6, "100000000");
        row("100", 0, "100");
        row("0.05", 2, "5");
        row("0.05", 1, "0", false);
        row("-0.05", 1, "-1", false);
        row("-1.5", 0, "-2", false);
        row("1.9999999", 6, "1999999", false);
        row("0", 0, "0");
        row("0", 36, "0");
        row("170141183460469231731687303715884105727",
            0,
            "170141183460469231731687303715884105727");
        row("170141183460469231731687303715884105728", 0, "");
        row("-170141183460469231731687303715884105727.5", 0, "", false);
        row("100", 36, "100000000000000000000000000000000000000");
        row("171", 36, "");
        row("999999999999999999999999999999999999999", 18, "");
    }

    void countsMinorUnits()
    {
        QFETCH(QString, text);
        QFETCH(int, decimals);
        const FilterDecimal value = FilterDecimal::parse(text).value();
        const auto floor = value.floor(decimals);
        QTEST(floor ? floor->toUnitsText() : QString(), "units");
        QTEST(value.isExact(decimals), "exact");
    }

    void comparesDecimals()
    {
        const std::vector<const char*> rising{"-1000",
                                              "-99.5",
                                              "-99.49",
                                              "-0.1",
                                              "0",
                                              "0.01",
                                              "0.1",
                                              "0.11",
                                              "1",
                                              "9.9",
                                              "10",
                                              "100.000001"};
        for (size_t i = 0; i < rising.size(); ++i) {
            for (size_t j = 0; j < rising.size(); ++j) {
                const int order = decimal(rising[i]).compare(decimal(rising[j]));
                QCOMPARE(order < 0, i < j);
                QCOMPARE(order > 0, i > j);
            }
        }
        QCOMPARE(decimal("1.500").compare(decimal("01.5")), 0);
    }

    void namesTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char* text, const char* from, const char* to) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(from)
                                << QString::fromLatin1(to);
        };
        row("2026-11", "2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z");
        row("2026-12", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z");
        row("2024-02-29", "2024-02-29T00:00:00.000Z", "2024-03-01T00:00:00.000Z");
        row("2026-11-01T04:12", "2026-11-01T04:12:00.000Z", "2026-11-01T04:13:00.000Z");
        row("2026-11-01T04:12:30z", "2026-11-01T04:12:30.000Z", "2026-11-01T04:12:31.000Z");
        row("2026-11-01T04:12:30.250", "2026-11-01T04:12:30.250Z", "2026-11-01T04:12:30.251Z");
        row("now", "2026-11-21T06:30:00.000Z", "2026-11-21T06:30:00.001Z");
        row("TODAY", "2026-11-21T00:00:00.000Z", "2026-11-22T00:00:00.000Z");
        row("yesterday", "2026-11-20T00:00:00.000Z", "2026-11-21T00:00:00.000Z");
        row("tomorrow", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z");
        row("-2d", "2026-11-19T06:30:00.000Z", "2026-11-19T06:30:00.001Z");
        row("+90m", "2026-11-21T08:00:00.000Z", "2026-11-21T08:00:00.001Z");
    }

    void namesTimes()
    {
        QFETCH(QString, text);
        QVERIFY(canonicalFilterTime(text));
        const QString canonical = canonicalFilterTime(text).value();
        QCOMPARE(canonicalFilterTime(canonical).value(), canonical);
        const FilterTimes times = timesNamed(canonical, kNow);
        QTEST(times.from->toText(), "from");
        QTEST(times.to->toText(), "to");
    }

    void refusesWhatIsNoTime()
    {
        for (const char* text : {"",
                                 "2026",
                                 "2026-1-1",
                                 "2026-02-30",
                                 "2026-13",
                                 "0000-01-01",
                                 "2026-11-01T25:00",
                                 "2026-11-01T04:12:30.2",
                                 "2026-11-01 04:12",
                                 "2d",
                                 "-",
                                 "-2",
                                 "-2w",
                                 "+-2d",
                                 "-999999999999d",
                                 "2026-11-01T04:12+01:00",
                                 "sometime",
                                 "2026-11-01T"})
            QVERIFY2(!canonicalFilterTime(QString::fromLatin1(text)), text);
    }

    void admitsTimes()
    {
        const auto at = [](FilterOp op, const char* text) {
            return said(timesAdmitted(op, {QString::fromLatin1(text), {}, false, {}}, kNow));
        };
        const QString day = QStringLiteral("2026-11-01T00:00:00.000Z");
        const QString next = QStringLiteral("2026-11-02T00:00:00.000Z");
        QCOMPARE(at(FilterOp::Is, "2026-11-01"), day + u' ' + next);
        QCOMPARE(at(FilterOp::Less, "2026-11-01"), QStringLiteral("- ") + day);
        QCOMPARE(at(FilterOp::AtMost, "2026-11-01"), QStringLiteral("- ") + next);
        QCOMPARE(at(FilterOp::Greater, "2026-11-01"), next + QStringLiteral(" -"));
        QCOMPARE(at(FilterOp::AtLeast, "2026-11-01"), day + QStringLiteral(" -"));
        QCOMPARE(at(FilterOp::Is, "-2d"),
                 QStringLiteral("2026-11-19T06:30:00.000Z 2026-11-21T06:30:00.001Z"));
        QCOMPARE(at(FilterOp::Is, "+2h"),
                 QStringLiteral("2026-11-21T06:30:00.000Z 2026-11-21T08:30:00.001Z"));
        const auto between = [](const char* from, const char* upTo) {
            return said(
                timesAdmitted(FilterOp::Is,
                              {QString::fromLatin1(from), QString::fromLatin1(upTo), true, {}},
                              kNow));
        };
        QCOMPARE(between("2026-11-01", "2026-11-01"), day + u' ' + next);
        QCOMPARE(between("", "2026-11-01"), QStringLiteral("- ") + next);
        QCOMPARE(between("2026-11-01", ""), day + QStringLiteral(" -"));
    }

    void agesLookBack()
    {
        const auto at = [](FilterOp op) {
            return said(beginningsAdmitted(op, {QStringLiteral("4h"), {}, false, {}}, kNow));
        };
        QCOMPARE(at(FilterOp::Greater), QStringLiteral("- 2026-11-21T02:30:00.000Z"));
        QCOMPARE(at(FilterOp::AtLeast), QStringLiteral("- 2026-11-21T02:30:00.001Z"));
        QCOMPARE(at(FilterOp::Less), QStringLiteral("2026-11-21T02:30:00.001Z -"));
        QCOMPARE(at(FilterOp::AtMost), QStringLiteral("2026-11-21T02:30:00.000Z -"));
        const FilterValue range{QStringLiteral("4h"), QStringLiteral("1d"), true, {}};
        QCOMPARE(said(beginningsAdmitted(FilterOp::Is, range, kNow)),
                 QStringLiteral("2026-11-20T06:30:00.000Z 2026-11-21T02:30:00.001Z"));
    }

private:
    static constexpr UtcTime kNow = UtcTime::fromMs(1'795'242'600'000); // 2026-11-21T06:30:00Z
};

TIEOUT_REGISTER_TEST(TstFilterValues)
#include "tst_filtervalues.moc"
