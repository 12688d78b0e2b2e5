// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "model/store/lease.h"
#include "model/store/migrations.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace tieout::test {

namespace {

// Roles belong to the cluster; test programs that run at once make them one after the other.
constexpr char kClusterLock[] = "SELECT pg_advisory_lock(7716054)";

QByteArray clusterUrl()
{
    return qgetenv("TIEOUT_TEST_PG");
}

QString databaseUrl(const QString& database)
{
    QUrl url(QString::fromUtf8(clusterUrl()));
    url.setPath(u'/' + database);
    return url.toString(QUrl::FullyEncoded);
}

QString randomName(const char* prefix)
{
    return QStringLiteral("%1_%2")
        .arg(QLatin1String(prefix))
        .arg(QRandomGenerator::system()->generate());
}

class Cluster
{
public:
    explicit Cluster(const QByteArray& url = clusterUrl())
        : m_connection(PQconnectdb(url.constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("no test cluster: %s", PQerrorMessage(m_connection));
        run("SET client_min_messages = error");
    }
    ~Cluster() { PQfinish(m_connection); }
    Q_DISABLE_COPY_MOVE(Cluster)

    void run(const QByteArray& sql)
    {
        PGresult* result = PQexec(m_connection, sql.constData());
        const auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            qFatal("%s: %s", sql.left(80).constData(), PQerrorMessage(m_connection));
        PQclear(result);
    }

private:
    pg_conn* m_connection;
};

void migrateOrStop(const DatabaseAddress& address)
{
    if (auto made = makeDatabase(address, QStringLiteral("sandbox"), TestDatabase::kMadeAt); !made)
        qFatal(
            "migration: %s %s", qPrintable(made.error().reason), qPrintable(made.error().detail));
}

// Lives as long as the program; the database goes with it.
class PostgresTemplate
{
public:
    PostgresTemplate()
        : m_name(randomName("tieout_template").toUtf8())
    {
        Cluster cluster;
        cluster.run(kClusterLock);
        cluster.run("CREATE DATABASE " + m_name);
        migrateOrStop({databaseUrl(QString::fromUtf8(m_name)), {}});
    }
    ~PostgresTemplate() { Cluster().run("DROP DATABASE IF EXISTS " + m_name + " WITH (FORCE)"); }
    Q_DISABLE_COPY_MOVE(PostgresTemplate)

    void copyTo(const QByteArray& name) const
    {
        Cluster cluster;
        cluster.run("CREATE DATABASE " + name + " TEMPLATE " + m_name);
        // Rights on a database are not copied with it.
        cluster.run("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        cluster.run("GRANT CONNECT ON DATABASE " + name +
                    " TO tieout_sandbox_people, tieout_sandbox_auditor, tieout_sandbox_engine");
        cluster.run("GRANT TEMPORARY ON DATABASE " + name + " TO tieout_sandbox_owner");
    }

private:
    QByteArray m_name;
};

class SqliteTemplate
{
public:
    SqliteTemplate() { migrateOrStop({file(), {}}); }
    Q_DISABLE_COPY_MOVE(SqliteTemplate)
    QString file() const { return m_folder.filePath(QStringLiteral("template.db")); }

private:
    QTemporaryDir m_folder;
};

} // namespace

std::unique_ptr<Database> openOrStop(const DatabaseAddress& address, const QString& purpose)
{
    auto opened = Database::open(address, purpose, OpenMode::ReadWrite);
    if (!opened)
        qFatal("no connection: %s", qPrintable(opened.error().detail));
    return std::move(opened).value();
}

std::unique_ptr<TestDatabase> TestDatabase::makeEmpty(Dialect dialect)
{
    std::unique_ptr<TestDatabase> made(new TestDatabase);
    made->m_dialect = dialect;
    made->m_name = randomName("tieout_test");
    if (dialect == Dialect::Sqlite) {
        made->m_address.url = made->m_folder.filePath(QStringLiteral("desk.db"));
    } else {
        Cluster().run("CREATE DATABASE " + made->m_name.toUtf8());
        made->m_address.url = databaseUrl(made->m_name);
    }
    return made;
}

std::unique_ptr<TestDatabase> TestDatabase::make(Dialect dialect)
{
    std::unique_ptr<TestDatabase> made(new TestDatabase);
    made->m_dialect = dialect;
    made->m_name = randomName("tieout_test");
    if (dialect == Dialect::Sqlite) {
        static const SqliteTemplate source;
        made->m_address.url = made->m_folder.filePath(QStringLiteral("desk.db"));
        if (!QFile::copy(source.file(), made->m_address.url))
            qFatal("can't copy the template");
    } else {
        static const PostgresTemplate source;
        source.copyTo(made->m_name.toUtf8());
        made->m_address.url = databaseUrl(made->m_name);
    }
    return made;
}

TestDatabase::~TestDatabase()
{
    if (m_dialect == Dialect::Sqlite)
        return;
    Cluster cluster;
    cluster.run("DROP DATABASE IF EXISTS " + m_name.toUtf8() + " WITH (FORCE)");
    for (const QString& login : std::as_const(m_logins))
        cluster.run("DROP ROLE IF EXISTS " + login.toUtf8());
}

void TestDatabase::addDialectRows()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("SQLite") << Dialect::Sqlite;
    QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
}

