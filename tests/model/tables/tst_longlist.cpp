// SPDX-License-Identifier: GPL-3.0-or-later
// The base of long lists where it is hard: the connection goes and comes back while it is read,
// scrolled, searched and selected; ten million rows; a clock that was set back. Under the fatal
// model tester.
#include "model/tables/casealarms.h"
#include "model/tables/paymentstable.h"
#include "model/tables/selectionkeeper.h"
#include "model/tables/stationstatus.h"
#include "tests/support/cable.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSemaphore>
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

// Keeps a lane busy until it is opened.
class BusyLane
{
public:
    BusyLane(AsyncStore& store, AsyncStore::Lane lane)
    {
        store
            .run(lane,
                 [semaphore = m_semaphore](Database&) -> Outcome {
                     semaphore->acquire();
                     return Done;
                 })
            .then(&m_receiver, [](const Outcome&) {});
    }
    ~BusyLane() { open(); }
    void open() { m_semaphore->release(); }

private:
    std::shared_ptr<QSemaphore> m_semaphore = std::make_shared<QSemaphore>();
    QObject m_receiver;
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
};

class NumberTable final : public WindowedTable
{
public:
    using WindowedTable::WindowedTable;

    void load() { setSource(std::make_shared<NumberSource>()); }
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
    // All of them are chosen without asking for a single one.
    QElapsedTimer taken;
    taken.start();
    selection.select(QItemSelection(table.index(0, 0), table.index(kTenMillion - 1, 0)),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QVERIFY2(taken.elapsed() < 200, qPrintable(QString::number(taken.elapsed())));
    QVERIFY(keeper.selected().size() >= WindowedTable::kPageRows);
    QVERIFY(keeper.selected().size() <= WindowedTable::kPageRows * WindowedTable::kMaxPages);
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
