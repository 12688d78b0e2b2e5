// SPDX-License-Identifier: GPL-3.0-or-later
// The start window: what each card wants, the form of a PostgreSQL connection against a real
// server, clear words for everything that keeps a database closed.
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"
#include "ui/errortext.h"
#include "ui/settings/preferences.h"
#include "ui/start/connectionview.h"
#include "ui/start/postgresform.h"
#include "ui/start/problemtext.h"
#include "ui/start/problemview.h"
#include "ui/start/startchoices.h"
#include "ui/start/startwindow.h"

#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

namespace {

template<class Widget = QPushButton>
Widget* part(QWidget& parent, const char* name)
{
    return parent.findChild<Widget*>(QLatin1String(name));
}

void press(QWidget& parent, const char* name)
{
    QTest::mouseClick(part<QAbstractButton>(parent, name), Qt::LeftButton);
}

} // namespace

class TstWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sandboxIsOneClick()
    {
        Appearance appearance(ThemeMode::Light);
        StartWindow window(appearance);
        QSignalSpy wanted(&window, &StartWindow::sandboxWanted);
        window.showChoices({});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        press(window, "sandbox");
        QCOMPARE(wanted.count(), 1);
        // And one key.
        QTest::keyClick(part(window, "sandbox"), Qt::Key_Space);
        QCOMPARE(wanted.count(), 2);
    }

    void filesAreChosenWithoutALoop()
    {
        Appearance appearance(ThemeMode::Light);
        StartWindow window(appearance);
        QSignalSpy wanted(&window, &StartWindow::fileWanted);
        window.showChoices({});
        window.show();
        press(window, "createFile");
        auto* dialog = window.findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QTemporaryDir folder;
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("new.sqlite")));
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted.front().front().toString().endsWith(u"new.sqlite"));
        dialog->reject();
    }

    void everyProtectionIsTold_data()
    {
        QTest::addColumn<int>("protection");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("warned");
        const auto row = [](const char* name, LinkProtection protection, const char* text) {
            const bool warned =
                protection == LinkProtection::Plain || protection == LinkProtection::Encrypted;
            QTest::newRow(name) << int(protection) << QString::fromLatin1(text) << warned;
        };
        row("file", LinkProtection::File, "A file of this machine: nothing travels");
        row("socket", LinkProtection::Socket, "A socket of this machine: nothing travels");
        row("plain",
            LinkProtection::Plain,
            "None: passwords and amounts cross the network in clear");
        row("encrypted", LinkProtection::Encrypted, "TLSv1.3, but the server's name isn't checked");
        row("verified", LinkProtection::Verified, "TLSv1.3, and the server's name is checked");
    }
    void everyProtectionIsTold()
    {
        QFETCH(int, protection);
        ConnectionReport report;
        report.protection = LinkProtection(protection);
        report.protocol = QStringLiteral("TLSv1.3");
        QTEST(protectionText(report), "text");
        QTEST(isWorthAWarning(report.protection), "warned");
    }

    // What is chosen is what the address says; only what verifies asks for an authority, and a
    // socket needs none of it.
    void theFormAsksForAProtection()
    {
        Appearance appearance(ThemeMode::Light);
        PostgresForm form(appearance);
        form.setAddress({QStringLiteral("db.example"),
                         5432,
                         QStringLiteral("tieout"),
                         QStringLiteral("ana"),
                         QStringLiteral("verify-full"),
                         {}});
        auto* mode = form.findChild<QComboBox*>();
        QVERIFY(mode);
        const std::pair<const char*, const char*> modes[] = {
            {"verify-full", "Encrypt and verify the server (verify-full)"},
            {"verify-ca", "Encrypt and verify the authority (verify-ca)"},
            {"require", "Encrypt, trust any server (require)"},
            {"disable", "Don't encrypt (disable)"}};
        QCOMPARE(mode->count(), int(std::size(modes)));
        for (int i = 0; i < mode->count(); ++i) {
            mode->setCurrentIndex(i);
            const QString name = QLatin1String(modes[i].first);
            QCOMPARE(mode->currentText(), QLatin1String(modes[i].second));
            QCOMPARE(*form.address().toUrl(),
                     QStringLiteral("postgresql://ana@db.example/tieout?sslmode=") + name);
            QCOMPARE(part<QLineEdit>(form, "caFile")->isEnabled(), name.startsWith(u"verify"));
        }
        part<QLineEdit>(form, "host")->setText(QStringLiteral("/run/postgresql"));
        QVERIFY(!mode->isEnabled());
    }

    void recentDatabasesAreOffered()
    {
        Appearance appearance(ThemeMode::Light);
        StartWindow window(appearance);
        QSignalSpy wanted(&window, &StartWindow::recentWanted);
        const QString url =
            QStringLiteral("postgresql://ana@db.example/tieout?sslmode=verify-full");
        window.showChoices({url, QStringLiteral("/data/desk.sqlite")});
        window.show();
        QCOMPARE(window.findChildren<QToolButton*>(QStringLiteral("recent")).size(), 2);
        press(window, "recent");
        QCOMPARE(wanted.front().front().toString(), url);
    }

    void addressesAreBuiltAndRead_data()
    {
        QTest::addColumn<PostgresAddress>("address");
        QTest::addColumn<QString>("url");
        const auto row = [](const char* name, const PostgresAddress& address, const char* url) {
            QTest::newRow(name) << address << QString::fromLatin1(url);
        };
        const auto text = [](const char* t) { return QString::fromUtf8(t); };
        row("verified",
            {text("db.example"), 5432, text("tieout"), text("ana"), text("verify-full"), {}},
            "postgresql://ana@db.example/tieout?sslmode=verify-full");
        row("port and authority",
            {text("10.0.0.7"),
             5433,
             text("tieout"),
             text("ana"),
             text("verify-ca"),
             text("/c/a.pem")},
            "postgresql://ana@10.0.0.7:5433/tieout?sslmode=verify-ca&sslrootcert=/c/a.pem");
        row("IPv6",
            {text("2001:db8::1"), 5432, text("tieout"), text("ana"), text("require"), {}},
            "postgresql://ana@[2001:db8::1]/tieout?sslmode=require");
        row("a socket",
            {text("/run/postgresql"), 5599, text("tieout"), text("ana"), {}, {}},
            "postgresql://ana@/tieout?host=/run/postgresql&port=5599");
        row("odd characters",
            {text("db"),
             5432,
             text("tie out"),
             text("ana@desk:1"),
             text("require"),
             text("/c/a&b.pem")},
            "postgresql://ana%40desk%3A1@db/tie%20out?sslmode=require&sslrootcert=/c/a%26b.pem");
    }
    void addressesAreBuiltAndRead()
    {
        QFETCH(PostgresAddress, address);
        QFETCH(QString, url);
        QCOMPARE(address.toUrl().value_or(QString()), url);
        const auto back = PostgresAddress::fromUrl(url);
        QVERIFY(back);
        QCOMPARE(back->toUrl().value_or(QString()), url);
        QCOMPARE(back->host, address.host);
        QCOMPARE(back->login, address.login);
        QCOMPARE(back->database, address.database);
        QCOMPARE(back->port, address.port);
        QCOMPARE(back->caFile, address.caFile);
    }

    void whatIsMissingIsNamed()
    {
        PostgresAddress address;
        const auto reason = [&] {
            const auto url = address.toUrl();
            return url ? QString() : url.error().reason;
        };
        QCOMPARE(reason(), QStringLiteral("server_missing"));
        address.host = QStringLiteral("db");
        QCOMPARE(reason(), QStringLiteral("database_missing"));
        address.database = QStringLiteral("tieout");
        QCOMPARE(reason(), QStringLiteral("login_missing"));
        address.login = QStringLiteral("ana");
        QCOMPARE(reason(), QString());
        address.port = 0;
        QCOMPARE(reason(), QStringLiteral("port_range"));
        QVERIFY(!PostgresAddress::fromUrl(QStringLiteral("mysql://db/x")));
        QVERIFY(!PostgresAddress::fromUrl({}));
    }

    void formOpensWhatWasTested();
    void formShowsARefusedLogin();
    void everyReasonHasATitleAndASentence();
    void problemsOfferWhatHelps();
    void whatMayPassIsTriedAgain();
    void tryingCanBeStopped();
    void whatStaysIsntTriedAgain();
    void controlsHaveNames();
};

