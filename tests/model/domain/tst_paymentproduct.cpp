// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/scene.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace tieout;
using tieout::test::coins;
using tieout::test::Scene;
using tieout::test::second;
using tieout::test::txHash;

namespace {

enum class When { InTime, Window, Late };
enum class Life {
    Absent,
    Mempool,
    Vanished,
    Mined,
    Confirmed,
    Gone,
    GoneToMempool,
    Resolved,
    Again
};
enum class Said { Nothing, Count, Decline };
enum class Closing { Open, Cancelled, Refunding, Refunded };

// What one transaction does, in words that the derivation doesn't know.
struct Coin
{
    int amount = 0;
    When when = When::InTime;
    Life life = Life::Absent;
    Said said = Said::Nothing;
};

struct Frame
{
    Closing closing = Closing::Open;
    bool hold = false;
    bool expired = false;
    int credit = 0;
    int accepted = 0;
};

bool isMined(Life life)
{
    return life == Life::Mined || life == Life::Confirmed || life == Life::Again;
}

bool wasMined(Life life)
{
    return life != Life::Absent && life != Life::Mempool && life != Life::Vanished;
}

// An independent reading of the status table: every rule is asked by itself, in whole units, from
// the story and not from the facts. Seen at 100, 1100 or 1600; mined at once; closed at 1300.
class Oracle
{
public:
    Oracle(const std::array<Coin, 2>& both, const Frame& around)
        : m_coins(both)
        , m_frame(around)
    {
        const bool closed = around.closing != Closing::Open;
        const bool refund =
            around.closing == Closing::Refunding || around.closing == Closing::Refunded;
        int byItself = 0;
        for (size_t i = 0; i < 2; ++i) {
            const Coin& coin = both[i];
            const bool yes = counts(i);
            const bool asked = coin.said != Said::Nothing;
            if (yes && isMined(coin.life)) {
                m += coin.amount;
                byItself += asked ? 0 : coin.amount;
            }
            if (yes && coin.life == Life::Confirmed)
                c += coin.amount;
            if (yes && (coin.life == Life::Mempool || coin.life == Life::GoneToMempool))
                mempool += coin.amount;
            if (!yes && !asked && isMined(coin.life))
                undecided += coin.amount;
            reorged =
                reorged || (yes && (coin.life == Life::Gone || coin.life == Life::GoneToMempool));
        }
        const int away = around.credit + (refund ? 100 : 0);
        c -= away;
        m -= away;
        if (refund && byItself > away)
            undecided += byItself - away;
        low = std::max(99 - around.accepted, 0);
        const int least = low > 0 ? low : 1; // one minor unit rounds up to one here
        fits = {
            {PaymentStatus::Reorged, reorged && m < least},
            {PaymentStatus::Held,
             around.hold || around.closing == Closing::Refunding ||
                 (undecided > 0 && (closed || m < least))},
            {PaymentStatus::Refunded, around.closing == Closing::Refunded},
            {PaymentStatus::Cancelled, around.closing == Closing::Cancelled},
            {PaymentStatus::Overpaid, c > 101},
            {PaymentStatus::Confirmed, c >= least},
            {PaymentStatus::Confirming, m >= least || (c <= 0 && m > 0)},
            {PaymentStatus::Underpaid, c > 0 && c < least},
            {PaymentStatus::Expired, around.expired},
            {PaymentStatus::Pending, true},
        };
    }

    PaymentStatus status() const
    {
        for (const auto& [status, fit] : fits) {
            if (fit)
                return status;
        }
        return PaymentStatus::Pending;
    }

    int c = 0;
    int m = 0;
    int low = 0;
    int mempool = 0;
    int undecided = 0;
    bool reorged = false;
    std::vector<std::pair<PaymentStatus, bool>> fits;

private:
    bool counts(size_t i) const
    {
        const Coin& coin = m_coins[i];
        const Coin& other = m_coins[1 - i];
        if (coin.said != Said::Nothing)
            return coin.said == Said::Count;
        if (m_frame.closing == Closing::Cancelled)
            return false;
        switch (coin.when) {
        case When::InTime:
            return true;
        case When::Window:
            // Earlier money: on time, or accepted by a person; both windowed ones are seen at once.
            return wasMined(other.life) &&
                   (other.when == When::InTime ||
                    (other.when == When::Window && other.said == Said::Count));
        case When::Late:
            return false;
        }
        return false;
    }

