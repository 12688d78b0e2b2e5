// SPDX-License-Identifier: GPL-3.0-or-later
// What an auditor does with a login of his own on PostgreSQL: verify everything, and nothing else.
#include "chain/engine/engine.h"
#include "tests/app/cli/clikit.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstAuditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verifies_data();
    void verifies();
    void aLoginWithoutAClassIsRefused();
    void aChangedProjectionIsNamed();
    void writesNothing_data();
    void writesNothing();
    void decidesNothing();
    void cleanupTestCase() { m_database.reset(); }

private:
    Ran run(const QString& words, const DatabaseAddress& address) const;
    bool isThere() const { return m_database != nullptr; }

    QTemporaryDir m_home;
    std::unique_ptr<TestDatabase> m_database;
    DatabaseAddress m_auditor;
    DatabaseAddress m_nobody;
};

#define TIEOUT_NEEDS_SERVER()                                                                      \
    if (!isThere())                                                                                \
    QSKIP("no PostgreSQL")

void TstAuditor::initTestCase()
{
    if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty()) {
        QVERIFY2(!qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"), qPrintable(why));
        return;
    }
    m_database = TestDatabase::make(Dialect::PostgreSql);
    m_auditor = m_database->makeLogin(QStringLiteral("auditor"), {QStringLiteral("auditor")});
    m_nobody = m_database->makeLogin(QStringLiteral("nobody"), {});
    SteppedClock clock(sandboxStart());
    askForCorridors(*m_database);
    Engine engine(engineSettings(*m_database), clock, {});
    for (int i = 0; i < 60; ++i) {
        QVERIFY(engine.stepOnce(clock.now()));
        clock.advance(Duration(1'000));
    }
    QVERIFY(engine.finish());
}

Ran TstAuditor::run(const QString& words, const DatabaseAddress& address) const
{
    return runTieoutd(words.split(u' ') + QStringList{QStringLiteral("--json"),
                                                      QStringLiteral("--database"),
                                                      address.url},
                      m_home.path(),
                      {{QStringLiteral("TIEOUT_DATABASE_PASSWORD"), address.password}});
}

void TstAuditor::verifies_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("parts");
    QTest::newRow("everything") << QStringLiteral("verify") << 4;
    QTest::newRow("the journal") << QStringLiteral("verify journal") << 1;
    QTest::newRow("projections") << QStringLiteral("verify projections") << 1;
    QTest::newRow("addresses") << QStringLiteral("verify addresses") << 2;
}

void TstAuditor::verifies()
{
    TIEOUT_NEEDS_SERVER();
    QFETCH(QString, words);
    QFETCH(int, parts);
    const Ran ran = run(words, m_auditor);
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonArray verified = ran.json().value(u"verify").toArray();
    QCOMPARE(int(verified.size()), parts);
    for (const auto& each : verified)
        QVERIFY2(each.toObject().value(u"looked_at").toInteger() > 0, ran.out.constData());
    QVERIFY2(ran.err.isEmpty(), ran.err.constData());
}

void TstAuditor::aLoginWithoutAClassIsRefused()
{
    TIEOUT_NEEDS_SERVER();
    const Ran ran = run(QStringLiteral("verify"), m_nobody);
    QVERIFY(ran.code != 0);
    QVERIFY(ran.out.isEmpty());
}

void TstAuditor::aChangedProjectionIsNamed()
{
    TIEOUT_NEEDS_SERVER();
    const auto exact = storyPayments(*m_database->open(), QStringLiteral("exact"));
    QCOMPARE(int(exact.size()), 1);
    const QByteArray id = exact.front().row.id.text().toLatin1();
    const auto received = [&](const QByteArray& change) {
        m_database->execute("UPDATE payment SET received = received " + change + " WHERE id = '" +
                            id + "'");
    };
    received("+ 1");
    const Ran ran = run(QStringLiteral("verify projections"), m_auditor);
    received("- 1");
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.json().value(u"verify").toArray().first().toObject().value(u"wrong").toString(),
             QString::fromLatin1(id));
}

void TstAuditor::writesNothing_data()
{
    QTest::addColumn<QString>("statement");
    for (const char* statement :
         {"INSERT INTO merchant VALUES ('m', 'm', 0, 1)",
          "UPDATE payment SET version = version + 1",
          "DELETE FROM journal_inbox",
          "TRUNCATE coverage",
          "CREATE TEMP TABLE wanted_payment (payment_id text)",
          "CREATE TABLE tieout.mine (a int)",
          "SELECT session_table('wanted_payment')",
          "SELECT submit('c', 'operator', 'payment.cancel', 's', repeat('0', 64), '{}')"})
        QTest::newRow(statement) << QString::fromLatin1(statement);
}

void TstAuditor::writesNothing()
{
    TIEOUT_NEEDS_SERVER();
    QFETCH(QString, statement);
    const auto db = openOrStop(m_auditor, QStringLiteral("auditor"));
    QSqlQuery query(db->sql());
    QVERIFY(!query.exec(statement));
    QCOMPARE(query.lastError().nativeErrorCode(), QStringLiteral("42501"));
}

void TstAuditor::decidesNothing()
{
    TIEOUT_NEEDS_SERVER();
    const Ran ran =
        run(QStringLiteral("payments create --corridor usdt-sandbox --amount 5"), m_auditor);
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.reason(), QStringLiteral("not_allowed"));
}

TIEOUT_REGISTER_TEST(TstAuditor)
#include "tst_auditor.moc"