namespace {

// The address of the test server with a login of its own.
struct ServerDesk
{
    std::unique_ptr<TestDatabase> db = TestDatabase::make(Dialect::PostgreSql);
    DatabaseAddress login = db->makeLogin(QStringLiteral("ana"), {QStringLiteral("operator")});
    Appearance appearance{ThemeMode::Light};
    StartWindow window{appearance};

    ServerDesk()
    {
        window.showServer({});
        window.show();
        window.form().setAddress(*PostgresAddress::fromUrl(login.url));
    }
    void type(const char* field, const QString& text)
    {
        auto* edit = part<QLineEdit>(window, field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    ConnectionView& view() { return window.form().view(); }
};

} // namespace

void TstWizard::formOpensWhatWasTested()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    ServerDesk desk;
    QSignalSpy opened(&desk.window, &StartWindow::serverWanted);
    QVERIFY(!part(desk.window, "open")->isEnabled());
    desk.type("password", desk.login.password);
    press(desk.window, "test");
    QTRY_VERIFY(desk.view().report().has_value());
    QVERIFY2(desk.view().isUsable(), qPrintable(desk.view().fact(QStringLiteral("Server"))));
    QVERIFY(desk.view().fact(QStringLiteral("May act as")).contains(u"operator"));
    QCOMPARE(desk.view().fact(QStringLiteral("Environment")), QStringLiteral("sandbox"));
    QVERIFY(!desk.view().fact(QStringLiteral("Protection")).isEmpty());
    // Another word in the form, and the test says nothing about it any more.
    QTest::keyClicks(part<QLineEdit>(desk.window, "database"), QStringLiteral("x"));
    QVERIFY(!part(desk.window, "open")->isEnabled());
    QTest::keyClick(part<QLineEdit>(desk.window, "database"), Qt::Key_Backspace);
    press(desk.window, "test");
    QTRY_VERIFY(part(desk.window, "open")->isEnabled());
    press(desk.window, "open");
    QCOMPARE(opened.count(), 1);
    const auto address = opened.front().front().value<DatabaseAddress>();
    QCOMPARE(address.password, desk.login.password);
    QVERIFY(!holdsPassword(address.url));
    // It is in nobody's hands but the session's.
    QVERIFY(part<QLineEdit>(desk.window, "password")->text().isEmpty());
}

void TstWizard::formShowsARefusedLogin()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    ServerDesk desk;
    desk.type("login", QStringLiteral("nobody_at_all"));
    desk.type("password", QStringLiteral("not-the-password"));
    press(desk.window, "test");
    QTRY_VERIFY(desk.view().report().has_value());
    QVERIFY(!desk.view().isUsable());
    QVERIFY(!desk.view().report()->has_value());
    QCOMPARE(desk.view().report()->error().reason, QStringLiteral("database_login"));
    QVERIFY(!part(desk.window, "open")->isEnabled());
    press(desk.window, "back");
    QVERIFY(part(desk.window, "sandbox")->isVisible());
    QVERIFY(part<QLineEdit>(desk.window, "password")->text().isEmpty());
}

