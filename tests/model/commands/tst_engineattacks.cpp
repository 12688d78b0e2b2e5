// SPDX-License-Identifier: GPL-3.0-or-later
// The journal and the lease on PostgreSQL against an engine that lies or came back from the dead,
// and what happens when two engines meet. source: written for this project.
#include "tests/model/commands/pgarena.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstEngineAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void journal();
    void journalOfTheOwner();
    void journalRace();
    void lease();
    void leaseAndOpenTransactions();
    void twoTakers();
    void staleEngine();
    void sessionTables();

private:
    QString inbox(const Text& id, int version) const;
    QString seal(int seq, const Text& prev, const Text& id, int version, const Text& line) const;
    QString lineOf(const Text& prev, int seq) const;

    const QString m_zeros = QString(64, u'0');
    const QString m_body = QStringLiteral(R"({"action":"x","actor":"alice","object":"pay_1"})");
    const QString m_term = QStringLiteral("SET tieout.epoch = 1; ");
    std::unique_ptr<PgArena> m_arena;
};

QString TstEngineAttacks::inbox(const Text& id, int version) const
{
    return m_term +
           QStringLiteral("INSERT INTO tieout.journal_inbox (id, subject, subject_version, body)"
                          " VALUES ('%1', 'pay_1', %2, '%3'); ")
               .arg(id)
               .arg(version)
               .arg(m_body);
}

QString TstEngineAttacks::lineOf(const Text& prev, int seq) const
{
    return m_body.chopped(1) + QStringLiteral(R"(,"prev":"%1","seq":%2})").arg(prev).arg(seq);
}

QString TstEngineAttacks::seal(
    int seq, const Text& prev, const Text& id, int version, const Text& line) const
{
    return m_term +
           QStringLiteral(
               "INSERT INTO tieout.journal VALUES (%1, '%2', 'pay_1', %3, '%4', '%5', '%6'); ")
               .arg(seq)
               .arg(id)
               .arg(version)
               .arg(prev, line, sha256Text(line));
}

void TstEngineAttacks::init()
{
    if (PgArena::clusterUrl().isEmpty()) {
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))
            QFAIL("TIEOUT_TEST_PG is not set");
        QSKIP("TIEOUT_TEST_PG is not set");
    }
    // Made once; a skip in initTestCase() would also skip the classes that follow.
    if (m_arena)
        return;
    m_arena = std::make_unique<PgArena>();
    QVERIFY2(m_arena->problem().isEmpty(), qPrintable(m_arena->problem()));
    QVERIFY(
        m_arena->run("svc", "UPDATE tieout.lease SET epoch = 1, holder = 'a' WHERE name = 'engine'")
            .ok);
}

