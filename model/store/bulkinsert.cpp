// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/bulkinsert.h"

#include "model/store/sqlerrors.h"

#include <charconv>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <string>

namespace tieout {

namespace {

constexpr size_t kFlushBytes = 1U << 16;
constexpr char kHexDigits[] = "0123456789abcdef";

} // namespace

struct BulkInsert::Impl
{
    Impl(Database& database, const char* table, const char* columnList)
        : db(database)
        , what(QStringLiteral("bulk insert into %1").arg(QLatin1String(table)))
    {
        int columns = 1;
        for (const char* c = columnList; *c != '\0'; ++c)
            columns += *c == ',' ? 1 : 0;
        if (db.dialect() == Dialect::Sqlite)
            beginSqlite(table, columnList, columns);
        else
            beginCopy(table, columnList);
    }

    ~Impl()
    {
        if (statement != nullptr)
            sqlite3_finalize(statement);
        if (copying) {
            PQputCopyEnd(db.postgres(), "abandoned");
            drain(false);
        }
    }

    void beginSqlite(const char* table, const char* columnList, int columns)
    {
        QByteArray sql = QByteArray("INSERT INTO ") + table + " (" + columnList + ") VALUES (?";
        for (int i = 1; i < columns; ++i)
            sql += ", ?";
        sql += ')';
        const int rc = sqlite3_prepare_v3(
            db.sqlite(), sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (rc != SQLITE_OK)
            rememberSqlite();
    }

    void beginCopy(const char* table, const char* columnList)
    {
        const QByteArray sql = QByteArray("COPY ") + table + " (" + columnList + ") FROM STDIN";
        PGresult* result = PQexec(db.postgres(), sql.constData());
        copying = PQresultStatus(result) == PGRES_COPY_IN;
        if (!copying)
            rememberPostgres(result);
        PQclear(result);
        buffer.reserve(kFlushBytes + 4096);
    }

    void rememberSqlite()
    {
        if (!error)
            error = sqliteError(sqlite3_extended_errcode(db.sqlite()),
                                QString::fromUtf8(sqlite3_errmsg(db.sqlite())),
                                what);
    }

    void rememberPostgres(const PGresult* result)
    {
        if (error)
            return;
        const char* state =
            result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
        error = postgresError(
            QString::fromLatin1(state), QString::fromUtf8(PQerrorMessage(db.postgres())), what);
    }

    void flush()
    {
        if (copying && !buffer.empty() &&
            PQputCopyData(db.postgres(), buffer.data(), static_cast<int>(buffer.size())) != 1)
            rememberPostgres(nullptr);
        buffer.clear();
    }

    void drain(bool remember)
    {
        while (PGresult* result = PQgetResult(db.postgres())) {
            if (remember && PQresultStatus(result) != PGRES_COMMAND_OK)
                rememberPostgres(result);
            PQclear(result);
        }
        copying = false;
    }

    void separate()
    {
        if (column++ > 0)
            buffer += '\t';
    }

    // COPY's text format: backslash, tab, newline and carriage return are escaped.
    void appendEscaped(QByteArrayView utf8)
    {
        const char* from = utf8.begin();
        for (const char* at = from; at != utf8.end(); ++at) {
            if (static_cast<unsigned char>(*at) > '\r' && *at != '\\')
                continue;
            const char* escape = *at == '\\'   ? "\\\\"
                                 : *at == '\t' ? "\\t"
                                 : *at == '\n' ? "\\n"
                                 : *at == '\r' ? "\\r"
                                               : nullptr;
            if (escape == nullptr)
                continue;
            buffer.append(from, at).append(escape);
            from = at + 1;
        }
        buffer.append(from, utf8.end());
    }

    // Most text is plain ASCII and needs neither a copy nor an escape.
    void appendText(QStringView value)
    {
        const size_t at = buffer.size();
        buffer.resize(at + static_cast<size_t>(value.size()));
        char* out = buffer.data() + at;
        for (const QChar c : value) {
            const char16_t unit = c.unicode();
            if (unit < 0x20 || unit > 0x7e || unit == u'\\') {
                buffer.resize(at);
                appendEscaped(value.toUtf8());
                return;
            }
            *out++ = static_cast<char>(unit);
        }
    }

    Database& db;
    QString what;
    std::optional<Error> error;
    sqlite3_stmt* statement = nullptr;
    bool copying = false;
    std::string buffer;
    int column = 0;
};

BulkInsert::BulkInsert(Database& db, const char* table, const char* columns)
    : m_impl(std::make_unique<Impl>(db, table, columns))
{}

BulkInsert::~BulkInsert() = default;

BulkInsert& BulkInsert::integer(qint64 value)
{
    Impl& i = *m_impl;
    if (i.statement != nullptr) {
        sqlite3_bind_int64(i.statement, ++i.column, value);
        return *this;
    }
    i.separate();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    i.buffer.append(digits, static_cast<size_t>(end - digits));
    return *this;
}

BulkInsert& BulkInsert::text(QStringView value)
{
    Impl& i = *m_impl;
    if (i.statement == nullptr) {
        i.separate();
        i.appendText(value);
        return *this;
    }
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(i.statement,
                      ++i.column,
                      utf8.isNull() ? "" : utf8.constData(),
                      static_cast<int>(utf8.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

BulkInsert& BulkInsert::utf8(QByteArrayView value)
{
    Impl& i = *m_impl;
    if (i.statement == nullptr) {
        i.separate();
        i.appendEscaped(value);
        return *this;
    }
    sqlite3_bind_text(i.statement,
                      ++i.column,
                      value.isNull() ? "" : value.data(),
                      static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

BulkInsert& BulkInsert::bytes(QByteArrayView value)
{
    Impl& i = *m_impl;
    if (i.statement != nullptr) {
        sqlite3_bind_blob(i.statement,
                          ++i.column,
                          value.isNull() ? "" : value.data(),
                          static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
        return *this;
    }
    i.separate();
    i.buffer += "\\\\x";
    const size_t at = i.buffer.size();
    i.buffer.resize(at + 2 * static_cast<size_t>(value.size()));
    char* out = i.buffer.data() + at;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        *out++ = kHexDigits[byte >> 4];
        *out++ = kHexDigits[byte & 15];
    }
    return *this;
}

BulkInsert& BulkInsert::amount(const Amount& value)
{
    Impl& i = *m_impl;
    if (i.statement != nullptr)
        return bytes(value.toSortable());
    const Int128 units = value.units();
    if (units <= INT64_MAX && units >= INT64_MIN)
        return integer(static_cast<qint64>(units));
    return text(value.toUnitsText());
}

BulkInsert& BulkInsert::null()
{
    Impl& i = *m_impl;
    if (i.statement != nullptr) {
        sqlite3_bind_null(i.statement, ++i.column);
        return *this;
    }
    i.separate();
    i.buffer += "\\N";
    return *this;
}

void BulkInsert::endRow()
{
    Impl& i = *m_impl;
    ++m_rows;
    i.column = 0;
    if (i.statement != nullptr) {
        if (!i.error && sqlite3_step(i.statement) != SQLITE_DONE)
            i.rememberSqlite();
        sqlite3_reset(i.statement);
        return;
    }
    i.buffer += '\n';
    if (i.buffer.size() >= kFlushBytes)
        i.flush();
}

Outcome BulkInsert::end()
{
    Impl& i = *m_impl;
    if (i.statement != nullptr) {
        sqlite3_finalize(i.statement);
        i.statement = nullptr;
    } else if (i.copying) {
        i.flush();
        if (PQputCopyEnd(i.db.postgres(), nullptr) != 1)
            i.rememberPostgres(nullptr);
        i.drain(true);
    }
    if (i.error)
        return fail(*i.error);
    return Done;
}

} // namespace tieout
