// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of a rail with real clicks and keys over a real database: gaps are shown and listed,
// backfill is a command that is checked beforehand, needs its class and shows its progress.
#include "tests/support/testmain.h"
#include "tests/ui/overviewdesk.h"
#include "ui/overview/backfillcard.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/widgets/coveragebar.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/factgrid.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

class TstOverviewRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void railsAreOpenedByKeys_data() { TestDatabase::addDialectRows(); }
    void railsAreOpenedByKeys();
    void gapsAreShownAndListed_data() { TestDatabase::addDialectRows(); }
    void gapsAreShownAndListed();
    void theScanTellsItsCost();
    void backfillIsACommand_data() { TestDatabase::addDialectRows(); }
    void backfillIsACommand();
    void backfillNeedsTheClass();
    void backfillIsCheckedBeforehand();
    void progressIsShown();
};

void TstOverviewRail::railsAreOpenedByKeys()
{
    TIEOUT_OVERVIEW_DESK(desk);
    QVERIFY(desk.isRead());
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(desk.window.payments().isVisible());
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(desk.page().isVisible());
    QTRY_VERIFY(desk.row()->hasFocus());
    const QString said = desk.row()->accessibleDescription();
    QVERIFY2(said.contains(u"2 gap(s)") && said.contains(u"1 of 2 ok") &&
                 said.contains(u"rate limited"),
             qPrintable(said));
    for (const auto& [key, modifiers] :
         {std::pair{Qt::Key_Escape, Qt::NoModifier}, std::pair{Qt::Key_Left, Qt::AltModifier}}) {
        QTest::keyClick(desk.row(), Qt::Key_Return);
        QTRY_VERIFY(desk.panel().isVisible());
        QTRY_VERIFY(desk.window.focusWidget() &&
                    desk.panel().isAncestorOf(desk.window.focusWidget()));
        QTest::keyClick(desk.window.focusWidget(), key, modifiers);
        QTRY_VERIFY(!desk.panel().isVisible());
        QTRY_VERIFY(desk.row()->hasFocus());
    }
}

void TstOverviewRail::gapsAreShownAndListed()
{
    TIEOUT_OVERVIEW_DESK(desk);
    QVERIFY(desk.openPanel());
    desk.picture("rail-seeded.png");
    auto* bar = desk.find<CoverageBar>();
    QCOMPARE(bar->marks().size(), size_t(2));
    // One block of a thousand is seen, and the larger gap is to scale.
    QVERIFY(bar->marks()[0].box.width() >= 3);
    const qreal scale = bar->marks()[1].box.width() / bar->width();
    QVERIFY2(scale > 0.19 && scale < 0.21, qPrintable(QString::number(scale)));
    QCOMPARE(desk.page().findChildren<QToolButton*>(QStringLiteral("backfillGap")).size(), 2);
    QStringList texts;
    for (const QLabel* each : desk.panel().findChildren<QLabel*>())
        texts.append(each->text());
    const QString all = texts.join(u'\n');
    for (const char* wanted : {"201 block(s) are missing",
                               "version 3",
                               "version 4",
                               "Northern Nodes",
                               "rate limited",
                               "Paused after failures"})
        QVERIFY2(all.contains(QLatin1String(wanted)), wanted);
    // A click on a gap of the bar prepares its backfill.
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->marks()[0].box.center().toPoint());
    QCOMPARE(desk.find<QLineEdit>("backfillFrom")->text(), QString::number(kSeedHead - 500));
    QCOMPARE(desk.find<QLineEdit>("backfillTo")->text(), QString::number(kSeedHead - 500));
}

// As the highest blocks were read, whatever was read before or behind them.
void TstOverviewRail::theScanTellsItsCost()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.openPanel());
    const auto scan = [&] {
        const auto grids = desk.panel().findChildren<FactGrid*>();
        return grids.isEmpty() ? QString() : grids.first()->value(QStringLiteral("Scan"));
    };
    QTRY_VERIFY2(scan().startsWith(u"Listed tokens: "), qPrintable(scan()));
    QVERIFY(scan().contains(u"not looked for"));
    desk.db->execute("UPDATE coverage SET scope = 'all-tokens' WHERE to_number = " +
                     QByteArray::number(kSeedHead));
    desk.panel().noteChanged();
    QTRY_VERIFY2(scan().startsWith(u"All tokens: "), qPrintable(scan()));
    QVERIFY(scan().contains(u"every transfer of each new block is downloaded"));
    desk.picture("rail-scan.png");
}

