// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connectiontest.h"

#include "model/store/environment.h"
#include "model/store/migrations.h"
#include "model/store/statement.h"
#include "model/store/workerthread.h"

#include <QUrl>
#include <QUrlQuery>

#include <libpq-fe.h>

namespace tieout {

namespace {

Outcome readServer(Database& db, ConnectionReport& report)
{
    const bool sqlite = db.dialect() == Dialect::Sqlite;
    Statement s(db,
                sqlite ? u"SELECT sqlite_version()" : u"SELECT current_setting('server_version')");
    if (s.next()) {
        const QString product = sqlite ? QStringLiteral("SQLite ") : QStringLiteral("PostgreSQL ");
        report.server = product + s.text(0).section(u' ', 0, 0);
    }
    return s.finish();
}

Outcome readLogin(Database& db, ConnectionReport& report)
{
    if (db.dialect() == Dialect::Sqlite)
        return Done;
    Statement s(db,
                u"SELECT session_user, rolsuper::int FROM pg_roles WHERE rolname = session_user");
    if (s.next()) {
        report.login = s.text(0);
        report.superuser = s.boolean(1);
    }
    return s.finish();
}

void describeLink(const Database& db, ConnectionReport& report)
{
    if (db.dialect() == Dialect::Sqlite)
        return;
    const QByteArray host = PQhost(db.postgres());
    if (host.startsWith('/') || host.startsWith('@')) {
        report.protection = LinkProtection::Socket;
        return;
    }
    report.protection = LinkProtection::Plain;
    if (PQsslInUse(db.postgres()) == 0)
        return;
    report.protocol = QString::fromLatin1(PQsslAttribute(db.postgres(), "protocol"));
    const QUrlQuery query{QUrl(db.address().url)};
    report.protection = query.queryItemValue(QStringLiteral("sslmode")) == u"verify-full"
                            ? LinkProtection::Verified
                            : LinkProtection::Encrypted;
}

// Direct membership only, as the commands demand it.
Outcome readClasses(Database& db, ConnectionReport& report)
{
    if (db.dialect() == Dialect::Sqlite || report.environment.isEmpty())
        return Done;
    const QString prefix = QStringLiteral("tieout_%1_").arg(report.environment);
    Statement s(db,
                u"SELECT g.rolname FROM pg_auth_members m"
                u" JOIN pg_roles p ON p.oid = m.member JOIN pg_roles g ON g.oid = m.roleid"
                u" WHERE p.rolname = session_user ORDER BY g.rolname");
    while (s.next()) {
        if (s.text(0).startsWith(prefix))
            report.classes << s.text(0).mid(prefix.size());
    }
    return s.finish();
}

Outcome readSchema(Database& db, ConnectionReport& report)
{
    const auto version = schemaVersion(db);
    if (!version)
        return fail(version.error());
    report.schemaVersion = *version;
    if (auto same = demandSchema(db); !same)
        return same;
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    report.environment = environment->name;
    return readClasses(db, report);
}

} // namespace

Result<ConnectionReport> testConnection(const DatabaseAddress& address)
{
    auto opened = Database::open(address, QStringLiteral("store-test"), OpenMode::ReadOnly);
    if (!opened)
        return fail(opened.error());
    Database& db = **opened;
    ConnectionReport report;
    report.dialect = db.dialect();
    describeLink(db, report);
    report.programVersion = programSchemaVersion();
    if (auto read = readServer(db, report); !read)
        return fail(read.error());
    if (auto read = readLogin(db, report); !read)
        return fail(read.error());
    if (auto read = readSchema(db, report); !read)
        report.problem = read.error();
    return report;
}

ConnectionTest::ConnectionTest(QObject* parent)
    : QObject(parent)
    , m_thread(std::make_unique<WorkerThread>(QStringLiteral("store-test")))
    , m_worker(new QObject)
{
    m_thread->adopt(m_worker);
    m_thread->start();
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const DatabaseAddress& address)
{
    const quint64 generation = ++m_generation;
    QMetaObject::invokeMethod(
        m_worker,
        [this, address, generation] {
            const auto report = testConnection(address);
            QMetaObject::invokeMethod(
                this,
                [this, report, generation] {
                    if (generation == m_generation)
                        Q_EMIT finished(report);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace tieout
