// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/scene.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using tieout::test::coins;
using tieout::test::Scene;
using tieout::test::second;
using tieout::test::txHash;

// The figures beside a payment's status: sums, tracks, prompts, subjects, and what may be done.
class TstPaymentFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promptsForWhatIsMissing();
    void caseSubjects();
    void tracks();
    void recognition();
    void expiry_data();
    void expiry();
    void cancelAndReissue();
    void stoppingOpensHolds();
    void twoBindingsAreTwoLinks();
    void oneTransactionManyTransfers();
    void graceNeverSwallowsTheDue();
    void sumsAreChecked();
    void deciding();
};

void TstPaymentFigures::promptsForWhatIsMissing()
{
    Scene scene;
    scene.settle(1, "60", 10);
    QVERIFY(scene.state().promptTopUp);
    QCOMPARE(scene.state().askFor.toText(), QStringLiteral("40"));
    scene.sight(2, "40", 20); // "40 seen", no prompt
    QVERIFY(!scene.state().promptTopUp);
    QCOMPARE(scene.state().mempool.toText(), QStringLiteral("40"));
    QCOMPARE(scene.state().remaining.toText(), QStringLiteral("40"));
    scene.drop(2);
    QVERIFY(scene.state().promptTopUp);
    scene.sight(3, "10", 30); // too little to fill it
    QCOMPARE(scene.state().askFor.toText(), QStringLiteral("30"));
    scene.facts.topUpClosed = true;
    QVERIFY(!scene.state().promptTopUp);
    QVERIFY(scene.state().askFor.isZero());
    QCOMPARE(scene.state().remaining.toText(), QStringLiteral("40"));
    scene.mine(4, "39", 40); // 99 is within the grace
    QVERIFY(scene.state().remaining.isZero());
}

void TstPaymentFigures::caseSubjects()
{
    Scene scene;
    scene.settle(1, "100", 10);
    scene.settle(2, "5", 1600);
    scene.settle(3, "6", 1700);
    const PaymentState state = scene.state();
    QCOMPARE(state.cases.size(), 2U);
    QVERIFY(state.cases[0].code == CaseCode::Late && state.cases[0].tx == txHash(2));
    QCOMPARE(state.cases[0].amount.toText(), QStringLiteral("5"));
    QVERIFY(state.cases[1].tx == txHash(3));
    QCOMPARE(state.cases[1].binding, Scene::binding());
    QCOMPARE(state.undecided.toText(), QStringLiteral("11"));
    for (const NeededCase& needed : state.cases)
        QVERIFY(isDerivedCase(needed.code));
    QVERIFY(!isDerivedCase(CaseCode::TokWrong) && !isDerivedCase(CaseCode::ScreenHit));
}

void TstPaymentFigures::tracks()
{
    Scene scene;
    const auto is = [&scene](const char* detection, const char* confirmation) {
        const PaymentState state = scene.state();
        return toText(state.detection) == QLatin1String(detection) &&
               toText(state.confirmation) == QLatin1String(confirmation);
    };
    QVERIFY(is("created", "none"));
    scene.sight(1, "100", 10);
    QVERIFY(is("detected", "none"));
    scene.drop(1);
    QVERIFY(is("vanished", "none"));
    scene.mine(2, "100", 20);
    QVERIFY(is("detected", "confirming"));
    scene.confirm(2);
    QVERIFY(is("detected", "confirmed"));
    scene.finish(2);
    QVERIFY(is("detected", "final"));
    scene.withdraw(2, 30);
    QVERIFY(is("vanished", "reorged"));
    scene.resolveReorg(2, 40);
    QVERIFY(is("vanished", "none"));
    scene.facts.expiredAt = second(2000);
    QVERIFY(is("expired", "none"));
}

