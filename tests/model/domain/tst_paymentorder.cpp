// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/fulfilment.h"
#include "tests/model/domain/scene.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tieout;
using tieout::test::coins;
using tieout::test::Scene;
using tieout::test::second;
using tieout::test::txHash;

namespace {

constexpr int kTransactions = 4;

// Turns one thing of a payment's world at random; a few more names than there are transactions.
class RandomWorld
{
public:
    explicit RandomWorld(quint32 seed)
        : m_random(seed)
    {}

    void turn(Scene& scene)
    {
        const int tx = below(kTransactions) + 1;
        m_now += below(150);
        switch (below(16)) {
        case 0:
            scene.sight(tx, amount(), m_now);
            break;
        case 1:
        case 2:
        case 8:
        case 9:
            if (!isLive(scene, tx))
                scene.mine(tx, amount(), m_now);
            break;
        case 3:
        case 4:
        case 10:
        case 11:
            scene.confirm(tx);
            break;
        case 5:
            scene.finish(tx);
            break;
        case 6:
        case 12:
            scene.withdraw(tx, m_now);
            break;
        case 7:
            scene.drop(tx);
            break;
        default:
            turnByPerson(scene, tx);
        }
    }

    void shuffle(PaymentFacts& facts)
    {
        const auto mix = [this](auto& list) { std::shuffle(list.begin(), list.end(), m_random); };
        mix(facts.money);
        mix(facts.decisions);
        mix(facts.reorgResolutions);
        mix(facts.openHolds);
        mix(facts.given);
        mix(facts.appliedIn);
        mix(facts.refunds);
    }

private:
    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }

    const char* amount()
    {
        static constexpr const char* kAmounts[] = {
            "100", "60", "40", "140", "5", "0.05", "0.000001"};
        return kAmounts[below(7)];
    }

    static bool isLive(const Scene& scene, int tx)
    {
        return std::any_of(
            scene.facts.money.begin(), scene.facts.money.end(), [tx](const MoneyFact& fact) {
                return fact.tx == txHash(tx) && (fact.state == TransferState::Mined ||
                                                 fact.state == TransferState::Confirmed ||
                                                 fact.state == TransferState::Final);
            });
    }

    void turnByPerson(Scene& scene, int tx)
    {
        PaymentFacts& facts = scene.facts;
        switch (below(9)) {
        case 0:
            scene.decide(tx, below(2) == 0 ? DecisionKind::Count : DecisionKind::Decline, m_now);
            break;
        case 1:
            scene.resolveReorg(tx, m_now);
            break;
        case 2:
            facts.openHolds.push_back(HoldKind::Operator);
            break;
        case 3:
            facts.openHolds.clear();
            break;
        case 4:
            scene.credit(amount());
            break;
        case 5:
            scene.refund(static_cast<RefundKind>(below(4)),
                         static_cast<RefundState>(below(8)),
                         amount(),
                         m_now);
            break;
        case 6:
            facts.appliedIn.push_back({PaymentId(),
                                       coins(amount()),
                                       static_cast<TransferState>(below(5)),
                                       below(2) == 0});
            break;
        case 7:
            if (mayExpire(facts, second(m_now)).value())
                facts.expiredAt = second(m_now);
            break;
        default:
            if (mayCancel(facts))
                facts.cancelledAt = second(m_now);
        }
    }

    QRandomGenerator m_random;
    qint64 m_now = 500;
};

} // namespace

// The order of the facts means nothing, and fulfilment is released at most once in any life.
class TstPaymentOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderGivesTheSameState();
    void releasedAtMostOnce();
    void fulfilmentTable_data();
    void fulfilmentTable();
};

void TstPaymentOrder::anyOrderGivesTheSameState()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        RandomWorld world(seed);
        Scene scene;
        for (int turn = 0; turn < 25; ++turn)
            world.turn(scene);
        const PaymentState state = scene.state();
        for (int i = 0; i < 6; ++i) {
            PaymentFacts mixed = scene.facts;
            world.shuffle(mixed);
            QVERIFY2(derivePaymentState(mixed).value() == state, qPrintable(QString::number(seed)));
        }
    }
}

void TstPaymentOrder::releasedAtMostOnce()
{
    int released = 0;
    int recalled = 0;
    int resumed = 0;
    for (quint32 seed = 1; seed <= 3000; ++seed) {
        RandomWorld world(seed * 7919);
        Scene scene;
        int releases = 0;
        bool out = false; // what the merchant's warehouse was told
        for (int turn = 0; turn < 40; ++turn) {
            world.turn(scene);
            const PaymentState state = scene.state();
            const auto step = fulfilmentStep(scene.facts.fulfilment, state.status);
            scene.facts.fulfilment = afterStep(scene.facts.fulfilment, step);
            if (step == FulfilmentStep::Release) {
                QVERIFY(state.confirmed >= state.low && !state.closed);
                ++releases;
                ++released;
                out = true;
            } else if (step == FulfilmentStep::Recall) {
                QVERIFY(out && state.status == PaymentStatus::Reorged);
                out = false;
                ++recalled;
            } else if (step == FulfilmentStep::Resume) {
                QVERIFY(!out && releases == 1);
                out = true;
                ++resumed;
            }
            QVERIFY(releases <= 1);
            // Nothing is left to do once a step was taken.
            QVERIFY(fulfilmentStep(scene.facts.fulfilment, state.status) ==
                    FulfilmentStep::Nothing);
        }
    }
    QVERIFY2(released > 500 && recalled > 100 && resumed > 20,
             qPrintable(QStringLiteral("%1 %2 %3").arg(released).arg(recalled).arg(resumed)));
}

void TstPaymentOrder::fulfilmentTable_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("step");
    for (const auto& state : wordsOf(FulfilmentState{})) {
        for (const auto& status : wordsOf(PaymentStatus{})) {
            const QString paid = QStringLiteral("confirmed overpaid");
            const QString word = QString::fromLatin1(status.text);
            QString step = QStringLiteral("nothing");
            if (state.value == FulfilmentState::None && paid.contains(word))
                step = QStringLiteral("release");
            if (state.value == FulfilmentState::Recalled && paid.contains(word))
                step = QStringLiteral("resume");
            if (state.value == FulfilmentState::Released && word == u"reorged")
                step = QStringLiteral("recall");
            QTest::addRow("%s %s", state.text, status.text)
                << QString::fromLatin1(state.text) << word << step;
        }
    }
}

void TstPaymentOrder::fulfilmentTable()
{
    QFETCH(QString, state);
    QFETCH(QString, status);
    QFETCH(QString, step);
    const auto answer = fulfilmentStep(tieout::fromText<FulfilmentState>(state).value(),
                                       tieout::fromText<PaymentStatus>(status).value());
    QCOMPARE(toText(answer), step);
}

TIEOUT_REGISTER_TEST(TstPaymentOrder)
#include "tst_paymentorder.moc"
