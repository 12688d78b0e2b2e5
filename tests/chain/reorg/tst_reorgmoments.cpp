// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/backfills.h"
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

using tieout::Dialect;
using tieout::EventType;
using namespace tieout::test;

// The chain moves while the watcher is away or in the middle of something.
class TstReorgMoments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileStopped_data() { addReorgWays(); }
    void whileStopped();
    void whileStoppedBelowFinality_data() { addReorgWays(); }
    void whileStoppedBelowFinality();
    void duringTheFirstReading_data() { addReorgWays(); }
    void duringTheFirstReading();
    void duringAPersonsBackfill_data() { addReorgWays(); }
    void duringAPersonsBackfill();
    void betweenCalls_data();
    void betweenCalls();
    void betweenHeadersAndLogs_data() { addReorgWays(); }
    void betweenHeadersAndLogs();
    void whileTheAncestorIsSearched_data() { addReorgWays(); }
    void whileTheAncestorIsSearched();
};

void TstReorgMoments::whileStopped()
{
    TIEOUT_REORG_DESK(desk);
    const auto gone = desk.expect(100);
    const auto moved = desk.expect(100);
    const auto missed = desk.expect(100);
    desk.pay(gone, 100 * kReorgUnit, 0);
    const QString raw = desk.raw(desk.pay(moved, 100 * kReorgUnit, 1));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    desk.stop();
    desk.node().reorganise(5, minedAgain({{raw, 3}}));
    desk.pay(missed, 100 * kReorgUnit, 2);
    desk.node().mine(4);
    desk.start();
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(gone), QStringLiteral("reorged"));
    QCOMPARE(desk.status(moved), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(missed), QStringLiteral("confirmed"));
    // Stopped again, and the chain is shorter when it comes back.
    desk.stop();
    desk.node().rollback(6);
    desk.node().mine(1);
    desk.start();
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(missed), QStringLiteral("reorged"));
    QCOMPARE(desk.state().reorgs, 2);
}

void TstReorgMoments::whileStoppedBelowFinality()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(2'000);
    const QString raw = desk.raw(desk.pay(id, 2'000 * kReorgUnit, 0));
    desk.node().mine(kReorgFinality + 2);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QVERIFY(desk.row(id).projection.finalAt);
    desk.stop();
    desk.node().reorganise(kReorgFinality + 4);
    desk.start();
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    QVERIFY(desk.state().frozenAt);
    QVERIFY(desk.openCases().contains(QStringLiteral("REORG-POST")));
    desk.sendAgain(raw);
    desk.node().mine(kReorgFinality + 2);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirming"));
    desk.acknowledge();
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(id, EventType::PaymentResumed), 1);
}

// Four blocks at a time; the chain moves before the fifth reading, below and above what was read.
void TstReorgMoments::duringTheFirstReading()
{
    TIEOUT_REORG_DESK(desk, {4, false});
    const auto low = desk.expect(100);
    const auto middle = desk.expect(100);
    const auto high = desk.expect(100);
    desk.pay(low, 100 * kReorgUnit, 0);
    desk.node().mine(7);
    const QString raw = desk.raw(desk.pay(middle, 100 * kReorgUnit, 1));
    desk.node().mine(2);
    desk.pay(high, 100 * kReorgUnit, 2);
    desk.node().mine(3);
    desk.spy().before(QStringLiteral("blocks"), 5, [&] {
        desk.node().reorganise(kReorgFinality, minedAgain({{raw, 3}}));
    });
    TIEOUT_TIES(desk);
    QVERIFY(desk.spy().acted());
    QCOMPARE(desk.status(low), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(middle), QStringLiteral("confirmed"));
    QVERIFY(desk.status(high) == u"reorged" || desk.status(high) == u"pending");
    QVERIFY(!desk.state().frozenAt);
}

void TstReorgMoments::duringAPersonsBackfill()
{
    TIEOUT_REORG_DESK(desk);
    const auto kept = desk.expect(100);
    const auto gone = desk.expect(100);
    desk.pay(kept, 100 * kReorgUnit, 0);
    desk.node().mine(2);
    desk.pay(gone, 100 * kReorgUnit, 1);
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    const auto command = desk.backfill(0, desk.node().height());
    // The head is at the cursor, so the next reading of blocks is the backfill's.
    desk.spy().before(QStringLiteral("blocks"), 1, [&] { desk.node().reorganise(4); });
    TIEOUT_TIES(desk);
    QVERIFY(desk.spy().acted());
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(kept), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(gone), QStringLiteral("reorged"));
    const auto after = readBackfill(desk.db(), command.text());
    QVERIFY(after && *after);
    QCOMPARE((*after)->state, toText(tieout::BackfillState::Finished));
}

