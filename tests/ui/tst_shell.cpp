// SPDX-License-Identifier: GPL-3.0-or-later
// The window: which environment it wears, that it follows the feed, keys, themes, memory.
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/environmentstrip.h"
#include "ui/shell/footer.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifier.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shortcuts.h"
#include "ui/widgets/queueview.h"
#include "ui/widgets/raillabel.h"
#include "ui/widgets/railreason.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

class TstShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What is painted anew in part joins what stands there, and nothing within the frame is.
    void theFrameIsPaintedInParts()
    {
        Appearance appearance(ThemeMode::Light);
        EnvironmentFrame frame(appearance);
        frame.resize(400, 300);
        frame.setEnvironment(ShownEnvironment::Sandbox);
        const auto painted = [&](const QRegion& region) {
            QImage image(frame.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            frame.render(&image, QPoint(), QRegion(), QWidget::RenderFlags());
            QImage part(frame.size(), QImage::Format_ARGB32_Premultiplied);
            part.fill(Qt::transparent);
            QPainter painter(&part);
            frame.render(&painter, region.boundingRect().topLeft(), region, QWidget::RenderFlags());
            painter.end();
            for (const QRect& box : region) {
                if (part.copy(box) != image.copy(box))
                    return false;
            }
            return true;
        };
        QVERIFY(painted(QRect(0, 50, 3, 40)));
        QVERIFY(painted(QRect(100, 290, 77, 10)));
        QVERIFY(painted(QRegion(0, 10, 20, 31) + QRegion(390, 10, 10, 31)));
        QImage whole(frame.size(), QImage::Format_ARGB32_Premultiplied);
        whole.fill(Qt::transparent);
        frame.render(&whole, QPoint(), QRegion(), QWidget::RenderFlags());
        QCOMPARE(whole.pixel(200, 150), 0u);
        QCOMPARE(QColor(whole.pixel(1, 150)).alpha(), 255);
        QVERIFY(whole.copy(0, 0, 3, 100) == whole.copy(0, 24, 3, 100)); // one period further
        QVERIFY(whole.copy(0, 0, 3, 100) != whole.copy(0, 12, 3, 100));
    }

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
        QTRY_VERIFY(window.findChild<QLineEdit*>(QStringLiteral("filterEdit"))->hasFocus());
        QSignalSpy changed(&appearance, &Appearance::changed);
        auto* button = window.findChild<QToolButton*>(QStringLiteral("themeSwitch"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        QVERIFY(appearance.theme().dark);
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::darkOne().surface);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!appearance.theme().dark);
    }

    void everyKeyIsInTheTableOnce();
    void sheetListsEveryKey();
    void lostDatabaseIsSaid();
    void engineIsSaid();
    void severeCasesAreToldOnce();
    void railsSayWhyInWords();

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
            window.showPage(&window.settings());
            QVERIFY(window.close());
        }
        MainWindow window(parts);
        window.show();
        window.start();
        QVERIFY(window.settings().isVisible());
        QCOMPARE(window.size(), QSize(760, 640));
        QCOMPARE(window.payments().view().columnWidth(column), 333);
    }
};

void TstShell::everyKeyIsInTheTableOnce()
{
    QStringList keys;
    for (const Shortcut& each : shortcutTable()) {
        QVERIFY2(!keysOf(each).isEmpty(), each.id);
        for (const QKeySequence& key : keysOf(each))
            keys.append(key.toString(QKeySequence::PortableText));
    }
    for (int page = 0; page < 10; ++page)
        keys.append(pageKey(page).toString(QKeySequence::PortableText));
    QVERIFY(pageKey(10).isEmpty());
    QVERIFY(!keys.contains(QString()));
    QStringList once = keys;
    once.removeDuplicates();
    QCOMPARE(once, keys);

    const auto db = TestDatabase::make(Dialect::Sqlite);
    FakeClock clock;
    AsyncStore store(db->address());
    Appearance appearance(ThemeMode::Light);
    MainWindow window({store, clock, appearance, {}, {}, nullptr});
    QStringList carried;
    for (const Shortcut& each : shortcutTable()) {
        if (each.group == ShortcutGroup::Lists)
            continue;
        const QAction& action = window.shortcuts().action(each.id);
        QCOMPARE(action.shortcuts(), keysOf(each));
        QVERIFY2(!action.icon().isNull(), each.id);
        for (const QKeySequence& key : action.shortcuts())
            carried.append(key.toString(QKeySequence::PortableText));
    }
    for (const QAction* page : window.shortcuts().pages())
        carried.append(page->shortcut().toString(QKeySequence::PortableText));
    // Nothing in the window listens to a key that the table doesn't know.
    for (const QAction* action : window.findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts())
            QVERIFY2(carried.contains(key.toString(QKeySequence::PortableText)),
                     qPrintable(action->text()));
    }
    for (const QShortcut* each : window.findChildren<QShortcut*>()) {
        const QString key = each->key().toString(QKeySequence::PortableText);
        QVERIFY2(keys.contains(key), qPrintable(each->parent()->objectName() + u' ' + key));
    }
}

