// SPDX-License-Identifier: GPL-3.0-or-later
// The window's end and its beginning with decisions that are still open: it asks before it closes
// over what the database may not have, and finds what was asked for before a restart.
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "model/commands/submit.h"
#include "tests/support/cable.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/closenotice.h"
#include "ui/shell/mainwindow.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

namespace {

// An engineer's window over a rail with one source, whose test is a decision.
struct SourceDesk
{
    SourceDesk()
    {
        seedRail(*db);
        db->execute("INSERT INTO source_health (rail, name, operator, healthy, head, requests,"
                    " failures, latency_ms, span, last_error, retry_at, updated_at)"
                    " SELECT id, 'north', 'Northern Nodes', 1, 71220331, 5200, 12, 84, 2000,"
                    " '', 0, 0 FROM rail");
        window.show();
        // The other lanes stay as they are: nothing is open that a cut would leave open.
        window.status().start();
        window.showPage(&window.settings());
        window.settings().showSection(SettingsPage::Section::Sources);
        TIEOUT_CHECK(QTest::qWaitFor([this] { return find<QPushButton>("testSource"); }));
        TIEOUT_CHECK(QTest::qWaitForWindowActive(&window));
    }

    template<class Widget>
    Widget* find(const char* name)
    {
        return window.findChild<Widget*>(QLatin1String(name));
    }
    void ask() { QTest::mouseClick(find<QPushButton>("testSource"), Qt::LeftButton); }
    bool says(QStringView words)
    {
        return QTest::qWaitFor([&] { return find<QLabel>("testAnswer")->text().contains(words); });
    }
    CloseNotice& notice() { return *window.findChild<CloseNotice*>(); }

    std::unique_ptr<TestDatabase> db = TestDatabase::make(Dialect::Sqlite);
    Cable cable{*db, db->makeLogin(QStringLiteral("eve"), {QStringLiteral("engineer")})};
    FakeClock clock{kSeedStart + std::chrono::hours(1)};
    AsyncStore store{cable.address()};
    Appearance appearance{ThemeMode::Light};
    MainWindow window{{store,
                       clock,
                       appearance,
                       QStringLiteral("desk"),
                       db->loginName(QStringLiteral("eve")),
                       nullptr}};
};

} // namespace

class TstClosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingAsksOverWhatIsOnItsWay();
    void closingAsksOverWhatIsLost();
    void whatWaitsIsShownWhenTheDatabaseIsBack();
};

void TstClosing::closingAsksOverWhatIsOnItsWay()
{
    SourceDesk desk;
    QSemaphore way;
    desk.store
        .run(AsyncStore::Lane::Act,
             [&way](Database&) -> Outcome {
                 way.acquire();
                 return Done;
             })
        .then(&desk.window, [](const Outcome&) {});
    const auto open = qScopeGuard([&way] { way.release(); });
    desk.ask();
    QSignalSpy kept(&desk.window, &MainWindow::kept);
    QVERIFY(!desk.window.close());
    QVERIFY(desk.notice().isOpen());
    QVERIFY(desk.notice().accessibleDescription().contains(u"Test a source"));
    // By keys: to the other button and back.
    auto* keep = desk.find<QPushButton>("keepWindow");
    QVERIFY(keep->hasFocus());
    QTest::keyClick(keep, Qt::Key_Tab);
    QVERIFY(desk.find<QPushButton>("closeAnyway")->hasFocus());
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_Tab);
    QTest::keyClick(keep, Qt::Key_Return);
    QVERIFY(!desk.notice().isOpen());
    QVERIFY(desk.window.isVisible());
    QCOMPARE(kept.count(), 1);
    // What arrives meanwhile is nothing to ask about.
    QVERIFY(!desk.window.close());
    way.release();
    QTRY_VERIFY(!desk.notice().isOpen());
    QCOMPARE(kept.count(), 2);
    QVERIFY(desk.says(u"waiting for the engine"));
    QVERIFY(desk.window.close());
}

void TstClosing::closingAsksOverWhatIsLost()
{
    SourceDesk desk;
    desk.cable.cut();
    desk.ask();
    QTRY_VERIFY(!desk.find<QLabel>("testAnswer")->text().contains(u"testing"));
    QVERIFY(!desk.window.close());
    QVERIFY(!desk.window.close()); // asking twice changes nothing
    QVERIFY(desk.notice().isOpen() && desk.window.isVisible());
    QTest::keyClick(desk.window.focusWidget(), Qt::Key_Escape);
    QVERIFY(!desk.notice().isOpen() && desk.window.isVisible());
    QVERIFY(!desk.window.close());
    QSignalSpy kept(&desk.window, &MainWindow::kept);
    QTest::mouseClick(desk.find<QPushButton>("closeAnyway"), Qt::LeftButton);
    QVERIFY(!desk.window.isVisible());
    QVERIFY(kept.isEmpty());
}

// Asked for before a restart; this console began without the database.
void TstClosing::whatWaitsIsShownWhenTheDatabaseIsBack()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    const Cable cable(*db, db->makeLogin(QStringLiteral("bob"), {QStringLiteral("operator")}));
    const QString person = db->loginName(QStringLiteral("bob"));
    const FakeClock clock(kSeedStart);
    {
        const auto own = Database::open(db->address(), QStringLiteral("act"), OpenMode::ReadWrite);
        QVERIFY(own);
        CreatePaymentPayload payload;
        payload.merchant = QStringLiteral("mer_seed");
        payload.corridor = QStringLiteral("usdt");
        payload.amount = QStringLiteral("5");
        const CommandRequest request{CommandId::make(clock.now()),
                                     QStringLiteral("operator"),
                                     kinds::kPaymentCreate.toString(),
                                     {},
                                     {},
                                     payload.toJson()};
        QVERIFY(submit(**own, person, request));
    }
    cable.cut();
    AsyncStore store(cable.address());
    Appearance appearance(ThemeMode::Light);
    MainWindow window({store, clock, appearance, QStringLiteral("desk"), person, nullptr});
    QSignalSpy connection(&store, &AsyncStore::connectionChanged);
    window.show();
    window.start();
    // Every lane has failed, that of the decisions, too.
    QTRY_VERIFY(connection.count() >= 2);
    const auto shown = [&] {
        for (const auto* strip : window.payments().bar().findChildren<DecisionStrip*>()) {
            if (!strip->isHidden() && !strip->text().isEmpty())
                return true;
        }
        return false;
    };
    QVERIFY(!shown());
    cable.mend();
    auto* banner = window.findChild<QWidget*>(QStringLiteral("connectionBanner"));
    QTest::mouseClick(banner->findChild<QToolButton*>(), Qt::LeftButton);
    QTRY_VERIFY(shown());
}

TIEOUT_REGISTER_TEST(TstClosing)
#include "tst_closing.moc"
