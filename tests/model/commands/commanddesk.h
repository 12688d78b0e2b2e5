// SPDX-License-Identifier: GPL-3.0-or-later
// CommandDesk: a database of either kind with people who hold classes and an engine, each on a
// connection as they would have in the house. alice is operator, bob treasury, carol compliance,
// eve engineer, fin finance. One thread.
#pragma once

#include "model/commands/submit.h"
#include "tests/model/commands/pgarena.h"

#include <map>

namespace tieout::test {

class CommandDesk
{
public:
    // Empty when the dialect can be tested here.
    static QString whyNot(Dialect dialect);

    explicit CommandDesk(Dialect dialect);
    Q_DISABLE_COPY_MOVE(CommandDesk)

    const QString& problem() const { return m_problem; }
    Dialect dialect() const { return m_dialect; }
    PgArena* arena() { return m_arena.get(); }
    QString file() const;

    Database& person(const Text& name);
    // The account that a desk submits for; on PostgreSQL the real login.
    QString account(const Text& name) const;
    Database& engine() { return person("svc"); }
    Database& otherEngine() { return person("svc-other"); }
    Database& administrator() { return person("super"); }

    // As if so much time had passed on the database's clock.
    void shiftClock(qint64 ms);
    // As an administrator; fails the desk's problem() when it doesn't go.
    void execute(const Text& sql);

    Result<CommandState> submit(const Text& name, const CommandRequest& request);
    // A request that this class may make.
    static CommandRequest request(const Text& role = "operator",
                                  const Text& kind = "payment.cancel",
                                  const QJsonObject& payload = {});

private:
    void makeFile();

    Dialect m_dialect;
    std::unique_ptr<PgArena> m_arena;
    std::unique_ptr<TestDatabase> m_test; // SQLite
    std::map<QString, std::unique_ptr<Database>> m_connections;
    QString m_problem;
};

} // namespace tieout::test

// Makes `desk` of the row's dialect, or skips the row.
#define TIEOUT_COMMAND_DESK(desk)                                                                  \
    QFETCH(tieout::Dialect, dialect);                                                              \
    if (const QString why = tieout::test::CommandDesk::whyNot(dialect); !why.isEmpty()) {          \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }                                                                                              \
    tieout::test::CommandDesk desk(dialect);                                                       \
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()))
