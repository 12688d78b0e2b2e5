// SPDX-License-Identifier: GPL-3.0-or-later
// Four eyes on PostgreSQL against people and against an engine that lies: no governed row without
// the approvals that the policy names, and no command made up or re-stamped. source: written for
// this project.
#include "tests/model/commands/pgarena.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstFourEyes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theStraightWay();
    void openedFalsely();
    void approvedFalsely();
    void wrongPeople();
    void vetoes();
    void versions();
    void engineForges();
    void rolesAndTime();

private:
    QString document(int depth, int version) const;
    std::vector<Step> opened(const Text& id, const Text& maker, const Text& payload) const;
    std::vector<Step> approvedBy(const Text& id,
                                 const Text& checker,
                                 const Text& role,
                                 const Text& proposal,
                                 const Text& maker,
                                 const Text& payload) const;
    QString approvalRow(const Text& id,
                        const Text& checker,
                        const Text& role,
                        const Text& proposal,
                        const Text& maker,
                        const Text& payload) const;
    QString activate(const Text& proposal, const Text& payload) const;
    void expect(std::vector<std::vector<Step>> parts);

    const QString m_term = QStringLiteral("SET tieout.epoch = 1; ");
    std::unique_ptr<PgArena> m_arena;
};

QString TstFourEyes::document(int depth, int version) const
{
    return QStringLiteral(R"({"asset":"eip155:8453/erc20:0x01","corridor":"usdc-base","depth":%1,)"
                          R"("rail":"base","status":"enabled","version":%2})")
        .arg(depth)
        .arg(version);
}

std::vector<Step> TstFourEyes::opened(const Text& id, const Text& maker, const Text& payload) const
{
    const QString role =
        maker == u"alice" ? QStringLiteral("operator") : QStringLiteral("treasury");
    return {
        {"=waiting",
         "proposed",
         maker,
         submitSql(id, role, "corridor.propose", "usdc-base", {}, payload)},
        {"ok",
         "opened",
         "svc",
         m_term +
             QStringLiteral(
                 "BEGIN; INSERT INTO tieout.proposal (id, maker, kind, payload_sha256) VALUES"
                 " ('%1', '{%2}', 'corridor.propose', '%3');"
                 " UPDATE tieout.command SET state = 'done', result = '{}' WHERE id = '%1'; COMMIT")
                 .arg(id, maker, sha256Text(payload))}};
}

QString TstFourEyes::approvalRow(const Text& id,
                                 const Text& checker,
                                 const Text& role,
                                 const Text& proposal,
                                 const Text& maker,
                                 const Text& payload) const
{
    return m_term +
           QStringLiteral(
               "INSERT INTO tieout.approval VALUES ('%1', '{%2}', '%3', 'proposal.approve',"
               " '%4', '{%5}', '%6'); ")
               .arg(id, checker, role, proposal, maker, sha256Text(payload));
}

std::vector<Step> TstFourEyes::approvedBy(const Text& id,
                                          const Text& checker,
                                          const Text& role,
                                          const Text& proposal,
                                          const Text& maker,
                                          const Text& payload) const
{
    return {
        {"=waiting",
         "approves",
         checker,
         submitSql(id, role, "proposal.approve", proposal, sha256Text(payload))},
        {"ok",
         "recorded",
         "svc",
         approvalRow(id, checker, role, proposal, maker, payload) +
             QStringLiteral("UPDATE tieout.command SET state = 'done' WHERE id = '%1'").arg(id)}};
}

QString TstFourEyes::activate(const Text& proposal, const Text& payload) const
{
    return m_term +
           QStringLiteral(
               "INSERT INTO tieout.corridor_version (proposal_id, payload) VALUES ('%1', '%2')")
               .arg(proposal, payload);
}

void TstFourEyes::expect(std::vector<std::vector<Step>> parts)
{
    QString holes;
    for (const auto& part : parts)
        holes += m_arena->holes(part);
    QCOMPARE(holes, QString());
}

void TstFourEyes::init()
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
    expect({{{"ok",
              "term",
              "svc",
              "UPDATE tieout.lease SET epoch = 1, holder = 'a' WHERE name = 'engine'"}}});
}

