// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of the lease, restarts and threads: two engines never both write, a restart in the middle
// of the stories changes nothing, and a started engine stops in order.
#include "chain/reconcile/reconcile.h"
#include "chain/sandbox/scenario.h"
#include "model/actions/projection.h"
#include "model/store/cases.h"
#include "model/store/lease.h"
#include "model/store/systemclock.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstEngineTerm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartInTheMiddleChangesNothing_data() { TestDatabase::addDialectRows(); }
    void aRestartInTheMiddleChangesNothing();
    void aStaleEngineIsRefused_data() { TestDatabase::addDialectRows(); }
    void aStaleEngineIsRefused();
    void aStartedEngineBeatsAndStops();
    void theWrongNetworkEndsOneRail();
};

void TstEngineTerm::aRestartInTheMiddleChangesNothing()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    const EngineSettings settings = engineSettings(*database);
    askForCorridors(*database);
    // A new engine every few blocks: each builds the chain again from its script.
    const UtcTime until = clock.now() + Duration(2'000) * 110 + Duration(120'000);
    while (clock.now() < until) {
        Engine engine(settings, clock, {});
        for (int i = 0; i < 35; ++i) {
            const auto stepped = engine.stepOnce(clock.now());
            QVERIFY2(stepped, qPrintable(stepped ? QString() : stepped.error().detail));
            clock.advance(Duration(1'000));
        }
        const auto finished = engine.finish();
        QVERIFY2(finished, qPrintable(finished ? QString() : finished.error().detail));
    }
    const auto db = database->open();
    QStringList wrong;
    std::vector<PaymentId> ids;
    for (const Scenario& scenario : scenarios()) {
        for (const PaymentDetail& payment : storyPayments(*db, scenario.name)) {
            ids.push_back(payment.row.id);
            if (payment.row.status != scenario.expectedStatus)
                wrong.append(scenario.name + u' ' + toText(payment.row.status));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral(", "))));
    QVERIFY(ids.size() > scenarios().size());
    const auto diverged = inTransaction(*db, [&] { return divergedProjections(*db, ids); });
    QVERIFY(diverged && diverged->empty());
    const auto tied = reconcile(*db, {});
    QVERIFY(tied && tied->ties());
    // The memo that was missing is the one credit that no payment owns, and somebody was told.
    QCOMPARE(int(tied->unmatched.size()), 1);
    QVERIFY(tied->unmatched.front().hasCase);
}

void TstEngineTerm::aStaleEngineIsRefused()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    const EngineSettings settings = engineSettings(*database);
    Engine first(settings, clock, {});
    QVERIFY(first.stepOnce(clock.now()));
    Engine second(settings, clock, {});
    const auto held = second.stepOnce(clock.now());
    QVERIFY(!held);
    QCOMPARE(held.error().reason, QStringLiteral("lease_held"));
    // The first one falls silent, and the second one begins the next term.
    database->execute("UPDATE lease SET heartbeat = 0 WHERE name = 'engine'");
    QVERIFY(second.stepOnce(clock.now()));
    QVERIFY(second.epoch() > first.epoch());
    clock.advance(Duration(1'000));
    const auto stale = first.stepOnce(clock.now());
    QVERIFY(!stale);
    QCOMPARE(stale.error().reason, QStringLiteral("lease_lost"));
    QVERIFY(second.stepOnce(clock.now()));
}

void TstEngineTerm::aStartedEngineBeatsAndStops()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    const SystemClock clock;
    EngineSettings settings =
        sandboxEngineSettings(database->address(), {100.0, 7, true, QStringLiteral("operator")});
    Engine engine(settings, clock, {});
    QVERIFY(engine.start());
    const auto db = database->open();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), EngineState::Running, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!storyPayments(*db, QStringLiteral("exact")).empty(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(storyPayments(*db, QStringLiteral("exact")).front().row.status,
                              PaymentStatus::Confirmed,
                              20'000);
    const auto lease = readLease(*db);
    QVERIFY(lease && lease->isHeld);
    QCOMPARE(lease->epoch, engine.epoch());
    QVERIFY(engine.stop(Duration(10'000)));
    QCOMPARE(engine.state(), EngineState::Stopped);
    const auto after = readLease(*db);
    QVERIFY(after && !after->isHeld);
}

void TstEngineTerm::theWrongNetworkEndsOneRail()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    SteppedClock clock(sandboxStart());
    EngineSettings settings = sandboxEngineSettings(database->address(), {});
    settings.rails[1].genesis = Hash32{1, 2, 3};
    Engine engine(settings, clock, {});
    for (int i = 0; i < 5; ++i) {
        QVERIFY(engine.stepOnce(clock.now()));
        clock.advance(Duration(1'000));
    }
    QCOMPARE(engine.endedLoops(), QStringList{QStringLiteral("watch-sandbox-side")});
    const auto db = database->open();
    const auto open = openCaseOf(*db, QStringLiteral("rail:sandbox-side"), CaseCode::EnvMismatch);
    QVERIFY(open && open->has_value());
    // The other rail goes on, and new addresses don't wait for the one that has ended.
    QVERIFY(!storyPayments(*db, QStringLiteral("exact")).empty());
}

TIEOUT_REGISTER_TEST(TstEngineTerm)
#include "tst_engineterm.moc"