void TstReorgMoments::betweenCalls_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QJsonObject>("faults");
    QTest::addColumn<QString>("call");
    const auto everything = reorgFaults().back().second;
    bool turn = false;
    for (const char* call : {"head", "blocks", "mempool", "reread"}) {
        for (const QJsonObject& faults : {QJsonObject(), everything}) {
            turn = !turn;
            for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
                // By default each is run on one of the databases, in turns.
                if (!reorgFull() && (dialect == Dialect::Sqlite) != turn)
                    continue;
                const QByteArray name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
                const QByteArray way = faults.isEmpty() ? "" : ", everything";
                QTest::newRow((name + way + ", before " + call).constData())
                    << dialect << faults << QString::fromLatin1(call);
            }
        }
        turn = !turn;
    }
}

void TstReorgMoments::betweenCalls()
{
    TIEOUT_REORG_DESK(desk);
    QFETCH(QString, call);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    const QString raw = desk.raw(desk.pay(first, 100 * kReorgUnit, 0));
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    for (int round = 0; round < 3; ++round) {
        desk.pay(second, 30 * kReorgUnit, 1 + round);
        desk.node().mine(2);
        desk.spy().before(call, 1, [&] {
            desk.node().reorganise(2 + round * 2);
            desk.node().mine(round);
        });
        TIEOUT_TIES(desk);
        QVERIFY(desk.spy().acted());
    }
    if (desk.status(first) == u"reorged")
        desk.sendAgain(raw);
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(first, EventType::PaymentReleased), 1);
}

// The node moves right before it is asked for logs, in the middle of one batch.
void TstReorgMoments::betweenHeadersAndLogs()
{
    TIEOUT_REORG_DESK(desk, {2'000, true});
    const auto kept = desk.expect(100);
    const auto gone = desk.expect(100);
    const auto comes = desk.expect(100);
    desk.pay(kept, 100 * kReorgUnit, 0);
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    desk.pay(gone, 100 * kReorgUnit, 1);
    desk.node().mine(2);
    const QJsonArray instead = minedAgain({{desk.request(comes, 100 * kReorgUnit, 2), 0}});
    const QJsonObject hook{{QStringLiteral("on"), QStringLiteral("eth_getLogs")},
                           {QStringLiteral("call"), QStringLiteral("anvil_reorg")},
                           {QStringLiteral("params"), QJsonArray{3, instead}}};
    desk.proxy().configure({{QStringLiteral("hook"), hook}});
    TIEOUT_TIES(desk);
    QCOMPARE(desk.proxy().counts().value(u"hooks").toInt(), 1);
    QCOMPARE(desk.status(gone), QStringLiteral("pending"));
    QCOMPARE(desk.events(gone, EventType::PaymentDetected), 0);
    QCOMPARE(desk.status(comes), QStringLiteral("confirmed"));
}

void TstReorgMoments::whileTheAncestorIsSearched()
{
    TIEOUT_REORG_DESK(desk);
    const auto kept = desk.expect(100);
    const auto gone = desk.expect(100);
    desk.pay(kept, 100 * kReorgUnit, 0);
    desk.node().mine(2);
    const QString raw = desk.raw(desk.pay(gone, 100 * kReorgUnit, 1));
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    for (const int nth : {1, 2, 3}) {
        desk.node().reorganise(2);
        // Deeper, while what was found so far is not acted upon yet.
        desk.spy().before(QStringLiteral("header"), nth, [&] { desk.node().reorganise(6); });
        TIEOUT_TIES(desk);
        QVERIFY(desk.spy().acted());
        QCOMPARE(desk.status(gone), QStringLiteral("reorged"));
        QCOMPARE(desk.status(kept), QStringLiteral("confirmed"));
        desk.sendAgain(raw);
        desk.node().mine(4);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(gone), QStringLiteral("confirmed"));
    }
    QCOMPARE(desk.events(gone, EventType::PaymentReleased), 1);
}

TIEOUT_REGISTER_TEST(TstReorgMoments)

#include "tst_reorgmoments.moc"
