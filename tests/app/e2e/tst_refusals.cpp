// SPDX-License-Identifier: GPL-3.0-or-later
// A console that must not open: a server's database of another environment than the configuration
// names, and one that a newer program has migrated. Both are told in words, and nothing is written.
#include "app/session.h"
#include "model/store/systemclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"
#include "ui/start/problemview.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstRefusals : public QObject
{
    Q_OBJECT

    static constexpr int kPatience = 30'000;

private Q_SLOTS:
    void anotherEnvironment();
    void aNewerMigration();

private:
    // Opens alice's desk and answers all words of the problem that stands there instead.
    static QString problemOf(TestDatabase& server, Environment environment);
};

#define TIEOUT_REQUIRE_SERVER()                                                                    \
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty()) {           \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }

QString TstRefusals::problemOf(TestDatabase& server, Environment environment)
{
    const DatabaseAddress address =
        server.makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
    ConsoleOptions options;
    options.named = true;
    options.configFile = QStringLiteral("tieout.toml"); // read already
    options.config = embeddedSandbox(address.url);
    options.config.environment = environment;
    options.config.database.password = address.password;
    const SystemClock clock;
    Appearance appearance(ThemeMode::Light);
    Session session(options, nullptr, appearance, clock);
    QSignalSpy ended(&session, &Session::ended);
    session.begin();
    ProblemView& problem = session.startWindow().problem();
    if (!QTest::qWaitFor([&] { return problem.isVisible(); }, kPatience) || session.console())
        return {};
    QStringList words;
    for (const QLabel* label : problem.findChildren<QLabel*>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    session.startWindow().close();
    if (ended.isEmpty() || ended.front().front().toInt() != 4)
        return {};
    return words.join(u'\n');
}

void TstRefusals::anotherEnvironment()
{
    TIEOUT_REQUIRE_SERVER();
    const auto server = TestDatabase::make(Dialect::PostgreSql);
    const QString words = problemOf(*server, Environment::Production);
    QVERIFY2(words.contains(QStringLiteral("Sandbox and production never mix")), qPrintable(words));
}

void TstRefusals::aNewerMigration()
{
    TIEOUT_REQUIRE_SERVER();
    const auto server = TestDatabase::make(Dialect::PostgreSql);
    server->execute("INSERT INTO migration SELECT version + 1000, name, sha256, applied_at "
                    "FROM migration LIMIT 1");
    const QString words = problemOf(*server, Environment::Sandbox);
    QVERIFY2(words.contains(QStringLiteral("Made by a newer version of Tieout")),
             qPrintable(words));
}

TIEOUT_REGISTER_TEST(TstRefusals)
#include "tst_refusals.moc"
