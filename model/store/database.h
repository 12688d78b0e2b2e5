// SPDX-License-Identifier: GPL-3.0-or-later
// Database: one connection to SQLite or PostgreSQL. It lives and dies in the thread that opened it.
// Sets on open: UTC, HighPrecision numbers, WAL + synchronous=FULL + foreign_keys +
// recursive_triggers
// + a busy handler of 5 s and amount_sum on SQLite; search_path, statement and idle timeouts on
// PostgreSQL.
#pragma once

#include "model/domain/result.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

struct sqlite3;
struct pg_conn;

namespace tieout {

class WriteGate;

enum class Dialect { Sqlite, PostgreSql };

enum class OpenMode { ReadOnly, ReadWrite };

// Where the data is. `url` is a file path for SQLite, or a libpq URI "postgresql://user@host/db".
// The password is never in it: it comes beside, and from no log.
struct DatabaseAddress
{
    QString url;
    QString password;

    Dialect dialect() const;
    QString redacted() const; // for people and logs: no password, no query string
};

// What one transaction changed: the hint of the change feed (store/changefeed.h).
struct ChangeNote
{
    QStringList ids;
    bool many = false;
};

class Database
{
public:
    // `purpose` names the connection after its thread ("store-page", "watch-ethereum").
    // Errors: Unavailable (database_unreachable, database_locked), Forbidden (database_login,
    // database_read_only), Corrupt (database_corrupt), Invalid (database_address).
    static Result<std::unique_ptr<Database>>
    open(const DatabaseAddress& address, const QString& purpose, OpenMode mode);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    Dialect dialect() const { return m_dialect; }
    const DatabaseAddress& address() const { return m_address; }
    QSqlDatabase sql() const;
    // Native handles for COPY, bulk inserts and aggregates; null on the other dialect.
    sqlite3* sqlite() const { return m_sqlite; }
    pg_conn* postgres() const { return m_postgres; }

    // SQLite writers of one process take turns here; nothing on PostgreSQL. Shared by every
    // connection of the process to the same file; set right after open.
    void setWriteGate(WriteGate* gate) { m_gate = gate; }
    WriteGate* writeGate() const { return m_gate; }

    // False once the server is known to be gone; such a connection is closed and opened anew.
    bool isConnected() const;

    ChangeNote& changeNote() { return m_changeNote; }

    // Any thread, while the database lives: the running statement ends with Cancelled.
    void cancel();

private:
    Database() = default;

    QString m_name;
    DatabaseAddress m_address;
    Dialect m_dialect = Dialect::Sqlite;
    sqlite3* m_sqlite = nullptr;
    pg_conn* m_postgres = nullptr;
    void* m_cancel = nullptr; // PGcancel
    WriteGate* m_gate = nullptr;
    ChangeNote m_changeNote;
};

// The error of a failed statement in our words: Unavailable for lost connections, busy and full
// disk (database_busy, connection_lost, disk_full), Forbidden for 42501 and read-only files,
// Conflict for 40001, 40P01 and unique violations (serialization_failure, already_exists),
// Cancelled for 57014.
Error sqlError(const class QSqlError& error, const QString& what);

} // namespace tieout
