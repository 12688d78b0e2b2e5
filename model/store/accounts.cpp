// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/accounts.h"

#include "model/store/journal.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <libpq-fe.h>

namespace tieout {

namespace {

Outcome checkAccount(const Database& db, const QString& name, const QStringList& classes)
{
    static const QRegularExpression shape(QStringLiteral("\\A[a-z][a-z0-9_-]{1,31}\\z"));
    if (!shape.match(name).hasMatch() || name.startsWith(u"pg_") || name.startsWith(u"tieout_") ||
        name == u"postgres" || (name == u"engine" && !classes.contains(u"engine")))
        return fail(ErrorCode::Invalid, u"account_name", name.left(40));
    const QStringList known = accountClasses(db.dialect());
    for (const QString& one : classes) {
        if (!known.contains(one))
            return fail(ErrorCode::Invalid, u"account_class", one.left(40));
    }
    // The engine writes what people ask for, and an auditor changes nothing: neither acts as well.
    const bool apart = classes.contains(u"engine") || classes.contains(u"auditor");
    if (classes.isEmpty() || (apart && classes.size() > 1))
        return fail(ErrorCode::Invalid, u"account_class", classes.join(u','));
    return Done;
}

Result<QString> accountEnvironment(Database& db)
{
    Statement read(db, u"SELECT name FROM environment WHERE id = 1");
    QString name;
    if (read.next())
        name = read.text(0);
    if (auto done = read.finish(); !done)
        return fail(done.error());
    // It becomes part of an identifier below.
    static const QRegularExpression shape(QStringLiteral("^[a-z][a-z0-9]{0,19}$"));
    if (!shape.match(name).hasMatch())
        return fail(ErrorCode::Corrupt, u"environment_missing");
    return name;
}

Result<QString> scramVerifier(Database& db, const QString& name, const QString& password)
{
    if (password.size() < 8)
        return fail(ErrorCode::Invalid, u"account_password");
    char* verifier = PQencryptPasswordConn(
        db.postgres(), password.toUtf8().constData(), name.toUtf8().constData(), "scram-sha-256");
    if (!verifier)
        return fail(ErrorCode::Internal, u"account_password", QStringLiteral("no verifier"));
    const QString text = QString::fromLatin1(verifier);
    PQfreemem(verifier);
    // Base 64, '$' and ':' only, so it needs no escape in a literal.
    TIEOUT_CHECK(!text.contains(u'\'') && !text.contains(u'\\'));
    return text;
}

// A statement that defines a role can be neither prepared nor given parameters, so it goes to the
// native handle. Never repeats the statement in an error: it may hold a verifier.
Outcome defineRole(Database& db, const QString& sql, const QString& what)
{
    PGresult* result = PQexec(db.postgres(), sql.toUtf8().constData());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const QByteArray state(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    const QString message = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    PQclear(result);
    if (done)
        return Done;
    const QString detail = QStringLiteral("%1: %2").arg(what, message);
    if (state == "42501")
        return fail(ErrorCode::Forbidden, u"not_an_administrator", detail);
    if (state == "42710")
        return fail(ErrorCode::Conflict, u"already_exists", detail);
    return fail(ErrorCode::Internal, u"account_not_made", detail);
}

Outcome
addLogin(Database& db, const QString& name, const QStringList& classes, const QString& password)
{
    auto environment = accountEnvironment(db);
    if (!environment)
        return fail(environment.error());
    auto verifier = scramVerifier(db, name, password);
    if (!verifier)
        return fail(verifier.error());
    // Name, classes and verifier were checked: nothing in them needs an escape.
    auto created =
        defineRole(db,
                   QStringLiteral("CREATE ROLE \"%1\" LOGIN PASSWORD '%2'").arg(name, *verifier),
                   QStringLiteral("login %1").arg(name));
    for (const QString& one : classes) {
        if (!created)
            break;
        const QString role = QStringLiteral("tieout_%1_%2").arg(*environment, one);
        created = defineRole(db,
                             QStringLiteral("GRANT %1 TO \"%2\"").arg(role, name),
                             QStringLiteral("class %1").arg(role));
    }
    return created;
}

Outcome addDeskAccount(Database& db, const QString& name, const QStringList& classes)
{
    Statement insert(db,
                     u"INSERT INTO account (name, created_at) SELECT :name, ms FROM db_clock"
                     u" WHERE NOT EXISTS (SELECT 1 FROM account WHERE name = :same)");
    insert.bind(u":name", name).bind(u":same", name);
    if (auto done = insert.exec(); !done)
        return done;
    if (insert.rowsAffected() != 1)
        return fail(ErrorCode::Conflict, u"already_exists", name);
    Statement grant(db, u"INSERT INTO account_class (name, class) VALUES (:name, :class)");
    for (const QString& one : classes) {
        grant.bind(u":name", name).bind(u":class", one);
        if (auto done = grant.exec(); !done)
            return done;
    }
    return Done;
}

Outcome switchAccount(Database& db, const QString& name, bool active)
{
    if (db.dialect() == Dialect::PostgreSql) {
        QString quoted = name;
        quoted.replace(u'"', QStringLiteral("\"\""));
        return defineRole(
            db,
            QStringLiteral("ALTER ROLE \"%1\" %2")
                .arg(quoted, active ? QStringLiteral("LOGIN") : QStringLiteral("NOLOGIN")),
            QStringLiteral("login %1").arg(name));
    }
    Statement update(db, u"UPDATE account SET active = :active WHERE name = :name");
    update.bind(u":active", active).bind(u":name", name);
    return update.exec();
}

Result<qint64> nextEntryVersion(Database& db, const QString& subject)
{
    Statement read(db,
                   u"SELECT coalesce(max(v), 0) + 1 FROM (SELECT subject_version AS v"
                   u" FROM journal_inbox WHERE subject = :waiting UNION ALL"
                   u" SELECT subject_version FROM journal WHERE subject = :sealed) entries");
    read.bind(u":waiting", subject).bind(u":sealed", subject);
    const qint64 version = read.next() ? read.integer(0) : 1;
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return version;
}

// Last in the transaction: what follows it would run as the owner.
Outcome writeAccountEntry(Database& db,
                          const QString& name,
                          const QString& action,
                          QJsonObject data,
                          const AccountChange& change)
{
    JournalEntry entry;
    entry.actor = change.by;
    if (db.dialect() == Dialect::PostgreSql) {
        const auto environment = accountEnvironment(db);
        if (!environment)
            return fail(environment.error());
        const auto login = sessionAccount(db);
        if (!login)
            return fail(login.error());
        entry.actor = *login;
        if (auto owner =
                defineRole(db,
                           QStringLiteral("SET LOCAL ROLE tieout_%1_owner").arg(*environment),
                           QStringLiteral("journal"));
            !owner)
            return owner;
    }
    entry.subject = QStringLiteral("account:") + name;
    const auto version = nextEntryVersion(db, entry.subject);
    if (!version)
        return fail(version.error());
    entry.id = EntryId::make(change.at);
    entry.action = action;
    entry.subjectVersion = *version;
    data.insert(QStringLiteral("account"), name);
    entry.data = data;
    entry.at = change.at;
    return appendJournal(db, entry);
}

} // namespace

QStringList accountClasses(Dialect dialect)
{
    QStringList classes{QStringLiteral("operator"),
                        QStringLiteral("treasury"),
                        QStringLiteral("finance"),
                        QStringLiteral("compliance"),
                        QStringLiteral("engineer"),
                        QStringLiteral("support"),
                        QStringLiteral("auditor"),
                        QStringLiteral("admin")};
    if (dialect == Dialect::PostgreSql)
        classes.append(QStringLiteral("engine"));
    return classes;
}

Outcome addAccount(Database& db,
                   const QString& name,
                   const QStringList& classes,
                   const QString& password,
                   const AccountChange& change)
{
    QStringList distinct = classes;
    distinct.removeDuplicates();
    distinct.sort();
    if (auto checked = checkAccount(db, name, distinct); !checked)
        return checked;
    return inTransaction(db, [&]() -> Outcome {
        auto added = db.dialect() == Dialect::PostgreSql ? addLogin(db, name, distinct, password)
                                                         : addDeskAccount(db, name, distinct);
        if (!added)
            return added;
        return writeAccountEntry(
            db,
            name,
            QStringLiteral("account.add"),
            {{QStringLiteral("classes"), QJsonArray::fromStringList(distinct)}},
            change);
    });
}

Outcome
setAccountActive(Database& db, const QString& name, bool active, const AccountChange& change)
{
    auto accounts = listAccounts(db);
    if (!accounts)
        return fail(accounts.error());
    const bool known =
        std::any_of(accounts->begin(), accounts->end(), [&](const DeskAccount& account) {
            return account.name == name;
        });
    if (!known)
        return fail(ErrorCode::NotFound, u"account_not_found", name.left(40));
    return inTransaction(db, [&]() -> Outcome {
        if (auto done = switchAccount(db, name, active); !done)
            return done;
        return writeAccountEntry(db,
                                 name,
                                 active ? QStringLiteral("account.open")
                                        : QStringLiteral("account.close"),
                                 {},
                                 change);
    });
}

Result<std::vector<DeskAccount>> listAccounts(Database& db)
{
    QString sql = QStringLiteral("SELECT a.name, a.active, c.class FROM account a LEFT JOIN "
                                 "account_class c ON c.name = a.name"
                                 " ORDER BY a.name, c.class");
    if (db.dialect() == Dialect::PostgreSql) {
        sql = QStringLiteral(
            "SELECT p.rolname::text, p.rolcanlogin::int,"
            " substr(g.rolname::text, length('tieout_' || e.name || '_') + 1)"
            " FROM environment e"
            " JOIN pg_roles g ON starts_with(g.rolname::text, 'tieout_' || e.name || '_')"
            " JOIN pg_auth_members m ON m.roleid = g.oid"
            " JOIN pg_roles p ON p.oid = m.member"
            " WHERE e.id = 1 AND NOT starts_with(p.rolname::text, 'tieout_') ORDER BY 1, 3");
    }
    Statement read(db, sql);
    std::vector<DeskAccount> accounts;
    while (read.next()) {
        if (accounts.empty() || accounts.back().name != read.text(0))
            accounts.push_back({read.text(0), {}, read.boolean(1)});
        if (!read.isNull(2))
            accounts.back().classes.append(read.text(2));
    }
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return accounts;
}

Result<QString> sessionAccount(Database& db)
{
    if (db.dialect() == Dialect::Sqlite)
        return QString();
    Statement read(db, u"SELECT session_user::text");
    QString name;
    if (read.next())
        name = read.text(0);
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return name;
}

} // namespace tieout