void TstPaymentFigures::recognition()
{
    Scene scene;
    const auto is = [&scene](RecognitionState state) { return scene.state().recognition == state; };
    RecognitionFacts& books = scene.facts.recognition;
    QVERIFY(is(RecognitionState::NotEligible));
    scene.settle(1, "100", 10);
    QVERIFY(is(RecognitionState::Ready));
    for (bool* gate : {&books.screenedClear, &books.periodOpen}) {
        *gate = false;
        QVERIFY(is(RecognitionState::Held));
        *gate = true;
    }
    books.severeCaseOpen = true;
    QVERIFY(is(RecognitionState::Held));
    books.severeCaseOpen = false;
    scene.facts.openHolds.push_back(HoldKind::Finance);
    QVERIFY(is(RecognitionState::Held));
    scene.facts.openHolds.clear();
    books.lastEntry = RecognitionFacts::Entry::Posted;
    QVERIFY(is(RecognitionState::Posted));
    books.inSignedPeriod = true;
    QVERIFY(is(RecognitionState::Settled));
    books = {};
    books.lastEntry = RecognitionFacts::Entry::Reversed;
    scene.withdraw(1, 20);
    QVERIFY(is(RecognitionState::Reversed));
    scene.settle(1, "100", 30);
    QVERIFY(is(RecognitionState::Ready));
    scene.settle(2, "100", 40); // Over is not a good verdict until it is resolved
    QVERIFY(is(RecognitionState::Held));
    scene.credit("100");
    QVERIFY(is(RecognitionState::Ready));
}

void TstPaymentFigures::expiry_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<qint64>("readUntil");
    QTest::addColumn<bool>("may");
    const auto row = [](const char* what, qint64 readUntil, bool may) {
        QTest::addRow("%s %lld", what, readUntil) << QString::fromLatin1(what) << readUntil << may;
    };
    row("nothing", 999, false);
    row("nothing", 1000, false); // a block of that very second may follow
    row("nothing", 1001, true);
    row("in the mempool", 1001, false);
    row("late in the mempool", 1300, true);
    row("dust", 1001, true);
    row("short", 9000, false);
    row("withdrawn", 9000, false);
    row("withdrawn and resolved", 1400, false); // a top-up would still count
    row("withdrawn and resolved", 1501, true);
    row("held", 1001, false);
    row("cancelled", 1001, false);
    row("expired", 1001, false);
}

void TstPaymentFigures::expiry()
{
    QFETCH(QString, what);
    QFETCH(qint64, readUntil);
    QFETCH(bool, may);
    Scene scene;
    if (what == u"in the mempool")
        scene.sight(1, "100", 900);
    if (what == u"late in the mempool")
        scene.sight(1, "100", 1200);
    if (what == u"dust")
        scene.settle(1, "0.000001", 900);
    if (what == u"short")
        scene.settle(1, "60", 900);
    if (what.startsWith(u"withdrawn")) {
        scene.mine(1, "100", 900);
        scene.withdraw(1, 950);
    }
    if (what.endsWith(u"resolved"))
        scene.resolveReorg(1, 960);
    if (what == u"held")
        scene.facts.openHolds.push_back(HoldKind::Screening);
    if (what == u"cancelled")
        scene.facts.cancelledAt = second(10);
    if (what == u"expired")
        scene.facts.expiredAt = second(1001);
    QCOMPARE(mayExpire(scene.facts, second(readUntil)).value(), may);
    QCOMPARE(mayCloseTopUp(scene.facts, second(readUntil)), readUntil > 1500);
}

void TstPaymentFigures::cancelAndReissue()
{
    Scene scene;
    QVERIFY(mayCancel(scene.facts) && mayReissue(scene.facts));
    scene.settle(1, "0.000001", 10);
    QVERIFY(mayCancel(scene.facts));
    scene.sight(2, "100", 10);
    scene.drop(2);
    QCOMPARE(mayCancel(scene.facts).error().reason, QStringLiteral("payment_has_money"));
    scene.sight(3, "100", 1200);
    QCOMPARE(mayReissue(scene.facts).error().reason, QStringLiteral("payment_has_undecided_money"));
    scene.decide(3, DecisionKind::Decline, 1300);
    QVERIFY(mayReissue(scene.facts));
    scene.facts.cancelledAt = second(10);
    QCOMPARE(mayReissue(scene.facts).error().reason, QStringLiteral("payment_closed"));
    QCOMPARE(mayCancel(scene.facts).error().reason, QStringLiteral("payment_closed"));
}