void TstEngineAttacks::journal()
{
    const QString line = lineOf(m_zeros, 1);
    const QString other = QString(line).replace(QStringLiteral("alice"), QStringLiteral("bob"));
    const QString gap = lineOf(m_zeros, 2);
    const QString drop = QStringLiteral("DELETE FROM tieout.journal_inbox");
    QCOMPARE(
        m_arena->holes(
            {{"ok", "written", "svc", inbox("j1", 1)},
             {"42501", "deleted unsealed", "svc", m_term + drop},
             {"42501",
              "changed",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.journal_inbox SET body = body")},
             {"42501", "another body sealed", "svc", seal(1, m_zeros, "j1", 1, other)},
             {"42501", "sealed from nothing", "svc", seal(1, m_zeros, "j0", 1, line)},
             {"42501", "sealed with a gap", "svc", seal(2, m_zeros, "j1", 1, gap)},
             {"42501", "under another version", "svc", seal(1, m_zeros, "j1", 2, line)},
             {"42501",
              "with a false hash",
              "svc",
              m_term +
                  QStringLiteral(
                      "INSERT INTO tieout.journal VALUES (1, 'j1', 'pay_1', 1, '%1', '%2', '%1')")
                      .arg(m_zeros, line)},
             {"ok",
              "sealed",
              "svc",
              QStringLiteral("BEGIN; ") + seal(1, m_zeros, "j1", 1, line) + drop +
                  QStringLiteral("; COMMIT")},
             {"42501", "beside the chain", "svc", inbox("j2", 2) + seal(2, m_zeros, "j2", 2, gap)},
             {"23505", "same subject and version", "svc", inbox("j3", 1)},
             {"23505",
              "under another isolation",
              "svc",
              QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ; ") + inbox("j4", 9)},
             {"23514",
              "a body with its own seq",
              "svc",
              m_term + QStringLiteral(
                           "INSERT INTO tieout.journal_inbox (id, subject, subject_version, body)"
                           R"( VALUES ('j5', 'x', 1, '{"a":1,"seq":9}'))")},
             {"42501",
              "rewritten",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.journal SET line = line")},
             {"42501", "deleted", "svc", m_term + QStringLiteral("DELETE FROM tieout.journal")},
             {"42501", "emptied", "svc", m_term + QStringLiteral("TRUNCATE tieout.journal")},
             {"=1", "one link", "audit", "SELECT count(*) FROM tieout.journal"}}),
        QString());
}

void TstEngineAttacks::journalOfTheOwner()
{
    const QString owner = QStringLiteral("SET ROLE tieout_sandbox_owner; ");
    std::vector<Step> steps;
    for (const char* sql : {"UPDATE tieout.journal SET line = ''",
                            "DELETE FROM tieout.journal",
                            "TRUNCATE tieout.journal",
                            "DELETE FROM tieout.command",
                            "TRUNCATE tieout.command CASCADE",
                            "TRUNCATE tieout.approval",
                            "DELETE FROM tieout.lease"})
        steps.push_back({"42501", sql, "super", owner + QString::fromLatin1(sql)});
    QCOMPARE(m_arena->holes(steps), QString());
}

void TstEngineAttacks::journalRace()
{
    // A sealer holds (pay_1, 2) while another transaction writes the same key again.
    const QString first = lineOf(m_zeros, 1);
    const QString second = lineOf(sha256Text(first), 2);
    QVERIFY(m_arena->run("svc", inbox("j2", 2)).ok);
    auto sealer = m_arena->session("svc");
    auto writer = m_arena->session("svc");
    QVERIFY(sealer
                ->run(QStringLiteral("BEGIN; ") + seal(2, sha256Text(first), "j2", 2, second) +
                      QStringLiteral("DELETE FROM tieout.journal_inbox WHERE id = 'j2'"))
                .ok);
    writer->send(inbox("j6", 2));
    QVERIFY(m_arena->waitUntilBlocked(writer->pid()));
    QVERIFY(sealer->run(QStringLiteral("COMMIT")).ok);
    QCOMPARE(writer->receive().state, QStringLiteral("23505"));
    QCOMPARE(m_arena
                 ->run("super",
                       "SELECT (SELECT count(*) FROM tieout.journal) || ' ' ||"
                       " (SELECT count(*) FROM tieout.journal_inbox)")
                 .value,
             QStringLiteral("2 0"));
}

void TstEngineAttacks::lease()
{
    QCOMPARE(
        m_arena->holes(
            {{"55000", "no term", "svc", "INSERT INTO tieout.merchant VALUES ('mer_1', 'm', 0, 1)"},
             {"55000",
              "empty term",
              "svc",
              "SET tieout.epoch = ''; INSERT INTO tieout.merchant VALUES ('mer_1', 'm', 0, 1)"},
             {"ok",
              "in its term",
              "svc",
              m_term + QStringLiteral("INSERT INTO tieout.merchant VALUES ('mer_1', 'm', 0, 1)")},
             {"ok",
              "heartbeat",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET heartbeat = 1")},
             {"55000",
              "taken from a living holder",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET epoch = 2, holder = 'b'")},
             {"55000",
              "a term skipped",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET epoch = 9")},
             {"55000",
              "set back",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET epoch = 0")},
             {"55000",
              "a stranger's heartbeat",
              "svc",
              "SET tieout.epoch = 7; UPDATE tieout.lease SET heartbeat = 1"},
             {"55000",
              "another holder's name",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET holder = 'b'")},
             {"=t",
              "the database's own time",
              "alice",
              "SELECT heartbeat > 1000 FROM tieout.lease WHERE name = 'engine'"}}),
        QString());
}

void TstEngineAttacks::leaseAndOpenTransactions()
{
    auto engine = m_arena->session("svc");
    QVERIFY(engine->run(m_term + QStringLiteral("BEGIN; ") + inbox("k1", 30)).ok);
    QCOMPARE(
        m_arena->holes(
            {{"ok",
              "a heartbeat passes",
              "svc",
              m_term + QStringLiteral(
                           "SET lock_timeout = '300ms'; UPDATE tieout.lease SET heartbeat = 1")},
             {"ok",
              "so does a release",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET heartbeat = 0")},
             {"55P03",
              "a new term waits",
              "svc",
              "SET lock_timeout = '300ms'; UPDATE tieout.lease SET epoch = 2, holder = 'b'"}}),
        QString());
    QVERIFY(engine->run(QStringLiteral("COMMIT")).ok);
}

void TstEngineAttacks::twoTakers()
{
    auto taker = m_arena->session("svc");
    auto writer = m_arena->session("svc");
    auto second = m_arena->session("svc");
    QVERIFY(taker
                ->run(QStringLiteral(
                    "BEGIN; UPDATE tieout.lease SET epoch = 2, holder = 'b' WHERE epoch = 1"))
                .ok);
    writer->send(inbox("k2", 31));
    second->send(QStringLiteral("UPDATE tieout.lease SET epoch = 2, holder = 'c' WHERE epoch = 1"));
    QVERIFY(m_arena->waitUntilBlocked(writer->pid()));
    QVERIFY(m_arena->waitUntilBlocked(second->pid()));
    QVERIFY(taker->run(QStringLiteral("COMMIT")).ok);
    QCOMPARE(writer->receive().state, QStringLiteral("55000"));
    QVERIFY(second->receive().ok); // its WHERE met no row any more
    QCOMPARE(m_arena->run("super", "SELECT holder || ' ' || epoch FROM tieout.lease").value,
             QStringLiteral("b 2"));
}

void TstEngineAttacks::staleEngine()
{
    const QString id = newCommandId();
    QCOMPARE(
        m_arena->holes(
            {{"=waiting", "a command", "alice", submitSql(id, "operator", "payment.cancel", "x")},
             {"55000",
              "answers",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.command SET state = 'done' WHERE id = '%1'")
                           .arg(id)},
             {"55000", "seals", "svc", seal(3, m_zeros, "k1", 30, lineOf(m_zeros, 3))},
             {"55000",
              "beats",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.lease SET heartbeat = 5")},
             {"55000",
              "writes state",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.merchant SET name = 'n'")},
             {"55000",
              "deletes state",
              "svc",
              m_term + QStringLiteral("DELETE FROM tieout.awaiting")},
             {"55000",
              "inserts events",
              "svc",
              m_term + QStringLiteral("INSERT INTO tieout.event SELECT * FROM tieout.event")}}),
        QString());
}

void TstEngineAttacks::sessionTables()
{
    // Temporary tables of any other name could stand before one that a check reads.
    QCOMPARE(m_arena->holes(
                 {{"42501", "a person's", "alice", "SELECT tieout.session_table('new_link')"},
                  {"22023", "named as the lease", "svc", "SELECT tieout.session_table('lease')"},
                  {"22023", "named as code", "svc", "SELECT tieout.session_table('x (a int); --')"},
                  {"42501", "made by hand", "svc", "CREATE TEMP TABLE command (id text)"},
                  {"42501",
                   "renamed",
                   "svc",
                   "SELECT tieout.session_table('new_link'); ALTER TABLE pg_temp.new_link RENAME "
                   "TO lease"}}),
             QString());
}

} // namespace tieout::test

using tieout::test::TstEngineAttacks;
TIEOUT_REGISTER_TEST(TstEngineAttacks)
#include "tst_engineattacks.moc"
