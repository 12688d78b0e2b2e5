// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed: one hint per transaction, after its commit and never without; many is many; a
// lost connection ends in "many".
#include "model/domain/ids.h"
#include "model/store/changefeed.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using tieout::test::TestDatabase;

namespace {

constexpr std::chrono::milliseconds kFeedPoll{5};

QStringList manyIds(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << QStringLiteral("pay_%1").arg(i);
    return ids;
}

Outcome writeProbe(Database& db)
{
    return Statement(db, u"INSERT INTO probe VALUES (1)").exec();
}

// A feed that listens, with the hint of its beginning already taken.
struct ListeningFeed
{
    explicit ListeningFeed(const DatabaseAddress& address)
        : feed(address, kFeedPoll)
        , changed(&feed, &ChangeFeed::changed)
    {}

    bool begin()
    {
        return QTest::qWaitFor([&] { return changed.size() == 1; }) &&
               changed.takeFirst()[0].toStringList().isEmpty();
    }

    QStringList next()
    {
        if (!QTest::qWaitFor([&] { return !changed.isEmpty(); }))
            return {QStringLiteral("nothing")};
        return changed.takeFirst()[0].toStringList();
    }

    ChangeFeed feed;
    QSignalSpy changed;
};

} // namespace

class TstChangeFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitIsHeard_data() { TestDatabase::addDialectRows(); }
    void commitIsHeard()
    {
        TIEOUT_TEST_DATABASE(database);
        database->execute("CREATE TABLE probe (n BIGINT)");
        ListeningFeed listener(database->address());
        QVERIFY(listener.begin());
        const auto db = database->open();
        const auto written = inTransaction(*db, [&]() -> Outcome {
            if (auto done = writeProbe(*db); !done)
                return done;
            if (auto done = notifyChanged(*db, {QStringLiteral("pay_1"), QStringLiteral("pay_2")});
                !done)
                return done;
            return notifyChanged(*db, {QStringLiteral("pay_2"), QStringLiteral("cas_1")});
        });
        QVERIFY(written);
        const QStringList expected = dialect == Dialect::Sqlite
                                         ? QStringList()
                                         : QStringList{QStringLiteral("pay_1"),
                                                       QStringLiteral("pay_2"),
                                                       QStringLiteral("cas_1")};
        QCOMPARE(listener.next(), expected);
        // The next hint is the next transaction's: the one before gave a single one.
        QVERIFY(inTransaction(*db, [&]() -> Outcome {
            if (auto done = writeProbe(*db); !done)
                return done;
            return notifyManyChanged(*db);
        }));
        QCOMPARE(listener.next(), QStringList());
        QVERIFY(listener.changed.isEmpty());
    }

    void rollBackIsSilent_data() { TestDatabase::addDialectRows(); }
    void rollBackIsSilent()
    {
        TIEOUT_TEST_DATABASE(database);
        database->execute("CREATE TABLE probe (n BIGINT)");
        ListeningFeed listener(database->address());
        QVERIFY(listener.begin());
        const auto db = database->open();
        const auto refused = inTransaction(*db, [&]() -> Outcome {
            if (auto done = notifyChanged(*db, {QStringLiteral("lost")}); !done)
                return done;
            return fail(ErrorCode::Conflict, u"no");
        });
        QVERIFY(!refused);
        QVERIFY(inTransaction(*db, [&]() -> Outcome {
            if (auto done = writeProbe(*db); !done)
                return done;
            return notifyChanged(*db, {QStringLiteral("kept")});
        }));
        QCOMPARE(listener.next(),
                 dialect == Dialect::Sqlite ? QStringList() : QStringList(QStringLiteral("kept")));
    }

    void manyIsMany_data()
    {
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<bool>("many");
        QTest::newRow("fifty") << manyIds(50) << false;
        QTest::newRow("fifty-one") << manyIds(51) << true;
        QTest::newRow("too long") << QStringList{QString(4'000, u'a'), QString(4'000, u'b')}
                                  << true;
    }
    void manyIsMany()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        QFETCH(QStringList, ids);
        QFETCH(bool, many);
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        ListeningFeed listener(database->address());
        QVERIFY(listener.begin());
        const auto db = database->open();
        QVERIFY(inTransaction(*db, [&] { return notifyChanged(*db, ids); }));
        QCOMPARE(listener.next(), many ? QStringList() : ids);
    }

    void ownNotesOnly()
    {
        const auto database = TestDatabase::make(Dialect::Sqlite);
        const auto db = database->open();
        QVERIFY(notifyChanged(*db, {QStringLiteral("before")}));
        QVERIFY(inTransaction(*db, [&]() -> Outcome {
            return db->changeNote().ids.isEmpty() ? Outcome(Done)
                                                  : fail(ErrorCode::Internal, u"kept");
        }));
    }

    void lossEndsInMany()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        ListeningFeed listener(database->address());
        QSignalSpy listening(&listener.feed, &ChangeFeed::listening);
        QVERIFY(listener.begin());
        QTRY_COMPARE(listening.size(), 1);
        database->execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'store-feed' AND datname = current_database()");
        QTRY_COMPARE(listening.size(), 3);
        QCOMPARE(listening[1][0].toBool(), false);
        QCOMPARE(listening[2][0].toBool(), true);
        QCOMPARE(listener.next(), QStringList());
        const auto db = database->open();
        QVERIFY(inTransaction(*db, [&] { return notifyChanged(*db, {QStringLiteral("pay_9")}); }));
        QCOMPARE(listener.next(), QStringList(QStringLiteral("pay_9")));
    }

    // One channel: a submitted command rings whoever runs it, and tells no console to read rows.
    void aCommandRings()
    {
        if (const QString why = TestDatabase::whyNot(Dialect::PostgreSql); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto database = TestDatabase::make(Dialect::PostgreSql);
        QSemaphore listens;
        QSemaphore rung;
        const ChangeBell bell(database->address(),
                              {[&](const QStringList& ids) {
                                   if (ids == QStringList(QLatin1String(kCommandWaits)))
                                       rung.release();
                               },
                               [&](bool connected) { listens.release(connected ? 1 : 0); }});
        QVERIFY(listens.tryAcquire(1, 10'000));
        ListeningFeed console(database->address());
        QVERIFY(console.begin());
        const auto login = database->makeLogin(QStringLiteral("ann"), {QStringLiteral("operator")});
        const auto person = tieout::test::openOrStop(login, QStringLiteral("ann"));
        const QString id = CommandId::make(UtcTime::fromMs(1)).text();
        Statement submit(*person,
                         u"SELECT submit(:id, 'operator', 'payment.cancel', '', NULL, '{}')");
        submit.bind(u":id", id);
        QVERIFY(submit.next());
        QCOMPARE(submit.text(0), QStringLiteral("waiting"));
        QVERIFY(rung.tryAcquire(1, 10'000));
        const auto db = database->open();
        QVERIFY(inTransaction(*db, [&] { return notifyChanged(*db, {QStringLiteral("pay_7")}); }));
        QCOMPARE(console.next(), QStringList(QStringLiteral("pay_7")));
        QVERIFY(console.changed.isEmpty());
    }

    void waitsForADatabase()
    {
        QTemporaryDir folder;
        const DatabaseAddress address{folder.filePath(QStringLiteral("desk.db")), {}};
        ChangeFeed feed(address, kFeedPoll);
        QSignalSpy listening(&feed, &ChangeFeed::listening);
        const auto db = tieout::test::openOrStop(address, QStringLiteral("test"));
        QTRY_COMPARE(listening.size(), 1);
    }
};

TIEOUT_REGISTER_TEST(TstChangeFeed)
#include "tst_changefeed.moc"
