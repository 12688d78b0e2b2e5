// SPDX-License-Identifier: GPL-3.0-or-later
// The base of long lists on real rows of both databases, under the fatal model tester.
#include "model/tables/paymentstable.h"
#include "model/tables/selectionkeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr int kRows = 5'000;

// A table over a seeded database, loaded, with its anchors.
struct Desk
{
    explicit Desk(const TestDatabase& db)
        : store(db.address())
        , table(store, clock)
        , tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        table.setChangeDelay(std::chrono::milliseconds(1));
    }

    bool load(const PaymentQuery& query = {})
    {
        QSignalSpy refreshed(&table, &WindowedTable::refreshed);
        table.setQuery(query);
        return refreshed.wait(10'000) && QTest::qWaitFor([this] { return table.hasAnchors(); });
    }

    QString show(int row)
    {
        const QModelIndex index = table.index(row, int(PaymentsTable::Column::Id));
        if (!QTest::qWaitFor([&] { return !index.data(LoadingRole).toBool(); }))
            return QStringLiteral("never loaded");
        return index.data().toString();
    }

    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store;
    PaymentsTable table;
    QAbstractItemModelTester tester;
};

} // namespace

class TstWindowedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryRowWhereItStands_data() { TestDatabase::addDialectRows(); }
    void showsEveryRowWhereItStands()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, kRows);
        Desk desk(*db);
        QVERIFY(desk.load());
        QCOMPARE(desk.table.rowCount(), kRows);
        QVERIFY(desk.table.isCountExact());
        for (const int row : {0, 255, 256, 1023, 1024, 2047, 3333, kRows - 1})
            QCOMPARE(desk.show(row), paymentId(kRows - 1 - row));
    }

    void asksOncePerTurnAndTellsOnce()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 2'000);
        Desk desk(*db);
        QVERIFY(desk.load());
        QSignalSpy changed(&desk.table, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&desk.table, &QAbstractItemModel::modelReset);
        // Forty cells of one missing page make one question and one answer.
        for (int row = 1'000; row < 1'020; ++row) {
            QCOMPARE(desk.table.index(row, 0).data().toString(), QStringLiteral("…"));
            QVERIFY(desk.table.index(row, 1).data(LoadingRole).toBool());
        }
        QVERIFY(changed.wait());
        QTest::qWait(20);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 768);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1'023);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(desk.table.loadedPages(), 2);
    }

    void keepsNoMorePagesThanItMay()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 256 * 70);
        Desk desk(*db);
        QVERIFY(desk.load());
        QTRY_COMPARE(desk.table.rowCount(), 256 * 70);
        QVERIFY(desk.table.isCountExact());
        for (int page = 0; page < 70; ++page)
            QCOMPARE(desk.show(page * 256), paymentId(256 * 70 - 1 - page * 256));
        QCOMPARE(desk.table.loadedPages(), WindowedTable::kMaxPages);
    }

    void announcesNewRowsAndKeepsTheOthersInPlace_data() { TestDatabase::addDialectRows(); }
    void announcesNewRowsAndKeepsTheOthersInPlace()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 600);
        Desk desk(*db);
        QVERIFY(desk.load());
        QSignalSpy announced(&desk.table, &WindowedTable::announced);
        QSignalSpy reset(&desk.table, &QAbstractItemModel::modelReset);
        seedPayments(*db, 600, 12);
        desk.table.noteChanged({paymentId(600), paymentId(601)});
        QVERIFY(announced.wait());
        QCOMPARE(announced.count(), 1);
        QCOMPARE(announced.at(0).at(0).toLongLong(), 12);
        QCOMPARE(announced.at(0).at(1).toBool(), false);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(desk.table.rowCount(), 600);
        QCOMPARE(desk.show(0), paymentId(599));
        QCOMPARE(desk.show(300), paymentId(299));
        desk.table.refresh();
        QVERIFY(QTest::qWaitFor([&] { return desk.table.rowCount() == 612; }));
        QCOMPARE(desk.show(0), paymentId(611));
        QCOMPARE(desk.table.newRows(), 0);
    }

    void rereadsChangedRowsWithOneSignal_data() { TestDatabase::addDialectRows(); }
    void rereadsChangedRowsWithOneSignal()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 600);
        Desk desk(*db);
        QVERIFY(desk.load());
        QSignalSpy changed(&desk.table, &QAbstractItemModel::dataChanged);
        QSignalSpy announced(&desk.table, &WindowedTable::announced);
        db->execute("UPDATE payment SET status = 'held' WHERE id IN ('" +
                    paymentId(590).toLatin1() + "', '" + paymentId(580).toLatin1() + "')");
        desk.table.noteChanged({paymentId(590)});
        desk.table.noteChanged({paymentId(580)});
        QVERIFY(changed.wait());
        QTest::qWait(20);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 9);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 19);
        QCOMPARE(desk.table.index(9, 0).data(RecordRole).value<QueueRow>().status,
                 PaymentStatus::Held);
        QCOMPARE(announced.count(), 0);
    }

    void saysWhenARowHasLeftTheFilter()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 120);
        Desk desk(*db);
        PaymentQuery query;
        query.filter.terms = {filterTerm(QStringLiteral("status"), {QStringLiteral("pending")})};
        QVERIFY(desk.load(query));
        QCOMPARE(desk.table.rowCount(), 10);
        const QString first = desk.show(0);
        db->execute("UPDATE payment SET status = 'held' WHERE id = '" + first.toLatin1() + "'");
        desk.table.noteChanged({first});
        QTRY_VERIFY(desk.table.isReordered());
        QCOMPARE(desk.table.rowCount(), 10);
        desk.table.refresh();
        QTRY_COMPARE(desk.table.rowCount(), 9);
        QVERIFY(!desk.table.isReordered());
    }

    void findsTheRowOfAnId_data() { TestDatabase::addDialectRows(); }
    void findsTheRowOfAnId()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, kRows);
        Desk desk(*db);
        for (const PaymentSort sort : {PaymentSort::Created,
                                       PaymentSort::Status,
                                       PaymentSort::Corridor,
                                       PaymentSort::OrderReference}) {
            PaymentQuery query;
            query.sort = sort;
            query.descending = sort != PaymentSort::Status;
            QVERIFY(desk.load(query));
            for (const int n : {0, 1, 1024, 2500, 3976, kRows - 1}) {
                QSignalSpy located(&desk.table, &WindowedTable::located);
                desk.table.locate(paymentId(n));
                QVERIFY(located.count() == 1 || located.wait());
                const int row = located.at(0).at(1).toInt();
                QVERIFY2(row >= 0, qPrintable(paymentId(n)));
                QCOMPARE(desk.show(row), paymentId(n));
            }
            QSignalSpy located(&desk.table, &WindowedTable::located);
            desk.table.locate(QStringLiteral("pay_unknown"));
            QVERIFY(located.wait());
            QCOMPARE(located.at(0).at(1).toInt(), -1);
        }
    }

    void keepsTheSelectionById()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 3'000);
        Desk desk(*db);
        QVERIFY(desk.load());
        QItemSelectionModel selection(&desk.table);
        SelectionKeeper keeper(desk.table, selection, nullptr);
        QSignalSpy restored(&keeper, &SelectionKeeper::restored);
        selection.setCurrentIndex(desk.table.index(5, 0),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(keeper.current(), paymentId(2'994));
        seedPayments(*db, 3'000, 2'000);
        desk.table.refresh();
        QVERIFY(restored.wait());
        QCOMPARE(restored.at(0).at(0).toInt(), 2'005);
        QCOMPARE(selection.currentIndex().row(), 2'005);
        QCOMPARE(selection.selectedRows().size(), 1);
        // One that is chosen from elsewhere takes the place of those before.
        restored.clear();
        keeper.select(paymentId(4'990));
        // At once, when the row's page is loaded.
        QTRY_COMPARE(restored.count(), 1);
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows().front().row(), 9);
        restored.clear();
        keeper.select(paymentId(2'994));
        QTRY_COMPARE(restored.count(), 1);
        QSignalSpy lost(&keeper, &SelectionKeeper::lost);
        db->execute("DELETE FROM payment WHERE id = '" + paymentId(2'994).toLatin1() + "'");
        desk.table.refresh();
        QVERIFY(lost.wait());
        QVERIFY(keeper.current().isEmpty());
    }

    void dropsLateAnswers()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 2'000);
        Desk desk(*db);
        QSignalSpy refreshed(&desk.table, &WindowedTable::refreshed);
        PaymentQuery query;
        for (int i = 0; i < 20; ++i) {
            query.filter.terms = {filterTerm({}, {QStringLiteral("ORD-%1").arg(i)})};
            desk.table.setQuery(query);
        }
        query.filter.terms = {filterTerm({}, {QStringLiteral("ORD-1999")})};
        desk.table.setQuery(query);
        QVERIFY(refreshed.wait());
        QTest::qWait(50);
        QCOMPARE(refreshed.count(), 1);
        QCOMPARE(desk.table.rowCount(), 1);
        QCOMPARE(desk.show(0), paymentId(1'999));
    }

    void tellsAFailureAndKeepsWhatItHas()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 300);
        Desk desk(*db);
        QVERIFY(desk.load());
        QSignalSpy failed(&desk.table, &WindowedTable::failed);
        db->execute("ALTER TABLE payment RENAME TO hidden");
        desk.table.refresh();
        QVERIFY(failed.wait());
        QCOMPARE(desk.table.state(), WindowedTable::State::Failed);
        QCOMPARE(desk.table.rowCount(), 300);
        QCOMPARE(desk.show(0), paymentId(299));
        db->execute("ALTER TABLE hidden RENAME TO payment");
        desk.table.refresh();
        QTRY_COMPARE(desk.table.state(), WindowedTable::State::Ready);
    }

    void fillsAnEmptyListByItself()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        Desk desk(*db);
        QVERIFY(desk.load());
        QCOMPARE(desk.table.rowCount(), 0);
        seedPayments(*db, 0, 3);
        desk.table.noteManyChanged();
        QTRY_COMPARE(desk.table.rowCount(), 3);
    }
};

TIEOUT_REGISTER_TEST(TstWindowedTable)
#include "tst_windowedtable.moc"
