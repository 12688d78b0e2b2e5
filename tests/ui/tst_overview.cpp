// SPDX-License-Identifier: GPL-3.0-or-later
// The overview with real clicks and keys over a real database: every figure opens as many rows as
// it says, charts speak, are copied and mirrored, and what is old or broken is told.
#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"
#include "tests/support/testmain.h"
#include "tests/ui/overviewdesk.h"
#include "ui/overview/depthlist.h"
#include "ui/overview/overviewboard.h"
#include "ui/overview/overviewcard.h"
#include "ui/widgets/coveragebar.h"
#include "ui/widgets/figurelink.h"
#include "ui/widgets/spreadchart.h"
#include "ui/widgets/stackchart.h"
#include "ui/widgets/stepchart.h"

#include <QAccessible>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

using namespace tieout;
using namespace tieout::test;

namespace {

bool parses(const QString& filter)
{
    return parseFilter(filter, paymentFilterFields()).isGood();
}

} // namespace

class TstOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queuesOpenWhatTheyCount_data() { TestDatabase::addDialectRows(); }
    void queuesOpenWhatTheyCount();
    void chartsOpenWhatTheyCount_data() { TestDatabase::addDialectRows(); }
    void chartsOpenWhatTheyCount();
    void intakeIsExactAndOpensItsDay_data() { TestDatabase::addDialectRows(); }
    void intakeIsExactAndOpensItsDay();
    void chartsSpeakAndAreCopied();
    void emptyDeskPointsOn();
    void troubleIsTold();
    void oldFiguresSaySo();
    void hiddenItReadsNothing();
    void mirrored();
    void everythingHasAName();
};

void TstOverview::queuesOpenWhatTheyCount()
{
    TIEOUT_OVERVIEW_DESK(desk);
    QVERIFY(desk.isRead());
    desk.picture("overview-seeded.png");
    const auto depths = *desk.figures().queues().value;
    QCOMPARE(depths.size(), size_t(11));
    qint64 shown = 0;
    for (const QueueDepth& depth : depths) {
        QVERIFY2(parses(depth.payments.filter), qPrintable(depth.payments.filter));
        FigureLink* link = nullptr;
        for (DepthList* list : desk.page().findChildren<DepthList*>()) {
            if (list->countOf(depth.queue))
                link = list->countOf(depth.queue);
        }
        QVERIFY(link);
        QCOMPARE(link->text(), QString::number(depth.payments.count));
        QCOMPARE(link->target().isEmpty(), depth.payments.count == 0);
        if (depth.payments.count == 0)
            continue;
        ++shown;
        desk.window.showPage(&desk.page());
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(desk.window.payments().isVisible());
        QVERIFY2(desk.listShows(depth.payments.count), qPrintable(depth.payments.filter));
        QVERIFY(depth.oldest.has_value());
    }
    QCOMPARE(shown, 8); // all but three severities
    QCOMPARE(depths[0].payments.count, kOverviewPayments / 12);
    QCOMPARE(depths[0].oldest->ms(), kSeedStart.ms());
    QCOMPARE(depths[0].oldestFilter, QStringLiteral("id:") + paymentId(0));
}

void TstOverview::chartsOpenWhatTheyCount()
{
    TIEOUT_OVERVIEW_DESK(desk);
    QVERIFY(desk.isRead());
    for (Chart* chart :
         std::initializer_list<Chart*>{desk.find<StackChart>(), desk.find<StepChart>()}) {
        QVERIFY(!chart->marks().empty());
        for (size_t i = 0; i < chart->marks().size(); ++i) {
            desk.window.showPage(&desk.page());
            const ChartMark mark = chart->marks()[i];
            QVERIFY2(parses(mark.target), qPrintable(mark.target));
            const qint64 count = mark.words.section(QStringLiteral(": "), -1).toLongLong();
            QTest::mouseClick(chart, Qt::LeftButton, {}, mark.box.center().toPoint());
            QVERIFY(desk.window.payments().isVisible());
            QVERIFY2(desk.listShows(count), qPrintable(mark.target + u' ' + mark.words));
        }
    }
}

