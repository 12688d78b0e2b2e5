// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

using tieout::EventType;
using namespace tieout::test;

namespace {

// A fee that replaces one without.
const QJsonObject kHigherFee{
    {QStringLiteral("maxFeePerGas"), QStringLiteral("0x2540be400")},
    {QStringLiteral("maxPriorityFeePerGas"), QStringLiteral("0x12a05f200")},
};

} // namespace

// Money that is seen before it is mined, and what becomes of it when blocks go.
class TstReorgMempool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropped_data() { addReorgWays(); }
    void dropped();
    void replaced_data() { addReorgWays(); }
    void replaced();
    void replacedByTheSameMoney_data() { addReorgWays(); }
    void replacedByTheSameMoney();
    void withdrawnIntoTheMempool_data() { addReorgWays(); }
    void withdrawnIntoTheMempool();
    void withdrawnAndReplaced_data() { addReorgWays(); }
    void withdrawnAndReplaced();
};

void TstReorgMempool::dropped()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    TIEOUT_TIES(desk);
    desk.node().automine(false);
    const QString tx = desk.pay(id, 100 * kReorgUnit, 0);
    const QString raw = desk.raw(tx);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.row(id).projection.detection, QStringLiteral("detected"));
    desk.node().rpc(QStringLiteral("anvil_dropTransaction"), {tx});
    TIEOUT_TIES(desk);
    QCOMPARE(desk.row(id).projection.detection, QStringLiteral("vanished"));
    desk.sendAgain(raw); // it comes back, as it does when another node still had it
    TIEOUT_TIES(desk);
    QCOMPARE(desk.row(id).projection.detection, QStringLiteral("detected"));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(desk.events(id, EventType::PaymentReorged), 0);
}

void TstReorgMempool::replaced()
{
    TIEOUT_REORG_DESK(desk);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    TIEOUT_TIES(desk);
    desk.node().automine(false);
    desk.pay(first, 100 * kReorgUnit, 0);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.row(first).projection.detection, QStringLiteral("detected"));
    QJsonObject extra = kHigherFee;
    extra.insert(QStringLiteral("nonce"), QStringLiteral("0x0"));
    desk.pay(second, 100 * kReorgUnit, 0, extra);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.row(first).projection.detection, QStringLiteral("vanished"));
    QCOMPARE(desk.row(second).projection.detection, QStringLiteral("detected"));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("pending"));
    QCOMPARE(desk.status(second), QStringLiteral("confirmed"));
}

// The case waits for the money, and no longer once that is mined.
void TstReorgMempool::replacedByTheSameMoney()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    TIEOUT_TIES(desk);
    desk.node().automine(false);
    desk.pay(id, 100 * kReorgUnit, 0);
    TIEOUT_TIES(desk);
    QJsonObject extra = kHigherFee;
    extra.insert(QStringLiteral("nonce"), QStringLiteral("0x0"));
    desk.pay(id, 60 * kReorgUnit, 0, extra);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.openCases().join(u','), QStringLiteral("REPLACED"));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("underpaid"));
    QCOMPARE(desk.openCases().join(u','), QStringLiteral("AMT-UNDER,REPLACED"));
    desk.pay(id, 40 * kReorgUnit, 0);
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    QVERIFY(!desk.openCases().contains(QStringLiteral("REPLACED")));
    desk.node().mine(2);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(desk.openCases(), QStringList());
}

// A node puts withdrawn transactions back; here the sender does.
void TstReorgMempool::withdrawnIntoTheMempool()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    TIEOUT_TIES(desk);
    desk.node().automine(false);
    const QString tx = desk.pay(id, 100 * kReorgUnit, 0);
    const QString raw = desk.raw(tx);
    TIEOUT_TIES(desk);
    for (int round = 1; round <= 2; ++round) {
        desk.node().mine(3);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        desk.node().reorganise(3);
        desk.sendAgain(raw);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.events(id, EventType::PaymentRecalled), round);
        QVERIFY(desk.row(id).projection.confirmed.isZero());
    }
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    desk.node().reorganise(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    QCOMPARE(desk.row(id).projection.detection, QStringLiteral("vanished"));
    QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
}

void TstReorgMempool::withdrawnAndReplaced()
{
    TIEOUT_REORG_DESK(desk);
    const auto first = desk.expect(100);
    const auto second = desk.expect(100);
    TIEOUT_TIES(desk);
    desk.node().automine(false);
    desk.pay(first, 100 * kReorgUnit, 0);
    TIEOUT_TIES(desk);
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    desk.node().reorganise(4);
    desk.pay(second, 100 * kReorgUnit, 0, kHigherFee); // with the nonce that is free again
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("reorged"));
    QCOMPARE(desk.row(second).projection.detection, QStringLiteral("detected"));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(first), QStringLiteral("reorged"));
    QCOMPARE(desk.status(second), QStringLiteral("confirmed"));
    QCOMPARE(desk.openCases().join(u','), QStringLiteral("REORG-POST,REPLACED"));
}

TIEOUT_REGISTER_TEST(TstReorgMempool)

#include "tst_reorgmempool.moc"
