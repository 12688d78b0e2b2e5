// SPDX-License-Identifier: GPL-3.0-or-later
// The window: which environment it wears, that it follows the feed, keys, themes, memory.
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/environmentstrip.h"
#include "ui/shell/footer.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/raillabel.h"
#include "ui/widgets/queueview.h"

#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

class TstShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wearsItsEnvironment_data() { TestDatabase::addDialectRows(); }
    void wearsItsEnvironment()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 50);
        db->epoch();
        FakeClock clock(kSeedStart + std::chrono::seconds(4));
        AsyncStore store(db->address());
        Appearance appearance(ThemeMode::Light);
        MainWindow window({store,
                           clock,
                           appearance,
                           QStringLiteral("desk.db"),
                           QStringLiteral("operator"),
                           nullptr});
        QCOMPARE(window.strip().environment(), ShownEnvironment::Unknown);
        window.show();
        window.start();
        QTRY_COMPARE(window.strip().environment(), ShownEnvironment::Sandbox);
        QVERIFY(window.windowTitle().startsWith(QStringLiteral("[SANDBOX]")));
        QVERIFY(window.strip().text().contains(QStringLiteral("engine running")));
        QTRY_COMPARE(window.payments().table().rowCount(), 50);
        auto* rail = window.findChild<RailLabel*>();
        QVERIFY(rail);
        QVERIFY2(rail->text().contains(QStringLiteral("4 s")), qPrintable(rail->text()));
        QVERIFY(rail->text().startsWith(QStringLiteral("sandbox")));
    }

    void productionAndSandboxCanNotBeMistaken()
    {
        Appearance appearance(ThemeMode::Light);
        EnvironmentStrip strip(appearance);
        strip.resize(400, 30);
        const auto colours = [&](ShownEnvironment environment) {
            strip.setEnvironment(environment);
            const QImage image = strip.grab().toImage();
            QSet<QRgb> found;
            for (int x = 250; x < 390; ++x)
                found.insert(image.pixel(x, 3));
            return found;
        };
        const auto sandbox = colours(ShownEnvironment::Sandbox);
        QVERIFY(sandbox.contains(Theme::light().sandbox.rgb()));
        QVERIFY(sandbox.contains(Theme::light().sandboxStripe.rgb()));
        const auto production = colours(ShownEnvironment::Production);
        QCOMPARE(production, QSet<QRgb>{Theme::light().production.rgb()});
        QVERIFY(strip.text().contains(QStringLiteral("PRODUCTION")));
    }

    void followsTheFeed()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        FakeClock clock;
        AsyncStore store(db->address());
        Appearance appearance(ThemeMode::Light);
        MainWindow window({store, clock, appearance, {}, {}, nullptr});
        ChangeFeed feed(db->address(), std::chrono::milliseconds(20));
        window.follow(feed);
        window.show();
        window.start();
        QSignalSpy listening(&feed, &ChangeFeed::listening);
        QVERIFY(listening.count() || listening.wait(5'000));
        seedPayments(*db, 0, 7);
        QTRY_COMPARE(window.payments().table().rowCount(), 7);
    }

    void keysAndThemes()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        FakeClock clock;
        AsyncStore store(db->address());
        Appearance appearance(ThemeMode::Light);
        MainWindow window({store, clock, appearance, {}, {}, nullptr});
        window.show();
        window.start();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<QLineEdit*>()->hasFocus());
        QSignalSpy changed(&appearance, &Appearance::changed);
        auto* button = window.findChild<QToolButton*>(QStringLiteral("themeSwitch"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        QVERIFY(appearance.theme().dark);
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::darkOne().surface);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!appearance.theme().dark);
    }

    void remembersItsPlace()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("tieout.ini")), QSettings::IniFormat);
        FakeClock clock;
        AsyncStore store(db->address());
        Appearance appearance(ThemeMode::Light);
        const WindowParts parts{store, clock, appearance, {}, {}, &settings};
        const int column = int(PaymentsTable::Column::Corridor);
        {
            MainWindow window(parts);
            window.resize(760, 640);
            window.show();
            window.payments().view().setColumnWidth(column, 333);
            QVERIFY(window.close());
        }
        MainWindow window(parts);
        QCOMPARE(window.size(), QSize(760, 640));
        QCOMPARE(window.payments().view().columnWidth(column), 333);
    }
};

TIEOUT_REGISTER_TEST(TstShell)
#include "tst_shell.moc"
