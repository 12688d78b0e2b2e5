// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/migrations.h"

#include "model/crypto/hash.h"
#include "model/store/environment.h"
#include "model/store/sqlerrors.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <libpq-fe.h>
#include <map>
#include <sqlite3.h>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace tieout {

namespace {

struct MigrationFile
{
    QString name; // empty: this number says nothing to the database
    QByteArray text;

    QString sha256() const { return QString::fromLatin1(sha256Hex(text)); }
    bool asAdministrator() const { return text.startsWith("-- run-as: administrator"); }
};

struct AppliedMigration
{
    int version = 0;
    QString sha256;
};

struct MigrationMacro
{
    const char* name;
    const char* sqlite;
    const char* postgres;
};

constexpr MigrationMacro kMigrationMacros[] = {
    {"{amount}", "BLOB", "numeric(39,0)"},
    {"{bytes}", "BLOB", "bytea"},
    {"{int}", "INTEGER", "bigint"},
    {"{text}", "TEXT", "text"},
    {"{bool}", "INTEGER", "smallint"},
    {"{identity}",
     "INTEGER PRIMARY KEY AUTOINCREMENT",
     "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"},
    {"{strict}", " STRICT", ""},
};

QString migrationsFolder()
{
    initMigrationResources();
    return QStringLiteral(":/migrations");
}

int numberOf(const QString& fileName)
{
    return fileName.section(u'_', 0, 0).toInt();
}

// Every number of the program; those that are not for this dialect have no text.
std::map<int, MigrationFile> filesFor(Dialect dialect)
{
    const QString other = dialect == Dialect::Sqlite ? QStringLiteral(".postgresql.sql")
                                                     : QStringLiteral(".sqlite.sql");
    std::map<int, MigrationFile> files;
    const QDir folder(migrationsFolder());
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        MigrationFile& entry = files[numberOf(name)];
        if (name.endsWith(other))
            continue;
        QFile file(folder.filePath(name));
        TIEOUT_CHECK(entry.name.isEmpty() && file.open(QIODevice::ReadOnly));
        entry = {name, file.readAll()};
    }
    TIEOUT_CHECK(!files.empty());
    return files;
}

QByteArray expandMacros(QByteArray text, Dialect dialect, const QString& environment)
{
    for (const MigrationMacro& macro : kMigrationMacros)
        text.replace(macro.name, dialect == Dialect::Sqlite ? macro.sqlite : macro.postgres);
    return text.replace("{env}", environment.toUtf8());
}

// Several statements in one text, as the database itself reads them, inside our transaction.
Outcome runScript(Database& db, const QByteArray& text, const QString& what)
{
    if (db.dialect() == Dialect::Sqlite) {
        if (sqlite3_exec(db.sqlite(), text.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
            return Done;
        return fail(sqliteError(sqlite3_extended_errcode(db.sqlite()),
                                QString::fromUtf8(sqlite3_errmsg(db.sqlite())),
                                what));
    }
    PGresult* result = PQexec(db.postgres(), text.constData());
    const auto status = PQresultStatus(result);
    Outcome outcome = Done;
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        outcome =
            fail(postgresError(QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE)),
                               QString::fromUtf8(PQerrorMessage(db.postgres())),
                               what));
    PQclear(result);
    return outcome;
}

Result<bool> isThere(Database& db, QStringView sql)
{
    Statement s(db, sql);
    const bool found = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return found;
}

