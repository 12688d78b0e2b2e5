// SPDX-License-Identifier: GPL-3.0-or-later
// What a watch loop does when its sources fail: which answers it can do without, what pauses
// promotions, and what is written for people to see.
#include "chain/engine/watchwork.h"
#include "model/actions/setupdesk.h"
#include "model/store/cases.h"
#include "model/store/secondreading.h"
#include "tests/chain/rails/railkit.h"
#include "tests/support/fakeclock.h"
#include "tests/support/must.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstBadSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorthlessTokenStopsNothing_data();
    void aWorthlessTokenStopsNothing();
    void aTokenWaitsForAnAnswer();
    void aSilentMempoolPausesNothing();
    void anUnreadGapPausesAndIsTold();
    void aStartWithoutSourcesIsTold_data() { TestDatabase::addDialectRows(); }
    void aStartWithoutSourcesIsTold();
    void aWrongNetworkShowsItsSource();
};

namespace {

constexpr Duration kBlockTime{12'000}; // of a FakeNode
constexpr UtcTime kFirstBlock = UtcTime::fromMs(1'700'000'000'000);
const Account kOurs = testAccount(0xaa);
const Account kWorthless = testAccount(0x71);
const QString kTestRail = QStringLiteral("testrail");

// The watch loop of one rail over a fake node, stepped in the test's thread; its clock is the
// node's. Money to kOurs is watched.
class Station
{
public:
    explicit Station(TestDatabase& database, int sources = 1)
        : m_database(database)
        , m_db(database.openEngine(QStringLiteral("desk")))
        , m_clock(kFirstBlock)
    {
        DeskSetup setup;
        setup.rails.push_back(
            {0, kTestRail, QStringLiteral("evm"), QStringLiteral("eip155:31337"), {}});
        const Term term{*m_db, database.epoch()};
        const auto rows =
            mustHave(inTerm(term, [&] { return setUpDesk(*m_db, setup, m_clock.now()); }));
        m_rail = rows.rails.front().id;
        mustWork(inTerm(term, [&] {
            const OwnAddressRow ours{m_rail, kOurs, OwnKind::Treasury, QStringLiteral("ours")};
            return registerOwnAddress(*m_db, ours, m_clock.now());
        }));
        settings.name = kTestRail;
        settings.chain = QStringLiteral("eip155:31337");
        settings.startBlock = 0;
        settings.timeoutMs = 5'000;
        settings.maxResponseBytes = 1 << 20;
        for (int i = 0; i < sources; ++i) {
            m_sources.push_back(makeFakeSource(std::make_unique<FakeNode>()));
            settings.sources.push_back({QStringLiteral("s%1").arg(i),
                                        QStringLiteral("operator%1").arg(i),
                                        QString::fromLatin1(m_sources.back().server->url()),
                                        {}});
        }
    }
    ~Station() { end(); }

    void begin()
    {
        end();
        WatchSetup setup;
        setup.database = m_database.engineAddress();
        setup.epoch = m_database.epoch();
        setup.settings = settings;
        setup.maker = [](const Term&, const RailRow&, const RailSettings& rail, UtcTime) {
            return makeRpcPort(rail);
        };
        setup.book = std::make_shared<AddressBook>(10);
        setup.book->expect(kTestRail, QStringLiteral("evm"));
        m_work = std::make_unique<WatchWork>(std::move(setup), m_clock);
        mustWork(m_work->open());
    }

    void end()
    {
        if (m_work)
            m_work->close();
        m_work.reset();
    }

    // As many steps as one more block takes.
    Outcome mineAndStep(const std::vector<Account>& payees = {})
    {
        for (const FakeSource& source : m_sources)
            source.node->mine(payees, kWorthless);
        return step();
    }

    void mineMany(int blocks)
    {
        for (const FakeSource& source : m_sources)
            source.node->mineMany(blocks);
    }

    Outcome step()
    {
        m_clock.set(std::max(m_clock.now(), kFirstBlock + kBlockTime * node().height()));
        for (;;) {
            const auto stepped = m_work->step(m_clock.now());
            if (!stepped || !stepped->didWork)
                return stepped ? Outcome(Done) : Outcome(fail(stepped.error()));
        }
    }

    // From now on the sources answer 503 to what holds `text`.
    void refuse(const QByteArray& text)
    {
        for (const FakeSource& source : m_sources) {
            *source.override = [text](const QByteArray& body, int) {
                return body.contains(text) ? std::optional(ScriptAnswer{503, {}, {}})
                                           : std::nullopt;
            };
        }
    }
    void answerAgain()
    {
        for (const FakeSource& source : m_sources)
            *source.override = {};
    }

    FakeNode& node() { return *m_sources.front().node; }
    FakeClock& clock() { return m_clock; }
    RailState state() { return mustHave(readRailState(*m_db, m_rail)); }
    SourceHealthRow source() { return mustHave(readSourceHealth(*m_db, m_rail)).front(); }
    bool isOpen(CaseCode code)
    {
        return mustHave(openCaseOf(*m_db, QStringLiteral("rail:") + kTestRail, code)).has_value();
    }
    size_t transfers()
    {
        return mustHave(canonicalTransfers(*m_db, m_rail, 0, node().height())).size();
    }

    RailSettings settings; // takes effect at begin()

private:
    TestDatabase& m_database;
    std::unique_ptr<Database> m_db;
    std::vector<FakeSource> m_sources;
    FakeClock m_clock;
    qint64 m_rail = 0;
    std::unique_ptr<WatchWork> m_work;
};

} // namespace

void TstBadSources::aWorthlessTokenStopsNothing_data()
{
    QTest::addColumn<QString>("reverts"); // else it answers
    QTest::addColumn<QString>("answers");
    QTest::newRow("reverts") << QStringLiteral("execution reverted: suspended for 3600")
                             << QString();
    QTest::newRow("says nonsense") << QString() << QStringLiteral("0x12zz");
    QTest::newRow("says too much") << QString() << QStringLiteral("0x") + QString(2 << 20, u'4');
}

void TstBadSources::aWorthlessTokenStopsNothing()
{
    QFETCH(QString, reverts);
    QFETCH(QString, answers);
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Station station(*database);
    station.node().view = [&](const QString&, QJsonObject& error) {
        if (!reverts.isEmpty())
            error = {{QStringLiteral("code"), 3}, {QStringLiteral("message"), reverts}};
        return QJsonValue(answers);
    };
    station.begin();
    station.mineMany(5);
    QVERIFY(station.step());
    const auto stepped = station.mineAndStep({kOurs});
    QVERIFY2(stepped, qPrintable(stepped ? QString() : stepped.error().reason));
    QCOMPARE(station.state().cursorNumber, station.node().height());
    QVERIFY(station.state().healthy);
    QVERIFY(station.source().healthy);
    QCOMPARE(station.transfers(), size_t(1));
}

// What a silent source would have said of a token isn't known, so its transfer waits.
void TstBadSources::aTokenWaitsForAnAnswer()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Station station(*database);
    station.begin();
    station.mineMany(5);
    QVERIFY(station.step());
    station.refuse("eth_getCode");
    const auto stepped = station.mineAndStep({kOurs});
    QVERIFY(!stepped);
    QCOMPARE(stepped.error().reason, QStringLiteral("source_unreachable"));
    QCOMPARE(station.state().cursorNumber, station.node().height() - 1);
    QCOMPARE(station.source().lastError, QStringLiteral("source_unreachable"));
    station.answerAgain();
    QVERIFY(station.mineAndStep());
    QCOMPARE(station.state().cursorNumber, station.node().height());
    QCOMPARE(station.transfers(), size_t(1));
}

