// SPDX-License-Identifier: GPL-3.0-or-later
// The triggers of a desk's SQLite file against a program that errs or a foreign tool that writes.
// The tool keeps foreign_keys and recursive_triggers as it likes. source: written for this project.
#include "tests/model/commands/commanddesk.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <sqlite3.h>

namespace tieout::test {

class TstSqliteAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fourEyes();
    void approvals();
    void commands();
    void sandboxApply();
    void journal();
    void leases();
    void deletesAndReplaces();

private:
    // Empty when it went through, else the message.
    QString run(const QString& sql, bool careless = false);
    void must(const QString& sql) { QCOMPARE(run(sql), QString()); }
    // Refused by one of ours, not by a slip in the statement.
    void no(const QString& reason, const QString& sql, bool careless = false);

    QString command(const QString& id,
                    const Text& actor,
                    const Text& role,
                    const Text& kind,
                    const Text& subject,
                    const QString& seen = {},
                    const Text& payload = "{}") const;
    QString done(const QString& id) const;
    QString
    proposed(const QString& id, const Text& maker, const Text& role, const QString& payload) const;
    QString approval(const QString& id,
                     const Text& checker,
                     const Text& role,
                     const QString& proposal,
                     const Text& maker,
                     const QString& payload) const;
    QString activate(const QString& proposal, const QString& payload) const;

    const QString m_payload =
        QStringLiteral(R"({"asset":"a","corridor":"usdc-base","depth":12,"rail":"base",)"
                       R"("status":"enabled","version":1})");
    std::unique_ptr<CommandDesk> m_desk;
    sqlite3* m_db = nullptr;
};

void TstSqliteAttacks::init()
{
    m_desk = std::make_unique<CommandDesk>(Dialect::Sqlite);
    QVERIFY2(m_desk->problem().isEmpty(), qPrintable(m_desk->problem()));
    QCOMPARE(sqlite3_open(m_desk->file().toUtf8().constData(), &m_db), SQLITE_OK);
    // A foreign tool has no functions of ours; what the schema needs of them is not in these
    // tables.
}

void TstSqliteAttacks::cleanup()
{
    sqlite3_close(m_db);
    m_db = nullptr;
    m_desk.reset();
}

QString TstSqliteAttacks::run(const QString& sql, bool careless)
{
    const char* pragmas = careless ? "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF"
                                   : "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON";
    sqlite3_exec(m_db, pragmas, nullptr, nullptr, nullptr);
    char* error = nullptr;
    sqlite3_exec(m_db, sql.toUtf8().constData(), nullptr, nullptr, &error);
    const QString message = QString::fromUtf8(error);
    sqlite3_free(error);
    if (sqlite3_get_autocommit(m_db) == 0)
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    return message;
}

void TstSqliteAttacks::no(const QString& reason, const QString& sql, bool careless)
{
    const QString message = run(sql, careless);
    QVERIFY2(message.contains(reason), qPrintable(QStringLiteral("'%1' for %2").arg(message, sql)));
}

QString TstSqliteAttacks::command(const QString& id,
                                  const Text& actor,
                                  const Text& role,
                                  const Text& kind,
                                  const Text& subject,
                                  const QString& seen,
                                  const Text& payload) const
{
    return QStringLiteral(
               "INTO command (id, actor, class, kind, subject, subject_sha256, payload,"
               " payload_sha256, submitted_at, expires_at) SELECT '%1', '%2', '%3', '%4', '%5', %6,"
               " '%7', '%8', ms, ms + ttl_ms FROM db_clock, command_kind WHERE kind = '%4'; ")
        .arg(id,
             actor,
             role,
             kind,
             subject,
             seen.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("'%1'").arg(seen),
             payload,
             sha256Text(payload))
        .prepend(QStringLiteral("INSERT "));
}

QString TstSqliteAttacks::done(const QString& id) const
{
    return QStringLiteral("UPDATE command SET state = 'done', result = '{}' WHERE id = '%1'; ")
        .arg(id);
}

