// SPDX-License-Identifier: GPL-3.0-or-later
// The base of long lists where it is hard: the connection goes and comes back while it is read,
// scrolled, searched and selected; ten million rows; a clock that was set back. Under the fatal
// model tester.
#include "model/tables/casealarms.h"
#include "model/tables/paymentstable.h"
#include "model/tables/selectionkeeper.h"
#include "model/tables/stationstatus.h"
#include "tests/support/busylane.h"
#include "tests/support/cable.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace tieout::test {

namespace {

constexpr int kSeeded = 5'000;
constexpr int kTenMillion = 10'000'000;

// A list of payments, read by a login of its own over a cable that can be cut.
struct CableDesk
{
    explicit CableDesk(TestDatabase& db)
        : cable(db, db.makeLogin(QStringLiteral("ana"), {QStringLiteral("operator")}))
        , store(cable.address())
        , table(store, clock)
        , tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , selection(&table)
        , keeper(table, selection, nullptr)
        , failed(&table, &WindowedTable::failed)
    {
        table.setChangeDelay(std::chrono::milliseconds(1));
    }

    bool load()
    {
        table.setQuery({});
        return QTest::qWaitFor(
            [this] { return table.state() == WindowedTable::State::Ready && table.hasAnchors(); });
    }

    void search(const char* status)
    {
        PaymentQuery query;
        query.filter.terms = {filterTerm(QStringLiteral("status"), {QString::fromLatin1(status)})};
        table.setQuery(query);
    }

    void choose(int row)
    {
        selection.setCurrentIndex(table.index(row, 0),
                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    // Asks for a row as a view does that paints it.
    QString paint(int row)
    {
        return table.index(row, int(PaymentsTable::Column::Id)).data().toString();
    }

    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    Cable cable;
    AsyncStore store;
    PaymentsTable table;
    QAbstractItemModelTester tester;
    QItemSelectionModel selection;
    SelectionKeeper keeper;
    QSignalSpy failed;
};

struct NumberRow
{
    struct Id
    {
        QString name;
        QString text() const { return name; }
    } id;
    qint64 number = 0;
};

struct NumberOrder
{};

PageKey placeOf(const NumberRow& row, NumberOrder)
{
    return {{}, row.number, row.id.name};
}

// Rows that a database would hold if it had so many: row n is "n".
class NumberSource final : public WindowSource
{
public:
    using Page = RowsPage<NumberRow, NumberOrder>;

    static QString idOf(qint64 number) { return QString::number(number); }
    static qint64 first(const PageStart& start)
    {
        return start.key ? start.key->number + (start.inclusive ? 0 : 1) : 0;
    }

    Result<PagePtr> page(Database&, const PageStart& start, qint64 skip, int limit) const override
    {
        std::vector<NumberRow> rows;
        for (qint64 n = first(start) + skip; n < kTenMillion && int(rows.size()) < limit; ++n)
            rows.push_back({{idOf(n)}, n});
        return PagePtr(std::make_shared<Page>(std::move(rows), NumberOrder{}));
    }
    Result<PagePtr> rows(Database&, const QStringList& ids) const override
    {
        std::vector<NumberRow> rows;
        for (const QString& id : ids)
            rows.push_back({{id}, id.toLongLong()});
        return PagePtr(std::make_shared<Page>(std::move(rows), NumberOrder{}));
    }
    Result<std::optional<PageKey>>
    placeBehind(Database&, const PageStart& start, qint64 steps) const override
    {
        const qint64 n = first(start) + steps;
        return n < kTenMillion ? std::optional(PageKey{{}, n, idOf(n)}) : std::nullopt;
    }
    Result<std::optional<PageKey>> placeOf(Database&, const QString& id) const override
    {
        ++m_lookedFor;
        return std::optional(PageKey{{}, id.toLongLong(), id});
    }
    Result<qint64> count(Database&,
                         const PageStart& start,
                         const std::optional<PageKey>& end,
                         qint64 limit) const override
    {
        const qint64 last = end ? end->number : kTenMillion;
        return std::clamp<qint64>(last - first(start), 0, limit);
    }
    bool newRowsComeFirst() const override { return false; }
    int lookedFor() const { return m_lookedFor; }

private:
    mutable std::atomic<int> m_lookedFor = 0;
};

class NumberTable final : public WindowedTable
{
public:
    using WindowedTable::WindowedTable;

    void load() { setSource(std::make_shared<NumberSource>()); }
    int lookedFor() const { return static_cast<const NumberSource&>(*source()).lookedFor(); }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 1;
    }

protected:
    QVariant cell(const TablePage& page, int index, int, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(page.id(index)) : QVariant();
    }
};

} // namespace

class TstLongList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrollingGoesOn();
    void aSearchThatFailedIsAskedAgain_data() { TestDatabase::addDialectRows(); }
    void aSearchThatFailedIsAskedAgain();
    void countingGoesOn();
    void whoIsLookedForIsNotLost();
    void aClickIsNeverIgnored();
    void whoSharesTheLaneIsAnswered();
    void whoStandsBehindTheKnownRowsIsNotLost();
    void ofManySomeAreLookedFor();
    void tenMillionRows();
    void madeByAClockThatWasSetBack_data() { TestDatabase::addDialectRows(); }
    void madeByAClockThatWasSetBack();
};