void TstOverview::intakeIsExactAndOpensItsDay()
{
    TIEOUT_OVERVIEW_DESK(desk);
    QVERIFY(desk.isRead());
    const DayIntake intake = *desk.figures().intake().value;
    QCOMPARE(intake.from.ms() % 86'400'000, 0);
    QCOMPARE(intake.sums.size(), size_t(2));
    // The same sum by another way.
    Int128 wanted = 0;
    qint64 payments = 0;
    for (int n = 0; n < kOverviewPayments; ++n) {
        const int kind = n % 12;
        if (n % 4 != 0 || (kind != 2 && kind != 3 && kind != 4 && kind != 5))
            continue;
        const Int128 due =
            Int128(100 + (n * 7919) % 90'000) * 1'000'000 + (n % 3 == 0 ? 500'000 : 0);
        wanted += due * (kind == 4 ? 60 : kind == 5 ? 140 : 100) / 100;
        ++payments;
    }
    QCOMPARE(intake.sums[0].corridor, QStringLiteral("usdc-base"));
    QVERIFY(intake.sums[0].confirmed == Amount(wanted, 6));
    QCOMPARE(intake.sums[0].payments, payments);
    for (size_t i = 0; i < intake.sums.size(); ++i) {
        const QString filter = intake.filters.value(qsizetype(i));
        QVERIFY(parses(filter));
        desk.window.showPage(&desk.page());
        for (FigureLink* link : desk.page().findChildren<FigureLink*>()) {
            if (link->target() == filter)
                QTest::mouseClick(link, Qt::LeftButton);
        }
        QVERIFY(desk.window.payments().isVisible());
        QVERIFY2(desk.listShows(intake.sums[i].payments), qPrintable(filter));
    }
}

void TstOverview::chartsSpeakAndAreCopied()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.isRead());
    auto* times = desk.find<SpreadChart>();
    QVERIFY2(times->accessibleDescription().contains(u"p99"),
             qPrintable(times->accessibleDescription()));
    QVERIFY(times->accessibleDescription().contains(u"30 day(s)"));
    auto* ageing = desk.find<StackChart>();
    QVERIFY(ageing->accessibleDescription().contains(u"Underpaid"));
    ageing->setFocus();
    QTest::keyClick(ageing, Qt::Key_C, Qt::ControlModifier);
    const QString csv = QGuiApplication::clipboard()->text();
    QVERIFY2(csv.contains(u"Underpaid,"), qPrintable(csv));
    QTest::mouseMove(ageing, QPoint(5, 5));
    QContextMenuEvent menu(
        QContextMenuEvent::Keyboard, QPoint(5, 5), ageing->mapToGlobal(QPoint()));
    QApplication::sendEvent(ageing, &menu);
    auto* shown = ageing->findChild<QMenu*>();
    QVERIFY(shown);
    shown->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), ageing->size() * 2);
    shown->close();
    // The keyboard walks its marks and opens one.
    QSignalSpy opened(ageing, &Chart::opened);
    QTest::keyClick(ageing, Qt::Key_Right);
    QTest::keyClick(ageing, Qt::Key_End);
    QTest::keyClick(ageing, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().toString(), ageing->marks().back().target);
    QVERIFY(desk.window.payments().isVisible());
}

void TstOverview::emptyDeskPointsOn()
{
    OverviewDesk desk(TestDatabase::make(Dialect::Sqlite));
    QTRY_VERIFY(desk.figures().times().value.has_value());
    QStringList messages;
    QTRY_VERIFY(desk.window.status().view().has_value());
    for (const OverviewCard* card : desk.page().board().findChildren<OverviewCard*>())
        messages.append(card->message());
    const QString all = messages.join(u'\n');
    for (const char* wanted : {"No rail has been watched",
                               "No open cases",
                               "No money was confirmed",
                               "No payments are open",
                               "No payment is confirming",
                               "Nothing was confirmed"})
        QVERIFY2(all.contains(QLatin1String(wanted)), wanted);
    desk.picture("overview-empty.png");
}

