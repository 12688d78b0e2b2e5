// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

using tieout::EventType;
using namespace tieout::test;

// Money that the new chain has elsewhere: another block, another place in it, another payment,
// another amount.
class TstReorgMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherBlock_data() { addReorgWays(); }
    void anotherBlock();
    void anotherLogIndex_data() { addReorgWays(); }
    void anotherLogIndex();
    void anotherPayment_data() { addReorgWays(); }
    void anotherPayment();
    void anotherAmount_data() { addReorgWays(); }
    void anotherAmount();
    void exchanged_data() { addReorgWays(); }
    void exchanged();
    void splitAndJoined_data() { addReorgWays(); }
    void splitAndJoined();
};

void TstReorgMoves::anotherBlock()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    const QString tx = desk.pay(id, 100 * kReorgUnit, 0);
    const QString raw = desk.raw(tx);
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    const auto before = desk.node().receipt(tx).value(u"blockNumber").toString();
    desk.node().reorganise(5, minedAgain({{raw, 2}}));
    QVERIFY(desk.node().receipt(tx).value(u"blockNumber").toString() > before);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    // Within one step it went and came: both are told.
    QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(id, EventType::PaymentRecalled), 1);
    QCOMPARE(desk.events(id, EventType::PaymentResumed), 1);
    // Of severity 1: a person looks at it although the money is back.
    QCOMPARE(desk.openCases(), QStringList{QStringLiteral("REORG-POST")});
}

void TstReorgMoves::anotherLogIndex()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    const auto other = desk.expect(100);
    const QString tx = desk.pay(id, 100 * kReorgUnit, 0);
    const QString raw = desk.raw(tx);
    const auto firstLog = [&] {
        const auto receipt = desk.node().receipt(tx);
        return receipt.value(u"logs").toArray().at(0).toObject();
    };
    TIEOUT_TIES(desk);
    const QJsonObject before = firstLog();
    desk.node().reorganise(1,
                           minedAgain({{desk.request(other, 30 * kReorgUnit, 1), 0},
                                       {desk.request(other, 70 * kReorgUnit, 2), 0},
                                       {raw, 0}}));
    const QJsonObject after = firstLog();
    QCOMPARE(after.value(u"blockNumber"), before.value(u"blockNumber"));
    QVERIFY(after.value(u"logIndex") != before.value(u"logIndex"));
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirming"));
    QCOMPARE(desk.status(other), QStringLiteral("confirming"));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(other), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(id, EventType::PaymentReorged), 1);
}

void TstReorgMoves::anotherPayment()
{
    TIEOUT_REORG_DESK(desk);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    desk.pay(first, 100 * kReorgUnit, 0);
    desk.node().mine(2);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("confirmed"));
    desk.node().reorganise(3, minedAgain({{desk.request(second, 100 * kReorgUnit, 0), 0}}));
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("reorged"));
    QCOMPARE(desk.status(second), QStringLiteral("confirmed"));
    QCOMPARE(desk.openCases(), QStringList{QStringLiteral("REORG-POST")});
    QCOMPARE(desk.events(first, EventType::PaymentRecalled), 1);
    QCOMPARE(desk.row(first).projection.received.units(), 0);
}

void TstReorgMoves::anotherAmount()
{
    TIEOUT_REORG_DESK(desk);
    const auto less = desk.expect(100);
    const auto more = desk.expect(100);
    desk.pay(less, 100 * kReorgUnit, 0);
    desk.pay(more, 100 * kReorgUnit, 1);
    TIEOUT_TIES(desk);
    desk.node().reorganise(2,
                           minedAgain({{desk.request(less, 60 * kReorgUnit, 0), 0},
                                       {desk.request(more, 700 * kReorgUnit, 1), 0}}));
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(less), QStringLiteral("reorged")); // below what is due, and money is gone
    QCOMPARE(desk.status(more), QStringLiteral("confirming")); // a large amount waits longer
    desk.pay(less, 40 * kReorgUnit, 2);
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(less), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(more), QStringLiteral("overpaid"));
    QCOMPARE(desk.events(less, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(more, EventType::PaymentReleased), 1);
}

void TstReorgMoves::exchanged()
{
    TIEOUT_REORG_DESK(desk);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    const auto idle = desk.expect(2'000);
    desk.pay(first, 100 * kReorgUnit, 0);
    desk.pay(second, 40 * kReorgUnit, 1);
    desk.pay(idle, 2'000 * kReorgUnit, 2);
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(second), QStringLiteral("underpaid"));
    QCOMPARE(desk.status(idle), QStringLiteral("confirming")); // it waits for the chain's own mark
    desk.node().reorganise(7,
                           minedAgain({{desk.request(idle, 2'000 * kReorgUnit, 2), 1},
                                       {desk.request(second, 100 * kReorgUnit, 0), 1},
                                       {desk.request(first, 40 * kReorgUnit, 1), 2}}));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("reorged"));
    QCOMPARE(desk.status(second), QStringLiteral("confirmed"));
    desk.node().mine(kReorgFinality + 1);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(idle), QStringLiteral("confirmed"));
    QVERIFY(desk.row(idle).projection.finalAt);
}

void TstReorgMoves::splitAndJoined()
{
    TIEOUT_REORG_DESK(desk);
    const auto whole = desk.expect(100);
    const auto parts = desk.expect(100);
    desk.pay(whole, 100 * kReorgUnit, 0);
    desk.pay(parts, 50 * kReorgUnit, 1);
    desk.pay(parts, 50 * kReorgUnit, 2);
    desk.node().mine(2);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(parts), QStringLiteral("confirmed"));
    QCOMPARE(desk.row(parts).projection.labels, QStringLiteral("multi"));
    desk.node().reorganise(5,
                           minedAgain({{desk.request(whole, 50 * kReorgUnit, 1), 0},
                                       {desk.request(whole, 50 * kReorgUnit, 2), 0},
                                       {desk.request(parts, 100 * kReorgUnit, 0), 1}}));
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(whole), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(parts), QStringLiteral("confirmed"));
    for (const auto& id : {whole, parts}) {
        QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
        QCOMPARE(desk.events(id, EventType::PaymentRecalled), 1);
        QCOMPARE(desk.events(id, EventType::PaymentResumed), 1);
    }
}

TIEOUT_REGISTER_TEST(TstReorgMoves)

#include "tst_reorgmoves.moc"
