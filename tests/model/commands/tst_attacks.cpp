// SPDX-License-Identifier: GPL-3.0-or-later
// What people with psql try on PostgreSQL, each under a real login: direct writes, other people's
// names and classes, objects of their own, abuse of the doors. source: written for this project.
#include "tests/model/commands/pgarena.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void directWrites_data();
    void directWrites();
    void directUpdates_data();
    void directUpdates();
    void stateTables();
    void engineOnStateTables();
    void classes();
    void impersonation();
    void objectsOfTheirOwn();
    void submittedBadly();
    void uploads();
    void floods();
    void nothingByNotify();

private:
    std::unique_ptr<PgArena> m_arena;
};

void TstAttacks::init()
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
    const QString id = newCommandId();
    // Something to attack: a term, a command, a journal entry.
    QCOMPARE(
        m_arena->holes(
            {{"ok",
              "term",
              "svc",
              "UPDATE tieout.lease SET epoch = 1, holder = 'a' WHERE name = 'engine'"},
             {"=waiting", "command", "alice", submitSql(id, "operator", "payment.cancel", "pay_1")},
             {"ok",
              "answer",
              "svc",
              QStringLiteral("SET tieout.epoch = 1; UPDATE tieout.command SET state = 'done', "
                             "result = '{}' WHERE id = '%1'")
                  .arg(id)},
             {"=done",
              "own answer is readable",
              "alice",
              QStringLiteral("SELECT state FROM tieout.command WHERE id = '%1'").arg(id)},
             {"=0", "others' commands are not", "bob", "SELECT count(*) FROM tieout.command"},
             {"=1", "the auditor reads all", "audit", "SELECT count(*) FROM tieout.command"}}),
        QString());
}

void TstAttacks::directWrites_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("table");
    const char* logins[] = {"alice", "bob", "carol", "eve", "sup", "audit", "svc"};
    const char* tables[] = {"command_kind",
                            "command_class",
                            "command",
                            "submitter",
                            "proposal",
                            "approval",
                            "corridor_version",
                            "lease",
                            "journal_inbox",
                            "journal",
                            "upload",
                            "upload_part",
                            "environment"};
    for (const char* login : logins) {
        for (const char* table : tables)
            QTest::addRow("%s %s", login, table)
                << QString::fromLatin1(login) << QString::fromLatin1(table);
    }
}

void TstAttacks::directWrites()
{
    QFETCH(QString, login);
    QFETCH(QString, table);
    const QString no = QStringLiteral("42501");
    const bool engine = login == u"svc";
    std::vector<Step> steps{
        {no,
         "TRUNCATE",
         login,
         QStringLiteral("SET tieout.epoch = 1; TRUNCATE tieout.%1 CASCADE").arg(table)}};
    if (!(engine && (table == u"journal_inbox" || table == u"upload")))
        steps.push_back({no,
                         "DELETE",
                         login,
                         QStringLiteral("SET tieout.epoch = 1; DELETE FROM tieout.%1").arg(table)});
    if (!engine) {
        steps.push_back({no,
                         "INSERT",
                         login,
                         QStringLiteral("INSERT INTO tieout.%1 DEFAULT VALUES").arg(table)});
        steps.push_back({no,
                         "LOCK",
                         login,
                         QStringLiteral("BEGIN; LOCK tieout.%1 IN ROW EXCLUSIVE MODE").arg(table)});
        steps.push_back(
            {no, "COPY", login, QStringLiteral("COPY tieout.%1 FROM STDIN").arg(table)});
    }
    QCOMPARE(m_arena->holes(steps), QString());
}

