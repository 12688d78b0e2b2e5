// SPDX-License-Identifier: GPL-3.0-or-later
// A list on its way into a file: whole, in order, counted; stopped, and gone on with after a loss.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "model/tables/paymentsexport.h"
#include "tests/support/cable.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace tieout;
using namespace tieout::test;
using Column = PaymentsTable::Column;

namespace {

constexpr int kExported = 2 * ExportRun::kPageRows + 17;

struct ExportDesk
{
    explicit ExportDesk(const DatabaseAddress& address)
        : clock(kSeedStart + std::chrono::hours(1))
        , store(address)
        , table(store, clock)
    {}

    ExportPlan plan(const QString& name, const QList<Column>& shown) const
    {
        ExportPlan plan = paymentExportPlan(table, shown);
        plan.path = folder.filePath(name);
        plan.heading.environment = QStringLiteral("sandbox");
        return plan;
    }

    QTemporaryDir folder;
    FakeClock clock;
    AsyncStore store;
    PaymentsTable table;
};

QList<QByteArray> linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
}

// A list whose database is lost after its first page.
class LosingSource final : public WindowSource
{
public:
    LosingSource(SourcePtr list, std::shared_ptr<std::atomic<bool>> lost)
        : m_list(std::move(list))
        , m_lost(std::move(lost))
    {}

    Result<PagePtr>
    page(Database& db, const PageStart& start, qint64 skip, int limit) const override
    {
        if (start.key && m_lost->load())
            return fail(ErrorCode::Unavailable, u"disk_full");
        return m_list->page(db, start, skip, limit);
    }
    Result<PagePtr> rows(Database& db, const QStringList& ids) const override
    {
        return m_list->rows(db, ids);
    }
    Result<std::optional<PageKey>>
    placeBehind(Database& db, const PageStart& start, qint64 steps) const override
    {
        return m_list->placeBehind(db, start, steps);
    }
    Result<std::optional<PageKey>> placeOf(Database& db, const QString& id) const override
    {
        return m_list->placeOf(db, id);
    }
    Result<qint64> count(Database& db,
                         const PageStart& start,
                         const std::optional<PageKey>& end,
                         qint64 limit) const override
    {
        return m_list->count(db, start, end, limit);
    }
    bool newRowsComeFirst() const override { return m_list->newRowsComeFirst(); }

private:
    SourcePtr m_list;
    std::shared_ptr<std::atomic<bool>> m_lost;
};

} // namespace

Q_DECLARE_METATYPE(tieout::ExportFormat)

class TstExportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAll_data() { TestDatabase::addDialectRows(); }
    void writesAll();
    void writesWhatIsShown();
    void stops();
    void goesOnAfterALoss();
    void aClearedLaneIsNoLoss();
    void aLossThatAnotherNoticedIsNoBrokenFile_data();
    void aLossThatAnotherNoticedIsNoBrokenFile();
    void aFileOnItsWayIsNotCancelled_data();
    void aFileOnItsWayIsNotCancelled();
    void beginsAgainAfterTheFileFailed();
};

void TstExportRun::writesAll()
{
    TIEOUT_TEST_DATABASE(db);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    ExportRun run(desk.store,
                  desk.clock,
                  desk.plan(QStringLiteral("all.csv"), {Column::Id, Column::OrderReference}));
    QSignalSpy finished(&run, &ExportRun::finished);
    QSignalSpy progressed(&run, &ExportRun::progressed);
    run.start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.at(0).at(0).value<ExportSummary>().rows, kExported);
    QCOMPARE(progressed.last().at(0).toLongLong(), kExported);
    QCOMPARE(progressed.last().at(1).toLongLong(), kExported);
    const auto lines = linesOf(run.path());
    const auto first = lines.indexOf(QByteArray("payment,order_reference\r"));
    QVERIFY(first > 0);
    // The newest first, each once.
    for (int i = 0; i < kExported; ++i) {
        const int n = kExported - 1 - i;
        QCOMPARE(lines.at(first + 1 + i),
                 QStringLiteral("%1,ORD-%2\r").arg(paymentId(n)).arg(n).toUtf8());
    }
    QCOMPARE(lines.size(), first + 1 + kExported + 1);
}

