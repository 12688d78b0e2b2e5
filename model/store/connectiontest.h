// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionTest: tries a database address for a settings page or a first start, and says what is
// there. Lives on the GUI thread; the attempt runs on a thread of its own, so a server that never
// answers costs nobody a frozen window. Nothing is written.
#pragma once

#include "model/store/database.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace tieout {

class WorkerThread;

// How the bytes travel. Plain is worth a warning: passwords and amounts cross a network in clear.
enum class LinkProtection {
    File,      // SQLite
    Socket,    // a Unix socket of this machine
    Plain,     // a network without protection
    Encrypted, // TLS, but the server's name is not checked
    Verified,  // TLS with sslmode=verify-full
};

struct ConnectionReport
{
    Dialect dialect = Dialect::Sqlite;
    QString server;         // "PostgreSQL 15.3", "SQLite 3.40.1"
    QString login;          // empty on SQLite
    QStringList classes;    // what the login may do ("operator"); empty on SQLite
    bool superuser = false; // such a login acts for nobody
    LinkProtection protection = LinkProtection::File;
    QString protocol;      // "TLSv1.3"; empty without
    int schemaVersion = 0; // 0: no database of ours yet
    int programVersion = 0;
    QString environment; // empty without a schema
    // What keeps this program from working with it (database_empty, database_older, database_newer,
    // not_allowed), though the connection itself is good.
    std::optional<Error> problem;
};

// The attempt itself, on the caller's thread. Errors: those of Database::open.
Result<ConnectionReport> testConnection(const DatabaseAddress& address);

class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(QObject* parent = nullptr);
    ~ConnectionTest() override;
    Q_DISABLE_COPY_MOVE(ConnectionTest)

    // A new attempt replaces the one before, whose answer is dropped.
    void start(const DatabaseAddress& address);

Q_SIGNALS:
    void finished(const tieout::Result<tieout::ConnectionReport>& report);

private:
    std::unique_ptr<WorkerThread> m_thread;
    QObject* m_worker = nullptr;
    quint64 m_generation = 0;
};

} // namespace tieout