QString TestDatabase::whyNot(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql && clusterUrl().isEmpty())
        return QStringLiteral("TIEOUT_TEST_PG is not set");
    return {};
}

std::unique_ptr<Database> TestDatabase::open(const QString& purpose) const
{
    return openOrStop(m_address, purpose);
}

void TestDatabase::takeLease()
{
    const auto db = open(QStringLiteral("lease"));
    const auto taken = tieout::takeLease(*db, QStringLiteral("test"));
    if (!taken)
        qFatal("no lease: %s", qPrintable(taken.error().detail));
    m_epoch = *taken;
}

qint64 TestDatabase::epoch()
{
    if (!m_epoch)
        takeLease();
    return *m_epoch;
}

DatabaseAddress TestDatabase::engineAddress()
{
    const qint64 term = epoch();
    if (m_dialect == Dialect::Sqlite)
        return m_address;
    QUrl url(m_address.url);
    QUrlQuery query(url);
    query.addQueryItem(
        QStringLiteral("options"),
        QStringLiteral("-c role=tieout_sandbox_engine -c tieout.epoch=%1").arg(term));
    url.setQuery(query);
    return {url.toString(QUrl::FullyEncoded), {}};
}

std::unique_ptr<Database> TestDatabase::openEngine(const QString& purpose)
{
    return openOrStop(engineAddress(), purpose);
}

QString TestDatabase::loginName(const QString& name) const
{
    return m_dialect == Dialect::Sqlite ? name : name + m_name.mid(m_name.lastIndexOf(u'_'));
}

DatabaseAddress TestDatabase::makeLogin(const QString& name, const QStringList& roles)
{
    const QByteArray real = loginName(name).toUtf8();
    if (m_dialect == Dialect::Sqlite) {
        execute("INSERT INTO account (name) VALUES ('" + real + "')");
        for (const QString& role : roles)
            execute("INSERT INTO account_class VALUES ('" + real + "', '" + role.toUtf8() + "')");
        return m_address;
    }
    QByteArray sql = "CREATE ROLE " + real + " LOGIN PASSWORD 'test'";
    for (const QString& role : roles)
        sql += "; GRANT tieout_sandbox_" + role.toUtf8() + " TO " + real;
    Cluster().run(sql);
    m_logins << QString::fromUtf8(real);
    QUrl url(m_address.url);
    url.setUserName(QString::fromUtf8(real));
    return {url.toString(QUrl::FullyEncoded), QStringLiteral("test")};
}

std::unique_ptr<Database> TestDatabase::openAs(const QString& login, const QString& password) const
{
    if (m_dialect == Dialect::Sqlite)
        return open(login);
    QUrl url(m_address.url);
    url.setUserName(login);
    return openOrStop({url.toString(QUrl::FullyEncoded), password}, login);
}

void TestDatabase::execute(const QByteArray& statements) const
{
    if (m_dialect == Dialect::PostgreSql) {
        // The owner's role passes the fence, and the triggers that keep rows are off for a replica.
        Cluster cluster(m_address.url.toUtf8());
        cluster.run(
            "SET search_path TO tieout, pg_catalog; SET session_replication_role = replica");
        cluster.run(statements);
        return;
    }
    const auto db = open(QStringLiteral("administrator"));
    if (sqlite3_exec(db->sqlite(), statements.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", statements.left(80).constData(), sqlite3_errmsg(db->sqlite()));
}

} // namespace tieout::test
