// SPDX-License-Identifier: GPL-3.0-or-later
// When the outside fails: cancelled statements, lost connections, full disks, no right to write,
// wrong logins. Each ends as an error with a stable reason, and nothing half done stays.
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QUrl>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace tieout;
using tieout::test::TestDatabase;

namespace {

// Long enough that only a cancel ends it.
QStringView endlessSql(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                        u"FROM n) SELECT max(i) FROM n"
                                      : u"SELECT pg_sleep(600)";
}

qint64 countOf(Database& db, QStringView sql)
{
    Statement s(db, sql);
    return s.next() ? s.integer(0) : -1;
}

QByteArray backendPid(Database& db)
{
    Statement s(db, u"SELECT pg_backend_pid()");
    return s.next() ? QByteArray::number(s.integer(0)) : QByteArray();
}

} // namespace

class TstFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelFromAnotherThread_data() { TestDatabase::addDialectRows(); }
    void cancelFromAnotherThread()
    {
        TIEOUT_TEST_DATABASE(database);
        std::mutex mutex;
        std::condition_variable changed;
        Database* running = nullptr;
        bool ended = false;
        std::optional<Error> error;
        bool usable = false;
        std::thread worker([&] {
            const auto db = database->open();
            {
                const std::lock_guard lock(mutex);
                running = db.get();
            }
            changed.notify_all();
            Statement s(*db, endlessSql(db->dialect()));
            s.next();
            if (auto done = s.finish(); !done)
                error = done.error();
            std::unique_lock lock(mutex);
            ended = true;
            changed.notify_all();
            // The other thread lets go of the connection before it is used again, and closed.
            changed.wait(lock, [&] { return running == nullptr; });
            usable = countOf(*db, u"SELECT 41 + 1") == 42;
        });
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return running != nullptr; });
        while (!ended) {
            running->cancel();
            changed.wait_for(lock, std::chrono::milliseconds(5));
        }
        running = nullptr;
        lock.unlock();
        changed.notify_all();
        worker.join();
        QVERIFY(error.has_value());
        QCOMPARE(error->code, ErrorCode::Cancelled);
        QCOMPARE(error->reason, QStringLiteral("cancelled"));
        QVERIFY(usable);
    }

    void connectionLostInTheMiddle()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        database->execute("CREATE TABLE note (n bigint PRIMARY KEY)");
        auto db = database->open();
        const QByteArray pid = backendPid(*db);
        int runs = 0;
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            ++runs;
            Statement first(*db, u"INSERT INTO note VALUES (1)");
            if (auto done = first.exec(); !done)
                return done;
            // Waits until the server has ended that process.
            database->execute("SELECT pg_terminate_backend(" + pid + ", 20000)");
            Statement second(*db, u"INSERT INTO note VALUES (2)");
            return second.exec();
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Unavailable);
        QCOMPARE(outcome.error().reason, QStringLiteral("connection_lost"));
        QCOMPARE(runs, 1);
        QVERIFY(!db->isConnected());
        db = database->open();
        QCOMPARE(countOf(*db, u"SELECT count(*) FROM note"), qint64(0));
        QVERIFY(inTransaction(*db, [&]() -> Outcome {
                    Statement again(*db, u"INSERT INTO note VALUES (1)");
                    return again.exec();
                }).has_value());
    }

    void fullDisk()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        database->execute("CREATE TABLE note (b BLOB)");
        const auto db = database->open();
        const qint64 pages = countOf(*db, u"PRAGMA page_count");
        QVERIFY(countOf(*db, QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4)) > 0);
        const auto fill = [&](int rows) {
            return inTransaction(*db, [&]() -> Outcome {
                Statement s(*db, u"INSERT INTO note VALUES (:b)");
                s.bind(u":b", QByteArray(4000, 'x'));
                for (int i = 0; i < rows; ++i) {
                    if (auto done = s.exec(); !done)
                        return done;
                }
                return Done;
            });
        };
        const auto outcome = fill(100);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Unavailable);
        QCOMPARE(outcome.error().reason, QStringLiteral("disk_full"));
        QCOMPARE(countOf(*db, u"SELECT count(*) FROM note"), qint64(0));
        QVERIFY(fill(1).has_value());
        QCOMPARE(countOf(*db, u"SELECT count(*) FROM note"), qint64(1));
    }

    void readOnlyConnection_data() { TestDatabase::addDialectRows(); }
    void readOnlyConnection()
    {
        TIEOUT_TEST_DATABASE(database);
        auto opened =
            Database::open(database->address(), QStringLiteral("reader"), OpenMode::ReadOnly);
        QVERIFY(opened.has_value());
        Database& db = **opened;
        QCOMPARE(countOf(db, u"SELECT count(*) FROM environment"), qint64(1));
        Statement s(db, u"DELETE FROM migration");
        const auto outcome = s.exec();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Forbidden);
        QCOMPARE(outcome.error().reason, QStringLiteral("database_read_only"));
        QVERIFY(countOf(db, u"SELECT count(*) FROM migration") > 0);
    }

    void peopleWriteNoTable()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const auto address =
            database->makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
        const auto db = tieout::test::openOrStop(address, QStringLiteral("alice"));
        Statement s(*db, u"INSERT INTO merchant VALUES ('m', 'm', 0, 1)");
        const auto outcome = s.exec();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Forbidden);
        QCOMPARE(outcome.error().reason, QStringLiteral("not_allowed"));
    }

    void sessionTablesAreTheEngines()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const auto engine = database->openEngine();
        Statement foreign(*engine, u"SELECT session_table('lease')");
        foreign.next();
        QVERIFY(!foreign.finish().has_value());
        QSqlQuery own(engine->sql());
        QVERIFY(!own.exec(QStringLiteral("CREATE TEMP TABLE lease (name text)")));
        QCOMPARE(own.lastError().nativeErrorCode(), QStringLiteral("42501"));
        const auto address =
            database->makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
        const auto alice = tieout::test::openOrStop(address, QStringLiteral("alice"));
        Statement hers(*alice, u"SELECT session_table('wanted_payment')");
        hers.next();
        QCOMPARE(hers.finish().error().reason, QStringLiteral("not_allowed"));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("reason");
        QTest::newRow("password in it")
            << QStringLiteral("postgresql://a@/b?host=/tmp&password=secret")
            << QStringLiteral("password_in_address");
        QTest::newRow("nobody there") << QStringLiteral("postgresql://a@127.0.0.1:1/b")
                                      << QStringLiteral("database_unreachable");
        QTest::newRow("folder missing")
            << QStringLiteral("/nowhere/at/all/desk.db") << QStringLiteral("database_unreachable");
    }
    void addresses()
    {
        QFETCH(QString, url);
        QFETCH(QString, reason);
        const auto opened = Database::open({url, {}}, QStringLiteral("test"), OpenMode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason, reason);
        QVERIFY(!opened.error().detail.contains(u"secret"));
        QVERIFY(!DatabaseAddress({url, {}}).redacted().contains(u"secret"));
    }

    void unknownLogin()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        DatabaseAddress address = database->address();
        address.url.replace(QStringLiteral("//postgres@"),
                            QStringLiteral("//nobody_of_that_name@"));
        const auto opened = Database::open(address, QStringLiteral("test"), OpenMode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Forbidden);
        QCOMPARE(opened.error().reason, QStringLiteral("database_login"));
    }

    void valuesOfRowsAreNotTold_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a key that stands already")
            << QStringLiteral("INSERT INTO merchant (id, name, created_at, version)"
                              " SELECT id, '%1', 0, 1 FROM merchant LIMIT 1")
            << QStringLiteral("already_exists");
        QTest::newRow("a row that fails a check")
            << QStringLiteral("INSERT INTO rail (id, name, family, chain)"
                              " VALUES (77, '%1', NULL, '%1')")
            << QStringLiteral("constraint_violated");
        QTest::newRow("a malformed value")
            << QStringLiteral("SELECT CAST('%1' AS bigint)") << QStringLiteral("value_invalid");
        QTest::newRow("within a function")
            << QStringLiteral("DO $$ BEGIN PERFORM CAST('x%1' AS json); END $$")
            << QStringLiteral("value_invalid");
    }
    void valuesOfRowsAreNotTold()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        QFETCH(QString, statement);
        QFETCH(QString, reason);
        const QString canary = QStringLiteral("canary-of-a-row");
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        database->execute("INSERT INTO merchant (id, name, created_at, version)"
                          " VALUES ('canary-of-a-row', 'canary-of-a-row', 0, 1)");
        const auto db = database->openEngine();
        QSqlQuery query(db->sql());
        QVERIFY(!query.exec(statement.arg(canary)));
        // It would tell.
        QVERIFY2(query.lastError().databaseText().contains(canary),
                 qPrintable(query.lastError().databaseText()));
        const Error error = sqlError(query.lastError(), QStringLiteral("test"));
        QCOMPARE(error.reason, reason);
        QVERIFY2(!error.detail.contains(canary), qPrintable(error.detail));
        QVERIFY(!error.detail.contains(u'\n'));
        QVERIFY(error.detail.contains(u"ERROR"));
    }

    // The server names the role then, too; but it isn't the login that is wrong.
    void tooManyConnections()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const DatabaseAddress address =
            database->makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")});
        const QString role = QUrl(address.url).userName();
        database->execute("ALTER ROLE \"" + role.toUtf8() + "\" CONNECTION LIMIT 1");
        const auto first = Database::open(address, QStringLiteral("first"), OpenMode::ReadOnly);
        QVERIFY(first);
        const auto second = Database::open(address, QStringLiteral("second"), OpenMode::ReadOnly);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
    }

    void connectionsAreTakenDown()
    {
        const int before = static_cast<int>(QSqlDatabase::connectionNames().size());
        {
            const auto database = TestDatabase::make(Dialect::Sqlite);
            const auto db = database->open();
            QCOMPARE(int(QSqlDatabase::connectionNames().size()), before + 1);
        }
        QVERIFY(!Database::open({QStringLiteral("/nowhere/at/all/x.db"), {}},
                                QStringLiteral("test"),
                                OpenMode::ReadWrite)
                     .has_value());
        QCOMPARE(int(QSqlDatabase::connectionNames().size()), before);
    }
};

TIEOUT_REGISTER_TEST(TstFaults)
#include "tst_faults.moc"
