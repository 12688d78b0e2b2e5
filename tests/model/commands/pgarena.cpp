// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/commands/pgarena.h"

#include "model/crypto/hash.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QUrl>

#include <libpq-fe.h>

namespace tieout::test {

namespace {

struct ArenaLogin
{
    const char* name;
    const char* roles; // short names, by ','
};

// dora holds two classes, svc2 is an engine that is a person too: both are traps.
constexpr ArenaLogin kArenaLogins[] = {
    {"alice", "operator"},
    {"bob", "treasury"},
    {"carol", "compliance"},
    {"eve", "engineer"},
    {"dora", "treasury,compliance"},
    {"audit", "auditor"},
    {"tess", "treasury"},
    {"fin", "finance"},
    {"sup", "support"},
    {"svc", "engine"},
    {"svc2", "engine,operator"},
};

PgAnswer answerFrom(PGresult* result, pg_conn* connection)
{
    PgAnswer answer;
    const auto status = PQresultStatus(result);
    answer.ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (status == PGRES_COPY_IN) {
        // A COPY that was let in: end it, so that the connection can be closed in order.
        answer.ok = true;
        PQputCopyEnd(connection, "test");
    }
    if (!answer.ok) {
        answer.state = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_SQLSTATE));
        answer.message = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
        if (answer.state.isEmpty())
            answer.message = QString::fromUtf8(PQerrorMessage(connection));
    } else if (PQntuples(result) > 0) {
        answer.value = QString::fromUtf8(PQgetvalue(result, 0, 0));
    }
    PQclear(result);
    return answer;
}

} // namespace

PgSession::~PgSession()
{
    PQfinish(m_connection);
}

PgAnswer PgSession::run(const QString& sql)
{
    return answerFrom(PQexec(m_connection, sql.toUtf8().constData()), m_connection);
}

void PgSession::send(const QString& sql)
{
    PQsendQuery(m_connection, sql.toUtf8().constData());
}

PgAnswer PgSession::receive()
{
    PgAnswer last;
    while (PGresult* result = PQgetResult(m_connection)) {
        PgAnswer one = answerFrom(result, m_connection);
        if (!last.state.isEmpty())
            continue;
        last = one;
    }
    return last;
}

int PgSession::pid() const
{
    return PQbackendPID(m_connection);
}

QString PgArena::clusterUrl()
{
    return qEnvironmentVariable("TIEOUT_TEST_PG");
}

PgArena::PgArena()
{
    m_suffix = QString::number(QRandomGenerator::system()->generate() % 100'000'000);
    m_test = TestDatabase::make(Dialect::PostgreSql);
    m_database = QUrl(m_test->address().url).path().mid(1);
    makeLogins();
}

PgArena::~PgArena()
{
    m_test.reset();
    pg_conn* cluster = connect(QStringLiteral("super"), {});
    for (const auto& login : kArenaLogins) {
        const QString name = realName(QString::fromLatin1(login.name));
        PQclear(PQexec(cluster, ("DROP ROLE IF EXISTS " + name.toUtf8()).constData()));
    }
    PQfinish(cluster);
}

void PgArena::makeLogins()
{
    for (const auto& login : kArenaLogins) {
        QStringList roles;
        for (const QString& role : QString::fromLatin1(login.roles).split(u','))
            roles.append(QStringLiteral("tieout_sandbox_") + role);
        const QString sql = QStringLiteral("CREATE ROLE {%1} LOGIN PASSWORD 'p' IN ROLE %2")
                                .arg(QString::fromLatin1(login.name), roles.join(u','));
        if (const auto answer = run(QStringLiteral("super"), sql); !answer.ok)
            m_problem = answer.message;
    }
}

QString PgArena::url(const QString& login) const
{
    QUrl address(m_test->address().url);
    if (login != u"super")
        address.setUserName(realName(login));
    return address.toString(QUrl::FullyEncoded);
}

QString PgArena::realName(const QString& login) const
{
    return login + u'_' + m_suffix;
}

QString PgArena::fill(QString sql) const
{
    for (const auto& login : kArenaLogins) {
        const QString name = QString::fromLatin1(login.name);
        sql.replace(QStringLiteral("{%1}").arg(name), realName(name));
    }
    return sql;
}

pg_conn* PgArena::connect(const QString& login, const QString& database) const
{
    const QByteArray cluster = clusterUrl().toUtf8();
    const QByteArray user = realName(login).toUtf8();
    const QByteArray name = database.toUtf8();
    std::vector<const char*> keys{"dbname", "password", "options"};
    std::vector<const char*> values{cluster.constData(), "p", "-c client_min_messages=error"};
    if (!database.isEmpty()) {
        keys.push_back("dbname");
        values.push_back(name.constData());
    }
    if (login != u"super") {
        keys.push_back("user");
        values.push_back(user.constData());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectdbParams(keys.data(), values.data(), 1);
}

std::unique_ptr<PgSession> PgArena::session(const Text& login)
{
    return std::make_unique<PgSession>(connect(login, m_database));
}

PgAnswer PgArena::run(const Text& login, const Text& sql)
{
    return session(login)->run(fill(sql));
}

QString PgArena::holes(const std::vector<Step>& steps)
{
    QString found;
    for (const Step& step : steps) {
        const PgAnswer answer = run(step.login, step.sql);
        bool expected = false;
        if (step.expected == u"ok")
            expected = answer.ok;
        else if (step.expected.startsWith(u'='))
            expected = answer.ok && answer.value == fill(step.expected.mid(1));
        else
            expected = !answer.ok && step.expected.split(u'|').contains(answer.state);
        if (!expected)
            found.append(QStringLiteral("%1 (%2): wanted %3, got %4 %5 %6\n")
                             .arg(step.what,
                                  step.login,
                                  step.expected,
                                  answer.ok ? QStringLiteral("ok") : answer.state,
                                  answer.value.left(100),
                                  answer.message.left(200)));
    }
    return found;
}

void PgArena::shiftClock(qint64 ms)
{
    run(QStringLiteral("super"),
        QStringLiteral(
            "CREATE OR REPLACE FUNCTION tieout.now_ms() RETURNS bigint LANGUAGE sql VOLATILE"
            " BEGIN ATOMIC SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
            " + %1; END")
            .arg(ms));
}

bool PgArena::waitUntilBlocked(int pid)
{
    auto watcher = session(QStringLiteral("super"));
    const QString look =
        QStringLiteral(
            "SELECT coalesce((SELECT wait_event_type FROM pg_stat_activity WHERE pid = %1), '')")
            .arg(pid);
    for (int i = 0; i < 20'000; ++i) {
        if (watcher->run(look).value == u"Lock")
            return true;
    }
    return false;
}

QString newCommandId()
{
    static int count = 0;
    return QStringLiteral("cmd_%1").arg(++count, 26, 10, QLatin1Char('0'));
}

QString sha256Text(const QString& text)
{
    return QString::fromLatin1(sha256Hex(text.toUtf8()));
}

QString submitSql(const Text& id,
                  const Text& role,
                  const Text& kind,
                  const Text& subject,
                  const Text& seen,
                  const Text& payload)
{
    const QString hash = seen.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("'%1'").arg(seen);
    return QStringLiteral("SELECT tieout.submit('%1','%2','%3','%4',%5,'%6');")
        .arg(id, role, kind, subject, hash, payload);
}

} // namespace tieout::test