// It waits without an engine, says so, and is taken back; then it is refused by a full queue.
void TstOverviewRail::backfillIsACommand()
{
    QFETCH(tieout::Dialect, dialect);
    if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto db = overviewSeed(dialect);
    const DatabaseAddress address =
        db->makeLogin(QStringLiteral("eve"), {QStringLiteral("engineer")});
    FakeClock clock(kSeedStart + std::chrono::hours(1));
    AsyncStore store(address);
    Appearance appearance(ThemeMode::Light);
    StationStatus status(store, clock);
    Decisions decisions(store, clock, db->loginName(QStringLiteral("eve")));
    decisions.setPace(std::chrono::milliseconds(20));
    OverviewPage page({store, clock, appearance, status, decisions});
    page.resize(1'188, 720);
    page.show();
    status.start();
    QTRY_VERIFY(page.findChild<RailLine*>());
    QTest::mouseClick(page.findChild<RailLine*>(), Qt::LeftButton);
    QTRY_VERIFY(page.rail().record().detail().has_value());
    QTest::mouseClick(page.findChild<QToolButton*>(QStringLiteral("backfillGap")), Qt::LeftButton);
    auto* reason = page.findChild<QLineEdit*>(QStringLiteral("backfillReason"));
    QTest::keyClicks(reason, QStringLiteral("a provider was down"));
    QTest::keyClick(reason, Qt::Key_Return);
    // Once more by mistake is not once more.
    QTest::keyClick(reason, Qt::Key_Return);
    QTest::mouseDClick(page.findChild<QPushButton*>(QStringLiteral("backfill")), Qt::LeftButton);
    QCOMPARE(decisions.undecided().size(), size_t(1));
    auto* strip = page.findChild<DecisionStrip*>();
    QTRY_VERIFY2(strip->text().contains(u"aiting"), qPrintable(strip->text()));
    const Decision* asked = decisions.find(strip->id());
    QCOMPARE(asked->request.kind, QStringLiteral("rail.backfill"));
    QCOMPARE(asked->request.payload.value(u"from").toInteger(), kSeedHead - 500);
    QCOMPARE(asked->request.payload.value(u"reason").toString(),
             QStringLiteral("a provider was down"));
    auto* button = strip->findChild<QToolButton*>(QStringLiteral("decisionButton"));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(decisions.find(strip->id())->state, DecisionState::Cancelled);
    // Decided, the next one may be asked for.
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(decisions.undecided().size(), size_t(1));
}

void TstOverviewRail::backfillNeedsTheClass()
{
    const auto db = overviewSeed(Dialect::Sqlite);
    const DatabaseAddress address =
        db->makeLogin(QStringLiteral("sue"), {QStringLiteral("support")});
    FakeClock clock;
    AsyncStore store(address);
    Appearance appearance(ThemeMode::Light);
    StationStatus status(store, clock);
    Decisions decisions(store, clock, db->loginName(QStringLiteral("sue")));
    OverviewPage page({store, clock, appearance, status, decisions});
    page.show();
    status.start();
    QTRY_VERIFY(page.findChild<RailLine*>());
    QTest::mouseClick(page.findChild<RailLine*>(), Qt::LeftButton);
    QTRY_VERIFY(page.rail().record().detail().has_value());
    auto* button = page.findChild<QPushButton*>(QStringLiteral("backfill"));
    QVERIFY(!button->isEnabled());
    QVERIFY(!button->toolTip().isEmpty());
}

void TstOverviewRail::backfillIsCheckedBeforehand()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    QVERIFY(desk.openPanel());
    auto* from = desk.find<QLineEdit>("backfillFrom");
    auto* to = desk.find<QLineEdit>("backfillTo");
    const auto ask = [&](const char* first, const char* last) {
        from->setText(QString::fromUtf8(first));
        to->setText(QString::fromUtf8(last));
        QTest::mouseClick(desk.find<QPushButton>("backfill"), Qt::LeftButton);
    };
    ask("seven", "9");
    QVERIFY(from->accessibleDescription().contains(u"number of a block"));
    QVERIFY(from->hasFocus());
    ask("9", "7");
    QVERIFY(to->accessibleDescription().contains(u"below the first"));
    ask("1", "99999999999");
    QVERIFY(to->accessibleDescription().contains(u"read last"));
    ask("1", "99999999999999999999999");
    QVERIFY(to->accessibleDescription().contains(u"number of a block"));
    QVERIFY(!desk.find<DecisionStrip>()->isVisible());
    // As it is copied from a list.
    ask("71 220 000", "71 220 010");
    QTRY_VERIFY(desk.find<DecisionStrip>()->isVisible());
}

void TstOverviewRail::progressIsShown()
{
    OverviewDesk desk(overviewSeed(Dialect::Sqlite));
    const auto row = [&](const char* id, const char* state, qint64 next, qint64 at) {
        desk.db->execute("INSERT INTO backfill (id, rail, from_number, to_number, next_number,"
                         " state, requested_by, requested_at, reason) VALUES ('" +
                         QByteArray(id) + "', 1, 1000, 1999, " + QByteArray::number(next) + ", '" +
                         state + "', 'eve', " + QByteArray::number(kSeedStart.ms() + at) +
                         ", 'why')");
    };
    row("cmd_1", "running", 1250, 2);
    row("cmd_2", "failed", 1400, 1);
    row("cmd_3", "done", 2000, 0);
    QVERIFY(desk.openPanel());
    auto* progress = desk.find<QProgressBar>();
    QTRY_VERIFY(progress->isVisible());
    QCOMPARE(progress->value() * 4, progress->maximum());
    const auto& entries = desk.find<EntryList>()->entries();
    QCOMPARE(entries.size(), size_t(3));
    QVERIFY(entries[0].right.contains(u"250"));
    QVERIFY(entries[1].right.contains(u"failed at block"));
    desk.db->execute("UPDATE backfill SET state = 'done', next_number = 2000 WHERE id = 'cmd_1'");
    desk.page().noteChanged();
    QTRY_VERIFY(!progress->isVisible());
}

TIEOUT_REGISTER_TEST(TstOverviewRail)
#include "tst_overviewrail.moc"
