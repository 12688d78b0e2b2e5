// SPDX-License-Identifier: GPL-3.0-or-later
// When a rail may promote: money above a value waits until so many operators agree, and a source
// that takes finality back stops the rail and is told of.
#include "chain/commands/playscenario.h"
#include "chain/engine/sandboxport.h"
#include "chain/sandbox/sandboxcorridors.h"
#include "model/commands/commandkinds.h"
#include "model/commands/deskpayloads.h"
#include "model/commands/submit.h"
#include "model/store/cases.h"
#include "tests/chain/engine/enginekit.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstRailHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeMoneyWaitsForTheSecondOperator_data() { TestDatabase::addDialectRows(); }
    void largeMoneyWaitsForTheSecondOperator();
    void aPaymentKeepsItsQuorum();
    void theRailsOwnQuorumIsForAll();
    void operatorsThatDifferStopAll();
    void finalityThatGoesBackIsToldAndStops_data() { TestDatabase::addDialectRows(); }
    void finalityThatGoesBackIsToldAndStops();
    void finalityThatGoesBackIsToldAfterAStart();
    void aLaggingSourceTakesNothingBack();
};

namespace {

constexpr Duration kLong{100'000'000};
constexpr qint64 kBlocksBeforeExact = 24; // of the story's time until it pays

// An engine over a fresh sandbox without stories, whose main network can be made to misbehave.
class Desk
{
public:
    explicit Desk(TestDatabase& database, int railQuorum = 1)
        : m_database(database)
        , m_clock(sandboxStart())
        , m_settings(engineSettings(database))
        , m_treasurer(database.dialect() == Dialect::PostgreSql
                          ? openOrStop(database.makeLogin(QStringLiteral("treasurer"),
                                                          {QStringLiteral("treasury")}),
                                       QStringLiteral("treasurer"))
                          : database.open())
        , m_db(openOrStop(m_settings.database, QStringLiteral("test")))
    {
        m_settings.sandbox.playScenarios = false;
        m_settings.rails.front().quorum = railQuorum;
        start();
    }

    // Another engine over the same database; `fault` from its first look on.
    void startAgain(SandboxFault fault)
    {
        m_atStart = fault;
        start();
    }

    Database& db() { return *m_db; }
    SandboxFaults& faults() { return m_main->sandbox().faults(); }
    void strike(SandboxFault fault)
    {
        faults().addWindow(fault, m_clock.now(), m_clock.now() + kLong);
    }

