// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

using tieout::EventType;
using namespace tieout::test;

// The forms that a new chain takes beside an old one.
class TstReorgShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tipReplacedAtTheSameHeight_data() { addReorgWays(); }
    void tipReplacedAtTheSameHeight();
    void shorterChain_data() { addReorgWays(); }
    void shorterChain();
    void revertedToASnapshot_data() { addReorgWays(); }
    void revertedToASnapshot();
    void thereAndBackAgain_data() { addReorgWays(); }
    void thereAndBackAgain();
    void backToALongerChain_data() { addReorgWays(); }
    void backToALongerChain();
};

void TstReorgShapes::tipReplacedAtTheSameHeight()
{
    TIEOUT_REORG_DESK(desk);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    desk.pay(first, 100 * kReorgUnit, 0);
    TIEOUT_TIES(desk);
    const qint64 height = desk.node().height();
    // Found at the next poll although no block was added.
    desk.node().reorganise(1, minedAgain({{desk.request(second, 100 * kReorgUnit, 1), 0}}));
    QCOMPARE(desk.node().height(), height);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("reorged"));
    QCOMPARE(desk.status(second), QStringLiteral("confirming"));
    for (int round = 0; round < 3; ++round) {
        desk.node().reorganise(1);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(second), QStringLiteral("reorged"));
    }
    QCOMPARE(desk.node().height(), height);
    QCOMPARE(desk.state().reorgs, 4);
    QCOMPARE(desk.events(second, EventType::PaymentReleased), 0);
}

void TstReorgShapes::shorterChain()
{
    TIEOUT_REORG_DESK(desk);
    const auto kept = desk.expect(100);
    const auto lost = desk.expect(100);
    desk.pay(kept, 100 * kReorgUnit, 0);
    desk.node().mine(1);
    const QString raw = desk.raw(desk.pay(lost, 100 * kReorgUnit, 1));
    desk.node().mine(4);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(lost), QStringLiteral("confirmed"));
    const qint64 height = desk.node().height();

    // A lower head proves nothing by itself: it may be a replica that lags.
    desk.node().rollback(5);
    desk.step(6);
    QCOMPARE(desk.state().cursorNumber, height);
    QCOMPARE(desk.state().reorgs, 0);
    QVERIFY(!desk.state().healthy);
    QCOMPARE(desk.status(lost), QStringLiteral("confirmed"));

    desk.node().mine(1); // another block at a height that we hold
    TIEOUT_TIES(desk);
    QVERIFY(desk.state().cursorNumber < height);
    QCOMPARE(desk.status(lost), QStringLiteral("reorged"));
    QCOMPARE(desk.status(kept), QStringLiteral("confirmed"));
    desk.sendAgain(raw);
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(lost), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(lost, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(lost, EventType::PaymentRecalled), 1);
}

void TstReorgShapes::revertedToASnapshot()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    desk.node().mine(2);
    TIEOUT_TIES(desk);
    QString raw;
    for (int round = 0; round < 3; ++round) {
        const auto snapshot = desk.node().rpc(QStringLiteral("evm_snapshot"));
        if (raw.isEmpty())
            raw = desk.raw(desk.pay(id, 100 * kReorgUnit, 0));
        else
            desk.sendAgain(raw);
        desk.node().mine(round); // the old chain is one block longer each time
        TIEOUT_TIES(desk);
        QVERIFY(desk.node().rpc(QStringLiteral("evm_revert"), {snapshot}).toBool());
        desk.node().mine(1 + round);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    }
    desk.sendAgain(raw);
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
}

// Two nodes with one past: the very blocks that were withdrawn come back.
void TstReorgShapes::thereAndBackAgain()
{
    TIEOUT_REORG_DESK(desk);
    const auto here = desk.expect(100);
    const auto there = desk.expect(100);
    desk.node().mine(2);
    TIEOUT_TIES(desk);
    Anvil& other = desk.secondNode();
    desk.pay(here, 100 * kReorgUnit, 0);
    desk.node().mine(3);
    other.mine(2);
    other.waitReceipt(
        other.rpc(QStringLiteral("eth_sendTransaction"), {desk.request(there, 100 * kReorgUnit, 1)})
            .toString());
    other.mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(here), QStringLiteral("confirmed"));
    for (int round = 1; round <= 3; ++round) {
        desk.spy().use(1);
        other.mine(round < 3 ? 1 : 0); // no further: where they part must not become final
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(here), QStringLiteral("reorged"));
        QCOMPARE(desk.status(there), QStringLiteral("confirmed"));
        desk.spy().use(0);
        desk.node().mine(round < 3 ? 1 : 0);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(here), QStringLiteral("confirmed"));
        QCOMPARE(desk.status(there), QStringLiteral("reorged"));
        QCOMPARE(desk.events(here, EventType::PaymentResumed), round);
        QCOMPARE(desk.events(there, EventType::PaymentRecalled), round);
    }
    QCOMPARE(desk.events(here, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(there, EventType::PaymentReleased), 1);
}

// The first chain grew while the second one was followed: old blocks return and new ones follow.
void TstReorgShapes::backToALongerChain()
{
    TIEOUT_REORG_DESK(desk);
    const auto old = desk.expect(100);
    const auto late = desk.expect(500);
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    Anvil& other = desk.secondNode();
    desk.pay(old, 60 * kReorgUnit, 0);
    TIEOUT_TIES(desk);
    other.mine(3);
    desk.spy().use(1);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(old), QStringLiteral("reorged"));
    desk.pay(old, 40 * kReorgUnit, 1);
    desk.pay(late, 500 * kReorgUnit, 2);
    desk.node().mine(5);
    desk.spy().use(0);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(old), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(late), QStringLiteral("confirmed"));
    QCOMPARE(desk.row(old).projection.labels, QStringLiteral("multi"));
    QCOMPARE(desk.openCases(), QStringList());
}

TIEOUT_REGISTER_TEST(TstReorgShapes)

#include "tst_reorgshapes.moc"
