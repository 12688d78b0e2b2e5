// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of migrations on both databases: from nothing, twice, newer, changed, another
// environment, somebody else's file; and what connection tests say about each.
#include "model/store/connectiontest.h"
#include "model/store/environment.h"
#include "model/store/migrations.h"
#include "model/store/statement.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tieout;
using tieout::test::TestDatabase;

class TstMigrations : public QObject
{
    Q_OBJECT

    static Result<int> migrateAgain(const TestDatabase& database,
                                    const char* environment = "sandbox")
    {
        const auto db = database.open();
        return migrate(*db, QString::fromLatin1(environment), TestDatabase::kMadeAt);
    }

    static QStringList backups(const TestDatabase& database)
    {
        return QFileInfo(database.address().url).dir().entryList({QStringLiteral("*.backup")});
    }

private Q_SLOTS:
    void fromNothing_data() { TestDatabase::addDialectRows(); }
    void fromNothing()
    {
        TIEOUT_TEST_DATABASE(unused);
        const auto database = TestDatabase::makeEmpty(unused->dialect());
        const auto db = database->open();
        QCOMPARE(schemaVersion(*db).value(), 0);
        QCOMPARE(demandSchema(*db).error().reason, QStringLiteral("database_empty"));

        const auto version = migrate(*db, QStringLiteral("sandbox"), TestDatabase::kMadeAt);
        QVERIFY2(version.has_value(), version ? "" : qPrintable(version.error().detail));
        QCOMPARE(*version, programSchemaVersion());
        QVERIFY(programSchemaVersion() >= 5);
        QCOMPARE(schemaVersion(*db).value(), programSchemaVersion());
        QVERIFY(demandSchema(*db).has_value());

        const auto environment = readEnvironment(*db);
        QVERIFY(environment.has_value());
        QCOMPARE(environment->name, QStringLiteral("sandbox"));
        QVERIFY(isUlid(environment->databaseId));
        QCOMPARE(environment->createdAt, TestDatabase::kMadeAt);
        QVERIFY(database->dialect() == Dialect::PostgreSql || backups(*database).isEmpty());
    }

