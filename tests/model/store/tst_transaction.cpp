// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions against real other connections: all or nothing, replays, waiting, turns at the gate.
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "model/store/writegate.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <barrier>
#include <thread>

using namespace tieout;
using tieout::test::TestDatabase;

namespace {

void makeCounters(const TestDatabase& database)
{
    database.execute("CREATE TABLE counter (name TEXT PRIMARY KEY, n BIGINT NOT NULL);"
                     "INSERT INTO counter VALUES ('a', 0), ('b', 0)");
}

Outcome countUp(Database& db, const char* name)
{
    Statement s(db, u"UPDATE counter SET n = n + 1 WHERE name = :name");
    return s.bind(u":name", QString::fromLatin1(name)).exec();
}

qint64 counted(Database& db, const char* name)
{
    Statement s(db, u"SELECT n FROM counter WHERE name = :name");
    s.bind(u":name", QString::fromLatin1(name));
    return s.next() ? s.integer(0) : -1;
}

} // namespace

class TstTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOrNothing_data() { TestDatabase::addDialectRows(); }
    void allOrNothing()
    {
        TIEOUT_TEST_DATABASE(database);
        makeCounters(*database);
        const auto db = database->open();
        const auto other = database->open();
        const auto refused = inTransaction(*db, [&]() -> Outcome {
            if (auto done = countUp(*db, "a"); !done)
                return done;
            if (counted(*other, "a") != 0)
                return fail(ErrorCode::Internal, u"seen_too_early");
            return fail(ErrorCode::Conflict, u"no");
        });
        QCOMPARE(refused.error().reason, QStringLiteral("no"));
        QCOMPARE(counted(*other, "a"), qint64(0));
        const Result<int> kept = inTransaction(*db, [&]() -> Result<int> {
            if (auto done = countUp(*db, "a"); !done)
                return fail(done.error());
            return 7;
        });
        QCOMPARE(*kept, 7);
        QCOMPARE(counted(*other, "a"), qint64(1));
    }

    void failedStatementLeavesTheConnection_data() { TestDatabase::addDialectRows(); }
    void failedStatementLeavesTheConnection()
    {
        TIEOUT_TEST_DATABASE(database);
        makeCounters(*database);
        const auto db = database->open();
        const auto refused = inTransaction(*db, [&]() -> Outcome {
            Statement s(*db, u"INSERT INTO counter VALUES ('a', 5)");
            return s.exec();
        });
        QCOMPARE(refused.error().reason, QStringLiteral("already_exists"));
        QVERIFY(inTransaction(*db, [&] { return countUp(*db, "a"); }).has_value());
        QCOMPARE(counted(*db, "a"), qint64(1));
    }

    void repliesAfterThreeReplays()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        const auto db = database->open();
        int runs = 0;
        const auto outcome = inTransaction(*db, [&]() -> Outcome {
            ++runs;
            return fail(ErrorCode::Conflict, u"serialization_failure");
        });
        QCOMPARE(outcome.error().reason, QStringLiteral("serialization_failure"));
        QCOMPARE(runs, 1 + kMaxReplays);
        runs = 0;
        const auto other = inTransaction(*db, [&]() -> Outcome {
            ++runs;
            return fail(ErrorCode::Conflict, u"already_exists");
        });
        QVERIFY(!other);
        QCOMPARE(runs, 1);
    }

    // Two that take the same rows the other way round: PostgreSQL ends one, which runs again.
    void deadlockIsReplayed()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        makeCounters(*database);
        std::barrier both(2);
        std::atomic<int> runs = 0;
        std::atomic<int> failures = 0;
        const auto party = [&](const char* first, const char* second) {
            const auto db = database->open();
            bool isFirstRun = true;
            const auto outcome = inTransaction(*db, [&]() -> Outcome {
                ++runs;
                if (auto done = countUp(*db, first); !done)
                    return done;
                if (std::exchange(isFirstRun, false))
                    both.arrive_and_wait();
                return countUp(*db, second);
            });
            failures += outcome ? 0 : 1;
        };
        std::thread other(party, "b", "a");
        party("a", "b");
        other.join();
        QCOMPARE(failures.load(), 0);
        // The one that runs again may be quicker than the one that waited, and meet it once more.
        QVERIFY(runs.load() >= 3);
        const auto db = database->open();
        QCOMPARE(counted(*db, "a"), qint64(2));
        QCOMPARE(counted(*db, "b"), qint64(2));
    }

    void busyFileIsUnavailable()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        makeCounters(*database);
        const auto holder = database->open();
        const auto db = database->open();
        Statement patience(*db, u"PRAGMA busy_timeout = 20");
        QVERIFY(patience.next());
        Transaction holds(*holder);
        QVERIFY(holds.begin().has_value());
        const auto outcome = inTransaction(*db, [&] { return countUp(*db, "a"); });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Unavailable);
        QCOMPARE(outcome.error().reason, QStringLiteral("database_busy"));
        QVERIFY(holds.commit().has_value());
        QVERIFY(inTransaction(*db, [&] { return countUp(*db, "a"); }).has_value());
    }

    // Readers, who began before, and writers of other connections don't lose anything.
    void manyWritersLoseNothing_data() { TestDatabase::addDialectRows(); }
    void manyWritersLoseNothing()
    {
        TIEOUT_TEST_DATABASE(database);
        makeCounters(*database);
        WriteGate gate;
        std::atomic<int> failures = 0;
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back([&] {
                const auto db = database->open();
                if (db->dialect() == Dialect::Sqlite)
                    db->setWriteGate(&gate);
                for (int n = 0; n < 25; ++n)
                    failures += inTransaction(*db, [&] { return countUp(*db, "a"); }) ? 0 : 1;
            });
        }
        for (auto& writer : writers)
            writer.join();
        QCOMPARE(failures.load(), 0);
        const auto db = database->open();
        QCOMPARE(counted(*db, "a"), qint64(100));
        QVERIFY(!gate.someoneWaits());
    }

    void gateKeepsTheOrder()
    {
        WriteGate gate;
        QVERIFY(!gate.someoneWaits());
        gate.enter();
        QStringList order;
        std::thread waiter([&] {
            gate.enter();
            order << QStringLiteral("waiter");
            gate.leave();
        });
        while (!gate.someoneWaits())
            std::this_thread::yield();
        gate.leave();
        // Whoever comes back at once stands behind the one that waited.
        gate.enter();
        order << QStringLiteral("again");
        gate.leave();
        waiter.join();
        QCOMPARE(order, QStringList({QStringLiteral("waiter"), QStringLiteral("again")}));
    }

    void bulkTurnEndsWhenSomeoneWaits()
    {
        WriteGate gate;
        BulkTurn turn(&gate);
        gate.enter();
        turn.begin();
        QVERIFY(!turn.isOver());
        std::thread waiter([&] {
            gate.enter();
            gate.leave();
        });
        while (gate.waiting() == 0)
            std::this_thread::yield();
        QVERIFY(turn.isOver());
        gate.leave();
        waiter.join();
        // Without a gate nobody waits for us.
        BulkTurn alone(nullptr);
        alone.begin();
        QVERIFY(!alone.isOver());
    }

    void bulkTurnIsShortWhileTheFileIsShared()
    {
        const auto elapsed = [](WriteGate& gate) {
            BulkTurn turn(&gate);
            const auto from = std::chrono::steady_clock::now();
            turn.begin();
            while (!turn.isOver())
                std::this_thread::yield();
            return std::chrono::steady_clock::now() - from;
        };
        WriteGate gate;
        QVERIFY(elapsed(gate) >= BulkTurn::kLongest);
        gate.noteOtherProcess();
        QVERIFY(gate.isShared());
        const auto shared = elapsed(gate);
        QVERIFY(shared >= BulkTurn::kLongestShared);
        QVERIFY(shared < BulkTurn::kLongest);
    }

    // To SQLite a connection without our gate is another process.
    void otherProcessIsNoticedAndOutwaited()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        makeCounters(*database);
        const auto holder = database->open();
        WriteGate gate;
        Transaction holds(*holder);
        QVERIFY(holds.begin().has_value());
        std::thread writer([&] {
            const auto db = database->open();
            db->setWriteGate(&gate);
            if (const auto done = inTransaction(*db, [&] { return countUp(*db, "a"); }); !done)
                qFatal("%s", qPrintable(done.error().detail));
        });
        while (!gate.isShared())
            std::this_thread::yield();
        QVERIFY(holds.commit().has_value());
        writer.join();
        QCOMPARE(counted(*holder, "a"), qint64(1));
    }

    void gateIsLeftWhenNothingBegins()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        const auto holder = database->open();
        const auto db = database->open();
        WriteGate gate;
        db->setWriteGate(&gate);
        Statement patience(*db, u"PRAGMA busy_timeout = 1");
        QVERIFY(patience.next());
        Transaction holds(*holder);
        QVERIFY(holds.begin().has_value());
        QVERIFY(!inTransaction(*db, [&]() -> Outcome { return Done; }).has_value());
        holds.rollBack();
        // Would wait for ever if the turn had been kept.
        QVERIFY(inTransaction(*db, [&]() -> Outcome { return Done; }).has_value());
        gate.enter();
        gate.leave();
    }
};

TIEOUT_REGISTER_TEST(TstTransaction)
#include "tst_transaction.moc"