void TstFourEyes::theStraightWay()
{
    const QString payload = document(12, 1);
    const QString proposal = newCommandId();
    expect({opened(proposal, "alice", payload),
            {{"42501", "no approval", "svc", activate(proposal, payload)}},
            approvedBy(newCommandId(), "bob", "treasury", proposal, "alice", payload),
            {{"42501", "one of two", "svc", activate(proposal, payload)}},
            approvedBy(newCommandId(), "carol", "compliance", proposal, "alice", payload),
            {{"42501", "another payload", "svc", activate(proposal, document(1, 1))},
             {"428C9|42501",
              "a derived column given",
              "svc",
              m_term + QStringLiteral(
                           "INSERT INTO tieout.corridor_version (proposal_id, payload, status)"
                           " VALUES ('%1', '%2', 'draft')")
                           .arg(proposal, payload)},
             {"ok", "activation", "svc", activate(proposal, payload)},
             {"=12",
              "what was approved stands",
              "alice",
              "SELECT payload::jsonb ->> 'depth' FROM tieout.corridor_version WHERE version = 1"},
             {"55000", "applied twice", "svc", activate(proposal, payload)},
             {"55000",
              "opened again",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.proposal SET state = 'open' WHERE id = '%1'")
                           .arg(proposal)},
             {"55000",
              "finished command changed",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.command SET result = '{}' WHERE id = '%1'")
                           .arg(proposal)}}});
}

void TstFourEyes::openedFalsely()
{
    const QString payload = document(3, 2);
    const QString id = newCommandId();
    const QString note = newCommandId();
    const auto open =
        [&](const QString& of, const char* maker, const QString& hash, const char* rest = "") {
            return m_term +
                   QStringLiteral(
                       "INSERT INTO tieout.proposal (id, maker, kind, payload_sha256%5) VALUES"
                       " ('%1', '{%2}', 'corridor.propose', '%3'%4)")
                       .arg(of,
                            QString::fromLatin1(maker),
                            hash,
                            *rest ? QStringLiteral(", '%1'").arg(QString::fromLatin1(rest))
                                  : QString(),
                            *rest ? QStringLiteral(", state") : QString());
        };
    expect(
        {{{"=waiting",
           "proposes",
           "dora",
           submitSql(id, "treasury", "corridor.propose", "usdc-base", {}, payload)},
          {"=waiting", "another kind", "alice", submitSql(note, "operator", "payment.cancel", "x")},
          {"23503", "for another maker", "svc", open(id, "bob", sha256Text(payload))},
          {"23503", "with another hash", "svc", open(id, "dora", sha256Text(document(4, 2)))},
          {"23503",
           "from another kind",
           "svc",
           open(note, "alice", sha256Text(QStringLiteral("{}")))},
          {"23503", "from nothing", "svc", open(newCommandId(), "dora", sha256Text(payload))},
          {"42501",
           "as already applied",
           "svc",
           open(id, "dora", sha256Text(payload), "applied")}}});
}

void TstFourEyes::approvedFalsely()
{
    const QString payload = document(3, 2);
    const QString other = document(4, 2);
    const QString id = newCommandId();
    const QString otherId = newCommandId();
    const QString own = newCommandId();
    const QString onOther = newCommandId();
    const QString stale = newCommandId();
    const QString unwritten = QStringLiteral("cmd_99999999999999999999999999");
    expect(
        {opened(id, "dora", payload),
         opened(otherId, "alice", other),
         {{"=waiting",
           "own approval",
           "dora",
           submitSql(own, "compliance", "proposal.approve", id, sha256Text(payload))},
          {"23514",
           "maker through another class",
           "svc",
           approvalRow(own, "dora", "compliance", id, "dora", payload)},
          {"23503",
           "with a false maker",
           "svc",
           approvalRow(own, "dora", "compliance", id, "alice", payload)},
          {"23503",
           "with a false checker",
           "svc",
           approvalRow(own, "carol", "compliance", id, "dora", payload)},
          {"=waiting",
           "of another proposal",
           "tess",
           submitSql(onOther, "treasury", "proposal.approve", otherId, sha256Text(other))},
          {"23503",
           "attached to this one",
           "svc",
           approvalRow(onOther, "tess", "treasury", id, "dora", payload)},
          {"23503",
           "made up",
           "svc",
           approvalRow(unwritten, "carol", "compliance", id, "dora", payload)},
          {"=waiting",
           "of an older text",
           "bob",
           submitSql(stale, "treasury", "proposal.approve", id, sha256Text(other))},
          {"23503", "as it was", "svc", approvalRow(stale, "bob", "treasury", id, "dora", other)},
          {"23503",
           "stamped anew",
           "svc",
           approvalRow(stale, "bob", "treasury", id, "dora", payload)},
          {"23503",
           "under another class",
           "svc",
           approvalRow(stale, "bob", "compliance", id, "dora", payload)}},
         approvedBy(newCommandId(), "bob", "treasury", id, "dora", payload)});
}