void TstExportRun::writesWhatIsShown()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 40);
    ExportDesk desk(db->address());
    PaymentQuery query;
    query.filter = parseFilter(QStringLiteral("status:expired"), paymentFilterFields()).filter;
    desk.table.setQuery(query);
    ExportRun run(
        desk.store,
        desk.clock,
        desk.plan(QStringLiteral("some.csv"), {Column::Status, Column::Age, Column::Due}));
    QSignalSpy finished(&run, &ExportRun::finished);
    run.start();
    QVERIFY(finished.wait(30'000));
    const qint64 rows = finished.at(0).at(0).value<ExportSummary>().rows;
    QVERIFY(rows > 0 && rows < 40);
    const auto lines = linesOf(run.path());
    QVERIFY(lines.contains("# filter: status:expired\r"));
    const auto first = lines.indexOf(QByteArray("status,created_at,due\r"));
    QVERIFY(first > 0);
    for (qint64 i = 1; i <= rows; ++i)
        QVERIFY2(lines.at(first + i).startsWith("expired,2026-"), lines.at(first + i));
}

void TstExportRun::stops()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    ExportRun run(desk.store, desk.clock, desk.plan(QStringLiteral("not.csv"), {Column::Id}));
    QSignalSpy cancelled(&run, &ExportRun::cancelled);
    QSignalSpy finished(&run, &ExportRun::finished);
    connect(&run, &ExportRun::progressed, &run, &ExportRun::cancel);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, 30'000);
    // The lane's later answers come behind what was asked of it before.
    bool asked = false;
    desk.store.run(AsyncStore::Lane::Scan, [](Database&) -> Outcome { return Done; })
        .then(this, [&asked](const Outcome&) { asked = true; });
    QTRY_VERIFY_WITH_TIMEOUT(asked, 30'000);
    QCOMPARE(finished.count(), 0);
    QVERIFY(!QFile::exists(run.path()));
}

void TstExportRun::goesOnAfterALoss()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    ExportPlan plan = desk.plan(QStringLiteral("again.csv"), {Column::Id});
    const auto lost = std::make_shared<std::atomic<bool>>(true);
    plan.source = std::make_shared<LosingSource>(plan.source, lost);
    ExportRun run(desk.store, desk.clock, plan);
    QSignalSpy failed(&run, &ExportRun::failed);
    QSignalSpy finished(&run, &ExportRun::finished);
    run.start();
    QVERIFY(failed.wait(30'000));
    QCOMPARE(run.rows(), ExportRun::kPageRows);
    QVERIFY(!QFile::exists(run.path()));
    lost->store(false);
    run.retry();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(finished.at(0).at(0).value<ExportSummary>().rows, kExported);
    const auto lines = linesOf(run.path());
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), lines.size());
}

// Whoever filters the list meanwhile clears the lane on which the export is read.
void TstExportRun::aClearedLaneIsNoLoss()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    const ExportPlan plan = desk.plan(QStringLiteral("all.csv"), {Column::OrderReference});
    ExportRun run(desk.store, desk.clock, plan);
    QSignalSpy failed(&run, &ExportRun::failed);
    QSignalSpy finished(&run, &ExportRun::finished);
    // Every step but the first is cleared before it can begin, and asked again.
    int cleared = 0;
    connect(&run, &ExportRun::progressed, &desk.table, [&] {
        if (++cleared < 20)
            QTimer::singleShot(0, &desk.table, &PaymentsTable::refresh);
    });
    run.start();
    desk.table.refresh();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(failed.count(), 0);
    QVERIFY(cleared > 2);
    QCOMPARE(run.rows(), kExported);
    QCOMPARE(run.total(), kExported);
    int rows = 0;
    for (const QByteArray& line : linesOf(plan.path))
        rows += line.startsWith("ORD-") ? 1 : 0;
    QCOMPARE(rows, kExported);
}

void TstExportRun::aLossThatAnotherNoticedIsNoBrokenFile_data()
{
    QTest::addColumn<bool>("atTheEnd");
    QTest::newRow("while a page is written") << false;
    QTest::newRow("while the file is put in its place") << true;
}