// Catalogues are readable by everyone, also by a login that may not use the schema.
Result<bool> hasMigrationTable(Database& db)
{
    return isThere(db,
                   db.dialect() == Dialect::Sqlite
                       ? u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'"
                       : u"SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                         u" WHERE n.nspname = 'tieout' AND c.relname = 'migration'");
}

Result<std::vector<AppliedMigration>> readApplied(Database& db)
{
    std::vector<AppliedMigration> applied;
    const auto there = hasMigrationTable(db);
    if (!there)
        return fail(there.error());
    if (!*there)
        return applied;
    Statement s(db, u"SELECT version, sha256 FROM migration ORDER BY version");
    while (s.next())
        applied.push_back({static_cast<int>(s.integer(0)), s.text(1)});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return applied;
}

Outcome checkApplied(Database& db, const std::map<int, MigrationFile>& files)
{
    const auto applied = readApplied(db);
    if (!applied)
        return fail(applied.error());
    for (const AppliedMigration& one : *applied) {
        const auto known = files.find(one.version);
        if (known == files.end())
            return fail(ErrorCode::Conflict,
                        u"database_newer",
                        QStringLiteral("the database is at version %1, the program at %2")
                            .arg(applied->back().version)
                            .arg(files.rbegin()->first));
        if (known->second.sha256() != one.sha256)
            return fail(
                ErrorCode::Corrupt,
                u"migration_changed",
                QStringLiteral("number %1 was applied as %2").arg(one.version).arg(one.sha256));
    }
    return Done;
}

// Before the first change: tables of somebody else's are left alone, ours are copied.
Outcome keepCopy(Database& db, int version, UtcTime now)
{
    if (db.dialect() != Dialect::Sqlite)
        return Done;
    const auto holdsTables =
        isThere(db, u"SELECT 1 FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'");
    if (!holdsTables)
        return fail(holdsTables.error());
    if (!*holdsTables)
        return Done;
    const auto ours = hasMigrationTable(db);
    if (!ours)
        return fail(ours.error());
    if (!*ours)
        return fail(
            ErrorCode::Conflict, u"database_foreign", QStringLiteral("tables of another program"));
    const QString copy =
        QStringLiteral("%1.v%2-%3.backup").arg(db.address().url).arg(version).arg(now.ms());
    Statement vacuum(db, u"VACUUM INTO :copy");
    return vacuum.bind(u":copy", copy).exec();
}

QByteArray migrationTable(Dialect dialect)
{
    return expandMacros(
        "CREATE TABLE IF NOT EXISTS migration (version {int} PRIMARY KEY,"
        " name {text} NOT NULL, sha256 {text} NOT NULL, applied_at {int} NOT NULL){strict};",
        dialect,
        {});
}

Outcome recordMigration(Database& db, int number, const MigrationFile& file, UtcTime now)
{
    Statement s(db,
                u"INSERT INTO migration (version, name, sha256, applied_at)"
                u" VALUES (:version, :name, :sha256, :at)");
    s.bind(u":version", number).bind(u":name", file.name);
    s.bind(u":sha256", file.sha256()).bind(u":at", now);
    return s.exec();
}

// Another process may have been quicker: on PostgreSQL the table's lock is what both wait for.
Result<bool> wasApplied(Database& db, int number)
{
    if (db.dialect() == Dialect::PostgreSql) {
        if (auto locked =
                runScript(db, "LOCK TABLE migration IN EXCLUSIVE MODE", QStringLiteral("lock"));
            !locked)
            return fail(locked.error());
    }
    Statement s(db, u"SELECT 1 FROM migration WHERE version = :version");
    s.bind(u":version", number);
    const bool found = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return found;
}

struct MigrationRun
{
    Database& db;
    QString environment;
    UtcTime now;

    Outcome becomeOwner()
    {
        if (db.dialect() == Dialect::Sqlite)
            return Done;
        const QString role = QStringLiteral("SET LOCAL ROLE tieout_%1_owner").arg(environment);
        return runScript(db, role.toUtf8(), QStringLiteral("become owner"));
    }

    Outcome script(const MigrationFile& file)
    {
        if (file.text.isEmpty())
            return Done;
        const auto text = expandMacros(file.text, db.dialect(), environment);
        return runScript(db, text, QStringLiteral("migration ") + file.name);
    }

    // The administrator's number makes the schema that the table of versions stands in.
    Outcome asAdministrator(int number, const MigrationFile& file)
    {
        if (auto ran = script(file); !ran)
            return ran;
        if (auto owner = becomeOwner(); !owner)
            return owner;
        if (auto made = runScript(db, migrationTable(db.dialect()), QStringLiteral("versions"));
            !made)
            return made;
        const auto applied = wasApplied(db, number);
        if (!applied)
            return fail(applied.error());
        return *applied ? Outcome(Done) : recordMigration(db, number, file, now);
    }

    Outcome asOwner(int number, const MigrationFile& file)
    {
        if (auto owner = becomeOwner(); !owner)
            return owner;
        if (db.dialect() == Dialect::Sqlite) {
            if (auto made = runScript(db, migrationTable(db.dialect()), QStringLiteral("versions"));
                !made)
                return made;
        }
        const auto applied = wasApplied(db, number);
        if (!applied)
            return fail(applied.error());
        if (*applied)
            return Done;
        if (auto ran = script(file); !ran)
            return ran;
        if (number == 1) {
            if (auto written = ensureEnvironment(db, environment, now); !written)
                return written;
        }
        return recordMigration(db, number, file, now);
    }

    Outcome step(int number, const MigrationFile& file)
    {
        return inTransaction(db, [&]() -> Outcome {
            return file.asAdministrator() ? asAdministrator(number, file) : asOwner(number, file);
        });
    }
};

// Roles are shared by the cluster: two databases that are made at once may meet in its catalogue.
bool metAnother(const Error& error)
{
    return error.detail.contains(u"tuple concurrently updated") ||
           error.reason == u"already_exists";
}

} // namespace