    std::array<Coin, 2> m_coins;
    Frame m_frame;
};

void play(Scene& scene, int tx, const Coin& coin)
{
    constexpr std::array<qint64, 3> kSeen{100, 1100, 1600};
    const qint64 at = kSeen[static_cast<size_t>(coin.when)];
    const QByteArray amount = QByteArray::number(coin.amount);
    switch (coin.life) {
    case Life::Absent:
        return;
    case Life::Mempool:
        scene.sight(tx, amount.constData(), at);
        break;
    case Life::Vanished:
        scene.sight(tx, amount.constData(), at);
        scene.drop(tx);
        break;
    case Life::Mined:
        scene.mine(tx, amount.constData(), at);
        break;
    case Life::Confirmed:
        scene.settle(tx, amount.constData(), at);
        break;
    case Life::Gone:
    case Life::GoneToMempool:
    case Life::Resolved:
    case Life::Again:
        scene.mine(tx, amount.constData(), at);
        scene.withdraw(tx, at + 10);
        break;
    }
    if (coin.life == Life::GoneToMempool)
        scene.sight(tx, amount.constData(), at + 11);
    if (coin.life == Life::Resolved)
        scene.resolveReorg(tx, at + 12);
    if (coin.life == Life::Again)
        scene.mine(tx, amount.constData(), 5000); // far later, and still not late
    if (coin.said != Said::Nothing)
        scene.decide(
            tx, coin.said == Said::Count ? DecisionKind::Count : DecisionKind::Decline, at + 20);
}

Scene told(const std::array<Coin, 2>& both, const Frame& frame)
{
    Scene scene;
    play(scene, 1, both[0]);
    play(scene, 2, both[1]);
    if (frame.closing == Closing::Cancelled)
        scene.facts.cancelledAt = second(1300);
    if (frame.closing == Closing::Refunding)
        scene.refund(RefundKind::Closing, RefundState::Approved, "100", 1300);
    if (frame.closing == Closing::Refunded)
        scene.refund(RefundKind::Closing, RefundState::Confirmed, "100", 1300);
    if (frame.hold)
        scene.facts.openHolds.push_back(HoldKind::Operator);
    if (frame.expired)
        scene.facts.expiredAt = second(1700);
    if (frame.credit > 0)
        scene.credit(QByteArray::number(frame.credit).constData());
    scene.facts.acceptedShortfall = Amount(Int128(frame.accepted) * 1'000'000, 6);
    return scene;
}

std::vector<Coin> coinsOf(std::initializer_list<int> amounts)
{
    std::vector<Coin> coins{{}};
    for (const int amount : amounts) {
        for (const When when : {When::InTime, When::Window, When::Late}) {
            for (int life = 1; life <= static_cast<int>(Life::Again); ++life) {
                for (const Said said : {Said::Nothing, Said::Count, Said::Decline}) {
                    // A decision about money that came in time is nothing new.
                    if (when != When::InTime || said == Said::Nothing)
                        coins.push_back({amount, when, static_cast<Life>(life), said});
                }
            }
        }
    }
    return coins;
}

std::vector<Frame> frames()
{
    std::vector<Frame> all;
    for (const Closing closing :
         {Closing::Open, Closing::Cancelled, Closing::Refunding, Closing::Refunded}) {
        for (const bool hold : {false, true}) {
            for (const bool expired : {false, true})
                all.push_back({closing, hold, expired, 0, 0});
        }
    }
    all.push_back({Closing::Open, false, false, 40, 0});
    all.push_back({Closing::Open, false, true, 100, 0});
    all.push_back({Closing::Open, false, false, 0, 40});
    return all;
}

QString asText(const std::array<Coin, 2>& both, const Frame& frame)
{
    QString text;
    for (const Coin& coin : both)
        text += QStringLiteral("[%1 when %2 life %3 said %4] ")
                    .arg(coin.amount)
                    .arg(static_cast<int>(coin.when))
                    .arg(static_cast<int>(coin.life))
                    .arg(static_cast<int>(coin.said));
    return text + QStringLiteral("closing %1 hold %2 expired %3 credit %4 accepted %5")
                      .arg(static_cast<int>(frame.closing))
                      .arg(frame.hold)
                      .arg(frame.expired)
                      .arg(frame.credit)
                      .arg(frame.accepted);
}

bool needs(const PaymentState& state, CaseCode code)
{
    return std::any_of(state.cases.begin(), state.cases.end(), [code](const NeededCase& needed) {
        return needed.code == code;
    });
}

// Truths that hold for every payment, whatever the oracle thinks. Empty when kept.
QString brokenTruth(const PaymentState& state)
{
    const auto paid =
        state.status == PaymentStatus::Confirmed || state.status == PaymentStatus::Overpaid;
    if (state.mined < state.confirmed || state.confirmed < state.final)
        return QStringLiteral("sums out of order");
    if (paid && (state.confirmed < state.low || state.closed))
        return QStringLiteral("released below low or after closing");
    if (state.remaining.isNegative() || state.surplus.isNegative() || state.askFor.isNegative())
        return QStringLiteral("a negative figure");
    if (state.promptTopUp != !state.askFor.isZero() ||
        (state.promptTopUp && state.status != PaymentStatus::Underpaid))
        return QStringLiteral("prompt");
    if (state.low < Amount(1, 6))
        return QStringLiteral("low");
    if ((state.verdict == Verdict::Over) != (state.confirmed > state.high))
        return QStringLiteral("verdict");
    if (!state.undecided.isZero() && !needs(state, CaseCode::Late) &&
        !needs(state, CaseCode::RefReused))
        return QStringLiteral("undecided money without a case");
    if (state.status == PaymentStatus::Reorged && !needs(state, CaseCode::ReorgPre) &&
        !needs(state, CaseCode::ReorgPost))
        return QStringLiteral("reorganised without a case");
    if (state.status == PaymentStatus::Underpaid && !needs(state, CaseCode::AmtUnder))
        return QStringLiteral("underpaid without a case");
    if (state.status == PaymentStatus::Overpaid && !needs(state, CaseCode::AmtOver) &&
        !needs(state, CaseCode::DupPay))
        return QStringLiteral("overpaid without a case");
    return {};
}

} // namespace