void TstOverview::troubleIsTold()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    desk.db->execute("UPDATE rail_state SET frozen_at = 1, frozen_reason = 'finality_violated',"
                     " reorgs = 3, deepest_reorg = 7");
    desk.window.status().refresh();
    QVERIFY(desk.isRead());
    QTRY_VERIFY(desk.row()->accessibleDescription().contains(u"Frozen"));
    QVERIFY(desk.row()->accessibleDescription().contains(u"deepest 7 block(s)"));
    desk.picture("overview-frozen.png");
    QVERIFY(desk.openPanel());
    desk.picture("rail-frozen.png");
}

void TstOverview::oldFiguresSaySo()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.isRead());
    desk.db->execute("ALTER TABLE exception_case RENAME TO gone");
    desk.clock.advance(std::chrono::minutes(1));
    desk.page().refresh();
    const auto warning = [&] {
        QString all;
        for (const OverviewCard* card : desk.page().board().findChildren<OverviewCard*>())
            all += card->warning();
        return all;
    };
    QTRY_VERIFY2(warning().contains(u"As of"), qPrintable(warning()));
    QVERIFY(desk.find<DepthList>()->isVisible());
    desk.picture("overview-stale.png");
    desk.db->execute("ALTER TABLE gone RENAME TO exception_case");
    desk.page().refresh();
    QTRY_COMPARE(warning(), QString());
}

void TstOverview::hiddenItReadsNothing()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.isRead());
    desk.figures().setPace(std::chrono::milliseconds(1));
    desk.window.showPage(&desk.window.payments());
    QSignalSpy changed(&desk.figures(), &Overview::changed);
    seedPayments(*desk.db, kOverviewPayments, 12);
    for (int i = 0; i < 5; ++i)
        desk.page().noteChanged();
    // Another reading on the same lane comes back; nothing of the overview's did before it.
    bool answered = false;
    desk.store.run(AsyncStore::Lane::Scan, [](Database&) -> Result<int> { return 1; })
        .then(&desk.window, [&](const Result<int>&) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(changed.count(), 0);
    desk.window.showPage(&desk.page());
    QTRY_COMPARE(desk.figures().queues().value->front().payments.count, kOverviewPayments / 12 + 1);
}

void TstOverview::mirrored()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.isRead());
    auto* chart = desk.find<StackChart>();
    const qreal before = chart->marks().front().box.center().x();
    desk.window.setLayoutDirection(Qt::RightToLeft);
    // The page is mirrored, the axes aren't: time and blocks run from left to right everywhere.
    QTRY_VERIFY(chart->mapTo(&desk.window, QPoint()).x() > desk.window.width() / 2);
    QVERIFY(std::abs(chart->marks().front().box.center().x() - before) < 2);
    desk.picture("overview-mirrored.png");
    QVERIFY(desk.openPanel());
    auto* bar = desk.find<CoverageBar>();
    QVERIFY(bar->marks()[0].box.center().x() < bar->marks()[1].box.center().x());
    desk.picture("rail-mirrored.png");
}

void TstOverview::everythingHasAName()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.openPanel());
    for (QWidget* each : desk.page().findChildren<QWidget*>()) {
        const bool interactive = each->focusPolicy() & Qt::TabFocus;
        if (!interactive || !each->isVisible() || each->objectName().startsWith(u"qt_"))
            continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(each);
        QVERIFY2(
            spoken && !spoken->text(QAccessible::Name).isEmpty(),
            qPrintable(QLatin1String(each->metaObject()->className()) + u'/' + each->objectName()));
    }
}

TIEOUT_REGISTER_TEST(TstOverview)
#include "tst_overview.moc"