void TstFourEyes::wrongPeople()
{
    const QString payload = document(5, 2);
    const QString id = newCommandId();
    const QString second = newCommandId();
    const QString sameClass = newCommandId();
    const QString finance = newCommandId();
    const QString waiting = newCommandId();
    const QString hash = sha256Text(payload);
    expect({opened(id, "alice", payload),
            approvedBy(newCommandId(), "dora", "treasury", id, "alice", payload),
            {{"=waiting",
              "with her other class",
              "dora",
              submitSql(second, "compliance", "proposal.approve", id, hash)},
             {"23505",
              "one person twice",
              "svc",
              approvalRow(second, "dora", "compliance", id, "alice", payload)},
             {"=waiting",
              "same class",
              "tess",
              submitSql(sameClass, "treasury", "proposal.approve", id, hash)},
             {"23505",
              "two of one class",
              "svc",
              approvalRow(sameClass, "tess", "treasury", id, "alice", payload)}},
            approvedBy(finance, "fin", "finance", id, "alice", payload),
            {{"42501", "a class without a say", "svc", activate(id, payload)},
             {"=waiting",
              "not answered yet",
              "carol",
              submitSql(waiting, "compliance", "proposal.approve", id, hash)},
             {"ok",
              "its row",
              "svc",
              approvalRow(waiting, "carol", "compliance", id, "alice", payload)},
             {"42501", "an approval that waits", "svc", activate(id, payload)},
             {"55000",
              "parked in running",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.command SET state = 'running' WHERE id = '%1'")
                           .arg(waiting)},
             {"=cancelled",
              "taken back",
              "carol",
              QStringLiteral("SELECT tieout.cancel('%1')").arg(waiting)},
             {"55000",
              "revived",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.command SET state = 'done' WHERE id = '%1'")
                           .arg(waiting)},
             {"42501", "a cancelled one", "svc", activate(id, payload)}}});
}

void TstFourEyes::vetoes()
{
    const QString payload = document(6, 2);
    const QString id = newCommandId();
    const QString veto = newCommandId();
    const QString set =
        QStringLiteral("UPDATE tieout.command SET state = 'cancelled'%1 WHERE id = '") + veto +
        u'\'';
    expect({opened(id, "alice", payload),
            approvedBy(newCommandId(), "bob", "treasury", id, "alice", payload),
            approvedBy(newCommandId(), "carol", "compliance", id, "alice", payload),
            {{"=waiting", "a veto", "carol", submitSql(veto, "compliance", "proposal.reject", id)},
             {"55000", "over a veto", "svc", activate(id, payload)},
             {"55000", "veto cancelled by the engine", "svc", m_term + set.arg(QString())},
             {"42501",
              "with a time of its own",
              "svc",
              m_term + set.arg(QStringLiteral(", finished_at = 1"))},
             {"=cancelled",
              "taken back",
              "carol",
              QStringLiteral("SELECT tieout.cancel('%1')").arg(veto)},
             {"ok", "applied", "svc", activate(id, payload)}}});
}