void TstWizard::everyReasonHasATitleAndASentence()
{
    const QString unknown = problemTitle({ErrorCode::Internal, QStringLiteral("odd"), {}});
    for (const char* reason : {"already_open",
                               "database_newer",
                               "database_older",
                               "database_empty",
                               "database_foreign",
                               "migration_changed",
                               "environment_mismatch",
                               "environment_missing",
                               "database_login",
                               "database_unreachable",
                               "database_locked",
                               "database_corrupt",
                               "database_read_only",
                               "folder_unwritable",
                               "disk_full"}) {
        const QString name = QString::fromLatin1(reason);
        QVERIFY2(hasErrorText(name), reason);
        QVERIFY2(problemTitle({ErrorCode::Conflict, name, {}}) != unknown, reason);
    }
}

void TstWizard::problemsOfferWhatHelps()
{
    Appearance appearance(ThemeMode::Light);
    StartWindow window(appearance);
    window.show();
    window.showProblem({ErrorCode::Conflict, QStringLiteral("database_newer"), {}},
                       QStringLiteral("desk.sqlite"));
    QVERIFY(window.problem().isVisible());
    QVERIFY(window.problem().title().contains(u"newer"));
    QVERIFY(!part(window, "retry")->isVisible());
    press(window, "another");
    QVERIFY(part(window, "sandbox")->isVisible());
    QSignalSpy retried(&window, &StartWindow::retried);
    window.showProblem({ErrorCode::Unavailable, QStringLiteral("database_unreachable"), {}},
                       QStringLiteral("postgresql://db/tieout"));
    QVERIFY(part(window, "retry")->isVisible());
    press(window, "retry");
    QCOMPARE(retried.count(), 1);
    QSignalSpy closed(&window, &StartWindow::closed);
    press(window, "closeStart");
    QCOMPARE(closed.count(), 1);
}

