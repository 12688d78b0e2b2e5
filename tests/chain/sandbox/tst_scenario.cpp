// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxcorridors.h"
#include "chain/sandbox/sandboxrail.h"
#include "chain/sandbox/scenario.h"
#include "tests/chain/sandbox/chainkit.h"
#include "tests/chain/sandbox/miniwatcher.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique();
    void everyStoryEndsAsItSays_data();
    void everyStoryEndsAsItSays();
    void allAtOnceEndTheSame_data();
    void allAtOnceEndTheSame();
    void storiesShowOnTheChain();
    void scriptSurvivesJson();
};

namespace {

// The sandbox with its two networks and the payments of some stories.
struct Stage
{
    std::shared_ptr<SandboxChain> main = std::make_shared<SandboxChain>(parameters(3));
    std::shared_ptr<SandboxChain> side = std::make_shared<SandboxChain>(
        SandboxParameters{3, SandboxNetwork::Side, kGenesis, kBlock});
    SandboxRail mainRail{main};
    SandboxRail sideRail{side};
    std::vector<WatchedPayment> payments;
    std::vector<const Scenario*> stories; // of each payment
    std::vector<SandboxAction> actions;

    ScenarioPayment create(const Scenario& scenario, UtcTime start)
    {
        const bool memo = scenario.corridor == sandboxUsdcCorridor();
        const auto corridor = corridorFromJson(sandboxCorridors()[memo ? 1 : 0]);
        TIEOUT_CHECK(corridor && corridor->name == scenario.corridor);
        const QString id = QStringLiteral("p%1").arg(payments.size());
        WatchedPayment payment;
        payment.facts.policy = *pinPolicy(*corridor, *Amount::parse(scenario.due, 6));
        payment.facts.acceptedShortfall = Amount(0, 6);
        payment.facts.createdAt = start;
        payment.facts.expiresAt = start + kBlock * scenario.expiryBlocks;
        payment.token = sandboxToken(memo ? u"usdc" : u"usdt").contract;
        // Any address will do that isn't a payer's.
        payment.address = memo ? sandboxSharedAddress() : sandboxLookalike(someone(id.toLatin1()));
        payment.reference = memo ? QStringLiteral("REF-") + id : QString();
        payments.push_back(payment);
        stories.push_back(&scenario);
        return {id,
                payment.token,
                payment.address,
                payment.reference,
                payment.facts.policy.due,
                payment.facts.expiresAt,
                payment.facts.expiresAt + corridor->topUpWindow};
    }

    void script(const Scenario& scenario, UtcTime start)
    {
        std::vector<ScenarioPayment> made;
        for (int i = 0; i < scenario.payments; ++i)
            made.push_back(create(scenario, start));
        for (const auto& action : actionsFor(scenario, made, start, kBlock)) {
            auto& chain = action.network == SandboxNetwork::Main ? *main : *side;
            TIEOUT_CHECK(chain.add(action).has_value());
            actions.push_back(action);
        }
    }

    int play(UtcTime start)
    {
        MiniWatcher watcher(mainRail, payments, true);
        MiniWatcher neighbour(sideRail, payments, false);
        const UtcTime end = start + scenarioHorizon(kBlock, kSandboxTopUpWindow);
        for (UtcTime now = start; now <= end; now = now + Duration(700)) {
            watcher.step(now);
            neighbour.step(now);
        }
        return watcher.reorganisations();
    }

    void compare(size_t i) const
    {
        const Scenario& scenario = *stories[i];
        const WatchedPayment& payment = payments[i];
        const PaymentState state = payment.state();
        const QByteArray name = scenario.name.toUtf8();
        QVERIFY2(state.status == scenario.expectedStatus,
                 name + " ends " + toText(state.status).toUtf8());
        QVERIFY2(state.verdict == scenario.expectedVerdict,
                 name + " is judged " + toText(state.verdict).toUtf8());
        Labels both = state.labels;
        both.unite(scenario.expectedLabels);
        QVERIFY2(both == state.labels, name + " has labels " + state.labels.toText().toUtf8());
        for (const CaseCode code : scenario.expectedCases) {
            QVERIFY2(!isDerivedCase(code) || payment.cases.contains(code),
                     name + " never needed " + toText(code).toUtf8());
        }
        for (const CaseCode code : payment.cases) {
            const auto& expected = scenario.expectedCases;
            QVERIFY2(std::find(expected.begin(), expected.end(), code) != expected.end(),
                     name + " needed " + toText(code).toUtf8());
        }
    }
};

const UtcTime kStart = at(13);

const Scenario& named(QStringView name)
{
    const Scenario* scenario = findScenario(name);
    TIEOUT_CHECK(scenario);
    return *scenario;
}

Stage staged(QStringView name)
{
    Stage stage;
    stage.script(named(name), kStart);
    stage.play(kStart);
    return stage;
}

} // namespace