void TstAttacks::directUpdates_data()
{
    QTest::addColumn<QString>("change");
    for (const char* change : {"command SET state = 'done'",
                               "command SET actor = 'bob'",
                               "proposal SET state = 'applied'",
                               "approval SET class = 'treasury'",
                               "lease SET epoch = 99",
                               "journal SET line = ''",
                               "journal_inbox SET body = '{}'",
                               "corridor_version SET payload = '{}'",
                               "command_kind SET needed = 0",
                               "submitter SET last_at = 0",
                               "environment SET name = 'production'",
                               "payment SET status = 'confirmed'",
                               "upload SET actor = 'x'"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TstAttacks::directUpdates()
{
    QFETCH(QString, change);
    std::vector<Step> steps;
    for (const char* login : {"alice", "bob", "eve", "sup", "audit"})
        steps.push_back({"42501",
                         change,
                         QString::fromLatin1(login),
                         QStringLiteral("UPDATE tieout.") + change});
    QCOMPARE(m_arena->holes(steps), QString());
}

void TstAttacks::stateTables()
{
    const QString no = QStringLiteral("42501");
    const QString svc = QStringLiteral("svc");
    const QString term = QStringLiteral("SET tieout.epoch = 1; ");
    std::vector<Step> steps;
    for (const char* name : {"payment",
                             "transfer",
                             "block",
                             "event",
                             "hold",
                             "exception_case",
                             "merchant",
                             "binding",
                             "transfer_payment",
                             "decision",
                             "credit",
                             "refund",
                             "xpub",
                             "coverage",
                             "saved_view",
                             "rail",
                             "token",
                             "awaiting",
                             "outbox_due"}) {
        const QString table = QString::fromLatin1(name);
        steps.push_back({"ok",
                         QStringLiteral("people read ") + table,
                         "sup",
                         QStringLiteral("SELECT count(*) FROM tieout.") + table});
        steps.push_back({"ok",
                         QStringLiteral("the auditor reads ") + table,
                         "audit",
                         QStringLiteral("SELECT count(*) FROM tieout.") + table});
        for (const char* person : {"alice", "audit"}) {
            const QString login = QString::fromLatin1(person);
            steps.push_back({no,
                             QStringLiteral("INSERT ") + table,
                             login,
                             QStringLiteral("INSERT INTO tieout.%1 DEFAULT VALUES").arg(table)});
            steps.push_back({no,
                             QStringLiteral("DELETE ") + table,
                             login,
                             QStringLiteral("DELETE FROM tieout.") + table});
            steps.push_back({no,
                             QStringLiteral("TRUNCATE ") + table,
                             login,
                             QStringLiteral("TRUNCATE tieout.%1 CASCADE").arg(table)});
        }
        steps.push_back({no,
                         QStringLiteral("engine TRUNCATE ") + table,
                         svc,
                         term + QStringLiteral("TRUNCATE tieout.%1 CASCADE").arg(table)});
        steps.push_back({"55000",
                         QStringLiteral("engine without a term ") + table,
                         svc,
                         QStringLiteral("INSERT INTO tieout.%1 DEFAULT VALUES").arg(table)});
        steps.push_back(
            {"55000",
             QStringLiteral("engine of an old term ") + table,
             svc,
             QStringLiteral("SET tieout.epoch = 0; INSERT INTO tieout.%1 DEFAULT VALUES")
                 .arg(table)});
    }
    QCOMPARE(m_arena->holes(steps), QString());
}

void TstAttacks::engineOnStateTables()
{
    std::vector<Step> steps;
    for (const char* change : {"UPDATE tieout.event SET payload = ''",
                               "DELETE FROM tieout.event",
                               "UPDATE tieout.transfer SET log_index = 0",
                               "DELETE FROM tieout.transfer",
                               "DELETE FROM tieout.payment",
                               kThinNearTheHead,
                               "UPDATE tieout.environment SET name = 'production'",
                               "UPDATE tieout.decision SET kind = 'count'"})
        steps.push_back(
            {"42501",
             change,
             "svc",
             QStringLiteral("SET tieout.epoch = 1; %1").arg(QString::fromLatin1(change))});
    QCOMPARE(m_arena->holes(steps), QString());
}

void TstAttacks::classes()
{
    const QString no = QStringLiteral("42501");
    const QString id = newCommandId();
    const auto as = [&](const char* role, const char* kind) {
        return submitSql(id, QString::fromLatin1(role), QString::fromLatin1(kind), "x");
    };
    QCOMPARE(m_arena->holes(
                 {{no, "another class", "alice", as("treasury", "payment.hold")},
                  {no, "another class's kind", "alice", as("operator", "source.test")},
                  {no, "a kind of nobody", "alice", as("operator", "payment.steal")},
                  {no, "corridor.apply by an operator", "alice", as("operator", "corridor.apply")},
                  {no, "support acts", "sup", as("support", "payment.cancel")},
                  {no, "class people", "alice", as("people", "payment.cancel")},
                  {no, "class engine", "svc2", as("engine", "payment.cancel")},
                  {no, "auditor submits", "audit", as("operator", "payment.cancel")},
                  {no, "engine submits", "svc", as("operator", "payment.cancel")},
                  {no, "engine that is a person submits", "svc2", as("operator", "payment.cancel")},
                  {no, "superuser submits", "super", as("operator", "payment.cancel")},
                  {no, "auditor cancels", "audit", "SELECT tieout.cancel('x')"},
                  {no, "calls a helper", "alice", "SELECT tieout.holds('{bob}', 'treasury')"},
                  {no, "who submitted when", "alice", "SELECT count(*) FROM tieout.submitter"},
                  {no, "bytes of uploads", "alice", "SELECT * FROM tieout.upload_part"}}),
             QString());
}

void TstAttacks::impersonation()
{
    const QString no = QStringLiteral("42501");
    const QString id = newCommandId();
    const QString treasury = submitSql(newCommandId(), "treasury", "corridor.propose", "x");
    QCOMPARE(
        m_arena->holes(
            {{no, "SET ROLE of a class", "alice", "SET ROLE tieout_sandbox_treasury"},
             {no, "SET ROLE owner", "alice", "SET ROLE tieout_sandbox_owner"},
             {no, "SET ROLE engine", "alice", "SET ROLE tieout_sandbox_engine"},
             {no, "SET ROLE person", "alice", "SET ROLE {bob}"},
             {no, "SET SESSION AUTHORIZATION", "alice", "SET SESSION AUTHORIZATION {bob}"},
             {"ok",
              "submits under SET ROLE",
              "bob",
              QStringLiteral("SET ROLE tieout_sandbox_treasury; ") +
                  submitSql(id, "treasury", "corridor.propose", "x")},
             {"={bob}",
              "and is still himself",
              "super",
              QStringLiteral("SELECT actor FROM tieout.command WHERE id = '%1'").arg(id)},
             {no, "gives his class away", "alice", "GRANT tieout_sandbox_operator TO {eve}"},
             {no, "gives himself away", "bob", "GRANT {bob} TO {eve}"},
             {"ok", "an administrator does", "super", "GRANT {bob} TO {eve}"},
             {no, "class through another login", "eve", treasury},
             {no, "the same with SET ROLE", "eve", QStringLiteral("SET ROLE {bob}; ") + treasury},
             {"ok", "undone", "super", "REVOKE {bob} FROM {eve}"},
             {"ok", "a maker of roles", "super", "ALTER ROLE {tess} CREATEROLE"},
             {no, "acts for nobody", "tess", treasury},
             {"ok", "undone", "super", "ALTER ROLE {tess} NOCREATEROLE"},
             {"42501",
              "another's command cancelled",
              "alice",
              QStringLiteral("SELECT tieout.cancel('%1')").arg(id)},
             {"23505",
              "another's id",
              "tess",
              submitSql(id, "treasury", "corridor.propose", "x")}}),
        QString());
}

void TstAttacks::objectsOfTheirOwn()
{
    const QString no = QStringLiteral("42501");
    const QString alice = QStringLiteral("alice");
    const QString hostile =
        QStringLiteral("SET search_path = pg_temp, public, tieout; SET row_security = off; "
                       "SET transform_null_equals = on; ");
    QCOMPARE(
        m_arena->holes(
            {{no, "schema", alice, "CREATE SCHEMA mine"},
             {no,
              "function in public",
              alice,
              "CREATE FUNCTION public.now_ms() RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint'"},
             {no,
              "overload",
              alice,
              "CREATE FUNCTION tieout.holds(person name, class text) RETURNS boolean LANGUAGE sql "
              "AS 'SELECT true'"},
             {no, "temporary table", alice, "CREATE TEMP TABLE command_class (kind text)"},
             {"42501|3F000",
              "temporary function",
              alice,
              "CREATE FUNCTION pg_temp.holds(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT "
              "true'"},
             {no, "engine's temporary table", "svc", "CREATE TEMP TABLE lease (name text)"},
             {no, "trigger off", "svc", "ALTER TABLE tieout.journal DISABLE TRIGGER ALL"},
             {no, "triggers of the session off", "svc", "SET session_replication_role = replica"},
             {no,
              "hostile settings",
              alice,
              hostile + submitSql(newCommandId(), "treasury", "corridor.propose", "x")},
             {no, "large object", alice, "SELECT lo_from_bytea(0, 'x'::bytea)"},
             {no, "large object by id", alice, "SELECT lo_create(0)"},
             {no, "a file of the server", alice, "SELECT pg_read_file('postgresql.conf')"},
             {no, "a program of the server", alice, "COPY (SELECT 1) TO PROGRAM 'true'"},
             {"0A000|42501", "trigger function as a door", alice, "SELECT tieout.approved()"},
             {no, "procedure of the owner", alice, "CALL tieout.fence_table('lease')"},
             {no, "procedure of grants", "svc", "CALL tieout.state_table('environment', 'UPDATE')"},
             {no, "row locks", alice, "SELECT FROM tieout.lease FOR UPDATE"}}),
        QString());
    auto engine = m_arena->session(QStringLiteral("svc"));
    QCOMPARE(
        m_arena->run(alice, QStringLiteral("SELECT pg_terminate_backend(%1)").arg(engine->pid()))
            .state,
        no);
    QVERIFY(engine->run(QStringLiteral("SELECT 1")).ok);
}

void TstAttacks::submittedBadly()
{
    const QString id = newCommandId();
    const QString alice = QStringLiteral("alice");
    const auto with = [](const Text& payload) {
        return submitSql(newCommandId(), "operator", "payment.cancel", "x", {}, payload);
    };
    QCOMPARE(
        m_arena->holes(
            {{"22023", "doubled key", alice, with(R"({"a":1,"a":2})")},
             {"22023", "doubled key, escaped", alice, with(R"({"depth":1,"\u0064epth":2})")},
             {"22023", "doubled key, nested", alice, with(R"({"a":[{"b":1,"b":2}]})")},
             {"22023", "no object", alice, with("[]")},
             {"22P02", "no JSON", alice, with("{")},
             {"22023|54001",
              "nested deeply",
              alice,
              QStringLiteral("SELECT tieout.submit('%1', 'operator', 'payment.cancel', 'x', NULL,"
                             " '{\"a\":' || repeat('[', 20000) || repeat(']', 20000) || '}')")
                  .arg(newCommandId())},
             {"54000",
              "too large",
              alice,
              QStringLiteral("SELECT tieout.submit('%1', 'operator', 'payment.cancel', 'x', NULL,"
                             " '{\"a\":\"' || repeat('x', 70000) || '\"}')")
                  .arg(newCommandId())},
             {"54000",
              "no payload",
              alice,
              QStringLiteral(
                  "SELECT tieout.submit('%1', 'operator', 'payment.cancel', 'x', NULL, NULL)")
                  .arg(newCommandId())},
             {"23514", "id as markup", alice, submitSql("<b>", "operator", "payment.cancel")},
             {"23514",
              "long subject",
              alice,
              submitSql(newCommandId(), "operator", "payment.cancel", QString(121, u'x'))},
             {"23514",
              "hash in capitals",
              alice,
              submitSql(newCommandId(), "operator", "payment.cancel", "x", QString(64, u'A'))},
             {"=waiting", "once", alice, submitSql(id, "operator", "payment.cancel", "x")},
             {"=waiting",
              "twice the same",
              alice,
              submitSql(id, "operator", "payment.cancel", "x")},
             {"23505",
              "other payload",
              alice,
              submitSql(id, "operator", "payment.cancel", "x", {}, R"({"a":1})")},
             {"23505", "other subject", alice, submitSql(id, "operator", "payment.cancel", "y")},
             {"=1",
              "one row",
              alice,
              QStringLiteral("SELECT count(*) FROM tieout.command WHERE id = '%1'").arg(id)}}),
        QString());
}

void TstAttacks::uploads()
{
    const QString id = QStringLiteral("upl_00000000000000000000000001");
    const auto part = [&](const char* rest) {
        return QStringLiteral("SELECT tieout.upload('%1', %2)").arg(id, QString::fromLatin1(rest));
    };
    QCOMPARE(m_arena->holes(
                 {{"=stored", "upload", "alice", part("0, 'x'")},
                  {"=again", "same part again", "alice", part("0, 'x'")},
                  {"42501", "engine's upload", "svc2", part("1, 'y'")},
                  {"42501", "another person's id", "fin", part("1, 'y'")},
                  {"42501",
                   "without a class for it",
                   "bob",
                   "SELECT tieout.upload('upl_00000000000000000000000002', 0, 'y')"},
                  {"23505", "part replaced", "alice", part("0, 'z'")},
                  {"23514", "part over 1 MiB", "alice", part("1, repeat('x', 1048577)::bytea")},
                  {"23514", "part 64", "alice", part("64, 'x'")},
                  {"23514", "part -1", "alice", part("-1, 'x'")},
                  {"23514", "id as a path", "alice", "SELECT tieout.upload('../../etc', 0, 'x')"},
                  {"53400",
                   "over 64 MiB",
                   "alice",
                   "SELECT tieout.upload('upl_' || lpad((i / 60)::text, 26, '0'), i % 60,"
                   " repeat(chr(65 + i % 20), 1048576)::bytea) FROM generate_series(120, 190) i"},
                  {"53400",
                   "thousands of parts",
                   "alice",
                   "SELECT tieout.upload('upl_' || lpad((i / 60)::text, 26, '0'), i % 60, 'x')"
                   " FROM generate_series(120, 500) i"}}),
             QString());
}

void TstAttacks::floods()
{
    // Two sessions at once, one of which must wait for the other: the cap is exact all the same.
    const QString many =
        QStringLiteral("SELECT tieout.submit('cmd_' || lpad((%1 + g)::text, 26, '0'), 'finance',"
                       " 'payment.hold', 'x', NULL, '{}') FROM generate_series(1, 60) g");
    auto first = m_arena->session(QStringLiteral("fin"));
    auto second = m_arena->session(QStringLiteral("fin"));
    QVERIFY(first->run(QStringLiteral("BEGIN; ") + many.arg(700000)).ok);
    second->send(many.arg(800000));
    QVERIFY(m_arena->waitUntilBlocked(second->pid()));
    QVERIFY(first->run(QStringLiteral("COMMIT")).ok);
    QCOMPARE(second->receive().state, QStringLiteral("53400"));
    QCOMPARE(m_arena->holes(
                 {{"=60",
                   "all or nothing",
                   "fin",
                   "SELECT count(*) FROM tieout.command WHERE kind = 'payment.hold'"},
                  {"53400",
                   "101 waiting",
                   "fin",
                   "SELECT tieout.submit('cmd_' || lpad((g + 900000)::text, 26, '0'), 'finance',"
                   " 'payment.hold', 'x', NULL, '{}') FROM generate_series(1, 41) g"},
                  {"53400",
                   "submit and cancel in a loop",
                   "eve",
                   "SELECT tieout.submit(i, 'engineer', 'source.test', 'x', NULL, '{}'), "
                   "tieout.cancel(i)"
                   " FROM (SELECT 'cmd_' || lpad((g + 5000)::text, 26, '0') i"
                   " FROM generate_series(1, 700) g OFFSET 0) g"}}),
             QString());
}

void TstAttacks::nothingByNotify()
{
    const QString all =
        QStringLiteral("SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM tieout.command c");
    const QString before = m_arena->run(QStringLiteral("super"), all).value;
    QCOMPARE(m_arena->holes(
                 {{"ok", "NOTIFY is open to all", "eve", "SELECT pg_notify('tieout', 'command')"},
                  {"ok", "so are advisory locks", "eve", "SELECT pg_advisory_lock(1)"},
                  {QStringLiteral("=") + before, "neither does anything", "super", all}}),
             QString());
}

} // namespace tieout::test

using tieout::test::TstAttacks;
TIEOUT_REGISTER_TEST(TstAttacks)
#include "tst_attacks.moc"