// With the seconds shown, later each time; pressed as well as by itself.
void TstWizard::whatMayPassIsTriedAgain()
{
    Appearance appearance(ThemeMode::Light);
    StartWindow window(appearance);
    ProblemView& view = window.problem();
    view.setSecond(std::chrono::milliseconds(1));
    const Error error{ErrorCode::Unavailable, QStringLiteral("database_unreachable"), {}};
    const QString database = QStringLiteral("postgresql://db/tieout");
    QSignalSpy retried(&window, &StartWindow::retried);
    // As the session does: a page of its own while it is opened.
    const auto attempt = [&] {
        window.showOpening(database);
        window.showProblem(error, database);
    };
    window.show();
    attempt();
    for (const int wait : {5, 10, 20, 40, 60, 60}) {
        QCOMPARE(view.countdown(), QStringLiteral("Trying again in %1 s").arg(wait));
        const qsizetype before = retried.count();
        QTRY_COMPARE(retried.count(), before + 1);
        attempt();
    }
    // Another one begins anew.
    window.showProblem(error, QStringLiteral("postgresql://other/tieout"));
    QCOMPARE(view.countdown(), QStringLiteral("Trying again in 5 s"));
    // A page that was left tries nothing.
    window.showChoices({});
    QVERIFY(!view.isTrying());
}

void TstWizard::tryingCanBeStopped()
{
    Appearance appearance(ThemeMode::Light);
    StartWindow window(appearance);
    QSignalSpy retried(&window, &StartWindow::retried);
    window.show();
    window.showProblem({ErrorCode::Unavailable, QStringLiteral("connection_lost"), {}},
                       QStringLiteral("postgresql://db/tieout"));
    QVERIFY(part(window, "stopTrying")->isVisible());
    press(window, "stopTrying");
    QVERIFY(!part(window, "stopTrying")->isVisible());
    QVERIFY2(window.problem().countdown().contains(u"any more"),
             qPrintable(window.problem().countdown()));
    QVERIFY(!window.problem().isTrying());
    QCOMPARE(window.focusWidget(), part(window, "retry"));
    press(window, "retry");
    QCOMPARE(retried.count(), 1);
}

// What only a person can change is tried again by his button.
void TstWizard::whatStaysIsntTriedAgain()
{
    Appearance appearance(ThemeMode::Light);
    StartWindow window(appearance);
    window.show();
    for (const char* reason : {"already_open", "database_empty", "database_login"}) {
        window.showProblem({ErrorCode::Conflict, QString::fromLatin1(reason), {}},
                           QStringLiteral("desk.sqlite"));
        QCOMPARE(window.problem().countdown(), QString());
        QVERIFY(!part(window, "stopTrying")->isVisible());
        QVERIFY(!window.problem().isTrying());
    }
}

void TstWizard::controlsHaveNames()
{
    Appearance appearance(ThemeMode::Light);
    StartWindow window(appearance);
    window.showChoices({QStringLiteral("/data/desk.sqlite")});
    window.show();
    for (QWidget* each : window.findChildren<QWidget*>()) {
        const bool control =
            qobject_cast<QAbstractButton*>(each) || qobject_cast<QComboBox*>(each) ||
            qobject_cast<QSpinBox*>(each) ||
            (qobject_cast<QLineEdit*>(each) && !qobject_cast<QSpinBox*>(each->parentWidget()));
        if (!control)
            continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(each);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(each->objectName()));
    }
}

TIEOUT_REGISTER_TEST(TstWizard)
#include "tst_wizard.moc"