void TstShell::sheetListsEveryKey()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    FakeClock clock;
    AsyncStore store(db->address());
    Appearance appearance(ThemeMode::Light);
    MainWindow window({store, clock, appearance, {}, {}, nullptr});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* sheet = window.findChild<ShortcutSheet*>();
    QVERIFY(!sheet->isVisible());
    QTest::keyClick(&window, Qt::Key_F1);
    QVERIFY(sheet->isVisible());
    QStringList texts;
    for (const QLabel* each : sheet->findChildren<QLabel*>())
        texts.append(each->text());
    for (const Shortcut& each : shortcutTable())
        QVERIFY2(texts.contains(shortcutText(each)), each.id);
    QVERIFY(texts.contains(QStringLiteral("Payments")));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QTest::keyClick(&window, Qt::Key_Question);
    QVERIFY(sheet->isVisible());
    // In a field it is a question mark.
    sheet->dismiss();
    window.payments().focusSearch();
    auto* field = window.payments().findChild<QLineEdit*>();
    QTest::keyClick(field, Qt::Key_Question);
    QVERIFY(!sheet->isVisible());
}

void TstShell::lostDatabaseIsSaid()
{
    FakeClock clock;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/desk.sqlite"));
    AsyncStore store({path, {}});
    Appearance appearance(ThemeMode::Light);
    MainWindow window({store, clock, appearance, QStringLiteral("desk.sqlite"), {}, nullptr});
    auto* banner = window.findChild<QWidget*>(QStringLiteral("connectionBanner"));
    auto* state = window.findChild<StateLabel*>(QStringLiteral("databaseState"));
    window.show();
    QVERIFY(!banner->isVisible());
    window.start();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(window.status().error());
    QVERIFY2(state->look().tone == Tone::Bad, qPrintable(state->text()));
    if (window.status().lostSince()) {
        QVERIFY(state->text().contains(u"reconnecting"));
        QVERIFY(window.strip().text().contains(u"disconnected"));
    }
    // It comes back by itself.
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(QFile::copy(db->address().url, path));
    auto* retry = banner->findChild<QToolButton*>();
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(state->look().tone, Tone::Good);
    QVERIFY(!window.status().lostSince());
}

void TstShell::engineIsSaid()
{
    StationView view;
    QCOMPARE(engineText(std::nullopt), QString());
    QCOMPARE(engineText(view), QStringLiteral("no engine"));
    view.engineEpoch = 3;
    view.engineSilence = std::chrono::minutes(4);
    QCOMPARE(engineText(view), QStringLiteral("no engine for 4 m"));
    view.engineAlive = true;
    QCOMPARE(engineText(view), QStringLiteral("engine running, term 3"));
}

void TstShell::severeCasesAreToldOnce()
{
    const auto db = TestDatabase::make(Dialect::Sqlite);
    seedRail(*db);
    seedPayments(*db, 0, 3);
    AsyncStore store(db->address());
    CaseAlarms alarms(store);
    Preferences preferences(nullptr);
    Notifier notifier(alarms, preferences);
    QSignalSpy told(&notifier, &Notifier::told);
    QSignalSpy counted(&alarms, &CaseAlarms::openCasesChanged);
    alarms.check();
    QVERIFY(!counted.wait(300));
    const auto open = [&](const char* id, const char* code, const char* severity) {
        db->execute(
            QByteArray(
                "INSERT INTO exception_case (id, code, severity, plane, owner, subject, state,"
                " evidence, opened_at, version) VALUES ('") +
            id + "', '" + code + "', " + severity +
            ", 'chain', 'treasury', 'rail:sandbox', 'open', '{}', 1, 1)");
        alarms.check();
    };
    open("cas_1", "REORG-POST", "1");
    QVERIFY(told.count() || told.wait(5'000));
    QVERIFY(told.front().front().toString().startsWith(u"REORG-POST"));
    QCOMPARE(alarms.openCases(), 1);
    open("cas_2", "AMT-UNDER", "3");
    alarms.check();
    QVERIFY(!told.wait(300));
    QCOMPARE(told.count(), 1);
}

void TstShell::railsSayWhyInWords()
{
    Appearance appearance(ThemeMode::Light);
    RailLabel label(appearance);
    RailStatus rail;
    rail.name = QStringLiteral("sandbox");
    rail.healthReason = QStringLiteral("head_stale");
    label.setRail(rail, kSeedStart);
    QVERIFY2(label.toolTip().contains(railReasonText(rail.healthReason)),
             qPrintable(label.toolTip()));
    QVERIFY(!label.toolTip().contains(rail.healthReason));
}

TIEOUT_REGISTER_TEST(TstShell)
#include "tst_shell.moc"
