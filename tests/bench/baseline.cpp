// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/baseline.h"

#include "tests/bench/benchmark.h"

#include <QFile>
#include <QTemporaryFile>

#include <curl/curl.h>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace tieout::bench {

namespace {

const char* const kColumns =
    "block_id, log_index, tx, token_id, from_account, to_account, amount, reference";
constexpr int kColumnCount = 8;
constexpr qint64 kCopyPiece = 1 << 16;

size_t countBytes(char*, size_t size, size_t count, void* into)
{
    *static_cast<qint64*>(into) += static_cast<qint64>(size * count);
    return size * count;
}

void runPostgres(pg_conn* connection, const char* sql, ExecStatusType wanted = PGRES_COMMAND_OK)
{
    PGresult* result = PQexec(connection, sql);
    if (PQresultStatus(result) != wanted)
        stop(sql, PQerrorMessage(connection));
    PQclear(result);
}

void finishCopy(pg_conn* connection)
{
    while (PGresult* result = PQgetResult(connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            stop("COPY", PQerrorMessage(connection));
        PQclear(result);
    }
}

// In COPY's own text form, as any program would send it.
void writeRows(pg_conn* connection, QFile& file)
{
    const QByteArray sql = QByteArray("COPY transfer (") + kColumns + ") TO STDOUT";
    runPostgres(connection, sql.constData(), PGRES_COPY_OUT);
    char* line = nullptr;
    for (int size = 0; (size = PQgetCopyData(connection, &line, 0)) > 0;) {
        file.write(line, size);
        PQfreemem(line);
    }
    finishCopy(connection);
}

Sample copyRows(pg_conn* connection, QFile& file)
{
    const QByteArray sql = QByteArray("COPY transfer (") + kColumns + ") FROM STDIN";
    file.seek(0);
    QByteArray piece(kCopyPiece, Qt::Uninitialized);
    Stopwatch watch(PQbackendPID(connection));
    runPostgres(connection, "BEGIN");
    runPostgres(connection, sql.constData(), PGRES_COPY_IN);
    for (qint64 size = 0; (size = file.read(piece.data(), piece.size())) > 0;)
        PQputCopyData(connection, piece.constData(), static_cast<int>(size));
    PQputCopyEnd(connection, nullptr);
    finishCopy(connection);
    runPostgres(connection, "COMMIT");
    return watch.stop();
}

Sample bareCopy(test::TestDatabase& from)
{
    QTemporaryFile file;
    if (!file.open())
        stop("no temporary file");
    writeRows(from.open(QStringLiteral("bench-rows"))->postgres(), file);
    const auto to = test::TestDatabase::make(Dialect::PostgreSql);
    return copyRows(to->openEngine(QStringLiteral("bench-copy"))->postgres(), file);
}

void runSqlite(sqlite3* db, const char* sql)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        stop(sql, sqlite3_errmsg(db));
}

sqlite3_stmt* prepared(sqlite3* db, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        stop(sql.constData(), sqlite3_errmsg(db));
    return statement;
}

using SqliteRow = std::array<sqlite3_value*, kColumnCount>;

// The next rows, kept in memory so that reading them is not part of what is measured.
std::vector<SqliteRow> readRows(sqlite3_stmt* source)
{
    std::vector<SqliteRow> rows;
    while (rows.size() < kRowsPerCommit && sqlite3_step(source) == SQLITE_ROW) {
        SqliteRow row{};
        for (int i = 0; i < kColumnCount; ++i)
            row[static_cast<size_t>(i)] = sqlite3_value_dup(sqlite3_column_value(source, i));
        rows.push_back(row);
    }
    return rows;
}

void insertRows(sqlite3* db, sqlite3_stmt* insert, const std::vector<SqliteRow>& rows)
{
    runSqlite(db, "BEGIN IMMEDIATE");
    for (const SqliteRow& row : rows) {
        for (int i = 0; i < kColumnCount; ++i)
            sqlite3_bind_value(insert, i + 1, row[static_cast<size_t>(i)]);
        if (sqlite3_step(insert) != SQLITE_DONE)
            stop("insert", sqlite3_errmsg(db));
        sqlite3_reset(insert);
    }
    runSqlite(db, "COMMIT");
}

Sample bareSqlite(test::TestDatabase& from)
{
    const auto source = from.open(QStringLiteral("bench-rows"));
    const auto to = test::TestDatabase::make(Dialect::Sqlite);
    const auto db = to->openEngine(QStringLiteral("bench-copy"));
    sqlite3_stmt* select = prepared(
        source->sqlite(), QByteArray("SELECT ") + kColumns + " FROM transfer ORDER BY 1, 2");
    sqlite3_stmt* insert =
        prepared(db->sqlite(),
                 QByteArray("INSERT INTO transfer (") + kColumns + ") VALUES (?,?,?,?,?,?,?,?)");
    Stopwatch watch;
    watch.pause();
    // A statement that came to its end begins anew when it is stepped again.
    for (bool more = true; more;) {
        const auto rows = readRows(select);
        more = rows.size() == kRowsPerCommit;
        watch.resume();
        insertRows(db->sqlite(), insert, rows);
        watch.pause();
        for (const SqliteRow& row : rows) {
            for (sqlite3_value* value : row)
                sqlite3_value_free(value);
        }
    }
    const Sample sample = watch.stop();
    sqlite3_finalize(select);
    sqlite3_finalize(insert);
    return sample;
}

} // namespace

Download bareDownload(const BenchChain& chain, const std::vector<RangeRequest>& requests)
{
    const Contracts contracts = ContractList::of({chain.token});
    std::vector<QByteArray> bodies;
    for (const RangeRequest& request : requests)
        bodies.push_back(rpcBatchText(EvmRange(request, contracts).calls(), 1));
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(
        curl_slist_append(nullptr, "content-type: application/json"), curl_slist_free_all);
    Download download;
    curl_easy_setopt(curl.get(), CURLOPT_URL, chain.url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl.get(), CURLOPT_BUFFERSIZE, 512L * 1024L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, countBytes);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &download.bytes);
    Stopwatch watch;
    for (const QByteArray& body : bodies) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
        if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
            stop("download", curl_easy_strerror(code));
    }
    download.sample = watch.stop();
    return download;
}

Sample bareInsert(test::TestDatabase& from)
{
    return from.dialect() == Dialect::Sqlite ? bareSqlite(from) : bareCopy(from);
}

} // namespace tieout::bench