    void everyNumberHasItsRow_data() { TestDatabase::addDialectRows(); }
    void everyNumberHasItsRow()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->open();
        Statement s(*db,
                    u"SELECT version, length(sha256), applied_at FROM migration ORDER BY version");
        int expected = 0;
        while (s.next()) {
            QCOMPARE(s.integer(0), qint64(expected++));
            QCOMPARE(s.integer(1), qint64(64));
            QCOMPARE(s.time(2), TestDatabase::kMadeAt);
        }
        QVERIFY(s.finish().has_value());
        QCOMPARE(expected, programSchemaVersion() + 1);
    }

    void twiceChangesNothing_data() { TestDatabase::addDialectRows(); }
    void twiceChangesNothing()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->open();
        const auto before = readEnvironment(*db);
        QCOMPARE(migrateAgain(*database).value(), programSchemaVersion());
        QCOMPARE(readEnvironment(*db)->databaseId, before->databaseId);
        QVERIFY(database->dialect() == Dialect::PostgreSql || backups(*database).isEmpty());
    }

    void newerIsRefused_data() { TestDatabase::addDialectRows(); }
    void newerIsRefused()
    {
        TIEOUT_TEST_DATABASE(database);
        database->execute("INSERT INTO migration VALUES (9999, '9999_later.sql', 'x', 0)");
        QCOMPARE(migrateAgain(*database).error().reason, QStringLiteral("database_newer"));
        QCOMPARE(migrateAgain(*database).error().code, ErrorCode::Conflict);
        const auto db = database->open();
        QCOMPARE(demandSchema(*db).error().reason, QStringLiteral("database_newer"));
        const auto report = testConnection(database->address());
        QCOMPARE(report->schemaVersion, 9999);
        QCOMPARE(report->programVersion, programSchemaVersion());
    }

    void changedIsRefused_data() { TestDatabase::addDialectRows(); }
    void changedIsRefused()
    {
        TIEOUT_TEST_DATABASE(database);
        database->execute("UPDATE migration SET sha256 = repeat_a FROM (SELECT 'aa' AS repeat_a) a"
                          " WHERE version = 1");
        const auto again = migrateAgain(*database);
        QCOMPARE(again.error().reason, QStringLiteral("migration_changed"));
        QCOMPARE(again.error().code, ErrorCode::Corrupt);
    }

    void anotherEnvironmentIsRefused_data() { TestDatabase::addDialectRows(); }
    void anotherEnvironmentIsRefused()
    {
        TIEOUT_TEST_DATABASE(database);
        QCOMPARE(migrateAgain(*database, "production").error().reason,
                 QStringLiteral("environment_mismatch"));
        const auto db = database->open();
        QVERIFY(demandEnvironment(*db, QStringLiteral("sandbox")).has_value());
        QCOMPARE(demandEnvironment(*db, QStringLiteral("production")).error().reason,
                 QStringLiteral("environment_mismatch"));
    }

    void olderIsCopiedAndFinished()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        database->execute("DELETE FROM migration WHERE version >= 4");
        {
            const auto db = database->open();
            QCOMPARE(demandSchema(*db).error().reason, QStringLiteral("database_older"));
        }
        QCOMPARE(migrateAgain(*database).value(), programSchemaVersion());
        QCOMPARE(
            backups(*database),
            QStringList(QStringLiteral("desk.db.v3-%1.backup").arg(TestDatabase::kMadeAt.ms())));
        const auto copy =
            QFileInfo(database->address().url).dir().filePath(backups(*database).first());
        const auto db = tieout::test::openOrStop({copy, {}}, QStringLiteral("copy"));
        QCOMPARE(schemaVersion(*db).value(), 3);
        QCOMPARE(readEnvironment(*db)->name, QStringLiteral("sandbox"));
    }

    void foreignFileIsRefused()
    {
        const auto database = TestDatabase::makeEmpty(Dialect::Sqlite);
        database->execute("CREATE TABLE recipe (name TEXT)");
        QCOMPARE(migrateAgain(*database).error().reason, QStringLiteral("database_foreign"));
        QVERIFY(backups(*database).isEmpty());
    }

    void textFileIsCorrupt()
    {
        const auto database = TestDatabase::makeEmpty(Dialect::Sqlite);
        QFile file(database->address().url);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const auto made =
            makeDatabase(database->address(), QStringLiteral("sandbox"), TestDatabase::kMadeAt);
        QCOMPARE(made.error().reason, QStringLiteral("database_corrupt"));
    }

    void connectionReport_data() { TestDatabase::addDialectRows(); }
    void connectionReport()
    {
        TIEOUT_TEST_DATABASE(database);
        const bool sqlite = dialect == Dialect::Sqlite;
        const auto report = testConnection(database->address());
        QVERIFY(report.has_value());
        QVERIFY(report->server.startsWith(sqlite ? u"SQLite 3." : u"PostgreSQL 1"));
        QCOMPARE(report->protection, sqlite ? LinkProtection::File : LinkProtection::Socket);
        QCOMPARE(report->schemaVersion, programSchemaVersion());
        QCOMPARE(report->environment, QStringLiteral("sandbox"));
        QCOMPARE(report->login.isEmpty(), sqlite);
        QCOMPARE(report->superuser, !sqlite);
    }

    void personMayTest()
    {
        const QString why = TestDatabase::whyNot(Dialect::PostgreSql);
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const auto report = testConnection(
            database->makeLogin(QStringLiteral("alice"), {QStringLiteral("operator")}));
        QVERIFY(report.has_value());
        QCOMPARE(report->classes, QStringList(QStringLiteral("operator")));
        QVERIFY(!report->superuser);
        QCOMPARE(report->environment, QStringLiteral("sandbox"));
        QCOMPARE(report->login, database->loginName(QStringLiteral("alice")));
    }

    void missingFileIsNotMade()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("none.db"));
        QCOMPARE(testConnection({path, {}}).error().reason, QStringLiteral("database_unreachable"));
        QVERIFY(!QFileInfo::exists(path));
    }

    void unreachable_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("no server") << QStringLiteral("postgresql://x@127.0.0.1:1/x");
        QTest::newRow("no socket") << QStringLiteral("postgresql://x@/x?host=/nowhere/at/all");
    }
    void unreachable()
    {
        QFETCH(QString, url);
        const auto report = testConnection({url, {}});
        QVERIFY(!report);
        QCOMPARE(report.error().reason, QStringLiteral("database_unreachable"));
        QCOMPARE(report.error().code, ErrorCode::Unavailable);
    }
};

TIEOUT_REGISTER_TEST(TstMigrations)
#include "tst_migrations.moc"
