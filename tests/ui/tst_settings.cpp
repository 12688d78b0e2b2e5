// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what is chosen is applied and kept, no password ever is, connections and sources are
// tested for real.
#include "model/store/rails.h"
#include "model/store/transaction.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/start/connectionview.h"
#include "ui/theme/language.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/queueview.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

class SettingsDesk
{
public:
    // As the person of `login`; without one as the administrator, who acts for nobody.
    explicit SettingsDesk(std::unique_ptr<TestDatabase> database,
                          const DatabaseAddress& login = {},
                          const QString& person = QStringLiteral("operator"))
        : db(std::move(database))
        , settings(folder.filePath(QStringLiteral("tieout.ini")), QSettings::IniFormat)
        , store(login.url.isEmpty() ? db->address() : login)
        , window({store, clock, appearance, QStringLiteral("desk"), person, &settings})
    {
        window.resize(1200, 800);
        window.show();
        window.start();
        TIEOUT_CHECK(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    }

    QAbstractButton* button(const char* name, int which = 0)
    {
        const auto all = window.settings().findChildren<QAbstractButton*>(QLatin1String(name));
        return all.value(which);
    }
    void click(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    void show(SettingsPage::Section section) { window.settings().showSection(section); }

    QTemporaryDir folder;
    std::unique_ptr<TestDatabase> db;
    QSettings settings;
    FakeClock clock{kSeedStart + std::chrono::hours(1)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    MainWindow window;
};

std::unique_ptr<TestDatabase> seeded(Dialect dialect)
{
    auto db = TestDatabase::make(dialect);
    seedRail(*db);
    return db;
}

} // namespace

class TstSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOpenThePage()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        QVERIFY(desk.window.settings().isVisible());
        QVERIFY(!desk.window.payments().isVisible());
    }