// The lane has no connection any more when its turn comes for a step that needs none.
void TstExportRun::aLossThatAnotherNoticedIsNoBrokenFile()
{
    QFETCH(bool, atTheEnd);
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    const Cable cable(*db, db->address());
    ExportDesk desk(cable.address());
    desk.table.setQuery({});
    ExportRun run(desk.store, desk.clock, desk.plan(QStringLiteral("kept.csv"), {Column::Id}));
    QObject other;
    const auto lose = [&] {
        disconnect(&run, nullptr, &other, nullptr);
        cable.cut();
        desk.store
            .run(AsyncStore::Lane::Scan,
                 [](Database&) -> Outcome {
                     return fail(ErrorCode::Unavailable, u"connection_lost");
                 })
            .then(&other, [](const Outcome&) {});
    };
    if (atTheEnd)
        connect(&run, &ExportRun::finishing, &other, lose);
    else
        connect(&run, &ExportRun::progressed, &other, lose); // counted; a page is on its way
    QSignalSpy failed(&run, &ExportRun::failed);
    QSignalSpy finished(&run, &ExportRun::finished);
    run.start();
    QVERIFY(failed.wait(30'000));
    QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::Unavailable);
    QVERIFY(!run.isFileBroken());
    QCOMPARE(run.rows(), atTheEnd ? kExported : 0);
    QVERIFY(!QFile::exists(run.path()));
    cable.mend();
    run.retry();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(finished.at(0).at(0).value<ExportSummary>().rows, kExported);
    const auto lines = linesOf(run.path());
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), lines.size());
}

void TstExportRun::aFileOnItsWayIsNotCancelled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("CSV") << QStringLiteral("there.csv") << ExportFormat::Csv;
    QTest::newRow("XLSX") << QStringLiteral("there.xlsx") << ExportFormat::Xlsx;
}

// Nobody is told that no file was written when one replaces what stood there.
void TstExportRun::aFileOnItsWayIsNotCancelled()
{
    QFETCH(QString, name);
    QFETCH(ExportFormat, format);
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 40);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    ExportPlan plan = desk.plan(name, {Column::Id});
    plan.format = format;
    ExportRun run(desk.store, desk.clock, plan);
    QSignalSpy cancelled(&run, &ExportRun::cancelled);
    QSignalSpy finishing(&run, &ExportRun::finishing);
    QSignalSpy finished(&run, &ExportRun::finished);
    connect(&run, &ExportRun::finishing, &run, &ExportRun::cancel);
    connect(&run, &ExportRun::finishing, &run, [&run] {
        QTimer::singleShot(0, &run, &ExportRun::cancel);
    });
    run.start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(cancelled.count(), 0);
    QCOMPARE(finishing.count(), 1);
    QVERIFY(!run.isRunning() && !run.isFinishing());
    QVERIFY(QFile::exists(run.path()));
    run.cancel();
    QCOMPARE(cancelled.count(), 0);
}

// Half a page may be in a file that broke, so nothing of it is kept.
void TstExportRun::beginsAgainAfterTheFileFailed()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, kExported);
    ExportDesk desk(db->address());
    desk.table.setQuery({});
    ExportRun run(desk.store, desk.clock, desk.plan(QStringLiteral("later/x.csv"), {Column::Id}));
    QSignalSpy failed(&run, &ExportRun::failed);
    QSignalSpy finished(&run, &ExportRun::finished);
    run.start();
    QVERIFY(failed.wait(30'000));
    QCOMPARE(failed.at(0).at(0).value<Error>().reason, QStringLiteral("export_write"));
    QVERIFY(run.isFileBroken());
    QVERIFY(QDir(desk.folder.path()).mkdir(QStringLiteral("later")));
    run.retry();
    QVERIFY(finished.wait(30'000));
    QVERIFY(!run.isFileBroken());
    QCOMPARE(finished.at(0).at(0).value<ExportSummary>().rows, kExported);
    const auto lines = linesOf(run.path());
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()).size(), lines.size());
}

TIEOUT_REGISTER_TEST(TstExportRun)

#include "tst_exportrun.moc"