#define TIEOUT_REQUIRE_SOCKET()                                                                    \
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty()) {           \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }

void TstLongList::scrollingGoesOn()
{
    TIEOUT_REQUIRE_SOCKET();
    const auto db = TestDatabase::make(Dialect::PostgreSql);
    seedRail(*db);
    seedPayments(*db, 0, kSeeded);
    CableDesk desk(*db);
    QVERIFY(desk.load());
    desk.choose(3);
    QSignalSpy reset(&desk.table, &QAbstractItemModel::modelReset);
    desk.cable.cut();
    QCOMPARE(desk.paint(3'000), QStringLiteral("…"));
    QTRY_VERIFY(!desk.failed.isEmpty());
    // What was read stays, and so does what was chosen.
    QCOMPARE(desk.table.state(), WindowedTable::State::Ready);
    QCOMPARE(desk.table.rowCount(), kSeeded);
    QCOMPARE(desk.paint(3), paymentId(kSeeded - 4));
    QCOMPARE(desk.keeper.current(), paymentId(kSeeded - 4));
    desk.cable.mend();
    // By itself, without another look at the row.
    QTRY_COMPARE(desk.table.idAt(3'000), paymentId(kSeeded - 3'001));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(desk.selection.currentIndex().row(), 3);
    QCOMPARE(desk.keeper.current(), paymentId(kSeeded - 4));
}

// Meanwhile no row of the new filter is put among those of the old one.
void TstLongList::aSearchThatFailedIsAskedAgain()
{
    TIEOUT_TEST_DATABASE(db);
    seedRail(*db);
    seedPayments(*db, 0, kSeeded);
    CableDesk desk(*db);
    if (dialect == Dialect::Sqlite) {
        // A file that is open stays open; so the cable is cut before the first question.
        desk.cable.cut();
        desk.search("held");
        QTRY_COMPARE(desk.table.state(), WindowedTable::State::Failed);
    } else {
        QVERIFY(desk.load());
        desk.choose(6); // held
        desk.cable.cut();
        desk.search("held");
        QTRY_COMPARE(desk.table.state(), WindowedTable::State::Failed);
        QCOMPARE(desk.table.rowCount(), kSeeded);
    }
    const auto tries = desk.failed.count();
    QTRY_VERIFY(desk.failed.count() > tries + 1);
    QSignalSpy changed(&desk.table, &QAbstractItemModel::dataChanged);
    if (desk.table.rowCount() > 0)
        desk.paint(3'000);
    desk.cable.mend();
    desk.table.noteManyChanged();
    QTRY_COMPARE(desk.table.state(), WindowedTable::State::Ready);
    QCOMPARE(changed.count(), 0);
    int held = 0;
    for (int n = 0; n < kSeeded; ++n)
        held += n % 12 == 6 ? 1 : 0;
    QCOMPARE(desk.table.rowCount(), held);
    for (const int row : {0, 1, held - 1})
        QTRY_COMPARE(desk.table.index(row, 0).data(RecordRole).value<QueueRow>().status,
                     PaymentStatus::Held);
}

// The end of the list isn't known yet when the connection goes, or somebody clears the lane.
void TstLongList::countingGoesOn()
{
    TIEOUT_REQUIRE_SOCKET();
    const auto db = TestDatabase::make(Dialect::PostgreSql);
    seedRail(*db);
    seedPayments(*db, 0, 12'000);
    CableDesk desk(*db);
    BusyLane busy(desk.store, AsyncStore::Lane::Scan);
    desk.table.setQuery({});
    // The list itself has cleared the lane; what follows waits behind this one.
    BusyLane again(desk.store, AsyncStore::Lane::Scan);
    busy.open();
    QTRY_COMPARE(desk.table.state(), WindowedTable::State::Ready);
    QVERIFY(!desk.table.isCountExact());
    desk.cable.cut();
    again.open();
    QTRY_VERIFY(!desk.failed.isEmpty());
    QVERIFY(!desk.table.hasAnchors());
    desk.cable.mend();
    QTRY_VERIFY(desk.table.hasAnchors());
    QCOMPARE(desk.table.rowCount(), 12'000);
    QVERIFY(desk.table.isCountExact());

    desk.table.refresh();
    QTRY_COMPARE(desk.table.state(), WindowedTable::State::Ready);
    desk.store.cancel(AsyncStore::Lane::Scan);
    QTRY_VERIFY(desk.table.hasAnchors());
    QCOMPARE(desk.table.rowCount(), 12'000);
}

void TstLongList::whoIsLookedForIsNotLost()
{
    TIEOUT_REQUIRE_SOCKET();
    const auto db = TestDatabase::make(Dialect::PostgreSql);
    seedRail(*db);
    seedPayments(*db, 0, kSeeded);
    CableDesk desk(*db);
    QVERIFY(desk.load());
    QSignalSpy lost(&desk.keeper, &SelectionKeeper::lost);
    desk.cable.cut();
    desk.keeper.select(paymentId(17)); // far from what is loaded
    QTRY_VERIFY(!desk.failed.isEmpty());
    QCOMPARE(desk.keeper.current(), paymentId(17));
    desk.cable.mend();
    QTRY_COMPARE(desk.selection.currentIndex().row(), kSeeded - 18);
    QCOMPARE(lost.count(), 0);
}

// Whoever chooses while what he chose before is still looked for gets what he chose.
void TstLongList::aClickIsNeverIgnored()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kSeeded);
    CableDesk desk(*db);
    QVERIFY(desk.load());
    BusyLane busy(desk.store, AsyncStore::Lane::Scan);
    desk.keeper.select(paymentId(17));
    desk.choose(5);
    QCOMPARE(desk.keeper.current(), paymentId(kSeeded - 6));
    QSignalSpy located(&desk.table, &WindowedTable::located);
    busy.open();
    QVERIFY(located.wait());
    QCOMPARE(desk.keeper.current(), paymentId(kSeeded - 6));
    QCOMPARE(desk.selection.currentIndex().row(), 5);
    QCOMPARE(desk.selection.selectedRows().size(), 1);
}

// A list that is read anew clears the lane; what others asked there still stands.
void TstLongList::whoSharesTheLaneIsAnswered()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 24);
    db->execute("INSERT INTO exception_case (id, code, severity, plane, owner, subject, state,"
                " evidence, opened_at, version) VALUES ('cas_1', 'REORG-POST', 1, 'chain',"
                " 'treasury', 'rail:sandbox', 'open', '{}', 1, 1)");
    CableDesk desk(*db);
    QVERIFY(desk.load());
    CaseAlarms alarms(desk.store);
    StationStatus status(desk.store, desk.clock);
    BusyLane busy(desk.store, AsyncStore::Lane::Scan);
    alarms.check();
    status.refresh();
    desk.table.refresh();
    busy.open();
    QTRY_COMPARE(alarms.openCases(), 1);
    QTRY_VERIFY(status.view().has_value());
}

// Read anew or in another order, the list knows its first ten thousand rows before all others.
void TstLongList::whoStandsBehindTheKnownRowsIsNotLost()
{
    constexpr int kMany = 13'000;
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kMany);
    CableDesk desk(*db);
    QVERIFY(desk.load());
    desk.keeper.select(paymentId(kMany - 1 - 12'500));
    QTRY_COMPARE(desk.selection.currentIndex().row(), 12'500);
    QSignalSpy lost(&desk.keeper, &SelectionKeeper::lost);
    QSignalSpy restored(&desk.keeper, &SelectionKeeper::restored);
    desk.table.refresh();
    QVERIFY(restored.wait(10'000));
    QCOMPARE(restored.at(0).at(0).toInt(), 12'500);
    // Near the beginning nobody waits for the rest: the lane goes on behind the answer only.
    desk.keeper.select(paymentId(kMany - 1 - 5'000));
    QTRY_COMPARE(desk.selection.currentIndex().row(), 5'000);
    restored.clear();
    connect(&desk.keeper, &SelectionKeeper::restored, &desk.table, [&desk] {
        QVERIFY(!desk.table.hasAnchors());
    });
    desk.table.refresh();
    QVERIFY(restored.wait(10'000));
    disconnect(&desk.keeper, nullptr, &desk.table, nullptr);
    QCOMPARE(restored.at(0).at(0).toInt(), 5'000);
    // The order turns.
    desk.keeper.select(paymentId(100));
    QTRY_COMPARE(desk.selection.currentIndex().row(), kMany - 101);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder, Qt::AscendingOrder}) {
        desk.table.sort(int(PaymentsTable::Column::Created), order);
        QTRY_COMPARE(desk.table.state(), WindowedTable::State::Ready);
    }
    desk.keeper.select(paymentId(12'900));
    desk.table.sort(int(PaymentsTable::Column::Created), Qt::DescendingOrder);
    desk.table.sort(int(PaymentsTable::Column::Created), Qt::AscendingOrder);
    QTRY_COMPARE(desk.selection.currentIndex().row(), 12'900);
    QCOMPARE(desk.selection.selectedRows().size(), 1);
    QCOMPARE(lost.count(), 0);
    // Whoever has left the list is lost all the same.
    db->execute("DELETE FROM payment WHERE id = '" + paymentId(12'900).toLatin1() + "'");
    desk.table.refresh();
    QTRY_COMPARE(lost.count(), 1);
}

// All that is loaded is chosen; read anew, the list is not asked for each of sixteen thousand.
void TstLongList::ofManySomeAreLookedFor()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    AsyncStore store(db->address());
    NumberTable table(store);
    QItemSelectionModel selection(&table);
    SelectionKeeper keeper(table, selection, nullptr);
    table.load();
    QTRY_VERIFY_WITH_TIMEOUT(table.hasAnchors(), 30'000);
    for (int row = 0; row < 40 * WindowedTable::kPageRows; row += WindowedTable::kPageRows) {
        table.index(row, 0).data();
        QTRY_COMPARE(table.idAt(row), QString::number(row));
    }
    selection.setCurrentIndex(table.index(5'000, 0), QItemSelectionModel::NoUpdate);
    selection.select(QItemSelection(table.index(0, 0), table.index(kTenMillion - 1, 0)),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(keeper.selected().size(), SelectionKeeper::kMostKept + 1);
    QVERIFY(keeper.selected().contains(QStringLiteral("5128")));
    const int before = table.lookedFor();
    QSignalSpy located(&table, &WindowedTable::located);
    table.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(located.count() > SelectionKeeper::kMostKept, 30'000);
    QCOMPARE(selection.selectedRows().size(), SelectionKeeper::kMostKept + 1);
    QCOMPARE(selection.currentIndex().row(), 5'000);
    QVERIFY2(table.lookedFor() - before <= SelectionKeeper::kMostKept + 1,
             qPrintable(QString::number(table.lookedFor() - before)));
    // Of few all are kept, wherever they stand.
    selection.clearSelection();
    table.index(9'000, 0).data();
    QTRY_COMPARE(table.idAt(9'000), QStringLiteral("9000"));
    for (const int row : {3, 9'000})
        selection.select(table.index(row, 0), QItemSelectionModel::Select);
    QCOMPARE(keeper.selected(), (QSet<QString>{QStringLiteral("3"), QStringLiteral("9000")}));
}

void TstLongList::tenMillionRows()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    AsyncStore store(db->address());
    NumberTable table(store);
    QItemSelectionModel selection(&table);
    SelectionKeeper keeper(table, selection, nullptr);
    QSignalSpy counted(&table, &WindowedTable::countChanged);
    table.load();
    QTRY_VERIFY_WITH_TIMEOUT(table.hasAnchors(), 30'000);
    // Shown at once, and said to be more than that.
    QCOMPARE(counted.front().at(0).toInt(), int(WindowedTable::kBoundedCount));
    QCOMPARE(counted.front().at(1).toBool(), false);
    QCOMPARE(table.rowCount(), kTenMillion);
    QVERIFY(table.isCountExact());
    for (const int row : {kTenMillion - 1, 5'000'000, 1'023, 1'024, 9'999'744}) {
        table.index(row, 0).data();
        QTRY_COMPARE(table.idAt(row), QString::number(row));
    }
    QVERIFY(table.loadedPages() <= WindowedTable::kMaxPages);
    keeper.select(QStringLiteral("7654321"));
    QTRY_COMPARE(selection.currentIndex().row(), 7'654'321);
    table.index(7'654'321, 0).data();
    QTRY_COMPARE(table.idAt(7'654'321), QStringLiteral("7654321"));
    // All of them are chosen without asking for a single one.
    QElapsedTimer taken;
    taken.start();
    selection.select(QItemSelection(table.index(0, 0), table.index(kTenMillion - 1, 0)),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QVERIFY2(taken.elapsed() < 200, qPrintable(QString::number(taken.elapsed())));
    QVERIFY(keeper.selected().size() <= SelectionKeeper::kMostKept + 1);
}

// An hour back: the engine's new payments stand below those that are shown as the newest.
void TstLongList::madeByAClockThatWasSetBack()
{
    TIEOUT_TEST_DATABASE(db);
    seedRail(*db);
    seedPayments(*db, 0, 600);
    CableDesk desk(*db);
    QVERIFY(desk.load());
    QSignalSpy announced(&desk.table, &WindowedTable::announced);
    seedPayments(*db, 600, 1);
    const QByteArray id = paymentId(600).toLatin1();
    db->execute("UPDATE payment SET created_at = created_at - 50500 WHERE id = '" + id + "'");
    desk.table.noteChanged({paymentId(600)});
    QVERIFY(announced.wait());
    QVERIFY(desk.table.isReordered());
    QCOMPARE(desk.table.newRows(), 0);
    desk.table.refresh();
    QTRY_COMPARE(desk.table.rowCount(), 601);
    QCOMPARE(desk.paint(50), paymentId(600));
    // Those that come after are announced as ever, and a change of one that is far away isn't news.
    seedPayments(*db, 601, 2);
    desk.table.noteChanged({paymentId(601), paymentId(602)});
    QTRY_COMPARE(desk.table.newRows(), 2);
    QVERIFY(!desk.table.isReordered());
    desk.table.noteChanged({paymentId(5)});
    seedPayments(*db, 603, 1);
    desk.table.noteChanged({paymentId(603)});
    QTRY_COMPARE(desk.table.newRows(), 3);
    QVERIFY(!desk.table.isReordered());
}

TIEOUT_REGISTER_TEST(TstLongList)

} // namespace tieout::test

#include "tst_longlist.moc"
