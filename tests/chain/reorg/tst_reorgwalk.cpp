// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/reorg/reorgdesk.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using tieout::Dialect;
using tieout::PaymentId;
using namespace tieout::test;

namespace {

// Chooses by a seed what happens to the chain next.
class ChainWalk
{
public:
    ChainWalk(ReorgDesk& desk, quint32 seed)
        : m_desk(desk)
        , m_random(seed)
    {
        for (const qint64 due : {100, 100, 500, 2'000})
            m_payments.push_back(desk.expect(due));
    }

    void move()
    {
        const int choice = below(10);
        if (choice < 3)
            pay();
        else if (choice < 5)
            m_desk.node().mine(1 + below(3));
        else if (choice < 8)
            reorganise();
        else if (choice == 8)
            shorten();
        else
            sendAgain();
        const int then = below(8);
        if (then == 0) {
            m_desk.stop();
            m_desk.start();
        } else if (then < 4) {
            m_desk.step(1 + below(2));
        }
    }

    int below(int limit) { return int(m_random.bounded(limit)); }

private:
    void pay()
    {
        if (m_nextPayer >= kWalkPayers)
            return m_desk.node().mine(1);
        const PaymentId& id = m_payments.at(size_t(below(int(m_payments.size()))));
        const qint64 units = std::array<qint64, 4>{40, 60, 100, 700}[size_t(below(4))] * kReorgUnit;
        m_raw.append(m_desk.raw(m_desk.pay(id, units, m_nextPayer++)));
    }

    void reorganise()
    {
        // Deeper than what is final once in a while.
        const int most = below(12) == 0 ? kReorgFinality + 4 : kReorgFinality - 2;
        const int depth = 1 + below(std::min(most, int(m_desk.node().height()) - 6));
        QJsonArray again;
        for (const QString& raw : gone(depth)) {
            if (below(2) == 0)
                again.append(QJsonArray{raw, below(depth)});
        }
        m_desk.node().reorganise(depth, again);
    }

    void shorten()
    {
        const int depth = 1 + below(std::min(4, int(m_desk.node().height()) - 6));
        m_desk.node().rollback(depth);
        m_desk.node().mine(1 + below(depth + 1));
    }

    // Transactions that the newest `depth` blocks hold.
    QStringList gone(int depth)
    {
        QStringList raws;
        const qint64 height = m_desk.node().height();
        for (qint64 n = height - depth + 1; n <= height; ++n) {
            const QString number = QStringLiteral("0x") + QString::number(n, 16);
            const auto block =
                m_desk.node().rpc(QStringLiteral("eth_getBlockByNumber"), {number, false});
            for (const QJsonValue& tx : block.toObject().value(u"transactions").toArray())
                raws.append(m_desk.raw(tx.toString()));
        }
        return raws;
    }

    // One that may be on the chain or gone; a node refuses what it has. The node answers before its
    // block is there, and a reorganisation that comes in between leaves it a chain with holes.
    void sendAgain()
    {
        if (m_raw.isEmpty())
            return;
        const QString raw = m_raw.at(below(int(m_raw.size())));
        const auto sent = m_desk.node().ask(QStringLiteral("eth_sendRawTransaction"), {raw});
        if (sent)
            m_desk.node().waitReceipt(sent->toString());
    }

    static constexpr int kWalkPayers = 20;

    ReorgDesk& m_desk;
    QRandomGenerator m_random;
    std::vector<PaymentId> m_payments;
    QStringList m_raw;
    int m_nextPayer = 0;
};

} // namespace

// Seeded walks of the chain under each fault; whatever happened, all ties in the end.
class TstReorgWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk_data();
    void walk();
};

void TstReorgWalk::walk_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QJsonObject>("faults");
    QTest::addColumn<quint32>("seed");
    auto ways = reorgFaults();
    ways.insert(ways.begin(), {"direct", QJsonObject()});
    const quint32 seeds = reorgFull() ? 10 : 1;
    quint32 place = 0;
    for (const auto& [name, faults] : ways) {
        ++place;
        for (quint32 seed = 1; seed <= seeds; ++seed) {
            for (const Dialect dialect : {Dialect::Sqlite, Dialect::PostgreSql}) {
                // By default every other fault meets every other database.
                if (!reorgFull() && (dialect == Dialect::Sqlite) == (place % 2 == 0))
                    continue;
                const char* base = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
                const quint32 own = place * 1'000 + seed;
                QTest::newRow(qPrintable(QStringLiteral("%1, %2, seed %3")
                                             .arg(QLatin1String(base), QString::fromLatin1(name))
                                             .arg(own)))
                    << dialect << faults << own;
            }
        }
    }
}

void TstReorgWalk::walk()
{
    TIEOUT_REORG_DESK(desk);
    QFETCH(quint32, seed);
    ChainWalk walk(desk, seed);
    desk.node().mine(6);
    for (int part = 0; part < 4; ++part) {
        for (int i = 0; i < 6; ++i)
            walk.move();
        TIEOUT_TIES(desk);
        if (desk.state().frozenAt)
            desk.acknowledge();
    }
    desk.node().mine(kReorgFinality + 1);
    TIEOUT_TIES(desk);
    QVERIFY(!desk.state().frozenAt);
}

TIEOUT_REGISTER_TEST(TstReorgWalk)

#include "tst_reorgwalk.moc"