QString TstSqliteAttacks::proposed(const QString& id,
                                   const Text& maker,
                                   const Text& role,
                                   const QString& payload) const
{
    return command(id, maker, role, "corridor.propose", "usdc-base", {}, payload) +
           QStringLiteral(
               "INSERT INTO proposal VALUES ('%1', '%2', 'corridor.propose', '%3', 'open'); ")
               .arg(id, maker, sha256Text(payload)) +
           done(id);
}

QString TstSqliteAttacks::approval(const QString& id,
                                   const Text& checker,
                                   const Text& role,
                                   const QString& proposal,
                                   const Text& maker,
                                   const QString& payload) const
{
    return QStringLiteral("INSERT INTO approval VALUES ('%1', '%2', '%3', 'proposal.approve', "
                          "'%4', '%5', '%6'); ")
        .arg(id, checker, role, proposal, maker, sha256Text(payload));
}

QString TstSqliteAttacks::activate(const QString& proposal, const QString& payload) const
{
    return QStringLiteral(
               "INSERT INTO corridor_version (proposal_id, payload) VALUES ('%1', '%2'); ")
        .arg(proposal, payload);
}

void TstSqliteAttacks::fourEyes()
{
    const QString refused = QStringLiteral("tieout:not_approved");
    const QString id = newCommandId();
    const QString first = newCommandId();
    const QString second = newCommandId();
    const QString veto = newCommandId();
    const QString hash = sha256Text(m_payload);
    must(proposed(id, "alice", "operator", m_payload));
    no(refused, activate(id, m_payload));
    must(command(first, "bob", "treasury", "proposal.approve", id, hash) +
         approval(first, "bob", "treasury", id, "alice", m_payload) + done(first));
    no(refused, activate(id, m_payload));
    must(command(second, "carol", "compliance", "proposal.approve", id, hash) +
         approval(second, "carol", "compliance", id, "alice", m_payload));
    no(refused, activate(id, m_payload)); // its command still waits
    must(done(second));
    no(refused,
       activate(id, QString(m_payload).replace(QStringLiteral("12"), QStringLiteral("1"))));
    must(command(veto, "carol", "compliance", "proposal.reject", id));
    no(refused, activate(id, m_payload));
    must(QStringLiteral("UPDATE command SET state = 'cancelled' WHERE id = '%1'").arg(veto));
    must(activate(id, m_payload));
    no(refused, activate(id, m_payload));
    no(refused,
       QString(activate(id, m_payload))
           .replace(QStringLiteral("INSERT"), QStringLiteral("REPLACE")),
       true);
    no(QStringLiteral("tieout:proposal_frozen"),
       QStringLiteral("UPDATE proposal SET state = 'open'"));
    no(QStringLiteral("tieout:proposal_frozen"),
       QStringLiteral(
           "REPLACE INTO proposal VALUES ('%1', 'alice', 'corridor.propose', '%2', 'open')")
           .arg(id, hash),
       true);
}

void TstSqliteAttacks::approvals()
{
    const QString id = newCommandId();
    const QString own = newCommandId();
    const QString hash = sha256Text(m_payload);
    must(proposed(id, "dora", "treasury", m_payload));
    must(command(own, "dora", "compliance", "proposal.approve", id, hash));
    no(QStringLiteral("CHECK"), approval(own, "dora", "compliance", id, "dora", m_payload));
    no(QStringLiteral("FOREIGN KEY"), approval(own, "dora", "compliance", id, "alice", m_payload));
    no(QStringLiteral("FOREIGN KEY"), approval(own, "carol", "compliance", id, "dora", m_payload));
    // Without foreign keys the row goes in, and is worth nothing.
    must(QString());
    QCOMPARE(run(approval(own, "carol", "compliance", id, "dora", m_payload), true), QString());
    no(QStringLiteral("tieout:not_approved"), activate(id, m_payload), true);
    no(QStringLiteral("tieout:approved_already"),
       approval(own, "carol", "compliance", id, "dora", m_payload),
       true);
    no(QStringLiteral("tieout:kept"), QStringLiteral("UPDATE approval SET class = class"));
}

