// SPDX-License-Identifier: GPL-3.0-or-later
// The desk program as a whole: the first start, one console per file, the orderly end, and what is
// shown when a database can't be opened.
#include "app/session.h"
#include "model/store/lease.h"
#include "model/store/migrations.h"
#include "model/store/systemclock.h"
#include "tests/support/processes.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentspage.h"
#include "ui/shell/stopnotice.h"
#include "ui/start/problemview.h"

#include <QAbstractButton>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr int kPatience = 30'000;

// One program: settings and files of its own.
class DeskProgram
{
public:
    explicit DeskProgram(const QTemporaryDir& folder, ConsoleOptions options = {})
        : settings(folder.filePath(QStringLiteral("tieout.ini")), QSettings::IniFormat)
        , session(std::move(options), &settings, appearance, clock)
        , ended(&session, &Session::ended)
    {}

    bool isOpen() { return session.console() && session.console()->window().isVisible(); }
    StartWindow& start() { return session.startWindow(); }
    bool closesInOrder()
    {
        session.console()->window().close();
        return QTest::qWaitFor([this] { return ended.count() == 1; }, kPatience) &&
               ended.front().front().toInt() == 0;
    }

    SystemClock clock;
    QSettings settings;
    Appearance appearance{ThemeMode::Light};
    Session session;
    QSignalSpy ended;
};

ConsoleOptions optionsFor(const QString& path)
{
    ConsoleOptions options;
    options.named = true;
    options.config = embeddedSandbox(path);
    return options;
}

bool leaseIsHeld(const QString& path)
{
    const auto db = Database::open({path, {}}, QStringLiteral("look"), OpenMode::ReadOnly);
    const auto lease = readLease(**db);
    return lease->isHeld;
}

void execute(const QString& path, const QString& statement)
{
    auto db = Database::open({path, {}}, QStringLiteral("spoil"), OpenMode::ReadWrite);
    QSqlQuery query((*db)->sql());
    if (!query.exec(statement))
        qFatal("%s", qPrintable(query.lastError().text()));
}

} // namespace

class TstDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        // What an earlier run left behind isn't a first start.
        QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
             QStringLiteral("/tieout"))
            .removeRecursively();
    }

    void optionsAreUnderstood()
    {
        const auto parse = [](const QStringList& words) {
            return parseConsoleOptions(QStringList{QStringLiteral("tieout")} + words);
        };
        QVERIFY(!parse({})->named);
        QVERIFY(!parse({})->sandbox);
        QVERIFY(!parse({})->theme);
        QVERIFY(parse({QStringLiteral("--sandbox")})->sandbox);
        QVERIFY(*parse({QStringLiteral("--theme=dark")})->theme == ThemeMode::Dark);
        QVERIFY(parse({QStringLiteral("--database=/d/x.sqlite")})->named);
        QCOMPARE(parse({QStringLiteral("--nonsense")}).error().reason,
                 QStringLiteral("unknown_option"));
        QVERIFY(parse({QStringLiteral("--headless")}));
        QCOMPARE(parse({QStringLiteral("--headless"), QStringLiteral("--database=/d/x.sqlite")})
                     .error()
                     .reason,
                 QStringLiteral("unknown_option"));
        // One of the two would be passed over.
        QCOMPARE(parse({QStringLiteral("--sandbox"), QStringLiteral("--database=/d/x.sqlite")})
                     .error()
                     .detail,
                 QStringLiteral("--sandbox (--database, --config)"));
    }

    void firstStartAsksAndRemembers()
    {
        QTemporaryDir folder;
        {
            DeskProgram desk(folder);
            desk.session.begin();
            QVERIFY(desk.start().isVisible());
            QVERIFY(!desk.session.console());
            auto* sandbox = desk.start().findChild<QAbstractButton*>(QStringLiteral("sandbox"));
            QTest::mouseClick(sandbox, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(desk.isOpen(), kPatience);
            QVERIFY(!desk.start().isVisible());
            QTRY_VERIFY_WITH_TIMEOUT(
                desk.session.console()->window().payments().table().rowCount() > 0, kPatience);
            QVERIFY(desk.closesInOrder());
        }
        // The next start opens it without a question.
        DeskProgram again(folder);
        again.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(again.isOpen(), kPatience);
        QVERIFY(again.closesInOrder());
    }

    // The window says what it waits for and stays alive; the lease is given back.
    void closingStopsTheEngineFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
        DeskProgram desk(folder, optionsFor(path));
        desk.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOpen(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(leaseIsHeld(path), kPatience);
        MainWindow& window = desk.session.console()->window();
        QVERIFY(!window.close());
        auto* notice = window.findChild<StopNotice*>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(u"Stopping the engine"));
        // Asking twice, or by Escape, changes nothing.
        QVERIFY(!window.close());
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(notice->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(desk.ended.count(), 1, kPatience);
        QCOMPARE(desk.ended.front().front().toInt(), 0);
        QVERIFY(!leaseIsHeld(path));
    }

    void anotherDatabaseIsOpenedInPlace()
    {
        QTemporaryDir folder;
        const QString second = folder.filePath(QStringLiteral("second.sqlite"));
        DeskProgram desk(folder, optionsFor(folder.filePath(QStringLiteral("first.sqlite"))));
        desk.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOpen(), kPatience);
        Q_EMIT desk.session.console()->window().databaseWanted(second);
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.isOpen() &&
                desk.session.console()->window().windowTitle().contains(u"second.sqlite"),
            kPatience);
        QCOMPARE(desk.ended.count(), 0);
        QCOMPARE(Preferences(&desk.settings).recentDatabases().front(), second);
        QVERIFY(desk.closesInOrder());
    }

    void secondStartExplainsAndRaises()
    {
        QTemporaryDir folder;
        QTemporaryDir other;
        const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
        DeskProgram first(folder, optionsFor(path));
        first.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen(), kPatience);
        first.session.console()->window().showMinimized();
        DeskProgram second(other, optionsFor(path));
        second.session.begin();
        QTRY_VERIFY(second.start().problem().isVisible());
        QVERIFY(second.start().problem().title().contains(u"Already open"));
        QVERIFY(!second.session.console());
        QTRY_VERIFY(!first.session.console()->window().isMinimized());
        QVERIFY(first.closesInOrder());
        // Now the way is free.
        auto* retry = second.start().findChild<QAbstractButton*>(QStringLiteral("retry"));
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(second.isOpen(), kPatience);
        QVERIFY(second.closesInOrder());
    }

    // A real second process; and one that was killed leaves no lock behind.
    void anotherProcessHoldsTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
        ChildProgram program;
        QVERIFY(program.start(QStringLiteral(TIEOUT), {QStringLiteral("--database"), path}));
        const auto held = [&] {
            const auto lock = DeskLock::take(path);
            return !lock && lock.error().reason == u"already_open";
        };
        const auto up = program.waitUntil([&] { return QFile::exists(path) && held(); });
        QVERIFY2(up, program.output().constData());
        const auto refused = DeskLock::take(path);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QString::number(program.pid())));
        program.kill();
        QTRY_VERIFY(DeskLock::take(path).has_value());
    }

    void problemsAreShownWithATitle_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<QString>("title");
        QTest::newRow("newer") << QStringLiteral(
                                      "INSERT INTO migration SELECT version + 1000, name, "
                                      "sha256, applied_at FROM migration LIMIT 1")
                               << QStringLiteral("newer");
        QTest::newRow("the other environment")
            << QStringLiteral("UPDATE environment SET name = 'production'")
            << QStringLiteral("never mix");
    }
    void problemsAreShownWithATitle()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, title);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
        QVERIFY(makeDatabase({path, {}}, QStringLiteral("sandbox"), SystemClock().now()));
        execute(path, QStringLiteral("DROP TRIGGER IF EXISTS environment_fixed"));
        execute(path, spoil);
        DeskProgram desk(folder, optionsFor(path));
        QSignalSpy noted(&desk.session, &Session::noted);
        desk.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(desk.start().problem().isVisible(), kPatience);
        QVERIFY2(desk.start().problem().title().contains(title),
                 qPrintable(desk.start().problem().title()));
        QCOMPARE(noted.count(), 1);
        // Nothing holds the file, and giving up says so to the shell.
        QVERIFY(DeskLock::take(path).has_value());
        desk.start().close();
        QCOMPARE(desk.ended.front().front().toInt(), 4);
    }

    void strangeFilesAreLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notes.sqlite"));
        execute(path, QStringLiteral("CREATE TABLE note (words TEXT)"));
        DeskProgram desk(folder, optionsFor(path));
        desk.session.begin();
        QTRY_VERIFY_WITH_TIMEOUT(desk.start().problem().isVisible(), kPatience);
        QVERIFY2(desk.start().problem().title().contains(u"no database of Tieout"),
                 qPrintable(desk.start().problem().title()));
        // What couldn't be opened isn't offered again.
        QVERIFY(Preferences(&desk.settings).recentDatabases().isEmpty());
    }
};

TIEOUT_REGISTER_TEST(TstDesk)
#include "tst_desk.moc"