    void theProtectionOfTheConnectionIsTold_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("mode");
        const auto row = [](const char* name, const char* url, const char* mode) {
            QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(mode);
        };
        row("verified", "postgresql://ana@db.example/t?sslmode=verify-full", "verify-full");
        row("encrypted", "postgresql://ana@db.example/t?sslmode=require", "require");
        row("plain", "postgresql://ana@db.example/t?sslmode=disable", "disable");
        row("unsaid", "postgresql://ana@db.example/t", "libpq's default (prefer)");
        row("socket", "postgresql://ana@/t?host=/run/postgresql", "a socket of this machine");
        row("file", "/data/desk.sqlite", "");
    }
    // Without asking the server for it.
    void theProtectionOfTheConnectionIsTold()
    {
        QFETCH(QString, url);
        FakeClock clock;
        AsyncStore store({url, {}});
        Appearance appearance(ThemeMode::Light);
        MainWindow window({store, clock, appearance, {}, {}, nullptr});
        const auto* facts = window.settings().findChild<FactGrid*>();
        QVERIFY(facts);
        QTEST(facts->value(QStringLiteral("TLS mode")), "mode");
    }

    void themeIsWornAtOnceAndKept()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        desk.show(SettingsPage::Section::Appearance);
        QVERIFY(desk.button("theme-light")->isChecked());
        desk.click("theme-dark");
        QVERIFY(desk.appearance.theme().dark);
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::darkOne().surface);
        QCOMPARE(Preferences(&desk.settings).theme(), ThemeMode::Dark);
        // Switched elsewhere, the page follows.
        desk.appearance.setMode(ThemeMode::System);
        QVERIFY(desk.button("theme-system")->isChecked());
        desk.appearance.setMode(ThemeMode::Light);
        QCOMPARE(Preferences(&desk.settings).theme(), ThemeMode::Light);
    }

    void densityChangesEveryTable()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        const QHeaderView* rows = desk.window.payments().view().verticalHeader();
        QCOMPARE(rows->defaultSectionSize(), 28);
        desk.show(SettingsPage::Section::Appearance);
        desk.click("compact");
        QCOMPARE(rows->defaultSectionSize(), 22);
        QCOMPARE(Preferences(&desk.settings).density(), Density::Compact);
        desk.click("comfortable");
        QCOMPARE(rows->defaultSectionSize(), 28);
    }

    void languageSaysWhenItIsUsed()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        desk.show(SettingsPage::Section::Language);
        auto* note = desk.window.settings().findChild<QLabel*>(QStringLiteral("languageNote"));
        QVERIFY(!note->isVisible());
        desk.click("language-en");
        QVERIFY(note->isVisible());
        QCOMPARE(Preferences(&desk.settings).language(), QStringLiteral("en"));
        // Only languages that are there are offered.
        QVERIFY(availableLanguages(QStringLiteral(":/nowhere")).size() == 1);
    }

    void languageIsChosenByWishThenSystem_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QString>("code");
        const auto row =
            [](const char* name, const char* wish, QStringList system, const char* code) {
                QTest::newRow(name)
                    << QString::fromLatin1(wish) << system << QString::fromLatin1(code);
            };
        row("the wish", "ar", {QStringLiteral("es-ES")}, "ar");
        row("the system's", "", {QStringLiteral("es-MX"), QStringLiteral("en")}, "es");
        row("with an underscore", "", {QStringLiteral("ar_EG")}, "ar");
        row("none of them", "", {QStringLiteral("de-DE")}, "en");
        row("a wish that is gone", "fr", {QStringLiteral("de")}, "en");
    }
    void languageIsChosenByWishThenSystem()
    {
        QFETCH(QString, wish);
        QFETCH(QStringList, system);
        const QList<Language> three{
            {QStringLiteral("en"), {}}, {QStringLiteral("es"), {}}, {QStringLiteral("ar"), {}}};
        QTEST(chooseLanguage(wish, system, three), "code");
    }

    void arabicIsMirrored()
    {
        const auto restore = qScopeGuard([] { qApp->setLayoutDirection(Qt::LeftToRight); });
        QObject owner;
        wearLanguage(QStringLiteral("ar"), owner);
        QCOMPARE(qApp->layoutDirection(), Qt::RightToLeft);
        SettingsDesk desk(seeded(Dialect::Sqlite));
        const auto* side =
            desk.window.settings().findChild<QWidget*>(QStringLiteral("settingsSide"));
        QVERIFY(side->mapTo(&desk.window, QPoint()).x() > desk.window.width() / 2);
        wearLanguage(QStringLiteral("en"), owner);
        QCOMPARE(qApp->layoutDirection(), Qt::LeftToRight);
    }

    void recentDatabasesHoldNoPassword()
    {
        Preferences preferences(nullptr);
        for (const char* bad : {"postgresql://ana:secret@db/tieout",
                                "postgresql://ana@db/tieout?password=secret",
                                "postgresql://ana@db/tieout?sslpassword=secret",
                                "host=db password=secret",
                                ""})
            preferences.rememberDatabase(QString::fromLatin1(bad));
        QVERIFY(preferences.recentDatabases().isEmpty());
        for (int i = 0; i < 20; ++i)
            preferences.rememberDatabase(QStringLiteral("/data/%1.sqlite").arg(i));
        QCOMPARE(preferences.recentDatabases().size(), Preferences::kMostRecent);
        QCOMPARE(preferences.recentDatabases().front(), QStringLiteral("/data/19.sqlite"));
        preferences.rememberDatabase(QStringLiteral("/data/15.sqlite"));
        QCOMPARE(preferences.recentDatabases().front(), QStringLiteral("/data/15.sqlite"));
        QCOMPARE(preferences.recentDatabases().count(QStringLiteral("/data/15.sqlite")), 1);
        preferences.forgetDatabase(QStringLiteral("/data/15.sqlite"));
        QVERIFY(!preferences.recentDatabases().contains(QStringLiteral("/data/15.sqlite")));
    }

    void preferencesSurviveARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("tieout.ini"));
        {
            QSettings settings(file, QSettings::IniFormat);
            Preferences preferences(&settings);
            preferences.setTheme(ThemeMode::Dark);
            preferences.setDensity(Density::Compact);
            preferences.setLanguage(QStringLiteral("es"));
            preferences.setNotifies(false);
            preferences.rememberDatabase(QStringLiteral("/data/one.sqlite"));
        }
        QSettings settings(file, QSettings::IniFormat);
        const Preferences preferences(&settings);
        QCOMPARE(preferences.theme(), ThemeMode::Dark);
        QCOMPARE(preferences.density(), Density::Compact);
        QCOMPARE(preferences.language(), QStringLiteral("es"));
        QVERIFY(!preferences.notifies());
        QCOMPARE(preferences.recentDatabases(), QStringList{QStringLiteral("/data/one.sqlite")});
    }

    void connectionIsTested_data() { TestDatabase::addDialectRows(); }
    void connectionIsTested()
    {
        QFETCH(tieout::Dialect, dialect);
        if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty())
            QSKIP(qPrintable(why));
        SettingsDesk desk(seeded(dialect));
        auto* view = desk.window.settings().findChild<ConnectionView*>();
        desk.click("testConnection");
        QVERIFY(view->isTesting());
        QTRY_VERIFY(view->report().has_value());
        QVERIFY(view->isUsable());
        QCOMPARE(view->fact(QStringLiteral("Environment")), QStringLiteral("sandbox"));
        QVERIFY(view->fact(QStringLiteral("Server"))
                    .startsWith(dialect == Dialect::Sqlite ? u"SQLite" : u"PostgreSQL"));
    }

    void askingForAnotherDatabaseIsHandedOn()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        QSignalSpy wanted(&desk.window, &MainWindow::databaseWanted);
        desk.click("openAnother");
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted.front().front().toString().isEmpty());
    }

    void sourcesShowTheirHealth_data() { TestDatabase::addDialectRows(); }
    void sourcesShowTheirHealth();
    void testNowIsACommand_data() { TestDatabase::addDialectRows(); }
    void testNowIsACommand();

    void everyControlHasAName()
    {
        SettingsDesk desk(seeded(Dialect::Sqlite));
        for (const auto section : {SettingsPage::Section::Connections,
                                   SettingsPage::Section::Sources,
                                   SettingsPage::Section::Appearance,
                                   SettingsPage::Section::Language,
                                   SettingsPage::Section::Notifications}) {
            desk.show(section);
            for (QAbstractButton* each : desk.window.findChildren<QAbstractButton*>()) {
                const auto* spoken = QAccessible::queryAccessibleInterface(each);
                if (!each->isVisible())
                    continue;
                // What belongs to a field or a view of Qt's own is named by it.
                const bool inner = each->objectName().startsWith(u"qt_") ||
                                   qobject_cast<QLineEdit*>(each->parentWidget());
                QVERIFY2(inner || !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(each->parentWidget()->objectName() + u'/' +
                                    QLatin1String(each->parentWidget()->metaObject()->className()) +
                                    u'/' + each->objectName()));
            }
        }
    }

