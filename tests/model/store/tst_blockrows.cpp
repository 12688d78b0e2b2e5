// SPDX-License-Identifier: GPL-3.0-or-later
// Housekeeping of block rows: what only makes the table dense goes, and nothing else can.
#include "model/store/coverage.h"
#include "model/store/statement.h"
#include "tests/model/store/storedesk.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstBlockRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thinsFarBelowFinality_data() { TestDatabase::addDialectRows(); }
    void thinsFarBelowFinality();
    void theDatabaseKeepsWhatIsNeeded();

private:
    // 400 blocks, all read; finalized at 380; a transfer in block 21; withdrawn rows at 30 and 31.
    static void fill(StoreDesk& desk);
    static qint64 count(Database& db, QStringView where);
};

void TstBlockRows::fill(StoreDesk& desk)
{
    Database& db = desk.db();
    StoreDesk::must(desk.addBlocks(30, 31, 5'000, 5'000));
    StoreDesk::must(desk.write([&]() -> Outcome {
        const auto withdrawn = withdrawBlocksAbove(db, desk.rail, 29, at(1));
        return withdrawn ? Outcome(Done) : Outcome(fail(withdrawn.error()));
    }));
    StoreDesk::must(desk.addBlocks(1, 400));
    StoreDesk::must(desk.addTransfer(StoreDesk::logOf(21, 0, 7, 3), coins("5")));
    StoreDesk::must(desk.write([&]() -> Outcome {
        CoverageRow row;
        row.rail = desk.rail;
        row.readAt = at(5'000);
        for (const auto& [from, to] : {std::pair(1, 50), std::pair(51, 400)}) {
            row.from = from;
            row.to = to;
            row.endHash = hashOf(to);
            row.source = QString::number(from);
            if (auto done = addCoverage(db, row); !done)
                return done;
        }
        RailState state = readRailState(db, desk.rail).value();
        state.cursorNumber = 400;
        state.cursorHash = toBytes(hashOf(400));
        state.finalized = 380;
        return writeRailState(db, state);
    }));
}

qint64 TstBlockRows::count(Database& db, QStringView where)
{
    Statement s(db, QStringLiteral("SELECT count(*) FROM block WHERE ") + where.toString());
    return s.next() ? s.integer(0) : -1;
}

void TstBlockRows::thinsFarBelowFinality()
{
    TIEOUT_STORE_DESK(desk);
    Database& db = desk.db();
    fill(desk);
    const qint64 below = 380 - kDenseBelowFinal;
    const auto thin = [&](qint64 after, int limit) {
        return desk.write([&] { return thinBlocks(db, desk.rail, after, below, limit); });
    };
    // 1…50 without 16, 32, 48, the transfer's 21 and the ends of what was read.
    const auto first = thin(-1, 50);
    TIEOUT_GOES(first);
    QCOMPARE(first->through.value(), qint64(50));
    QCOMPARE(first->deleted, qint64(50 - 3 - 1 - 2));
    const auto second = thin(50, 1'000);
    TIEOUT_GOES(second);
    QCOMPARE(second->through.value(), below - 1);
    QCOMPARE(second->deleted, qint64(73 - 4 - 1));
    const auto nothing = thin(below - 1, 1'000);
    TIEOUT_GOES(nothing);
    QVERIFY(!nothing->through && nothing->deleted == 0);
    // From the start again, as after a restart: all that is left is kept.
    QCOMPARE(thin(-1, 1'000)->deleted, qint64(0));

    QCOMPARE(count(db, u"withdrawn_at IS NULL AND number >= 124"), qint64(277));
    QCOMPARE(int(withdrawnBlocks(db, desk.rail, 1, 400)->size()), 2);
    for (const auto& [asked, found] : {std::pair(111, 96),
                                       std::pair(30, 21),
                                       std::pair(21, 21),
                                       std::pair(15, 1),
                                       std::pair(55, 51),
                                       std::pair(124, 124)})
        QCOMPARE(blockAtOrBelow(db, desk.rail, asked).value()->header.number, qint64(found));
    // A block that is read again takes its place like a new one.
    TIEOUT_GOES(desk.addBlocks(17, 17));
}

// On PostgreSQL an engine that goes wrong is refused by the database itself.
void TstBlockRows::theDatabaseKeepsWhatIsNeeded()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    StoreDesk desk(Dialect::PostgreSql);
    Database& db = desk.db();
    fill(desk);
    const auto all = count(db, u"true");
    const auto tooFar = desk.write([&] { return thinBlocks(db, desk.rail, 123, 400, 1'000); });
    QVERIFY(!tooFar);
    QVERIFY(tooFar.error().detail.contains(u"tieout:block_kept"));
    for (const QStringView which : {u"number = 21",
                                    u"number = 16",
                                    u"number = 50",
                                    u"number = 51",
                                    u"number = 124",
                                    u"number = 400",
                                    u"withdrawn_at IS NOT NULL"}) {
        const auto gone = desk.write([&] {
            Statement s(db, QStringLiteral("DELETE FROM block WHERE ") + which.toString());
            return s.exec();
        });
        QVERIFY2(!gone, qPrintable(which.toString()));
        QVERIFY(gone.error().detail.contains(u"tieout:block_kept"));
    }
    QCOMPARE(count(db, u"true"), all);
    // Without a finalized block nothing is far below it.
    RailState state = readRailState(db, desk.rail).value();
    state.finalized.reset();
    TIEOUT_GOES(desk.write([&] { return writeRailState(db, state); }));
    QVERIFY(!desk.write([&] { return thinBlocks(db, desk.rail, -1, 124, 1'000); }));
}

TIEOUT_REGISTER_TEST(TstBlockRows)
#include "tst_blockrows.moc"
