// SPDX-License-Identifier: GPL-3.0-or-later
// tieoutd at its edges: half a command, a file or a login that isn't there, far too many addresses.
#include "chain/engine/engine.h"
#include "tests/app/cli/clikit.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace tieout;
using namespace tieout::test;

class TstCliEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupHasHelp_data();
    void aGroupHasHelp();
    void aFileThatIsNotThere();
    void aFolderThatIsNotThere();
    void aLoginThatIsWrong();
    void errorsOfTheServerStandAlone();
    void addressesHaveALimit();
    void whoStandsByIsShown();

private:
    Ran run(const QStringList& words, const QMap<QString, QString>& variables = {}) const
    {
        return runTieoutd(words, m_home.path(), variables);
    }

    QTemporaryDir m_home;
};

void TstCliEdges::aGroupHasHelp_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QByteArray>("command");
    for (const auto& [group, command] : {std::pair("payments", "payments create"),
                                         std::pair("cases", "cases resolve"),
                                         std::pair("transfers", "transfers link"),
                                         std::pair("corridors", "corridors apply"),
                                         std::pair("user", "user add"),
                                         std::pair("sandbox", "sandbox speed"),
                                         std::pair("sources", "sources test"),
                                         std::pair("config", "config check")})
        QTest::newRow(group) << QString::fromLatin1(group) << QByteArray(command);
}

void TstCliEdges::aGroupHasHelp()
{
    QFETCH(QString, group);
    QFETCH(QByteArray, command);
    const Ran ran = run({group, QStringLiteral("--help")});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains("\n  " + command));
    QVERIFY(!ran.out.contains("\n  migrate"));
    QVERIFY(ran.err.isEmpty());
    const Ran alone = run({group, QStringLiteral("--json")});
    QCOMPARE(alone.code, 2);
    QCOMPARE(alone.reason(), QStringLiteral("command_unknown"));
}

void TstCliEdges::aFileThatIsNotThere()
{
    const Ran ran = run({QStringLiteral("status"),
                         QStringLiteral("--database"),
                         m_home.filePath(QStringLiteral("desk.sqlite"))});
    QCOMPARE(ran.code, 4);
    QCOMPARE(ran.err.count('\n'), 1);
    QVERIFY2(ran.err.contains("run: tieoutd migrate"), ran.err.constData());
    QVERIFY(!ran.err.contains("server"));
}

void TstCliEdges::aFolderThatIsNotThere()
{
    const Ran ran = run({QStringLiteral("payments"),
                         QStringLiteral("list"),
                         QStringLiteral("--database"),
                         m_home.filePath(QStringLiteral("none/desk.sqlite"))});
    QCOMPARE(ran.code, 4);
    QVERIFY2(ran.err.contains("no such folder"), ran.err.constData());
}

void TstCliEdges::aLoginThatIsWrong()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto database = TestDatabase::make(Dialect::PostgreSql);
    QUrl url(database->address().url);
    url.setUserName(QStringLiteral("nobody_of_that_name"));
    const Ran ran = run(
        {QStringLiteral("status"), QStringLiteral("--database"), url.toString(QUrl::FullyEncoded)});
    QCOMPARE(ran.code, 4);
    QVERIFY2(ran.err.startsWith("tieoutd: database_login: "), ran.err.constData());
    QVERIFY2(!ran.err.contains("()"), ran.err.constData());
}

// What Qt says besides would be read as the error.
void TstCliEdges::errorsOfTheServerStandAlone()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto database = TestDatabase::make(Dialect::PostgreSql);
    const DatabaseAddress address =
        database->makeLogin(QStringLiteral("auditor"), {QStringLiteral("auditor")});
    // Refused in the middle of a transaction that has prepared statements.
    const Ran ran = run({QStringLiteral("corridors"),
                         QStringLiteral("apply"),
                         QStringLiteral("sandbox"),
                         QStringLiteral("--database"),
                         address.url},
                        {{QStringLiteral("TIEOUT_DATABASE_PASSWORD"), address.password}});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.err.count('\n'), 1);
    QVERIFY2(ran.err.startsWith("tieoutd: not_allowed: "), ran.err.constData());
}

void TstCliEdges::addressesHaveALimit()
{
    // A published test key: account 0 of the well-known test phrase stands in tests/data.
    const QStringList derive{
        QStringLiteral("derive"),
        QStringLiteral("--xpub"),
        QStringLiteral("xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1R"
                       "upje8YtGqsefD265TMg7usUDFdp6W1EGMcet8"),
        QStringLiteral("--json"),
        QStringLiteral("--count")};
    const Ran many = run(derive + QStringList{QStringLiteral("100001")});
    QCOMPARE(many.code, 2);
    QCOMPARE(many.reason(), QStringLiteral("option_value"));
    QVERIFY(many.err.contains("at most 100000"));
    const Ran few = run(derive + QStringList{QStringLiteral("3")});
    QVERIFY2(few.code == 0, few.err.constData());
    QCOMPARE(int(few.json().value(u"addresses").toArray().size()), 3);
}

void TstCliEdges::whoStandsByIsShown()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto database = TestDatabase::make(Dialect::PostgreSql);
    const DatabaseAddress address =
        database->makeLogin(QStringLiteral("auditor"), {QStringLiteral("auditor")});
    const auto standing = [&] {
        const Ran ran = run({QStringLiteral("status"),
                             QStringLiteral("--json"),
                             QStringLiteral("--database"),
                             address.url},
                            {{QStringLiteral("TIEOUT_DATABASE_PASSWORD"), address.password}});
        const QJsonObject engine = ran.json().value(u"engine").toObject();
        return engine.value(u"running").toBool() ? engine.value(u"standing_by").toInt(-1) : -2;
    };
    SteppedClock clock(sandboxStart());
    const EngineSettings settings = engineSettings(*database);
    Engine first(settings, clock, {});
    QVERIFY(first.start());
    QTRY_COMPARE_WITH_TIMEOUT(standing(), 0, 30'000);
    Engine second(settings, clock, {});
    QVERIFY(second.start());
    QTRY_COMPARE_WITH_TIMEOUT(standing(), 1, 30'000);
    QCOMPARE(second.state(), EngineState::StandingBy);
}

TIEOUT_REGISTER_TEST(TstCliEdges)
#include "tst_cliedges.moc"