private:
    static void writeSource(const TestDatabase& db)
    {
        db.execute("INSERT INTO source_health (rail, name, operator, healthy, head, requests,"
                   " failures, latency_ms, span, last_error, retry_at, updated_at)"
                   " SELECT id, 'north', 'Northern Nodes', 1, 71220331, 5200, 12, 84, 2000,"
                   " 'timeout', 0, 0 FROM rail");
    }
};

void TstSettings::sourcesShowTheirHealth()
{
    QFETCH(tieout::Dialect, dialect);
    if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty())
        QSKIP(qPrintable(why));
    auto db = seeded(dialect);
    writeSource(*db);
    db->execute("UPDATE rail_state SET healthy = 0, health_reason = 'head_stale'");
    db->execute("UPDATE source_health SET last_error = 'source_behind'");
    SettingsDesk desk(std::move(db));
    desk.show(SettingsPage::Section::Sources);
    QTRY_VERIFY(desk.button("testSource"));
    QStringList texts;
    for (const QLabel* each : desk.window.settings().findChildren<QLabel*>())
        texts.append(each->text());
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(u"Northern Nodes") && all.contains(u"84 ms"), qPrintable(all));
    // In words, not by their codes.
    QVERIFY2(all.contains(u"Last error: The sources are behind"), qPrintable(all));
    QVERIFY2(all.contains(u"No new block for too long"), qPrintable(all));
    QVERIFY2(!all.contains(u"head_stale") && !all.contains(u"source_behind"), qPrintable(all));
}

// Without an engine it waits, says so, and can be taken back.
void TstSettings::testNowIsACommand()
{
    QFETCH(tieout::Dialect, dialect);
    if (const QString why = TestDatabase::whyNot(dialect); !why.isEmpty())
        QSKIP(qPrintable(why));
    auto db = seeded(dialect);
    writeSource(*db);
    const auto login = db->makeLogin(QStringLiteral("eve"), {QStringLiteral("engineer")});
    const QString person = db->loginName(QStringLiteral("eve"));
    SettingsDesk desk(std::move(db), login, person);
    desk.show(SettingsPage::Section::Sources);
    QTRY_VERIFY(desk.button("testSource"));
    auto* told = desk.window.settings().findChild<QLabel*>(QStringLiteral("testAnswer"));
    desk.click("testSource");
    QTRY_VERIFY2(told->text().contains(u"waiting for the engine"), qPrintable(told->text()));
    QCOMPARE(desk.button("testSource")->text(), QStringLiteral("Cancel"));
    desk.click("testSource");
    QTRY_COMPARE(desk.button("testSource")->text(), QStringLiteral("Test now"));
    QTRY_VERIFY2(told->text().contains(u"cancel", Qt::CaseInsensitive), qPrintable(told->text()));
}

TIEOUT_REGISTER_TEST(TstSettings)
#include "tst_settings.moc"