void TstFourEyes::versions()
{
    const QString taken = document(9, 2);
    const QString skipping = document(9, 5);
    const QString first = newCommandId();
    const QString second = newCommandId();
    expect({opened(first, "alice", taken),
            approvedBy(newCommandId(), "bob", "treasury", first, "alice", taken),
            approvedBy(newCommandId(), "carol", "compliance", first, "alice", taken),
            {{"23505", "a version that is taken", "svc", activate(first, taken)}},
            opened(second, "alice", skipping),
            approvedBy(newCommandId(), "bob", "treasury", second, "alice", skipping),
            approvedBy(newCommandId(), "carol", "compliance", second, "alice", skipping),
            {{"23503", "a version that skips one", "svc", activate(second, skipping)}}});
    // Approved, but long ago.
    m_arena->shiftClock(15LL * 24 * 3600 * 1000);
    expect({{{"55000", "after its time", "svc", activate(first, taken)}}});
    m_arena->shiftClock(0);
}

void TstFourEyes::engineForges()
{
    std::vector<Step> steps;
    for (const char* name : {"actor",
                             "class",
                             "kind",
                             "payload",
                             "payload_sha256",
                             "subject",
                             "subject_sha256",
                             "expires_at",
                             "submitted_at",
                             "finished_at",
                             "id"}) {
        const QString column = QString::fromLatin1(name);
        steps.push_back({"42501",
                         column,
                         "svc",
                         m_term + QStringLiteral("UPDATE tieout.command SET %1 = %1").arg(column)});
    }
    const QString id = newCommandId();
    const auto become = [&](const char* state) {
        return m_term + QStringLiteral("UPDATE tieout.command SET state = '%1' WHERE id = '%2'")
                            .arg(QString::fromLatin1(state), id);
    };
    expect({steps,
            {{"42501",
              "a command of its own",
              "svc",
              m_term + QStringLiteral(
                           "INSERT INTO tieout.command SELECT * FROM tieout.command LIMIT 1")},
             {"42501",
              "a lower policy",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.command_kind SET needed = 0")},
             {"42501",
              "another approving class",
              "svc",
              m_term + QStringLiteral("INSERT INTO tieout.command_class VALUES "
                                      "('corridor.propose', 'finance', 'approve')")},
             {"42501",
              "a governed row rewritten",
              "svc",
              m_term + QStringLiteral("UPDATE tieout.corridor_version SET payload = '{}'")},
             {"=waiting", "a command", "alice", submitSql(id, "operator", "payment.cancel", "x")},
             {"55000", "short kind parked", "svc", become("running")},
             {"55000", "expired before its time", "svc", become("expired")},
             {"55000", "cancelled by the engine", "svc", become("cancelled")},
             {"55000", "failed without running", "svc", become("failed")},
             {"ok", "refused", "svc", become("refused")},
             {"55000", "and then done", "svc", become("done")}}});
}

void TstFourEyes::rolesAndTime()
{
    const QString id = newCommandId();
    const auto become = [&](const char* state) {
        return m_term + QStringLiteral("UPDATE tieout.command SET state = '%1' WHERE id = '%2'")
                            .arg(QString::fromLatin1(state), id);
    };
    expect(
        {{{"=waiting", "a command", "alice", submitSql(id, "operator", "payment.cancel", "x")},
          {"ok", "class revoked", "super", "REVOKE tieout_sandbox_operator FROM {alice}"},
          {"55000", "run all the same", "svc", become("done")},
          {"ok",
           "login closed",
           "super",
           "GRANT tieout_sandbox_operator TO {alice}; ALTER ROLE {alice} NOLOGIN"},
          {"55000", "run all the same", "svc", become("done")},
          {"ok", "login out of date", "super", "ALTER ROLE {alice} LOGIN VALID UNTIL '2001-01-01'"},
          {"55000", "run all the same", "svc", become("done")},
          {"ok", "as before", "super", "ALTER ROLE {alice} VALID UNTIL 'infinity'"}}});
    m_arena->shiftClock(61'000);
    expect({{{"55000", "run late", "svc", become("done")},
             {"ok", "expired", "svc", become("expired")}}});
    m_arena->shiftClock(0);
}

} // namespace tieout::test

using tieout::test::TstFourEyes;
TIEOUT_REGISTER_TEST(TstFourEyes)
#include "tst_foureyes.moc"
