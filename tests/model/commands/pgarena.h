// SPDX-License-Identifier: GPL-3.0-or-later
// PgArena: a sandbox database of its own on the test cluster, with real logins to attack it as.
// Each step runs on a connection of its own, as psql would, and is judged by its SQLSTATE. One
// thread.
#pragma once

#include "tests/support/testdatabase.h"

#include <QString>

#include <memory>
#include <vector>

struct pg_conn;

namespace tieout::test {

// The engine thins blocks that lie far below finality, and deletes no other.
inline constexpr char kThinNearTheHead[] =
    "INSERT INTO tieout.rail VALUES (77, 'attacked', 'evm', 'eip155:77');"
    "INSERT INTO tieout.block VALUES (77, 77, 5, '5', '4', 0);"
    "DELETE FROM tieout.block";

struct PgAnswer
{
    bool ok = false;
    QString state; // SQLSTATE when not ok
    QString message;
    QString value; // first cell of the last result
};

// One connection that stays, for what happens between two transactions.
class PgSession
{
public:
    explicit PgSession(pg_conn* connection)
        : m_connection(connection)
    {}
    ~PgSession();
    Q_DISABLE_COPY_MOVE(PgSession)

    PgAnswer run(const QString& sql);
    void send(const QString& sql);
    PgAnswer receive();
    int pid() const;

private:
    pg_conn* m_connection;
};

// What a test writes as a plain literal or puts together.
struct Text : QString
{
    Text() = default;
    Text(const char* literal)
        : QString(QString::fromLatin1(literal))
    {}
    Text(const QString& text)
        : QString(text)
    {}
};

// `expected`: "ok"; "=text" for a value; or the SQLSTATEs, by '|', of which one must come.
struct Step
{
    Text expected;
    Text what;
    Text login;
    Text sql;
};

class PgArena
{
public:
    // Empty without TIEOUT_TEST_PG.
    static QString clusterUrl();
    PgArena();
    ~PgArena();
    Q_DISABLE_COPY_MOVE(PgArena)

    // Why it could not be made; empty when all is well.
    const QString& problem() const { return m_problem; }
    const QString& database() const { return m_database; }
    QString url(const QString& login) const;

    // Logins are written "{alice}" in SQL; roles have their real names. "super" is the superuser.
    QString fill(QString sql) const;
    QString realName(const QString& login) const;
    PgAnswer run(const Text& login, const Text& sql);
    std::unique_ptr<PgSession> session(const Text& login);
    // What did not go as expected, one line each; empty when all did.
    QString holes(const std::vector<Step>& steps);
    // The database's clock, as if so much time had passed.
    void shiftClock(qint64 ms);
    // Until that session waits for a lock; false after a bounded number of looks.
    bool waitUntilBlocked(int pid);

private:
    void makeLogins();
    pg_conn* connect(const QString& login, const QString& database) const;

    std::unique_ptr<TestDatabase> m_test;
    QString m_suffix;
    QString m_database;
    QString m_problem;
};

// The statements that attacks are made of.
QString newCommandId();
QString sha256Text(const QString& text);
QString submitSql(const Text& id,
                  const Text& role,
                  const Text& kind,
                  const Text& subject = {},
                  const Text& seen = {},
                  const Text& payload = "{}");

} // namespace tieout::test
