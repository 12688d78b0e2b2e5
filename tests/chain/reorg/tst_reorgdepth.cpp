// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

using tieout::Dialect;
using tieout::EventType;
using namespace tieout::test;

// Blocks of every depth go, up to beyond finality, and their transactions are mined again.
class TstReorgDepth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAndComesAgain_data();
    void goesAndComesAgain();
    void goesAndComesTwice_data() { addReorgWays(); }
    void goesAndComesTwice();
    void aShorterChainTakesNothingBack_data() { addReorgWays(); }
    void aShorterChainTakesNothingBack();
};

void TstReorgDepth::goesAndComesAgain_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QJsonObject>("faults");
    QTest::addColumn<int>("depth");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
        const QByteArray name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
        const auto rows = [&](const QByteArray& way, const QJsonObject& faults) {
            for (const int depth : {1, 2, 3, 6, 8, 9, 13, 40}) {
                const bool rare = depth == 2 || depth == 6 || depth == 9 || depth == 40;
                if (!rare || reorgFull() || (faults.isEmpty() && dialect == Dialect::Sqlite))
                    QTest::newRow((name + way + ", " + QByteArray::number(depth)).constData())
                        << dialect << faults << depth;
            }
        };
        rows("", {});
        for (const auto& [fault, faults] : reorgFaults()) {
            if (fault == "everything" || reorgFull())
                rows(", " + fault, faults);
        }
    }
}

void TstReorgDepth::goesAndComesAgain()
{
    TIEOUT_REORG_DESK(desk);
    QFETCH(int, depth);
    const auto deep = desk.expect(100);
    const auto edge = desk.expect(100);
    const auto top = desk.expect(500);
    desk.pay(deep, 100 * kReorgUnit, 0);
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    const QString edgeRaw = desk.raw(desk.pay(edge, 100 * kReorgUnit, 1));
    QString topRaw;
    if (depth > 1) {
        desk.node().mine(depth - 2);
        topRaw = desk.raw(desk.pay(top, 500 * kReorgUnit, 2));
    }
    TIEOUT_TIES(desk);
    QCOMPARE(desk.status(deep), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(edge),
             depth >= 3 ? QStringLiteral("confirmed") : QStringLiteral("confirming"));

    const qint64 height = desk.node().height();
    desk.node().reorganise(depth);
    TIEOUT_TIES(desk);
    const bool violated = depth > kReorgFinality;
    QCOMPARE(desk.state().frozenAt.has_value(), violated);
    QCOMPARE(desk.state().reorgs, 1);
    QCOMPARE(desk.state().deepestReorg, depth);
    QCOMPARE(desk.node().height(), height);
    QCOMPARE(desk.status(deep), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(edge), QStringLiteral("reorged"));
    QCOMPARE(desk.events(edge, EventType::PaymentRecalled), depth >= 3 ? 1 : 0);

    desk.sendAgain(edgeRaw);
    if (depth > 1)
        desk.sendAgain(topRaw);
    desk.node().mine(6);
    TIEOUT_TIES(desk);
    if (violated) {
        QCOMPARE(desk.status(edge), QStringLiteral("confirming"));
        desk.acknowledge();
        TIEOUT_TIES(desk);
    }
    QCOMPARE(desk.status(edge), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(top), depth > 1 ? QStringLiteral("confirmed") : QStringLiteral("pending"));
    QCOMPARE(desk.events(edge, EventType::PaymentReleased), 1);
    QCOMPARE(desk.events(edge, EventType::PaymentResumed), depth >= 3 ? 1 : 0);
    QCOMPARE(desk.events(deep, EventType::PaymentReorged), 0);
}

void TstReorgDepth::goesAndComesTwice()
{
    TIEOUT_REORG_DESK(desk);
    const auto id = desk.expect(100);
    const QString raw = desk.raw(desk.pay(id, 100 * kReorgUnit, 0));
    desk.node().mine(3);
    TIEOUT_TIES(desk);
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        desk.node().reorganise(5);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.status(id), QStringLiteral("reorged"));
        QCOMPARE(desk.events(id, EventType::PaymentRecalled), round);
        // The second time it comes back with the reorganisation itself.
        if (round == 2)
            desk.node().reorganise(2, minedAgain({{raw, 0}}));
        else
            desk.sendAgain(raw);
        desk.node().mine(3);
        TIEOUT_TIES(desk);
        QCOMPARE(desk.events(id, EventType::PaymentResumed), round);
    }
    QCOMPARE(desk.events(id, EventType::PaymentReleased), 1);
    QCOMPARE(desk.row(id).projection.labels, QStringLiteral("reorged"));
}

// Finality that is lower under a lower head is no source's lie, also for an engine that has only
// just begun; nothing comes that would end such an alarm.
void TstReorgDepth::aShorterChainTakesNothingBack()
{
    TIEOUT_REORG_DESK(desk);
    desk.node().mine(20);
    TIEOUT_TIES(desk);
    const auto finalized = desk.state().finalized;
    desk.node().rollback(4);
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    desk.stop();
    desk.start();
    TIEOUT_TIES(desk);
    QCOMPARE(desk.state().finalized, finalized);
    QCOMPARE(desk.openCases(), QStringList());

    desk.node().rollback(kReorgFinality + 2);
    desk.node().mine(1);
    TIEOUT_TIES(desk);
    QVERIFY(desk.state().frozenAt);
    desk.acknowledge();
    desk.stop();
    desk.start();
    TIEOUT_TIES(desk);
    QVERIFY(*desk.state().finalized < *finalized);
    QCOMPARE(desk.openCases(), QStringList{QStringLiteral("REORG-POST")});
}

TIEOUT_REGISTER_TEST(TstReorgDepth)

#include "tst_reorgdepth.moc"
