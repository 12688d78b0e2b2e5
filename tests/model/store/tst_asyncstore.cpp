// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the GUI thread: answers in order and on its own thread, stale ones dropped, running
// statements cancelled, lost connections opened again, an orderly end in the middle of work.
#include "model/store/asyncstore.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <semaphore>

using namespace tieout;
using tieout::test::TestDatabase;
using Lane = AsyncStore::Lane;

namespace {

// Runs until somebody cancels it.
Result<qint64> countForEver(Database& db)
{
    Statement s(db,
                db.dialect() == Dialect::Sqlite ? u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                                  u"SELECT i + 1 FROM n) SELECT max(i) FROM n"
                                                : u"SELECT 1 FROM pg_sleep(100)");
    const qint64 value = s.next() ? s.integer(0) : 0;
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return value;
}

Result<qint64> readNumber(Database& db, qint64 number)
{
    Statement s(db, u"SELECT CAST(:n AS BIGINT)");
    s.bind(u":n", number);
    const qint64 value = s.next() ? s.integer(0) : 0;
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return value;
}

} // namespace

class TstAsyncStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeInOrder_data() { TestDatabase::addDialectRows(); }
    void answersComeInOrder()
    {
        TIEOUT_TEST_DATABASE(database);
        AsyncStore store(database->address());
        QList<qint64> answers;
        QSet<QThread*> workers;
        for (qint64 i = 0; i < 20; ++i) {
            store
                .run(Lane::Page,
                     [i](Database& db) -> Result<std::pair<qint64, QThread*>> {
                         const auto number = readNumber(db, i);
                         if (!number)
                             return fail(number.error());
                         return std::pair(*number, QThread::currentThread());
                     })
                .then(this, [&](const Result<std::pair<qint64, QThread*>>& answer) {
                    QCOMPARE(QThread::currentThread(), thread());
                    QVERIFY(answer);
                    answers << answer->first;
                    workers << answer->second;
                });
        }
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE(answers.size(), 20);
        for (qint64 i = 0; i < 20; ++i)
            QCOMPARE(answers[i], i);
        QCOMPARE(workers.size(), 1);
        QVERIFY(!workers.contains(thread()));
    }

    void lanesDoNotWaitForEachOther_data() { TestDatabase::addDialectRows(); }
    void lanesDoNotWaitForEachOther()
    {
        TIEOUT_TEST_DATABASE(database);
        AsyncStore store(database->address());
        std::optional<Result<qint64>> endless;
        std::optional<Result<qint64>> quick;
        store.run(Lane::Scan, &countForEver).then(this, [&](const auto& answer) {
            endless = answer;
        });
        store.run(Lane::Page, [](Database& db) { return readNumber(db, 5); })
            .then(this, [&](const auto& answer) { quick = answer; });
        QTRY_VERIFY(quick.has_value());
        QCOMPARE(quick->value(), qint64(5));
        QVERIFY(!endless.has_value());
        store.cancel(Lane::Scan);
        QTRY_VERIFY(endless.has_value());
        QCOMPARE(endless->error().code, ErrorCode::Cancelled);
    }

    // What was asked before the cancelling is answered so; what is asked after it runs.
    void cancelEndsWhatCameBefore_data() { TestDatabase::addDialectRows(); }
    void cancelEndsWhatCameBefore()
    {
        TIEOUT_TEST_DATABASE(database);
        AsyncStore store(database->address());
        QStringList reasons;
        const auto note = [&](const Result<qint64>& answer) {
            reasons << (answer ? QString::number(*answer) : answer.error().reason);
        };
        std::binary_semaphore begun(0);
        store
            .run(Lane::Page,
                 [&begun](Database& db) {
                     begun.release();
                     return countForEver(db);
                 })
            .then(this, note);
        store.run(Lane::Page, &countForEver).then(this, note);
        begun.acquire();
        store.cancel(Lane::Page);
        for (qint64 i = 1; i <= 3; ++i)
            store.run(Lane::Page, [i](Database& db) { return readNumber(db, i); }).then(this, note);
        QTRY_COMPARE(reasons.size(), 5);
        QCOMPARE(reasons.join(u' '), QStringLiteral("cancelled cancelled 1 2 3"));
    }

    void manyCancelsHitNobodyElse_data() { TestDatabase::addDialectRows(); }
    void manyCancelsHitNobodyElse()
    {
        TIEOUT_TEST_DATABASE(database);
        AsyncStore store(database->address());
        int cancelled = 0;
        std::optional<Result<qint64>> last;
        for (int i = 0; i < 30; ++i) {
            store.run(Lane::Page, &countForEver).then(this, [&](const auto& answer) {
                cancelled += answer.error().code == ErrorCode::Cancelled ? 1 : 0;
            });
            store.cancel(Lane::Page);
        }
        store.run(Lane::Page, [](Database& db) { return readNumber(db, 7); })
            .then(this, [&](const auto& answer) { last = answer; });
        QTRY_VERIFY(last.has_value());
        QCOMPARE(last->value_or(-1), qint64(7));
        QCOMPARE(cancelled, 30);
    }

    void deadReceiversHearNothing()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        AsyncStore store(database->address());
        auto receiver = std::make_unique<QObject>();
        bool heard = false;
        store.run(Lane::Page, [](Database& db) { return readNumber(db, 1); })
            .then(receiver.get(), [&](const auto&) { heard = true; });
        receiver.reset();
        bool next = false;
        store.run(Lane::Page, [](Database& db) { return readNumber(db, 2); })
            .then(this, [&](const auto&) { next = true; });
        QTRY_VERIFY(next);
        QVERIFY(!heard);
    }

    void readingLanesCannotWrite_data() { TestDatabase::addDialectRows(); }
    void readingLanesCannotWrite()
    {
        TIEOUT_TEST_DATABASE(database);
        database->execute("CREATE TABLE probe (n BIGINT)");
        AsyncStore store(database->address());
        const auto write = [](Database& db) {
            return inTransaction(db, [&]() -> Outcome {
                return Statement(db, u"INSERT INTO probe VALUES (1)").exec();
            });
        };
        QStringList reasons;
        const auto note = [&](const Outcome& answer) {
            reasons << (answer ? QStringLiteral("written") : answer.error().reason);
        };
        store.run(Lane::Page, write).then(this, note);
        QTRY_COMPARE(reasons.size(), 1);
        store.run(Lane::Act, write).then(this, note);
        QTRY_COMPARE(reasons.size(), 2);
        QCOMPARE(reasons.join(u' '), QStringLiteral("database_read_only written"));
    }

    void exceptionsEndAtTheThread()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        AsyncStore store(database->address());
        std::optional<Outcome> answer;
        store.run(Lane::Act, [](Database&) -> Outcome { throw std::runtime_error("foreign"); })
            .then(this, [&](const auto& got) { answer = got; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().code, ErrorCode::Internal);
        QCOMPARE(answer->error().detail, QStringLiteral("foreign"));
    }

    void lostConnectionIsOpenedAgain()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        AsyncStore store(database->address());
        QSignalSpy connection(&store, &AsyncStore::connectionChanged);
        QList<qint64> answers;
        const auto note = [&](const Result<qint64>& answer) { answers << answer.value_or(-1); };
        const auto read = [](Database& db) { return readNumber(db, 3); };
        store.run(Lane::Page, read).then(this, note);
        QTRY_COMPARE(answers.size(), 1);
        database->execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'store-page' AND datname = current_database()");
        // A read is asked again over a new connection; the person notices nothing.
        store.run(Lane::Page, read).then(this, note);
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(answers, QList<qint64>({3, 3}));
        QTRY_COMPARE(connection.size(), 2);
        QCOMPARE(connection[0][0].toBool(), false);
        QCOMPARE(connection[1][0].toBool(), true);
    }

    void unreachableIsToldAndTriedAgain()
    {
        QTemporaryDir folder;
        const DatabaseAddress address{folder.filePath(QStringLiteral("later/desk.db")), {}};
        AsyncStore store(address);
        QStringList reasons;
        const auto note = [&](const Result<qint64>& answer) {
            reasons << (answer ? QStringLiteral("ok") : answer.error().reason);
        };
        const auto read = [](Database& db) { return readNumber(db, 1); };
        store.run(Lane::Act, read).then(this, note);
        QTRY_COMPARE(reasons.size(), 1);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("later")));
        store.run(Lane::Act, read).then(this, note);
        QTRY_COMPARE(reasons.size(), 2);
        QCOMPARE(reasons.join(u' '), QStringLiteral("database_unreachable ok"));
    }

    void endsInTheMiddleOfWork_data() { TestDatabase::addDialectRows(); }
    void endsInTheMiddleOfWork()
    {
        TIEOUT_TEST_DATABASE(database);
        bool heard = false;
        {
            AsyncStore store(database->address());
            std::counting_semaphore<4> begun(0);
            for (const Lane lane : {Lane::Page, Lane::Scan, Lane::Act}) {
                store
                    .run(lane,
                         [&begun](Database& db) {
                             begun.release();
                             return countForEver(db);
                         })
                    .then(this, [&](const auto&) { heard = true; });
                begun.acquire();
                store.run(lane, &countForEver).then(this, [&](const auto&) { heard = true; });
            }
        }
        QCoreApplication::sendPostedEvents();
        QVERIFY(!heard);
    }
};

TIEOUT_REGISTER_TEST(TstAsyncStore)
#include "tst_asyncstore.moc"