void TstSqliteAttacks::commands()
{
    const QString id = newCommandId();
    const auto note = [&](const Text& actor, const Text& role, const Text& payload) {
        return command(newCommandId(), actor, role, "payment.cancel", "x", {}, payload);
    };
    no(QStringLiteral("tieout:class_may_not_submit"), note("alice", "treasury", "{}"));
    no(QStringLiteral("tieout:class_may_not_submit"), note("bob", "operator", "{}"));
    no(QStringLiteral("tieout:class_may_not_submit"), note("nobody", "operator", "{}"));
    no(QStringLiteral("tieout:payload_not_plain"),
       note("alice", "operator", R"({"a":1,"\u0061":2})"));
    no(QStringLiteral("CHECK"), note("alice", "operator", "[]"));
    no(QStringLiteral("tieout:command_step"),
       note("alice", "operator", "{}")
           .replace(QStringLiteral(", ms, ms + ttl_ms"),
                    QStringLiteral(", ms - 99999, ms - 99999 + ttl_ms")));
    no(QStringLiteral("tieout:command_step"),
       note("alice", "operator", "{}")
           .replace(QStringLiteral("ms + ttl_ms"), QStringLiteral("ms + 2 * ttl_ms")));
    const QString mine = command(id, "alice", "operator", "payment.cancel", "x");
    must(mine);
    no(QStringLiteral("tieout:command_id_used"), mine);
    no(QStringLiteral("tieout:command_id_used"),
       QString(mine).replace(QStringLiteral("INSERT"), QStringLiteral("REPLACE")),
       true);
    for (const char* column : {"actor",
                               "class",
                               "kind",
                               "payload",
                               "payload_sha256",
                               "subject",
                               "subject_sha256",
                               "submitted_at",
                               "expires_at",
                               "id"})
        // Two triggers refuse it, in no certain order.
        no(QStringLiteral("tieout:command_"),
           QStringLiteral("UPDATE command SET %1 = %1 WHERE id = '%2'")
               .arg(QString::fromLatin1(column), id));
    for (const char* state : {"running", "expired", "failed", "waiting"})
        no(QStringLiteral("tieout:command_step"),
           QStringLiteral("UPDATE command SET state = '%1' WHERE id = '%2'")
               .arg(QString::fromLatin1(state), id));
    no(QStringLiteral("tieout:command_step"),
       QStringLiteral("BEGIN; DELETE FROM account_class WHERE name = 'alice'; %1 COMMIT")
           .arg(done(id)));
    no(QStringLiteral("tieout:command_step"),
       QStringLiteral("BEGIN; UPDATE account SET active = 0 WHERE name = 'alice'; %1 COMMIT")
           .arg(done(id)));
    must(done(id));
    no(QStringLiteral("tieout:command_step"), done(id));
}

void TstSqliteAttacks::sandboxApply()
{
    const QString refused = QStringLiteral("tieout:not_approved");
    const QString id = newCommandId();
    const QString note = newCommandId();
    const auto apply = [&](const QString& of, const QString& payload) {
        return QStringLiteral(
                   "INSERT INTO corridor_version (command_id, payload) VALUES ('%1', '%2'); ")
            .arg(of, payload);
    };
    must(command(id, "bob", "treasury", "corridor.apply", "usdc-base", {}, m_payload));
    must(command(note, "bob", "treasury", "payment.hold", "x", {}, m_payload));
    no(refused, apply(id, QString(m_payload).replace(QStringLiteral("12"), QStringLiteral("1"))));
    no(refused, apply(note, m_payload));
    no(refused, apply(newCommandId(), m_payload), true);
    no(refused,
       QStringLiteral("INSERT INTO corridor_version (payload) VALUES ('%1')").arg(m_payload));
    must(QStringLiteral("BEGIN; ") + apply(id, m_payload) + done(id) + QStringLiteral("COMMIT"));
    no(refused, apply(id, m_payload));
    no(refused,
       apply(id, m_payload).replace(QStringLiteral("INSERT"), QStringLiteral("REPLACE")),
       true);
    no(QStringLiteral("tieout:kept"),
       QStringLiteral("UPDATE corridor_version SET payload = payload"));
}

