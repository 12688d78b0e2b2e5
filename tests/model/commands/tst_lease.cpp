// SPDX-License-Identifier: GPL-3.0-or-later
// The lease and its fence, the same on both databases: two engines never both write.
#include "model/store/lease.h"
#include "model/store/raisedreason.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"
#include "tests/model/commands/commanddesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_data() { TestDatabase::addDialectRows(); }
    void terms();
    void silence_data() { TestDatabase::addDialectRows(); }
    void silence();
    void staleEngine_data() { TestDatabase::addDialectRows(); }
    void staleEngine();
    void unguarded();
    void otherConnections_data() { TestDatabase::addDialectRows(); }
    void otherConnections();
};

namespace {

template<class T>
QString leaseReason(const Result<T>& result)
{
    return result ? QString() : result.error().reason;
}

// A write as the engine's actions do it.
Outcome writeAs(Database& db, qint64 epoch, const QString& id)
{
    return inTransaction(db, [&]() -> Outcome {
        if (auto guarded = guardEpoch(db, epoch); !guarded)
            return guarded;
        Statement insert(
            db, u"INSERT INTO merchant (id, name, created_at, version) VALUES (:id, :name, 0, 1)");
        insert.bind(u":id", id).bind(u":name", id);
        return insert.exec();
    });
}

} // namespace

void TstLease::terms()
{
    TIEOUT_COMMAND_DESK(desk);
    auto free = readLease(desk.person("alice"));
    QVERIFY(free);
    QVERIFY(!free->isHeld);
    auto first = takeLease(desk.engine(), QStringLiteral("one"));
    QCOMPARE(leaseReason(first), QString());
    QCOMPARE(*first, 1);
    auto held = readLease(desk.person("alice"));
    QVERIFY(held->isHeld);
    QCOMPARE(held->holder, QStringLiteral("one"));
    QCOMPARE(leaseReason(takeLease(desk.otherEngine(), QStringLiteral("two"))),
             QStringLiteral("lease_held"));
    QCOMPARE(leaseReason(heartbeat(desk.engine(), *first)), QString());
    QCOMPARE(leaseReason(releaseLease(desk.engine(), *first)), QString());
    auto second = takeLease(desk.otherEngine(), QStringLiteral("two"));
    QCOMPARE(leaseReason(second), QString());
    QCOMPARE(*second, 2);
}

void TstLease::silence()
{
    TIEOUT_COMMAND_DESK(desk);
    auto first = takeLease(desk.engine(), QStringLiteral("one"));
    QVERIFY(first);
    desk.shiftClock(14'000);
    QCOMPARE(leaseReason(takeLease(desk.otherEngine(), QStringLiteral("two"))),
             QStringLiteral("lease_held"));
    // A beat now counts from now.
    QCOMPARE(leaseReason(heartbeat(desk.engine(), *first)), QString());
    desk.shiftClock(28'000);
    QCOMPARE(leaseReason(takeLease(desk.otherEngine(), QStringLiteral("two"))),
             QStringLiteral("lease_held"));
    desk.shiftClock(31'000);
    QVERIFY(!readLease(desk.person("alice"))->isHeld);
    QCOMPARE(leaseReason(takeLease(desk.otherEngine(), QStringLiteral("two"))), QString());
}

void TstLease::staleEngine()
{
    TIEOUT_COMMAND_DESK(desk);
    auto first = takeLease(desk.engine(), QStringLiteral("one"));
    QVERIFY(first);
    QCOMPARE(leaseReason(writeAs(desk.engine(), *first, QStringLiteral("mer_1"))), QString());
    desk.shiftClock(16'000);
    auto second = takeLease(desk.otherEngine(), QStringLiteral("two"));
    QCOMPARE(leaseReason(second), QString());
    const QString lost = QStringLiteral("lease_lost");
    QCOMPARE(leaseReason(writeAs(desk.engine(), *first, QStringLiteral("mer_2"))), lost);
    QCOMPARE(leaseReason(heartbeat(desk.engine(), *first)), lost);
    QCOMPARE(leaseReason(releaseLease(desk.engine(), *first)), lost);
    QCOMPARE(leaseReason(writeAs(desk.otherEngine(), *second, QStringLiteral("mer_3"))), QString());
    Statement count(desk.administrator(),
                    u"SELECT count(*) FROM merchant WHERE id LIKE 'mer\\__' ESCAPE '\\'");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 2);
}

void TstLease::unguarded()
{
    if (const QString why = CommandDesk::whyNot(Dialect::PostgreSql); !why.isEmpty())
        QSKIP(qPrintable(why));
    CommandDesk desk(Dialect::PostgreSql);
    QVERIFY2(desk.problem().isEmpty(), qPrintable(desk.problem()));
    QVERIFY(takeLease(desk.engine(), QStringLiteral("one")));
    // Another connection of the same engine that forgot to say its term.
    auto forgotten = inTransaction(desk.otherEngine(), [&]() -> Outcome {
        Statement insert(desk.otherEngine(), u"INSERT INTO merchant VALUES ('mer_1', 'm', 0, 1)");
        if (auto done = insert.exec(); !done)
            return fail(withRaisedReason(done.error()));
        return Done;
    });
    QCOMPARE(leaseReason(forgotten), QStringLiteral("lease_lost"));
}

void TstLease::otherConnections()
{
    TIEOUT_COMMAND_DESK(desk);
    auto epoch = takeLease(desk.engine(), QStringLiteral("one"));
    QVERIFY(epoch);
    // Every connection of the engine may write once its transaction has said the term.
    QCOMPARE(leaseReason(writeAs(desk.otherEngine(), *epoch, QStringLiteral("mer_1"))), QString());
    QCOMPARE(leaseReason(writeAs(desk.otherEngine(), *epoch + 1, QStringLiteral("mer_2"))),
             QStringLiteral("lease_lost"));
}

} // namespace tieout::test

using tieout::test::TstLease;
TIEOUT_REGISTER_TEST(TstLease)
#include "tst_lease.moc"
