// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"

#include "model/store/amountsum.h"
#include "model/store/sqlerrors.h"
#include "model/store/writegate.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace tieout {

namespace {

// The handle's type is registered as "pg_conn*" by Qt 6, and documented as "PGconn*".
template<class Handle>
Handle* nativeHandle(const QSqlDatabase& db, std::initializer_list<const char*> names)
{
    const QVariant handle = db.driver()->handle();
    for (const char* name : names) {
        if (handle.isValid() && qstrcmp(handle.typeName(), name) == 0)
            return *static_cast<Handle* const*>(handle.constData());
    }
    return nullptr;
}

Outcome runSetup(const QSqlDatabase& db, const QStringList& statements)
{
    for (const QString& statement : statements) {
        QSqlQuery query(db);
        if (!query.exec(statement))
            return fail(sqlError(query.lastError(), statement.left(40)));
    }
    return Done;
}

Outcome setUpSqlite(const QSqlDatabase& db, sqlite3* handle, OpenMode mode)
{
    sqlite3_extended_result_codes(handle, 1);
    if (!registerAmountSum(handle))
        return fail(ErrorCode::Internal, u"database_setup", QStringLiteral("amount_sum"));
    QStringList statements{QStringLiteral("PRAGMA foreign_keys = ON"),
                           QStringLiteral("PRAGMA recursive_triggers = ON"),
                           QStringLiteral("PRAGMA temp_store = MEMORY"),
                           QStringLiteral("PRAGMA cache_size = -16384")};
    if (mode == OpenMode::ReadWrite)
        statements << QStringLiteral("PRAGMA journal_mode = WAL")
                   << QStringLiteral("PRAGMA synchronous = FULL");
    else
        statements << QStringLiteral("PRAGMA query_only = ON");
    return runSetup(db, statements);
}

constexpr int kBusyPatience = 5000; // ms
constexpr int kBusyInterval = 2;    // ms; SQLite's own handler goes up to 100 and misses the gaps

// Another process has the file: asks again soon, and lets our own bulk writers know.
int waitForFile(void* database, int tries)
{
    if (WriteGate* gate = static_cast<const Database*>(database)->writeGate(); gate != nullptr)
        gate->noteOtherProcess();
    if (tries * kBusyInterval >= kBusyPatience)
        return 0;
    sqlite3_sleep(kBusyInterval);
    return 1;
}

Outcome setUpPostgres(const QSqlDatabase& db, OpenMode mode)
{
    QStringList statements{QStringLiteral("SET client_min_messages = warning"),
                           QStringLiteral("SET search_path TO tieout, pg_catalog"),
                           QStringLiteral("SET TIME ZONE 'UTC'"),
                           QStringLiteral("SET statement_timeout = '120s'"),
                           QStringLiteral("SET idle_in_transaction_session_timeout = '60s'"),
                           QStringLiteral("SET lock_timeout = '20s'")};
    if (mode == OpenMode::ReadOnly)
        statements << QStringLiteral("SET default_transaction_read_only = on");
    return runSetup(db, statements);
}

// As libpq reads a value that holds a space.
QString quotedOption(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

Outcome applyUri(QSqlDatabase& db, const DatabaseAddress& address, const QString& purpose)
{
    const QUrl url(address.url);
    if (!url.isValid())
        return fail(ErrorCode::Invalid, u"database_address", QStringLiteral("not a URI"));
    const QUrlQuery query(url);
    QStringList options{QStringLiteral("application_name=") + purpose.left(60),
                        QStringLiteral("connect_timeout=10"),
                        QStringLiteral("keepalives_idle=30")};
    QString host = url.host(QUrl::FullyDecoded);
    int port = url.port();
    for (const auto& [key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key == u"host")
            host = value;
        else if (key == u"port")
            port = value.toInt();
        else if (key == u"password")
            return fail(ErrorCode::Invalid, u"password_in_address");
        else
            options << key + u'=' + quotedOption(value);
    }
    if (!host.isEmpty())
        db.setHostName(host);
    if (port > 0)
        db.setPort(port);
    db.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    if (!url.userName().isEmpty())
        db.setUserName(url.userName(QUrl::FullyDecoded));
    if (!address.password.isEmpty())
        db.setPassword(address.password);
    db.setConnectOptions(options.join(u';'));
    return Done;
}

Outcome openConnection(QSqlDatabase& db,
                       const DatabaseAddress& address,
                       const QString& purpose,
                       OpenMode mode)
{
    if (address.dialect() == Dialect::Sqlite) {
        db.setDatabaseName(address.url);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
        if (mode == OpenMode::ReadOnly)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        db.setConnectOptions(options);
    } else if (auto applied = applyUri(db, address, purpose); !applied) {
        return applied;
    }
    if (!db.isValid())
        return fail(ErrorCode::Internal, u"database_driver_missing", db.driverName());
    if (db.open())
        return Done;
    Error error = sqlError(db.lastError(), QStringLiteral("open %1").arg(address.redacted()));
    if (error.reason == u"connection_lost" || error.code == ErrorCode::Internal)
        error = {ErrorCode::Unavailable, QStringLiteral("database_unreachable"), error.detail};
    return fail(error);
}

} // namespace

Dialect DatabaseAddress::dialect() const
{
    return url.startsWith(u"postgresql:") || url.startsWith(u"postgres:") ? Dialect::PostgreSql
                                                                          : Dialect::Sqlite;
}

QString DatabaseAddress::redacted() const
{
    if (dialect() == Dialect::Sqlite)
        return QFileInfo(url).fileName();
    return QUrl(url).toString(QUrl::RemovePassword | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Result<std::unique_ptr<Database>>
Database::open(const DatabaseAddress& address, const QString& purpose, OpenMode mode)
{
    static std::atomic<quint64> serial = 0;
    std::unique_ptr<Database> database(new Database);
    database->m_address = address;
    database->m_dialect = address.dialect();
    database->m_name = QStringLiteral("%1#%2").arg(purpose).arg(++serial);
    QSqlDatabase db =
        QSqlDatabase::addDatabase(database->m_dialect == Dialect::Sqlite ? QStringLiteral("QSQLITE")
                                                                         : QStringLiteral("QPSQL"),
                                  database->m_name);
    // Without it Qt hands numeric columns out as double.
    db.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (auto opened = openConnection(db, address, purpose, mode); !opened)
        return fail(opened.error());
    Outcome ready = Done;
    if (database->m_dialect == Dialect::Sqlite) {
        database->m_sqlite = nativeHandle<sqlite3>(db, {"sqlite3*"});
        if (database->m_sqlite == nullptr)
            return fail(ErrorCode::Internal, u"database_handle");
        ready = setUpSqlite(db, database->m_sqlite, mode);
        sqlite3_busy_handler(database->m_sqlite, waitForFile, database.get());
    } else {
        database->m_postgres = nativeHandle<PGconn>(db, {"pg_conn*", "PGconn*"});
        if (database->m_postgres == nullptr)
            return fail(ErrorCode::Internal, u"database_handle");
        database->m_cancel = PQgetCancel(database->m_postgres);
        ready = setUpPostgres(db, mode);
    }
    if (!ready)
        return fail(ready.error());
    return database;
}

Database::~Database()
{
    if (m_cancel != nullptr)
        PQfreeCancel(static_cast<PGcancel*>(m_cancel));
    if (m_name.isEmpty())
        return;
    {
        QSqlDatabase db = QSqlDatabase::database(m_name, false);
        if (db.isOpen())
            db.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Database::sql() const
{
    return QSqlDatabase::database(m_name, false);
}

bool Database::isConnected() const
{
    return m_postgres == nullptr || PQstatus(m_postgres) == CONNECTION_OK;
}

void Database::cancel()
{
    if (m_sqlite != nullptr)
        sqlite3_interrupt(m_sqlite);
    if (m_cancel != nullptr) {
        char message[256];
        PQcancel(static_cast<PGcancel*>(m_cancel), message, sizeof message);
    }
}

} // namespace tieout