// Nor does it take the operators away that must agree.
void TstBadSources::aSilentMempoolPausesNothing()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Station station(*database, 2);
    station.settings.quorum = 2;
    station.begin();
    station.mineMany(5);
    QVERIFY(station.step());
    station.refuse("\"pending\"");
    for (int i = 0; i < 5; ++i) {
        const auto stepped = station.mineAndStep({kOurs});
        QVERIFY(!stepped); // the loop logs it
        QCOMPARE(stepped.error().reason, QStringLiteral("source_unreachable"));
        const RailState state = station.state();
        QCOMPARE(state.cursorNumber, station.node().height());
        QCOMPARE(state.headNumber, station.node().height());
        QCOMPARE(state.headSeenAt, station.clock().now());
        QVERIFY2(state.healthy, qPrintable(state.healthReason));
        QCOMPARE(state.agreeing, 2);
        QVERIFY(!station.source().healthy); // the sources' part is seen
    }
    QCOMPARE(station.transfers(), size_t(5));
}

void TstBadSources::anUnreadGapPausesAndIsTold()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Station station(*database);
    station.begin();
    station.mineMany(10);
    QVERIFY(station.step());
    QVERIFY(station.state().healthy);
    database->execute("UPDATE coverage SET from_number = 4 WHERE from_number = 0");
    station.refuse(R"("fromBlock":"0x0")");
    for (int i = 0; i < 40; ++i) {
        QVERIFY(!station.mineAndStep());
        const RailState state = station.state();
        QCOMPARE(state.cursorNumber, station.node().height());
        QCOMPARE(state.headSeenAt, station.clock().now());
        QVERIFY(!state.healthy);
        QCOMPARE(state.healthReason, QStringLiteral("gap"));
    }
    QVERIFY(station.isOpen(CaseCode::RailGap));
    QVERIFY(station.isOpen(CaseCode::RailStall));
    station.answerAgain();
    QVERIFY(station.mineAndStep());
    QVERIFY(station.state().healthy);
    QVERIFY(!station.isOpen(CaseCode::RailGap));
}

