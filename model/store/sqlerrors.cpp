// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sqlerrors.h"

#include "model/store/database.h"

#include <QSqlError>

#include <sqlite3.h>

namespace tieout {

namespace {

struct SqlWord
{
    ErrorCode code;
    const char16_t* reason;
};

SqlWord wordOfSqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Unavailable, u"database_busy"};
    case SQLITE_FULL:
        return {ErrorCode::Unavailable, u"disk_full"};
    case SQLITE_IOERR:
        return {ErrorCode::Unavailable, u"disk_error"};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unavailable, u"database_unreachable"};
    case SQLITE_READONLY:
        return {ErrorCode::Forbidden, u"database_read_only"};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::Forbidden, u"not_allowed"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, u"database_corrupt"};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, u"cancelled"};
    case SQLITE_CONSTRAINT:
        break;
    default:
        return {ErrorCode::Internal, u"sql_error"};
    }
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return {ErrorCode::Conflict, u"already_exists"};
    if (code == SQLITE_CONSTRAINT_TRIGGER)
        return {ErrorCode::Forbidden, u"not_allowed"};
    return {ErrorCode::Invalid, u"constraint_violated"};
}

struct StateWord
{
    const char16_t* prefix;
    SqlWord word;
};

constexpr StateWord kStates[] = {
    {u"40001", {ErrorCode::Conflict, u"serialization_failure"}},
    {u"40P01", {ErrorCode::Conflict, u"serialization_failure"}},
    {u"55P03", {ErrorCode::Unavailable, u"database_busy"}},
    {u"55", {ErrorCode::Conflict, u"state_conflict"}},
    {u"23505", {ErrorCode::Conflict, u"already_exists"}},
    {u"23", {ErrorCode::Invalid, u"constraint_violated"}},
    {u"22", {ErrorCode::Invalid, u"value_invalid"}},
    {u"42501", {ErrorCode::Forbidden, u"not_allowed"}},
    {u"25006", {ErrorCode::Forbidden, u"database_read_only"}},
    {u"28", {ErrorCode::Forbidden, u"database_login"}},
    {u"3D000", {ErrorCode::Unavailable, u"database_unreachable"}},
    {u"57014", {ErrorCode::Cancelled, u"cancelled"}},
    {u"57", {ErrorCode::Unavailable, u"connection_lost"}},
    {u"25P03", {ErrorCode::Unavailable, u"connection_lost"}},
    {u"08", {ErrorCode::Unavailable, u"connection_lost"}},
    {u"53100", {ErrorCode::Unavailable, u"disk_full"}},
    {u"53400", {ErrorCode::Unavailable, u"limit_exceeded"}},
    {u"53", {ErrorCode::Unavailable, u"database_busy"}},
    {u"54", {ErrorCode::Invalid, u"limit_exceeded"}},
    {u"58", {ErrorCode::Unavailable, u"disk_error"}},
    {u"XX001", {ErrorCode::Corrupt, u"database_corrupt"}},
};

bool isLoginRefusal(const QString& message)
{
    if (message.contains(u"too many connections")) // names the role, and passes by itself
        return false;
    return message.contains(u"password") || message.contains(u"role \"") ||
           message.contains(u"authentication");
}

// The primary message. The lines below it (DETAIL, CONTEXT, LINE, in the server's language) name
// the values of rows, and so does the quoted end of a message about a malformed value.
QString withoutValues(const QString& sqlState, const QString& message)
{
    const QString first = message.trimmed().section(u'\n', 0, 0);
    return sqlState.startsWith(u"22") ? first.section(QStringLiteral(": \""), 0, 0) : first;
}

} // namespace

Error sqliteError(int extendedCode, const QString& message, const QString& what)
{
    // Our own aggregate has no code of its own to fail with.
    const bool isSum = message.contains(u"amount_sum: out of range");
    const SqlWord word =
        isSum ? SqlWord{ErrorCode::Corrupt, u"amount_range"} : wordOfSqlite(extendedCode);
    return {word.code,
            QString::fromUtf16(word.reason),
            QStringLiteral("%1: %2 (%3)").arg(what, message).arg(extendedCode)};
}

Error postgresError(const QString& sqlState, const QString& message, const QString& what)
{
    // What libpq says without a state is of a connection, often of several that it tried.
    const QString said = sqlState.isEmpty() ? message.trimmed() : withoutValues(sqlState, message);
    QString detail = QStringLiteral("%1: %2").arg(what, said);
    if (!sqlState.isEmpty())
        detail += QStringLiteral(" (%1)").arg(sqlState);
    for (const StateWord& state : kStates) {
        if (sqlState.startsWith(QStringView(state.prefix)))
            return {state.word.code, QString::fromUtf16(state.word.reason), detail};
    }
    // libpq reports what it met itself without a state: the server is gone or never answered.
    if (sqlState.isEmpty() && isLoginRefusal(message))
        return {ErrorCode::Forbidden, QStringLiteral("database_login"), detail};
    if (sqlState.isEmpty())
        return {ErrorCode::Unavailable, QStringLiteral("connection_lost"), detail};
    return {ErrorCode::Internal, QStringLiteral("sql_error"), detail};
}

Error sqlError(const QSqlError& error, const QString& what)
{
    const QString native = error.nativeErrorCode();
    bool isNumber = false;
    const int code = native.toInt(&isNumber);
    // SQLSTATEs have five characters; SQLite's codes are shorter numbers.
    if (isNumber && native.size() < 5)
        return sqliteError(code, error.databaseText(), what);
    QString state = native;
    if (state.isEmpty() && error.driverText().contains(u"SQLSTATE"))
        state = error.driverText().section(QStringLiteral("SQLSTATE "), 1).left(5);
    return postgresError(state, error.databaseText(), what);
}

} // namespace tieout
