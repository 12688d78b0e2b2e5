// SPDX-License-Identifier: GPL-3.0-or-later
// Governed rows that come from a command rather than a proposal on PostgreSQL: in a sandbox only,
// as they were asked for, and only when the command ended well. source: written for this project.
#include "tests/model/commands/pgarena.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstGovernedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sandboxApplies();
    void sandboxAppliesFalsely();
    void productionNeedsApproval();

private:
    QString apply(const Text& command, const Text& payload, bool finish) const;
    void expect(std::vector<std::vector<Step>> parts);

    const QString m_term = QStringLiteral("SET tieout.epoch = 1; ");
    std::unique_ptr<PgArena> m_arena;
};

QString TstGovernedRows::apply(const Text& command, const Text& payload, bool finish) const
{
    QString sql =
        m_term + QStringLiteral("BEGIN; INSERT INTO tieout.corridor_version (command_id, payload)"
                                " VALUES ('%1', '%2'); ")
                     .arg(command, payload);
    if (finish)
        sql += QStringLiteral("UPDATE tieout.command SET state = 'done' WHERE id = '%1'; ")
                   .arg(command);
    return sql + QStringLiteral("COMMIT");
}

void TstGovernedRows::expect(std::vector<std::vector<Step>> parts)
{
    QString holes;
    for (const auto& part : parts)
        holes += m_arena->holes(part);
    QCOMPARE(holes, QString());
}

void TstGovernedRows::init()
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

void TstGovernedRows::sandboxApplies()
{
    const QString payload = QStringLiteral(
        R"({"asset":"a","corridor":"eurc-base","rail":"base","status":"sandbox","version":1})");
    const QString id = newCommandId();
    expect({{{"=waiting",
              "submitted",
              "bob",
              submitSql(id, "treasury", "corridor.apply", "eurc-base", {}, payload)},
             {"42501", "without its command's end", "svc", apply(id, payload, false)},
             {"ok", "applied", "svc", apply(id, payload, true)},
             {"23505", "applied again", "svc", apply(id, payload, false)},
             {"=sandbox base",
              "derived",
              "alice",
              "SELECT status || ' ' || rail FROM tieout.corridor_version WHERE corridor = "
              "'eurc-base'"}}});
}

void TstGovernedRows::sandboxAppliesFalsely()
{
    const QString payload = QStringLiteral(
        R"({"asset":"a","corridor":"x-base","rail":"base","status":"sandbox","version":1})");
    const QString changed = QStringLiteral(
        R"({"asset":"b","corridor":"x-base","rail":"base","status":"sandbox","version":1})");
    const QString id = newCommandId();
    const QString note = newCommandId();
    expect(
        {{{"=waiting",
           "submitted",
           "bob",
           submitSql(id, "treasury", "corridor.apply", "x-base", {}, payload)},
          {"=waiting",
           "another kind",
           "bob",
           submitSql(note, "treasury", "payment.hold", "x", {}, payload)},
          {"42501", "changed", "svc", apply(id, changed, true)},
          {"42501", "from another kind", "svc", apply(note, payload, true)},
          {"42501", "from nothing", "svc", apply(newCommandId(), payload, false)},
          {"42501|23514",
           "from nobody",
           "svc",
           m_term + QStringLiteral("INSERT INTO tieout.corridor_version (payload) VALUES ('%1')")
                        .arg(payload)},
          {"42501",
           "refused and applied",
           "svc",
           apply(id, payload, false)
               .replace(QStringLiteral("COMMIT"),
                        QStringLiteral("UPDATE tieout.command SET state = 'refused'"
                                       " WHERE id = '%1'; COMMIT")
                            .arg(id))},
          {"=cancelled", "cancelled", "bob", QStringLiteral("SELECT tieout.cancel('%1')").arg(id)},
          {"42501", "applied after that", "svc", apply(id, payload, false)},
          {"=0",
           "nothing came of it",
           "alice",
           "SELECT count(*) FROM tieout.corridor_version WHERE corridor = 'x-base'"}}});
}

void TstGovernedRows::productionNeedsApproval()
{
    const QString payload = QStringLiteral(
        R"({"asset":"a","corridor":"p-base","rail":"base","status":"enabled","version":1})");
    const QString id = newCommandId();
    expect({{{"ok", "production", "super", "UPDATE tieout.environment SET name = 'production'"},
             {"=waiting",
              "submitted",
              "bob",
              submitSql(id, "treasury", "corridor.apply", "p-base", {}, payload)},
             {"42501", "applied without approvals", "svc", apply(id, payload, true)},
             {"ok", "sandbox", "super", "UPDATE tieout.environment SET name = 'sandbox'"}}});
}

} // namespace tieout::test

using tieout::test::TstGovernedRows;
TIEOUT_REGISTER_TEST(TstGovernedRows)
#include "tst_governedrows.moc"