void TstSqliteAttacks::journal()
{
    const QString body = QStringLiteral(R"({"action":"x","actor":"alice","object":"pay_1"})");
    const QString zeros(64, u'0');
    const QString line = body.chopped(1) + QStringLiteral(R"(,"prev":"%1","seq":1})").arg(zeros);
    const QString seal =
        QStringLiteral("INSERT INTO journal VALUES (%1, 'j1', 'pay_1', 1, '%2', '%3', '%4'); ");
    const QString inbox = QStringLiteral("INSERT INTO journal_inbox (id, subject, subject_version, "
                                         "body) VALUES ('%1', 'pay_1', 1, '%2'); ");
    must(inbox.arg(QStringLiteral("j1"), body));
    no(QStringLiteral("tieout:not_sealed"), QStringLiteral("DELETE FROM journal_inbox"));
    no(QStringLiteral("tieout:kept"), QStringLiteral("UPDATE journal_inbox SET body = body"));
    no(QStringLiteral("tieout:already_sealed"), inbox.arg(QStringLiteral("j2"), body));
    no(QStringLiteral("tieout:not_the_next_link"),
       seal.arg(1).arg(
           zeros, QString(line).replace(QStringLiteral("alice"), QStringLiteral("bob")), zeros));
    no(QStringLiteral("tieout:not_the_next_link"), seal.arg(2).arg(zeros, line, zeros));
    must(QStringLiteral("BEGIN; ") + seal.arg(1).arg(zeros, line, sha256Text(line)) +
         QStringLiteral("DELETE FROM journal_inbox; COMMIT"));
    no(QStringLiteral("tieout:already_sealed"), inbox.arg(QStringLiteral("j9"), body));
    no(QStringLiteral("tieout:not_the_next_link"),
       seal.arg(1)
           .arg(zeros, line, zeros)
           .replace(QStringLiteral("INSERT"), QStringLiteral("REPLACE")),
       true);
    no(QStringLiteral("tieout:kept"), QStringLiteral("UPDATE journal SET line = line"));
    no(QStringLiteral("tieout:kept"), QStringLiteral("DELETE FROM journal"));
}

void TstSqliteAttacks::leases()
{
    const QString held = QStringLiteral("tieout:lease_held");
    must(QStringLiteral(
        "UPDATE lease SET epoch = 1, holder = 'a', heartbeat = (SELECT ms FROM db_clock)"));
    no(held, QStringLiteral("UPDATE lease SET epoch = 2, holder = 'b'"));
    no(held, QStringLiteral("UPDATE lease SET epoch = 9"));
    no(held, QStringLiteral("UPDATE lease SET epoch = 0"));
    no(held, QStringLiteral("UPDATE lease SET holder = 'b'"));
    no(held, QStringLiteral("UPDATE lease SET heartbeat = 99999999999999"));
    no(held, QStringLiteral("REPLACE INTO lease VALUES ('engine', 7, 'b', 0)"), true);
    no(QStringLiteral("tieout:kept"), QStringLiteral("DELETE FROM lease"));
}

void TstSqliteAttacks::deletesAndReplaces()
{
    fourEyes();
    for (const char* table : {"command", "proposal", "approval", "corridor_version", "lease"})
        no(QStringLiteral("tieout:kept"),
           QStringLiteral("DELETE FROM ") + QString::fromLatin1(table),
           true);
    const QString upload = QStringLiteral("upl_00000000000000000000000001");
    must(QStringLiteral("INSERT INTO upload VALUES ('%1', 'alice', 0); INSERT INTO upload_part "
                        "VALUES ('%1', 0, x'00')")
             .arg(upload));
    no(QStringLiteral("tieout:kept"), QStringLiteral("UPDATE upload_part SET bytes = x'01'"));
    no(QStringLiteral("CHECK"),
       QStringLiteral("INSERT INTO upload VALUES ('../../etc', 'alice', 0)"));
    no(QStringLiteral("CHECK"),
       QStringLiteral("INSERT INTO upload_part VALUES ('%1', 64, x'00')").arg(upload));
}

} // namespace tieout::test

using tieout::test::TstSqliteAttacks;
TIEOUT_REGISTER_TEST(TstSqliteAttacks)
#include "tst_sqliteattacks.moc"