void TstScenario::namesAreUnique()
{
    QSet<QString> names;
    for (const Scenario& scenario : scenarios()) {
        names.insert(scenario.name);
        QVERIFY(findScenario(scenario.name) == &scenario);
        QVERIFY(!scenario.sentence.isEmpty());
    }
    QCOMPARE(names.size(), qsizetype(23));
    QCOMPARE(scenarios().size(), size_t(23));
    QVERIFY(!findScenario(u"nothing"));
}

void TstScenario::everyStoryEndsAsItSays_data()
{
    QTest::addColumn<QString>("name");
    for (const Scenario& scenario : scenarios())
        QTest::newRow(qPrintable(scenario.name)) << scenario.name;
}

void TstScenario::everyStoryEndsAsItSays()
{
    QFETCH(QString, name);
    const Stage stage = staged(name);
    for (size_t i = 0; i < stage.payments.size(); ++i)
        stage.compare(i);
}

// Whatever the moment between two blocks at which the payments are created.
void TstScenario::allAtOnceEndTheSame_data()
{
    QTest::addColumn<qint64>("quarters");
    for (const qint64 quarters : {0, 1, 2, 3, 401})
        QTest::addRow("%lld", quarters) << quarters;
}

void TstScenario::allAtOnceEndTheSame()
{
    QFETCH(qint64, quarters);
    Stage stage;
    for (const Scenario& scenario : scenarios())
        stage.script(scenario, at(quarters));
    QCOMPARE(stage.payments.size(), size_t(24));
    QCOMPARE(stage.play(at(quarters)), 2);
    for (size_t i = 0; i < stage.payments.size(); ++i)
        stage.compare(i);
}

void TstScenario::storiesShowOnTheChain()
{
    const Stage before = staged(u"reorg-before-confirmation");
    QVERIFY(!before.payments[0].facts.money.front().reachedConfirmed);
    const Stage after = staged(u"reorg-after-confirmation");
    QVERIFY(after.payments[0].statuses.contains(PaymentStatus::Confirmed));
    const Stage both = staged(u"two-in-one-tx");
    QVERIFY(both.payments[0].facts.money.back().tx == both.payments[1].facts.money.back().tx);
    const Stage frozen = staged(u"issuer-freeze");
    const SandboxTx& failed = *frozen.main->transaction(frozen.actions.back().key);
    QVERIFY(failed.state == SandboxTxState::Mined && !failed.succeeded);
    const Stage swept = staged(u"sweep");
    const SandboxTx& sweep = *swept.main->transaction(swept.actions.back().key);
    QVERIFY(sweep.succeeded);
    QVERIFY(*Amount::fromWord(
                swept.main
                    ->balance(sandboxToken(u"usdt").contract, sandboxTreasury(), swept.main->head())
                    .data(),
                6) == *Amount::parse(u"100", 6));
    const Stage elsewhere = staged(u"wrong-network");
    QVERIFY(elsewhere.main->busyBlocks(0, elsewhere.main->head()).empty());
    QCOMPARE(elsewhere.side->busyBlocks(0, elsewhere.side->head()).size(), size_t(1));
    const Stage memo = staged(u"memo-missing");
    QCOMPARE(memo.main->busyBlocks(0, memo.main->head()).size(), size_t(1));
    QVERIFY(memo.payments[0].facts.money.empty());
    const Stage stuck = staged(u"stuck");
    QCOMPARE(stuck.main->mempool().size(), size_t(1));
}

void TstScenario::scriptSurvivesJson()
{
    Stage stage;
    for (const Scenario& scenario : scenarios())
        stage.script(scenario, kStart);
    stage.play(kStart);
    SandboxChain again = SandboxChain::fromJson(stage.main->toJson()).value();
    again.advance(kStart + scenarioHorizon(kBlock, kSandboxTopUpWindow));
    stage.main->advance(kStart + scenarioHorizon(kBlock, kSandboxTopUpWindow));
    QVERIFY(hashes(again) == hashes(*stage.main));
    QVERIFY(linked(again));
}

TIEOUT_REGISTER_TEST(TstScenario)

} // namespace tieout::test

#include "tst_scenario.moc"