    void steps(int count)
    {
        for (int i = 0; i < count; ++i) {
            if (const auto stepped = m_engine->stepOnce(m_clock.now()); !stepped)
                qFatal("%s", qPrintable(stepped.error().reason + stepped.error().detail));
            m_clock.advance(Duration(1'000));
        }
    }

    // A version of the sandbox's USDT corridor; `quorum` as in its document.
    void applyCorridor(int version, const QJsonObject& quorum)
    {
        QJsonObject document = sandboxCorridors().front();
        document.insert(QStringLiteral("version"), version);
        document.insert(QStringLiteral("quorum"), quorum);
        document.insert(QStringLiteral("corridor"), document.value(u"name"));
        CommandRequest request;
        request.id = CommandId::make(m_clock.now());
        request.role = QStringLiteral("treasury");
        request.kind = kinds::kCorridorApply.toString();
        request.subject = document.value(u"name").toString();
        request.payload = document;
        const bool postgres = m_database.dialect() == Dialect::PostgreSql;
        if (const auto asked =
                submit(*m_treasurer, postgres ? QString() : QStringLiteral("operator"), request);
            !asked)
            qFatal("%s", qPrintable(asked.error().reason + asked.error().detail));
        steps(2);
        const auto row = readCommand(*m_db, request.id);
        if (!row || row->state != CommandState::Succeeded)
            qFatal("the corridor was not applied");
    }

    // A payment that is paid in full two blocks from now.
    PaymentId paid(const QString& due)
    {
        Scenario scenario = *findScenario(u"exact");
        scenario.due = due;
        const auto played = inTerm({*m_db, m_engine->epoch()}, [&]() -> Result<QJsonObject> {
            const auto start = nextScenarioStart(*m_db, m_clock.now());
            if (!start)
                return fail(start.error());
            const UtcTime begin = start->at - start->interval * kBlocksBeforeExact;
            return playScenario(*m_db,
                                {scenario, {}, std::nullopt, begin, start->interval},
                                {m_clock.now(), QStringLiteral("engine"), {}, {}});
        });
        if (!played)
            qFatal("%s", qPrintable(played.error().reason + played.error().detail));
        return PaymentId::trusted(played->value(u"payments").toArray().first().toString());
    }

    QString status(const PaymentId& id)
    {
        const auto detail = readPaymentDetail(*m_db, id);
        if (!detail)
            qFatal("%s", qPrintable(detail.error().detail));
        return toText(detail->row.status);
    }

    RailState state()
    {
        const auto rail = railByName(*m_db, QStringLiteral("sandbox"));
        return readRailState(*m_db, rail->id).value();
    }

    std::vector<CaseRow> cases(CaseCode code)
    {
        std::vector<CaseRow> found;
        const auto all = listCases(*m_db, {{}, false, 1'000});
        if (!all)
            qFatal("%s", qPrintable(all.error().detail));
        for (const CaseRow& row : *all) {
            if (row.code == code && row.subject == u"rail:sandbox")
                found.push_back(row);
        }
        return found;
    }

    SourceHealthRow source()
    {
        const auto rail = railByName(*m_db, QStringLiteral("sandbox"));
        return readSourceHealth(*m_db, rail->id).value().front();
    }

private:
    void start()
    {
        m_engine.reset();
        m_engine =
            std::make_unique<Engine>(m_settings, m_clock, Engine::Options{{}, nullptr, spy()});
        steps(1);
    }

    RailMaker spy()
    {
        return [this](const Term& term, const RailRow& row, const RailSettings&, UtcTime now) {
            auto port = SandboxPort::make(term, row, {}, now);
            if (port && row.name == u"sandbox")
                m_main = static_cast<SandboxPort*>(port->get());
            if (m_main && m_atStart)
                strike(*m_atStart);
            return port;
        };
    }

    TestDatabase& m_database;
    SteppedClock m_clock;
    EngineSettings m_settings;
    std::unique_ptr<Database> m_treasurer;
    std::unique_ptr<Database> m_db;
    SandboxPort* m_main = nullptr;
    std::optional<SandboxFault> m_atStart;
    std::unique_ptr<Engine> m_engine;
};

QJsonObject quorumAbove(const char* amount)
{
    return {{QStringLiteral("above"), QString::fromLatin1(amount)}, {QStringLiteral("count"), 2}};
}

const QString kConfirmed = QStringLiteral("confirmed");
const QString kConfirming = QStringLiteral("confirming");

} // namespace

// Both are of the band that asks for twelve blocks.
void TstRailHealth::largeMoneyWaitsForTheSecondOperator()
{
    TIEOUT_TEST_DATABASE(database);
    Desk desk(*database);
    desk.applyCorridor(1, quorumAbove("200"));
    desk.strike(SandboxFault::Alone);
    const PaymentId small = desk.paid(QStringLiteral("200"));
    const PaymentId large = desk.paid(QStringLiteral("200.01"));
    desk.steps(60);
    QCOMPARE(desk.status(small), kConfirmed);
    QCOMPARE(desk.status(large), kConfirming);
    QVERIFY(desk.state().healthy);
    QVERIFY(desk.cases(CaseCode::NodeDisagree).empty());
    desk.faults().clear();
    desk.steps(3);
    QCOMPARE(desk.status(large), kConfirmed);
    // Two agree from the start: both are confirmed at their depth.
    const PaymentId another = desk.paid(QStringLiteral("5000"));
    desk.steps(40);
    QCOMPARE(desk.status(another), kConfirmed);
}

void TstRailHealth::aPaymentKeepsItsQuorum()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Desk desk(*database);
    desk.applyCorridor(1, quorumAbove("200"));
    desk.strike(SandboxFault::Alone);
    const PaymentId before = desk.paid(QStringLiteral("500"));
    desk.applyCorridor(2, {{QStringLiteral("count"), 1}});
    const PaymentId after = desk.paid(QStringLiteral("500"));
    desk.steps(60);
    QCOMPARE(desk.status(before), kConfirming);
    QCOMPARE(desk.status(after), kConfirmed);
    desk.faults().clear();
    desk.steps(3);
    QCOMPARE(desk.status(before), kConfirmed);
}

void TstRailHealth::theRailsOwnQuorumIsForAll()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Desk desk(*database, 2);
    desk.applyCorridor(1, {{QStringLiteral("count"), 1}});
    desk.strike(SandboxFault::Alone);
    const PaymentId small = desk.paid(QStringLiteral("10"));
    desk.steps(40);
    QCOMPARE(desk.status(small), kConfirming);
    desk.faults().clear();
    desk.steps(3);
    QCOMPARE(desk.status(small), kConfirmed);
}

void TstRailHealth::operatorsThatDifferStopAll()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Desk desk(*database);
    desk.applyCorridor(1, quorumAbove("200"));
    desk.steps(2);
    desk.strike(SandboxFault::Disagree);
    const PaymentId small = desk.paid(QStringLiteral("10"));
    desk.steps(40);
    QCOMPARE(desk.status(small), kConfirming);
    QCOMPARE(int(desk.cases(CaseCode::NodeDisagree).size()), 1);
    desk.faults().clear();
    desk.steps(3);
    QCOMPARE(desk.status(small), kConfirmed);
}

void TstRailHealth::finalityThatGoesBackIsToldAndStops()
{
    TIEOUT_TEST_DATABASE(database);
    Desk desk(*database);
    desk.applyCorridor(1, {{QStringLiteral("count"), 1}});
    desk.steps(10);
    QVERIFY(desk.state().healthy);
    const auto before = desk.state().finalized;
    QVERIFY(before && *before > 12);
    const PaymentId small = desk.paid(QStringLiteral("10"));
    desk.strike(SandboxFault::FinalityBack);
    desk.steps(14);
    QCOMPARE(desk.state().finalized.value(), *before); // the stored mark doesn't fall
    QVERIFY(!desk.state().healthy);
    QCOMPARE(desk.state().healthReason, QStringLiteral("finality_backwards"));
    QVERIFY(!desk.state().frozenAt);
    QCOMPARE(desk.status(small), kConfirming);
    const auto cases = desk.cases(CaseCode::NodeDisagree);
    QCOMPARE(int(cases.size()), 1);
    const auto evidence = QJsonDocument::fromJson(cases.front().evidence.toUtf8()).object();
    QCOMPARE(evidence.value(u"finalized_was").toInteger(), *before);
    QVERIFY(evidence.value(u"finalized").toInteger() < *before);
    QCOMPARE(evidence.value(u"source").toString(), QStringLiteral("sandbox"));
    QVERIFY(!desk.source().healthy);
    QCOMPARE(desk.source().lastError, QStringLiteral("finality_backwards"));
    // Told once, and when finality is where it was the rail goes on; the case waits for a person.
    desk.faults().clear();
    desk.steps(3);
    QVERIFY(desk.state().healthy);
    QVERIFY(desk.source().healthy);
    QVERIFY(*desk.state().finalized > *before);
    QCOMPARE(desk.status(small), kConfirmed);
    QCOMPARE(int(desk.cases(CaseCode::NodeDisagree).size()), 1);
    QCOMPARE(desk.cases(CaseCode::NodeDisagree).front().state, CaseState::Open);
}

void TstRailHealth::finalityThatGoesBackIsToldAfterAStart()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Desk desk(*database);
    desk.steps(10);
    const auto before = desk.state().finalized;
    desk.startAgain(SandboxFault::FinalityBack);
    desk.steps(5);
    QCOMPARE(desk.state().finalized, before);
    QCOMPARE(desk.state().healthReason, QStringLiteral("finality_backwards"));
    QCOMPARE(int(desk.cases(CaseCode::NodeDisagree).size()), 1);
    desk.faults().clear();
    desk.steps(2);
    QVERIFY(desk.state().healthy);
}

void TstRailHealth::aLaggingSourceTakesNothingBack()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Desk desk(*database);
    desk.steps(10);
    const auto before = desk.state().finalized;
    desk.strike(SandboxFault::Lagging);
    desk.steps(10);
    desk.faults().clear();
    desk.steps(2);
    QVERIFY(desk.cases(CaseCode::NodeDisagree).empty());
    QVERIFY(desk.state().healthy);
    QVERIFY(*desk.state().finalized > *before);
}

TIEOUT_REGISTER_TEST(TstRailHealth)
#include "tst_railhealth.moc"
