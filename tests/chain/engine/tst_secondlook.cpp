// SPDX-License-Identifier: GPL-3.0-or-later
// What a watcher does about sources that leave things out, about gaps in what was read, and about a
// person's wish to read again.
#include "chain/engine/sandboxport.h"
#include "chain/reconcile/reconcile.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "model/store/backfills.h"
#include "model/store/cases.h"
#include "model/store/sandboxactions.h"
#include "model/store/statement.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstSecondLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOmissionIsFoundAndRepaired_data() { TestDatabase::addDialectRows(); }
    void anOmissionIsFoundAndRepaired();
    void aGapIsReadAndItsCaseCloses_data() { TestDatabase::addDialectRows(); }
    void aGapIsReadAndItsCaseCloses();
    void aPersonsBackfillIsAnswered();
    void moneyThatIsGoneDoesNotTie();
    void oldBlocksAreThinnedAndADeepReorganisationIsStillFound_data()
    {
        TestDatabase::addDialectRows();
    }
    void oldBlocksAreThinnedAndADeepReorganisationIsStillFound();

private:
    // The engine's rail, so that a test can make its source lie.
    RailMaker spying();
    void steps(Engine& engine, SteppedClock& clock, int count);
    // Every canonical row is a block of the source's chain; answers how many there are.
    int checkBlocks(Database& db, qint64 rail);
    void reorganise(Database& db, qint64 rail, qint64 epoch, UtcTime at, qint64 depth);

    SandboxPort* m_main = nullptr;
};

RailMaker TstSecondLook::spying()
{
    m_main = nullptr;
    return [this](const Term& term, const RailRow& row, const RailSettings&, UtcTime now) {
        auto port = SandboxPort::make(term, row, {}, now);
        if (port && row.name == u"sandbox")
            m_main = static_cast<SandboxPort*>(port->get());
        return port;
    };
}

