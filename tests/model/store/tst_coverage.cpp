// SPDX-License-Identifier: GPL-3.0-or-later
// The coverage ledger on both databases: ranges that grow and never overlap, gaps, rewinds and
// second readings.
#include "model/store/coverage.h"
#include "model/store/overview.h"
#include "tests/model/store/storedesk.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstCoverage : public QObject
{
    Q_OBJECT

    static Outcome
    cover(StoreDesk& desk, qint64 from, qint64 to, const char* source = "one", qint64 filter = 1)
    {
        CoverageRow row;
        row.rail = desk.rail;
        row.from = from;
        row.to = to;
        row.endHash = hashOf(static_cast<int>(to));
        row.filterVersion = filter;
        row.source = QString::fromLatin1(source);
        row.readAt = at(to);
        return desk.write([&] { return addCoverage(desk.db(), row); });
    }

    // "1-5 one, 6-9 one+two"
    static QString ledger(StoreDesk& desk)
    {
        QStringList parts;
        const auto rows = readCoverage(desk.db(), desk.rail).value();
        for (const CoverageRow& row : rows) {
            const QString second = row.secondSource.isEmpty() ? QString() : u'+' + row.secondSource;
            parts << QStringLiteral("%1-%2 %3%4").arg(row.from).arg(row.to).arg(row.source, second);
            if (row.endHash != hashOf(static_cast<int>(row.to)))
                parts << QStringLiteral("wrong hash");
        }
        return parts.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void growsAndKeepsGaps_data() { TestDatabase::addDialectRows(); }
    void growsAndKeepsGaps()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(cover(desk, 10, 14));
        TIEOUT_GOES(cover(desk, 15, 19));
        QCOMPARE(ledger(desk), QStringLiteral("10-19 one"));
        TIEOUT_GOES(cover(desk, 20, 24, "two"));
        TIEOUT_GOES(cover(desk, 25, 29, "two", 2));
        TIEOUT_GOES(cover(desk, 40, 44));
        QCOMPARE(ledger(desk), QStringLiteral("10-19 one, 20-24 two, 25-29 two, 40-44 one"));
        const auto gaps = coverageGaps(desk.db(), desk.rail, 5, 50).value();
        QVERIFY(gaps == (std::vector<Gap>{{5, 9}, {30, 39}, {45, 50}}));
        QVERIFY(coverageGaps(desk.db(), desk.rail, 10, 29)->empty());
        QVERIFY(coverageGaps(desk.db(), desk.rail, 33, 35).value() == (std::vector<Gap>{{33, 35}}));
    }

    void fillsOnlyGaps_data() { TestDatabase::addDialectRows(); }
    void fillsOnlyGaps()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(cover(desk, 10, 19));
        TIEOUT_GOES(cover(desk, 30, 39));
        // What is covered keeps its row; an end hash stands for the end that was read.
        TIEOUT_GOES(cover(desk, 20, 29, "two"));
        QCOMPARE(ledger(desk), QStringLiteral("10-19 one, 20-29 two, 30-39 one"));
        TIEOUT_GOES(cover(desk, 10, 39, "two"));
        QCOMPARE(ledger(desk), QStringLiteral("10-19 one, 20-29 two, 30-39 one"));
    }

    void rewindCuts_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<qint64>("ancestor");
        QTest::addColumn<QString>("left");
        const struct
        {
            qint64 ancestor;
            const char* left;
        } cases[] = {{35, "10-19 one, 20-29 two, 30-35 one"},
                     {30, "10-19 one, 20-29 two, 30-30 one"},
                     {29, "10-19 one, 20-29 two"},
                     {15, "10-15 one"},
                     {9, ""},
                     {99, "10-19 one, 20-29 two, 30-39 one"}};
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            for (const auto& one : cases)
                QTest::addRow(
                    "%s %lld", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL", one.ancestor)
                    << dialect << one.ancestor << QString::fromLatin1(one.left);
        }
    }
    void rewindCuts()
    {
        TIEOUT_STORE_DESK(desk);
        QFETCH(qint64, ancestor);
        QFETCH(QString, left);
        TIEOUT_GOES(cover(desk, 10, 19));
        TIEOUT_GOES(cover(desk, 20, 29, "two"));
        TIEOUT_GOES(cover(desk, 30, 39));
        TIEOUT_GOES(desk.write([&] {
            return truncateCoverage(
                desk.db(), desk.rail, ancestor, hashOf(static_cast<int>(ancestor)));
        }));
        QCOMPARE(ledger(desk), left);
    }

    void readTwice_data() { TestDatabase::addDialectRows(); }
    void readTwice()
    {
        TIEOUT_STORE_DESK(desk);
        QVERIFY(!firstReadOnce(desk.db(), desk.rail).value());
        TIEOUT_GOES(cover(desk, 10, 29));
        QCOMPARE(*firstReadOnce(desk.db(), desk.rail).value(), qint64(10));
        TIEOUT_GOES(desk.write([&] {
            return markSecondReading(
                desk.db(), desk.rail, 10, 29, hashOf(29), QStringLiteral("two"), 0, at(99));
        }));
        QCOMPARE(ledger(desk), QStringLiteral("10-29 one+two"));
        QVERIFY(!firstReadOnce(desk.db(), desk.rail).value());
        // What was read twice is over; the next range is one of its own.
        TIEOUT_GOES(cover(desk, 30, 34));
        QCOMPARE(ledger(desk), QStringLiteral("10-29 one+two, 30-34 one"));
        QCOMPARE(*firstReadOnce(desk.db(), desk.rail).value(), qint64(30));
    }

    void secondReadingSplits_data() { TestDatabase::addDialectRows(); }
    void secondReadingSplits()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(cover(desk, 10, 29));
        TIEOUT_GOES(desk.write([&] {
            return markSecondReading(
                desk.db(), desk.rail, 10, 19, hashOf(19), QStringLiteral("two"), 0, at(99));
        }));
        const auto rows = readCoverage(desk.db(), desk.rail).value();
        QCOMPARE(int(rows.size()), 2);
        QCOMPARE(rows[0].to, qint64(19));
        QCOMPARE(rows[0].secondSource, QStringLiteral("two"));
        QCOMPARE(*rows[0].secondReadAt, at(99));
        QCOMPARE(rows[1].from, qint64(20));
        QCOMPARE(rows[1].to, qint64(29));
        QVERIFY(!rows[1].secondReadAt);
        QVERIFY(rows[1].endHash == hashOf(29));
        QVERIFY(coverageGaps(desk.db(), desk.rail, 10, 29)->empty());
        QVERIFY(rows[0].endHash == hashOf(19));
        QCOMPARE(*firstReadOnce(desk.db(), desk.rail).value(), qint64(20));
        // What says the same becomes one row again.
        TIEOUT_GOES(desk.write([&] {
            return markSecondReading(
                desk.db(), desk.rail, 20, 24, hashOf(24), QStringLiteral("two"), 0, at(120));
        }));
        QCOMPARE(ledger(desk), QStringLiteral("10-24 one+two, 25-29 one"));
        QVERIFY(readCoverage(desk.db(), desk.rail).value()[0].endHash == hashOf(24));
    }

    void aSecondReadingThatDiffersStaysApart_data() { TestDatabase::addDialectRows(); }
    void aSecondReadingThatDiffersStaysApart()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(cover(desk, 10, 39));
        const auto mark = [&](int from, int to, int differences) {
            return desk.write([&] {
                return markSecondReading(desk.db(),
                                         desk.rail,
                                         from,
                                         to,
                                         hashOf(to),
                                         QStringLiteral("two"),
                                         differences,
                                         at(99));
            });
        };
        TIEOUT_GOES(mark(10, 19, 0));
        TIEOUT_GOES(mark(20, 29, 3));
        TIEOUT_GOES(mark(30, 39, 0));
        QCOMPARE(ledger(desk), QStringLiteral("10-19 one+two, 20-29 one+two, 30-39 one+two"));
        const auto rows = readCoverage(desk.db(), desk.rail).value();
        QCOMPARE(rows[0].differences, 0);
        QCOMPARE(rows[1].differences, 3);
        QCOMPARE(rows[2].differences, 0);
        const auto parts = coverageParts(desk.db(), desk.rail, 10).value();
        QCOMPARE(int(parts.size()), 1);
        QCOMPARE(parts[0].readTwice, qint64(20));
    }

    void theOldestFilterOfARange_data() { TestDatabase::addDialectRows(); }
    void theOldestFilterOfARange()
    {
        TIEOUT_STORE_DESK(desk);
        TIEOUT_GOES(cover(desk, 10, 19, "one", 4));
        TIEOUT_GOES(cover(desk, 20, 29, "one", 5));
        QCOMPARE(*oldestFilter(desk.db(), desk.rail, 15, 25).value(), qint64(4));
        QCOMPARE(*oldestFilter(desk.db(), desk.rail, 20, 40).value(), qint64(5));
        QVERIFY(!oldestFilter(desk.db(), desk.rail, 30, 40).value());
    }
};

TIEOUT_REGISTER_TEST(TstCoverage)
#include "tst_coverage.moc"
