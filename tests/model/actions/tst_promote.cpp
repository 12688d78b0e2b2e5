// SPDX-License-Identifier: GPL-3.0-or-later
// Promotion marks of rules with a quorum, and what a rewind below finality leaves behind.
#include "model/store/awaiting.h"
#include "model/store/cases.h"
#include "model/store/coverage.h"
#include "tests/model/actions/chainscene.h"
#include "tests/support/testmain.h"

using namespace tieout;
using tieout::test::ChainScene;
using tieout::test::TestDatabase;

class TstPromote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRuleWaitsForItsOwnQuorum_data() { TestDatabase::addDialectRows(); }
    void eachRuleWaitsForItsOwnQuorum();
    void aPaymentWithAQuorumReturnsFromTheStore_data() { TestDatabase::addDialectRows(); }
    void aPaymentWithAQuorumReturnsFromTheStore();
    void brokenFinalityOpensACaseAboutTheRail_data() { TestDatabase::addDialectRows(); }
    void brokenFinalityOpensACaseAboutTheRail();
    void finalityThatIsLowerMovesNothingDown_data() { TestDatabase::addDialectRows(); }
    void finalityThatIsLowerMovesNothingDown();
};

namespace {

constexpr qint64 kWhole = 1'000'000;

std::vector<ChainScene::Made> silence(const ChainScene& scene, BlockHeader parent, int count)
{
    std::vector<ChainScene::Made> blocks;
    for (int i = 0; i < count; ++i) {
        blocks.push_back(scene.block(parent));
        parent = blocks.back().header;
    }
    return blocks;
}

HeadFacts headAt(const BlockHeader& head, int agreeing)
{
    HeadFacts facts;
    facts.latest = head;
    facts.healthy = true;
    facts.agreeing = agreeing;
    return facts;
}

Quorum above(qint64 amount, int count)
{
    return {Amount(Int128(amount) * kWhole, 6), count};
}

} // namespace

// No corridor asks any more: what waits is promoted by the rules that the payments keep.
void TstPromote::eachRuleWaitsForItsOwnQuorum()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto small = scene.payment(20, std::chrono::hours(1), above(50, 2));
    const auto two = scene.payment(60, std::chrono::hours(1), above(50, 2));
    const auto three = scene.payment(60, std::chrono::hours(1), above(50, 3));
    const auto paid = scene.block(scene.genesis(),
                                  {{scene.accountOf(small), 20 * kWhole, 1, 0, {}},
                                   {scene.accountOf(two), 60 * kWhole, 2, 1, {}},
                                   {scene.accountOf(three), 60 * kWhole, 3, 2, {}}});
    scene.record({paid});
    const auto more = silence(scene, paid.header, 5);
    scene.record(more);
    const BlockHeader head = more.back().header;
    const auto statuses = [&] {
        return QStringList{scene.status(small), scene.status(two), scene.status(three)}.join(u' ');
    };
    QCOMPARE(statuses(), QStringLiteral("confirmed confirming confirming"));
    const auto asked = promote(scene.term(), scene.rail(), headAt(head, 0), scene.start());
    QVERIFY(asked);
    QCOMPARE(asked->quorums, (std::set<int>{2, 3}));
    QVERIFY(promote(scene.term(), scene.rail(), headAt(head, 2), scene.start()));
    QCOMPARE(statuses(), QStringLiteral("confirmed confirmed confirming"));
    // The agreement of two moved the mark of two; it stays when one operator is left.
    QVERIFY(promote(scene.term(), scene.rail(), headAt(head, 1), scene.start()));
    QCOMPARE(statuses(), QStringLiteral("confirmed confirmed confirming"));
    const auto last = promote(scene.term(), scene.rail(), headAt(head, 3), scene.start());
    QVERIFY(last);
    QCOMPARE(statuses(), QStringLiteral("confirmed confirmed confirmed"));
    QVERIFY(scene.row(three).projection.finalAt);
    const auto marks = readMarks(scene.db(), scene.rail().rail().id);
    QVERIFY(marks);
    QCOMPARE(marks->at(QStringLiteral("depth:3 quorum 2")), head.number - 2);
    const auto left = awaitedRules(scene.db(), scene.rail().rail().id);
    QVERIFY(left && left->empty());
}

void TstPromote::aPaymentWithAQuorumReturnsFromTheStore()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto with = scene.payment(60, std::chrono::hours(1), above(50, 2));
    const auto without = scene.payment(60);
    QVERIFY(scene.row(with).policy.quorum == above(50, 2));
    QVERIFY(scene.row(without).policy.quorum == Quorum());
    const auto paid =
        scene.block(scene.genesis(), {{scene.accountOf(with), 60 * kWhole, 1, 0, {}}});
    scene.record({paid});
    QCOMPARE(scene.row(with).projection.required, QStringLiteral("depth:3 quorum 2"));
}

void TstPromote::brokenFinalityOpensACaseAboutTheRail()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto blocks = silence(scene, scene.genesis(), 10);
    scene.record(blocks);
    HeadFacts facts = headAt(blocks.back().header, 1);
    facts.marks.finalized = 8;
    QVERIFY(promote(scene.term(), scene.rail(), facts, scene.start()));
    const qint64 rail = scene.rail().rail().id;
    const QString subject = QStringLiteral("rail:testrail");
    QVERIFY(rewindChain(scene.term(), scene.rail(), 9, scene.start()));
    QVERIFY(!openCaseOf(scene.db(), subject, CaseCode::ReorgPost).value());
    QCOMPARE(readRailState(scene.db(), rail)->finalized.value(), qint64(8));
    QVERIFY(rewindChain(scene.term(), scene.rail(), 5, scene.start()));
    QVERIFY(readRailState(scene.db(), rail)->frozenAt);
    QCOMPARE(readRailState(scene.db(), rail)->finalized.value(), qint64(5));
    QVERIFY(openCaseOf(scene.db(), subject, CaseCode::ReorgPost).value());
    // Deeper still: the same case.
    QVERIFY(rewindChain(scene.term(), scene.rail(), 3, scene.start()));
    QCOMPARE(scene.count(u"SELECT count(*) FROM exception_case WHERE code = 'REORG-POST'"), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM event WHERE type = 'case.opened'"), 1);
}

void TstPromote::finalityThatIsLowerMovesNothingDown()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto blocks = silence(scene, scene.genesis(), 10);
    scene.record(blocks);
    const qint64 rail = scene.rail().rail().id;
    HeadFacts facts = headAt(blocks.back().header, 1);
    facts.marks.finalized = 8;
    QVERIFY(promote(scene.term(), scene.rail(), facts, scene.start()));
    const auto marks = readMarks(scene.db(), rail).value();
    facts.marks.finalized = 2;
    QVERIFY(promote(scene.term(), scene.rail(), facts, scene.start()));
    QCOMPARE(readRailState(scene.db(), rail)->finalized.value(), qint64(8));
    QCOMPARE(readMarks(scene.db(), rail).value(), marks);
    facts.marks.finalized.reset();
    QVERIFY(promote(scene.term(), scene.rail(), facts, scene.start()));
    QCOMPARE(readRailState(scene.db(), rail)->finalized.value(), qint64(8));
}

TIEOUT_REGISTER_TEST(TstPromote)

#include "tst_promote.moc"