int programSchemaVersion()
{
    int last = 0;
    for (const QString& name : QDir(migrationsFolder()).entryList(QDir::Files))
        last = qMax(last, numberOf(name));
    return last;
}

Result<int> schemaVersion(Database& db)
{
    const auto applied = readApplied(db);
    if (!applied)
        return fail(applied.error());
    return applied->empty() ? 0 : applied->back().version;
}

Outcome demandSchema(Database& db)
{
    const auto version = schemaVersion(db);
    if (!version)
        return fail(version.error());
    const int wanted = programSchemaVersion();
    if (*version == wanted)
        return Done;
    const QStringView reason = *version == 0       ? u"database_empty"
                               : *version < wanted ? u"database_older"
                                                   : u"database_newer";
    return fail(ErrorCode::Conflict,
                reason,
                QStringLiteral("the database is at version %1, the program at %2")
                    .arg(*version)
                    .arg(wanted));
}

Result<int> migrate(Database& db, const QString& environment, UtcTime now)
{
    TIEOUT_CHECK(environment == u"sandbox" || environment == u"production");
    const auto files = filesFor(db.dialect());
    if (auto checked = checkApplied(db, files); !checked)
        return fail(checked.error());
    const auto version = schemaVersion(db);
    if (!version)
        return version;
    if (*version >= 1) {
        if (auto same = demandEnvironment(db, environment); !same)
            return fail(same.error());
    }
    const int wanted = files.rbegin()->first;
    if (*version == wanted)
        return wanted;
    if (auto kept = keepCopy(db, *version, now); !kept)
        return fail(kept.error());
    MigrationRun run{db, environment, now};
    for (const auto& [number, file] : files) {
        if (number <= *version && *version > 0)
            continue;
        auto stepped = run.step(number, file);
        for (int again = 0;
             again < 10 && !stepped && file.asAdministrator() && metAnother(stepped.error());
             ++again)
            stepped = run.step(number, file);
        if (!stepped)
            return fail(stepped.error());
    }
    return wanted;
}

Result<int> makeDatabase(const DatabaseAddress& address, const QString& environment, UtcTime now)
{
    auto db = Database::open(address, QStringLiteral("migrate"), OpenMode::ReadWrite);
    if (!db)
        return fail(db.error());
    return migrate(**db, environment, now);
}

} // namespace tieout