void TstBadSources::aStartWithoutSourcesIsTold()
{
    TIEOUT_TEST_DATABASE(database);
    Station station(*database);
    station.begin();
    station.mineMany(10);
    QVERIFY(station.step());
    const RailState before = station.state();
    QVERIFY(before.healthy);
    QVERIFY(before.headNumber == 10 && before.headSeenAt == station.clock().now());

    station.refuse({}); // everything
    station.begin();
    // Longer than a source rests, so that it is asked each time.
    for (int i = 0; i < 3; ++i) {
        station.clock().advance(Duration(200'000));
        const auto stepped = station.step();
        QVERIFY(!stepped);
        QCOMPARE(stepped.error().reason, QStringLiteral("source_unreachable"));
        QVERIFY(!station.source().healthy); // from the first failure on
        QCOMPARE(station.source().lastError, QStringLiteral("source_unreachable"));
    }
    const RailState after = station.state();
    QVERIFY(!after.healthy);
    QCOMPARE(after.healthReason, QStringLiteral("source_unreachable"));
    QCOMPARE(after.headNumber, before.headNumber);
    QCOMPARE(after.headTime, before.headTime);
    QCOMPARE(after.headSeenAt, before.headSeenAt);
    QCOMPARE(after.finalized, before.finalized);
    QCOMPARE(after.finalizedHead, before.finalizedHead);
    QCOMPARE(after.safe, before.safe);
    for (int i = 0; i < 2 && !station.isOpen(CaseCode::RailStall); ++i) {
        station.clock().advance(Duration(200'000));
        QVERIFY(!station.step());
    }
    QVERIFY(station.isOpen(CaseCode::RailStall));
    // They answer, and the rail goes on.
    station.answerAgain();
    station.mineMany(100);
    QVERIFY(station.step());
    QVERIFY(station.state().healthy);
    QCOMPARE(station.state().headSeenAt, station.clock().now());
    QVERIFY(station.source().healthy);
}

void TstBadSources::aWrongNetworkShowsItsSource()
{
    const auto database = TestDatabase::make(Dialect::Sqlite);
    Station station(*database);
    station.begin();
    station.mineMany(5);
    QVERIFY(station.step());
    QVERIFY(station.state().healthy);
    station.settings.genesis = Hash32{1, 2, 3};
    station.begin();
    const auto stepped = station.step();
    QVERIFY(!stepped);
    QCOMPARE(stepped.error().reason, QStringLiteral("genesis_mismatch"));
    QVERIFY(station.isOpen(CaseCode::EnvMismatch));
    QVERIFY(!station.state().healthy);
    QCOMPARE(station.state().healthReason, QStringLiteral("genesis_mismatch"));
    QVERIFY(!station.source().healthy);
    QCOMPARE(station.source().lastError, QStringLiteral("genesis_mismatch"));
}

TIEOUT_REGISTER_TEST(TstBadSources)
#include "tst_badsources.moc"
