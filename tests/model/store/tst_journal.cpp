// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in the database: appended with the state, sealed into a chain, read back, and every
// kind of tampering found at the line where it was done.
#include "model/store/journal.h"
#include "model/store/lease.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using tieout::test::TestDatabase;

namespace {

JournalEntry entryOf(const QString& subject, qint64 version)
{
    const UtcTime at = TestDatabase::kMadeAt + Duration(version);
    return {EntryId::make(at),
            QStringLiteral("payment.match"),
            QStringLiteral("engine"),
            subject,
            version,
            {{QStringLiteral("note"), QStringLiteral("tab\t \\ \u20ac")},
             {QStringLiteral("n"), version}},
            at};
}

Outcome append(Database& db, const std::vector<JournalEntry>& entries)
{
    return inTransaction(db, [&] { return appendJournal(db, entries); });
}

Result<int> seal(Database& db, int limit = kSealLimit)
{
    return inTransaction(db, [&] { return sealJournal(db, limit); });
}

// Ten entries of one subject, sealed.
void fillJournal(Database& db)
{
    std::vector<JournalEntry> entries;
    for (int version = 1; version <= 10; ++version)
        entries.push_back(entryOf(QStringLiteral("pay_1"), version));
    QVERIFY(append(db, entries).has_value());
    QCOMPARE(seal(db).value(), 10);
}

void tamper(const TestDatabase& database, const QByteArray& sql)
{
    if (database.dialect() == Dialect::Sqlite)
        database.execute("DROP TRIGGER journal_kept; DROP TRIGGER journal_stays;"
                         "DROP TRIGGER journal_chain; " +
                         sql);
    else
        database.execute(sql);
}

} // namespace

class TstJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyJournal_data() { TestDatabase::addDialectRows(); }
    void emptyJournal()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->openEngine();
        QCOMPARE(seal(*db).value(), 0);
        const auto report = verifyJournal(*db);
        QCOMPARE(report->count, qint64(0));
        QCOMPARE(report->head, journalGenesis());
        QCOMPARE(report->unsealed, qint64(0));
        QVERIFY(!report->problem && !report->oldestUnsealed);
    }

    void sealsInTheOrderOfArrival_data() { TestDatabase::addDialectRows(); }
    void sealsInTheOrderOfArrival()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->openEngine();
        std::vector<JournalEntry> entries;
        for (int i = 0; i < 5; ++i)
            entries.push_back(entryOf(QStringLiteral("pay_%1").arg(9 - i), 1 + i));
        QVERIFY(append(*db, entries).has_value());
        auto report = verifyJournal(*db);
        QCOMPARE(report->unsealed, qint64(5));
        QCOMPARE(*report->oldestUnsealed, entries.front().at);
        QCOMPARE(seal(*db, 3).value(), 3);
        QCOMPARE(verifyJournal(*db)->unsealed, qint64(2));
        QVERIFY(append(*db, {entryOf(QStringLiteral("pay_0"), 7)}).has_value());
        QCOMPARE(seal(*db).value(), 3);
        QCOMPARE(seal(*db).value(), 0);

        const auto lines = readJournal(*db, 0, 100);
        QCOMPARE(int(lines->size()), 6);
        JournalVerifier verifier;
        for (size_t i = 0; i < lines->size(); ++i) {
            const SealedLine& line = (*lines)[i];
            QCOMPARE(line.seq, qint64(i + 1));
            QVERIFY(verifier.add(line.line, QByteArrayView(line.hash)));
            if (i < 5) {
                QCOMPARE(line.subject, entries[i].subject);
                QCOMPARE(line.id, entries[i].id.text());
                QCOMPARE(line.subjectVersion, entries[i].subjectVersion);
            }
        }
        report = verifyJournal(*db);
        QVERIFY(!report->problem);
        QCOMPARE(report->count, qint64(6));
        QCOMPARE(report->head, verifier.head());
        QCOMPARE(readJournal(*db, 4, 1)->front().seq, qint64(5));
    }

    void oneEntryPerVersion_data() { TestDatabase::addDialectRows(); }
    void oneEntryPerVersion()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->openEngine();
        const auto entry = entryOf(QStringLiteral("pay_1"), 1);
        QVERIFY(append(*db, {entry}).has_value());
        // In the inbox still.
        auto again = append(*db, {entryOf(QStringLiteral("pay_1"), 1)});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(seal(*db).value(), 1);
        // Sealed.
        again = append(*db, {entryOf(QStringLiteral("pay_1"), 1)});
        QVERIFY(!again);
        QCOMPARE(again.error().reason, QStringLiteral("already_sealed"));
        again = append(*db, {entry});
        QVERIFY(!again);
        QVERIFY(append(*db, {entryOf(QStringLiteral("pay_1"), 2)}).has_value());
    }

    void goesWithItsTransaction_data() { TestDatabase::addDialectRows(); }
    void goesWithItsTransaction()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->openEngine();
        const auto refused = inTransaction(*db, [&]() -> Outcome {
            if (auto done = appendJournal(*db, entryOf(QStringLiteral("pay_1"), 1)); !done)
                return done;
            return fail(ErrorCode::Conflict, u"no");
        });
        QVERIFY(!refused);
        QCOMPARE(readUnsealed(*db)->count, qint64(0));
        // A seal that is taken back leaves the inbox as it was.
        QVERIFY(append(*db, {entryOf(QStringLiteral("pay_1"), 1)}).has_value());
        const auto sealTakenBack = inTransaction(*db, [&]() -> Outcome {
            if (auto sealed = sealJournal(*db); !sealed)
                return fail(sealed.error());
            return fail(ErrorCode::Conflict, u"no");
        });
        QVERIFY(!sealTakenBack);
        QCOMPARE(readUnsealed(*db)->count, qint64(1));
        QCOMPARE(verifyJournal(*db)->count, qint64(0));
    }

    void badBodiesAreRefused_data() { TestDatabase::addDialectRows(); }
    void badBodiesAreRefused()
    {
        TIEOUT_TEST_DATABASE(database);
        const auto db = database->openEngine();
        auto entry = entryOf(QStringLiteral("pay_1"), 1);
        entry.data = {{QStringLiteral("inner"), QJsonObject{{QStringLiteral("seq"), 1}}}};
        QCOMPARE(append(*db, {entry}).error().reason, QStringLiteral("journal_body"));
        entry = entryOf(QString(), 1);
        QCOMPARE(append(*db, {entry}).error().reason, QStringLiteral("journal_body"));
        // The connection goes on.
        QVERIFY(append(*db, {entryOf(QStringLiteral("pay_1"), 1)}).has_value());
    }

    void staleEngineCannotSeal()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        const auto stale = database->openEngine();
        QVERIFY(append(*stale, {entryOf(QStringLiteral("pay_1"), 1)}).has_value());
        QVERIFY(releaseLease(*stale, database->epoch()).has_value());
        const auto next = database->open();
        QCOMPARE(takeLease(*next, QStringLiteral("next")).value(), database->epoch() + 1);
        const auto sealed = seal(*stale);
        QVERIFY(!sealed);
        QCOMPARE(sealed.error().reason, QStringLiteral("lease_lost"));
        QCOMPARE(readUnsealed(*stale)->count, qint64(1));
    }

    void verifyStopsWhenAsked()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        const auto db = database->openEngine();
        fillJournal(*db);
        qint64 seen = 0;
        const auto report = verifyJournal(*db, [&](qint64 count) {
            seen = count;
            return false;
        });
        QVERIFY(report->stopped);
        QCOMPARE(seen, qint64(10));
    }

    void tampering_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<QString>("reason");
        const struct
        {
            const char* name;
            const char* sql;
            qint64 line;
            const char* reason;
        } cases[] = {
            {"word changed",
             "UPDATE journal SET line = replace(line, 'payment.match', 'payment.batch') WHERE seq "
             "= 4",
             4,
             "journal_hash"},
            {"hash changed",
             "UPDATE journal SET hash = replace(hash, substr(hash, 1, 8), 'deadbeef') WHERE seq = "
             "4",
             4,
             "journal_hash"},
            {"line removed", "DELETE FROM journal WHERE seq = 4", 4, "journal_seq"},
            {"first line removed", "DELETE FROM journal WHERE seq = 1", 1, "journal_seq"},
            {"space added",
             "UPDATE journal SET line = replace(line, '{\"action\"', '{ \"action\"') WHERE seq = 4",
             4,
             "journal_line"},
            {"subject changed",
             "UPDATE journal SET subject = 'pay_2' WHERE seq = 4",
             4,
             "journal_subject"},
        };
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            for (const auto& one : cases)
                QTest::addRow(
                    "%s %s", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL", one.name)
                    << dialect << QByteArray(one.sql) << one.line
                    << QString::fromLatin1(one.reason);
        }
    }
    void tampering()
    {
        TIEOUT_TEST_DATABASE(database);
        QFETCH(QByteArray, sql);
        QFETCH(qint64, line);
        QFETCH(QString, reason);
        const auto db = database->openEngine();
        fillJournal(*db);
        QVERIFY(!verifyJournal(*db)->problem);
        tamper(*database, sql);
        const auto report = verifyJournal(*db);
        QVERIFY(report->problem.has_value());
        QCOMPARE(report->problem->line, line);
        QCOMPARE(report->problem->reason, reason);
    }

    // The engine itself can't change what is sealed, nor throw away what isn't.
    void keptRows_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("sql");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
            for (const char* sql :
                 {"UPDATE journal SET hash = 'x' WHERE seq = 1",
                  "DELETE FROM journal WHERE seq = 10",
                  "UPDATE journal_inbox SET body = '{}'",
                  "DELETE FROM journal_inbox",
                  "INSERT INTO journal SELECT seq + 1, 'x', 'x', 1, hash, line, hash"
                  " FROM journal WHERE seq = 10"})
                QTest::addRow("%s %s", dialect == Dialect::Sqlite ? "SQLite" : "PostgreSQL", sql)
                    << dialect << QString::fromLatin1(sql);
        }
    }
    void keptRows()
    {
        TIEOUT_TEST_DATABASE(database);
        QFETCH(QString, sql);
        const auto db = database->openEngine();
        fillJournal(*db);
        QVERIFY(append(*db, {entryOf(QStringLiteral("pay_2"), 1)}).has_value());
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            Statement s(*db, sql);
            return s.exec();
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Forbidden);
        QCOMPARE(readUnsealed(*db)->count, qint64(1));
        QVERIFY(!verifyJournal(*db)->problem);
    }
};

TIEOUT_REGISTER_TEST(TstJournal)
#include "tst_journal.moc"
