// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/commands/commanddesk.h"

#include "model/store/statement.h"

#include <QTest>

namespace tieout::test {

QString CommandDesk::whyNot(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql && PgArena::clusterUrl().isEmpty())
        return QStringLiteral("TIEOUT_TEST_PG is not set");
    return {};
}

CommandDesk::CommandDesk(Dialect dialect)
    : m_dialect(dialect)
{
    if (dialect == Dialect::PostgreSql) {
        m_arena = std::make_unique<PgArena>();
        m_problem = m_arena->problem();
    } else {
        makeFile();
    }
}

QString CommandDesk::file() const
{
    return m_test->address().url;
}

void CommandDesk::makeFile()
{
    m_test = TestDatabase::make(Dialect::Sqlite);
    execute("INSERT INTO account (name) VALUES ('alice'), ('bob'), ('carol'), ('eve'), ('fin'), "
            "('dora')");
    execute(
        "INSERT INTO account_class (name, class) VALUES ('alice', 'operator'), ('bob', 'treasury'),"
        " ('carol', 'compliance'), ('eve', 'engineer'), ('fin', 'finance'), ('dora', 'treasury'),"
        " ('dora', 'compliance')");
}

Database& CommandDesk::person(const Text& name)
{
    auto& connection = m_connections[name];
    if (!connection) {
        QString login = name;
        if (login == u"svc-other")
            login = QStringLiteral("svc");
        const DatabaseAddress address{m_arena ? m_arena->url(login) : file(), {}};
        auto opened = Database::open(address, name, OpenMode::ReadWrite);
        if (!opened)
            qFatal("no connection: %s", qPrintable(opened.error().detail));
        connection = std::move(opened).value();
    }
    return *connection;
}

QString CommandDesk::account(const Text& name) const
{
    return m_arena ? m_arena->realName(name) : QString(name);
}

void CommandDesk::execute(const Text& sql)
{
    if (m_arena) {
        // Not prepared: it may define roles.
        m_problem = m_arena->run("super", sql).message;
        return;
    }
    Statement statement(administrator(), sql);
    if (auto done = statement.exec(); !done)
        m_problem = done.error().detail;
}

void CommandDesk::shiftClock(qint64 ms)
{
    if (m_arena) {
        m_arena->shiftClock(ms);
        return;
    }
    execute("DROP VIEW db_clock");
    execute(QStringLiteral(
                "CREATE VIEW db_clock AS SELECT"
                " CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) + %1 AS ms")
                .arg(ms));
}

Result<CommandState> CommandDesk::submit(const Text& name, const CommandRequest& request)
{
    return tieout::submit(person(name), account(name), request);
}

CommandRequest CommandDesk::request(const Text& role, const Text& kind, const QJsonObject& payload)
{
    return {CommandId::trusted(newCommandId()), role, kind, QStringLiteral("pay_1"), {}, payload};
}

} // namespace tieout::test