// The status over the product of facts: two transactions of every kind, in every frame.
class TstPaymentProduct : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCombination();

private:
    static QString compare(const std::array<Coin, 2>& both, const Frame& frame)
    {
        const PaymentState state = told(both, frame).state();
        const Oracle oracle(both, frame);
        const auto units = [](int amount) { return Amount(Int128(amount) * 1'000'000, 6); };
        if (state.status != oracle.status())
            return toText(state.status) + QStringLiteral(" instead of ") + toText(oracle.status());
        if (!(state.confirmed == units(oracle.c)) || !(state.mined == units(oracle.m)))
            return QStringLiteral("C or M");
        if (!(state.mempool == units(oracle.mempool)))
            return QStringLiteral("mempool");
        if (!(state.undecided == units(oracle.undecided)))
            return QStringLiteral("undecided");
        return brokenTruth(state);
    }
};

void TstPaymentProduct::everyCombination()
{
    const std::vector<Frame> all = frames();
    QSet<PaymentStatus> met;
    qint64 count = 0;
    for (const Coin& first : coinsOf({60, 100})) {
        for (const Coin& other : coinsOf({40, 100})) {
            for (const Frame& frame : all) {
                const std::array<Coin, 2> both{first, other};
                const QString wrong = compare(both, frame);
                if (!wrong.isEmpty())
                    QFAIL(qPrintable(asText(both, frame) + QStringLiteral(": ") + wrong));
                ++count;
                if (count % 97 == 0)
                    met.insert(told(both, frame).state().status);
            }
        }
    }
    QCOMPARE(met.size(), 10); // the product reaches every status
    QVERIFY(count > 100'000);
}

TIEOUT_REGISTER_TEST(TstPaymentProduct)
#include "tst_paymentproduct.moc"