void TstPaymentFigures::stoppingOpensHolds()
{
    Scene scene;
    QVERIFY(stopOpensHold(scene.facts));
    scene.facts.expiredAt = second(1001);
    QVERIFY(!stopOpensHold(scene.facts));
    scene.facts.expiredAt.reset();
    scene.facts.fulfilment = FulfilmentState::Released;
    QVERIFY(!stopOpensHold(scene.facts));
    scene.facts.fulfilment = FulfilmentState::None;
    scene.facts.cancelledAt = second(1);
    QVERIFY(!stopOpensHold(scene.facts));
}

void TstPaymentFigures::twoBindingsAreTwoLinks()
{
    Scene scene;
    scene.settle(1, "50", 900);
    scene.settle(1, "50", 1600);
    scene.facts.money[1].binding = BindingId::trusted(QStringLiteral("bnd_2"));
    // The same transaction at another binding has its own first sight.
    QVERIFY(scene.state().status == PaymentStatus::Held);
    QCOMPARE(scene.state().confirmed.toText(), QStringLiteral("50"));
    QCOMPARE(scene.state().undecided.toText(), QStringLiteral("50"));
}

void TstPaymentFigures::oneTransactionManyTransfers()
{
    Scene scene;
    scene.sight(1, "100", 5);
    scene.mine(1, "60", 10);
    scene.mine(1, "40", 10);
    QCOMPARE(scene.state().mined.toText(), QStringLiteral("100")); // the sighting counts no more
    QVERIFY(scene.state().mempool.isZero());
    scene.withdraw(1, 20);
    scene.mine(1, "60", 30);
    scene.mine(1, "40", 30);
    QCOMPARE(scene.state().mined.toText(), QStringLiteral("100"));
    QVERIFY(scene.state().status == PaymentStatus::Confirming);
}

void TstPaymentFigures::graceNeverSwallowsTheDue()
{
    Scene scene;
    scene.facts.policy.underGrace = coins("500");
    QVERIFY(scene.state().status == PaymentStatus::Pending);
    QVERIFY(scene.state().low == Amount(1, 6));
    scene.facts.policy.underGrace = coins("1");
    scene.facts.acceptedShortfall = coins("100");
    QVERIFY(scene.state().status == PaymentStatus::Pending);
}

void TstPaymentFigures::sumsAreChecked()
{
    Scene scene;
    scene.settle(1, "100", 10);
    scene.settle(2, "1", 10);
    scene.facts.money[1].amount = Amount(Amount::kMaxUnits, 6);
    QCOMPARE(derivePaymentState(scene.facts).error().reason, QStringLiteral("amount_range"));
    scene.facts.money[1].amount = Amount(1'000'000, 18);
    QCOMPARE(derivePaymentState(scene.facts).error().reason, QStringLiteral("amount_decimals"));
    QVERIFY(!mayExpire(scene.facts, second(5000)));
}

void TstPaymentFigures::deciding()
{
    Scene scene;
    QVERIFY(!scene.state().deciding);
    scene.settle(1, "50", 10);
    QVERIFY(scene.state().deciding == (Deciding{10, {12, FinalityMark::None}}));
    scene.mine(2, "25", 20);
    scene.mine(3, "25", 30);
    QCOMPARE(scene.state().deciding->block, 30);
    scene.facts.money[1].rule = {40, FinalityMark::None}; // the earlier one has further to go
    QCOMPARE(scene.state().deciding->block, 20);
    scene.facts.money[1].rule = {0, FinalityMark::Finalized};
    QCOMPARE(scene.state().deciding->block, 20);
}

TIEOUT_REGISTER_TEST(TstPaymentFigures)
#include "tst_paymentfigures.moc"