void TstSecondLook::steps(Engine& engine, SteppedClock& clock, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto stepped = engine.stepOnce(clock.now());
        QVERIFY2(stepped, qPrintable(stepped ? QString() : stepped.error().detail));
        clock.advance(Duration(1'000));
    }
}

void TstSecondLook::anOmissionIsFoundAndRepaired()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    askForCorridors(*database);
    Engine engine(engineSettings(*database), clock, {{}, nullptr, spying()});
    steps(engine, clock, 10);
    QVERIFY(m_main != nullptr);
    // For a hundred blocks the source hides every transfer; only the second reading shows them.
    m_main->sandbox().faults().addWindow(
        SandboxFault::Omission, clock.now(), clock.now() + Duration(200'000));
    steps(engine, clock, 90);
    const auto db = database->open();
    const auto exact = storyPayments(*db, QStringLiteral("exact"));
    QCOMPARE(int(exact.size()), 1);
    QCOMPARE(exact.front().row.received.toText(), QStringLiteral("100"));
    QCOMPARE(exact.front().row.status, PaymentStatus::Confirmed);
    const auto open = openCaseOf(*db, QStringLiteral("rail:sandbox"), CaseCode::NodeDisagree);
    QVERIFY(open && open->has_value());
}

void TstSecondLook::aGapIsReadAndItsCaseCloses()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    const EngineSettings settings = engineSettings(*database);
    askForCorridors(*database);
    {
        Engine engine(settings, clock, {});
        steps(engine, clock, 60);
        QVERIFY(engine.finish());
    }
    // As if a reading had been lost: a hole in the ledger below what was read.
    const auto db = database->open();
    const auto rail = railByName(*db, QStringLiteral("sandbox"));
    QVERIFY(rail);
    const auto before = readCoverage(*db, rail->id);
    QVERIFY(before && !before->empty());
    const qint64 first = before->front().from;
    database->execute("UPDATE coverage SET from_number = from_number + 3 WHERE rail = " +
                      QByteArray::number(rail->id) +
                      " AND from_number = " + QByteArray::number(first));
    RailSettings main = settings.rails.front();
    main.startBlock = first;
    EngineSettings again = settings;
    again.rails.front() = main;
    Engine engine(again, clock, {});
    steps(engine, clock, 4);
    const auto gaps = coverageGaps(*db, rail->id, first, first + 20);
    QVERIFY(gaps && gaps->empty());
    const auto cases = listCases(*db, {{}, false, 1'000});
    QVERIFY(cases);
    const auto gap = std::find_if(cases->begin(), cases->end(), [](const CaseRow& row) {
        return row.code == CaseCode::RailGap;
    });
    QVERIFY(gap != cases->end());
    QCOMPARE(gap->state, CaseState::Resolved);
}

void TstSecondLook::aPersonsBackfillIsAnswered()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    SteppedClock clock(sandboxStart());
    EngineSettings settings = engineSettings(*database);
    settings.rails.front().startBlock = 1;
    Engine engine(settings, clock, {});
    steps(engine, clock, 10);
    const auto db = database->open();
    CommandRequest request;
    request.id = CommandId::make(clock.now());
    request.role = QStringLiteral("engineer");
    request.kind = kinds::kRailBackfill.toString();
    request.payload =
        BackfillPayload{QStringLiteral("sandbox"), 1, 20, QStringLiteral("test")}.toJson();
    QVERIFY(submit(*db, QStringLiteral("operator"), request));
    steps(engine, clock, 3);
    const auto answer = readCommand(*db, request.id);
    QVERIFY(answer);
    QCOMPARE(answer->state, CommandState::Succeeded);
    QCOMPARE(answer->result.value(u"to").toInteger(), qint64(20));
    const auto row = readBackfill(*db, request.id.text());
    QVERIFY(row && *row);
    QCOMPARE((*row)->state, QStringLiteral("done"));
    QCOMPARE((*row)->next, qint64(21));
}

void TstSecondLook::moneyThatIsGoneDoesNotTie()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    SteppedClock clock(sandboxStart());
    Engine engine(engineSettings(*database), clock, {});
    steps(engine, clock, 90);
    const auto db = database->open();
    const auto good = reconcile(*db, {});
    QVERIFY(good && good->ties());
    QVERIFY(!good->tokens.empty());
    // Behind the program's back: a payment says more than the chain holds.
    database->execute("DELETE FROM transfer WHERE tx = (SELECT l.tx FROM transfer_payment l"
                      " JOIN payment p ON p.id = l.payment_id"
                      " WHERE p.order_reference = 'sandbox-exact')");
    const auto bad = reconcile(*db, {});
    QVERIFY(bad && !bad->ties());
    QCOMPARE(int(bad->uncovered.size()), 1);
    QCOMPARE(bad->uncovered.front().says.toText(), QStringLiteral("100"));
    QVERIFY(bad->uncovered.front().linked.isZero());
    QVERIFY(bad->toText().endsWith(QStringLiteral("It does not tie.\n")));
}

int TstSecondLook::checkBlocks(Database& db, qint64 rail)
{
    int rows = 0;
    Statement s(db, u"SELECT number, hash FROM block WHERE rail = :rail AND withdrawn_at IS NULL");
    s.bind(u":rail", rail);
    while (s.next()) {
        const auto header = m_main->sandbox().chain().header(s.integer(0));
        if (!header || toBytes(header->hash) != s.bytes(1))
            return -1;
        ++rows;
    }
    return rows;
}

void TstSecondLook::reorganise(Database& db, qint64 rail, qint64 epoch, UtcTime at, qint64 depth)
{
    SandboxAction action;
    action.at = at;
    action.kind = SandboxActionKind::Reorg;
    action.depth = depth;
    const auto written = inTerm(
        {db, epoch}, [&] { return insertSandboxAction(db, rail, action.at, sandboxLine(action)); });
    QVERIFY(written);
}

void TstSecondLook::oldBlocksAreThinnedAndADeepReorganisationIsStillFound()
{
    TIEOUT_TEST_DATABASE(database);
    SteppedClock clock(sandboxStart());
    const EngineSettings settings = engineSettings(*database);
    askForCorridors(*database);
    Engine engine(settings, clock, {{}, nullptr, spying()});
    steps(engine, clock, 90);
    // A thousand blocks at once: all of them are written densely, for finality was far below.
    clock.advance(Duration(2'000'000));
    steps(engine, clock, 8);
    const auto db = openOrStop(settings.database, QStringLiteral("test"));
    const qint64 rail = railByName(*db, QStringLiteral("sandbox"))->id;
    const RailState before = readRailState(*db, rail).value();
    const qint64 dense = *before.finalized - kDenseBelowFinal;
    QVERIFY(dense > 700);
    const int rows = checkBlocks(*db, rail);
    const qint64 kept = before.cursorNumber - dense;
    QVERIFY2(rows > kept + dense / 16 - 10 && rows < kept + dense / 16 + 130,
             qPrintable(QString::number(rows)));
    QCOMPARE(storyPayments(*db, QStringLiteral("exact")).front().row.status,
             PaymentStatus::Confirmed);
    const auto tied = reconcile(*db, {});
    QVERIFY(tied && tied->ties());

    // Below finality, into the rows that are few: the ancestor is the next one that was kept.
    reorganise(*db, rail, engine.epoch(), clock.now(), 600);
    steps(engine, clock, 8);
    const RailState after = readRailState(*db, rail).value();
    QVERIFY(after.frozenAt);
    QCOMPARE(after.reorgs, before.reorgs + 1);
    QVERIFY2(after.deepestReorg >= 600 && after.deepestReorg < 600 + kSparseStep + 8,
             qPrintable(QString::number(after.deepestReorg)));
    QVERIFY(after.cursorNumber > before.cursorNumber);
    QVERIFY(checkBlocks(*db, rail) > 0);
    const auto gaps = coverageGaps(*db, rail, after.cursorNumber - 900, after.cursorNumber);
    QVERIFY(gaps && gaps->empty());
    QVERIFY(openCaseOf(*db, QStringLiteral("rail:sandbox"), CaseCode::ReorgPost).value());
    const auto again = reconcile(*db, {});
    QVERIFY(again && again->ties());
}

TIEOUT_REGISTER_TEST(TstSecondLook)
#include "tst_secondlook.moc"
