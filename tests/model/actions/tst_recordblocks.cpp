// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/projection.h"
#include "model/store/cases.h"
#include "model/store/coverage.h"
#include "tests/model/actions/chainscene.h"
#include "tests/support/testmain.h"

using tieout::test::ChainScene;
using tieout::test::Paid;
using tieout::test::TestDatabase;

class TstRecordBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmsAtTheDepthOfItsBand_data() { TestDatabase::addDialectRows(); }
    void confirmsAtTheDepthOfItsBand();
    void withdrawsAndBringsBack_data() { TestDatabase::addDialectRows(); }
    void withdrawsAndBringsBack();
    void remembersWhoseMoneyWasDeep_data() { TestDatabase::addDialectRows(); }
    void remembersWhoseMoneyWasDeep();
    void restoresABlockThatReturns_data() { TestDatabase::addDialectRows(); }
    void restoresABlockThatReturns();
    void refusesWhatDoesNotFollow_data() { TestDatabase::addDialectRows(); }
    void refusesWhatDoesNotFollow();
    void letsDeadlinesPass_data() { TestDatabase::addDialectRows(); }
    void letsDeadlinesPass();
    void fillsAGapOnce_data() { TestDatabase::addDialectRows(); }
    void fillsAGapOnce();
    void freezesBelowFinality_data() { TestDatabase::addDialectRows(); }
    void freezesBelowFinality();
    void labelsNoise_data() { TestDatabase::addDialectRows(); }
    void labelsNoise();
};

namespace {

constexpr qint64 kMinor = 1'000'000;

std::vector<ChainScene::Made>
emptyBlocks(const ChainScene& scene, tieout::BlockHeader parent, int n, int fork = 0)
{
    std::vector<ChainScene::Made> blocks;
    for (int i = 0; i < n; ++i) {
        blocks.push_back(scene.block(parent, {}, fork));
        parent = blocks.back().header;
    }
    return blocks;
}

} // namespace

void TstRecordBlocks::confirmsAtTheDepthOfItsBand()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto small = scene.payment(100);
    const auto large = scene.payment(150);
    const auto first = scene.block(scene.genesis(),
                                   {{scene.accountOf(small), 100 * kMinor, 1, 0, {}},
                                    {scene.accountOf(large), 150 * kMinor, 2, 1, {}}});
    scene.record({first});
    QCOMPARE(scene.status(small), QStringLiteral("confirming"));
    const auto more = emptyBlocks(scene, first.header, 2);
    scene.record(more);
    QCOMPARE(scene.status(small), QStringLiteral("confirmed"));
    QCOMPARE(scene.status(large), QStringLiteral("confirming"));
    QVERIFY(!scene.row(small).projection.finalAt);
    scene.record(emptyBlocks(scene, more.back().header, 3));
    QCOMPARE(scene.status(large), QStringLiteral("confirmed"));
    QVERIFY(scene.row(small).projection.finalAt);
    QCOMPARE(scene.events(small),
             (QStringList{QStringLiteral("payment.detected"),
                          QStringLiteral("payment.confirming"),
                          QStringLiteral("payment.confirmed"),
                          QStringLiteral("payment.released")}));
    QCOMPARE(scene.count(u"SELECT count(*) FROM awaiting"), 0);
    const auto diverged = tieout::divergedProjections(scene.db(), {small, large});
    QVERIFY(diverged);
    QVERIFY(diverged->empty());
}

void TstRecordBlocks::withdrawsAndBringsBack()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100);
    const auto base = scene.block(scene.genesis());
    const auto paid = scene.block(base.header, {{scene.accountOf(id), 100 * kMinor, 1, 4, {}}});
    scene.record({base, paid});
    scene.record(emptyBlocks(scene, paid.header, 3));
    QCOMPARE(scene.status(id), QStringLiteral("confirmed"));

    const auto rewound = tieout::rewindChain(scene.term(), scene.rail(), 1, scene.start());
    QVERIFY(rewound);
    QCOMPARE(rewound->withdrawnBlocks, 4);
    QCOMPARE(scene.status(id), QStringLiteral("reorged"));
    QCOMPARE(
        scene.count(
            u"SELECT count(*) FROM exception_case WHERE code = 'REORG-POST' AND state = 'open'"),
        1);

    // The same transaction, elsewhere: another block, another log index.
    const auto between = scene.block(base.header, {}, 1);
    const auto again =
        scene.block(between.header, {{scene.accountOf(id), 100 * kMinor, 1, 0, {}}}, 1);
    scene.record({between, again});
    scene.record(emptyBlocks(scene, again.header, 6, 1));
    QCOMPARE(scene.status(id), QStringLiteral("confirmed"));
    const QStringList story = scene.events(id);
    QCOMPARE(story.count(QStringLiteral("payment.released")), 1);
    QCOMPARE(story.count(QStringLiteral("payment.recalled")), 1);
    QCOMPARE(story.count(QStringLiteral("payment.resumed")), 1);
    QCOMPARE(story.count(QStringLiteral("payment.reorged")), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), 2);
}

// One transaction pays the same amount to two payments, which demand different depths.
void TstRecordBlocks::remembersWhoseMoneyWasDeep()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto shallow = scene.payment(50); // depth 3
    const auto deep = scene.payment(150);   // depth 6
    const auto base = scene.block(scene.genesis());
    const auto paid = scene.block(base.header,
                                  {{scene.accountOf(shallow), 50 * kMinor, 1, 0, {}},
                                   {scene.accountOf(deep), 50 * kMinor, 1, 1, {}}});
    scene.record({base, paid});
    scene.record(emptyBlocks(scene, paid.header, 3));
    QCOMPARE(scene.status(shallow), QStringLiteral("confirmed"));
    QVERIFY(tieout::rewindChain(scene.term(), scene.rail(), 1, scene.start()));
    const auto codesOf = [&](const tieout::PaymentId& id) {
        QStringList codes;
        const auto rows = tieout::listCases(scene.db(), {id.text()});
        for (const tieout::CaseRow& row : *rows)
            codes.append(tieout::toText(row.code));
        return codes;
    };
    QVERIFY(codesOf(shallow).contains(QStringLiteral("REORG-POST")));
    QCOMPARE(codesOf(deep), QStringList{QStringLiteral("REORG-PRE")});
}

void TstRecordBlocks::restoresABlockThatReturns()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100);
    const auto base = scene.block(scene.genesis());
    const auto paid = scene.block(base.header, {{scene.accountOf(id), 100 * kMinor, 1, 0, {}}});
    scene.record({base, paid});
    QVERIFY(tieout::rewindChain(scene.term(), scene.rail(), 1, scene.start()));
    scene.record({scene.block(base.header, {}, 7)});
    QVERIFY(tieout::rewindChain(scene.term(), scene.rail(), 1, scene.start()));
    QCOMPARE(scene.status(id), QStringLiteral("reorged"));
    scene.record({paid});
    QCOMPARE(scene.status(id), QStringLiteral("confirming"));
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM block"), 3);
    QCOMPARE(scene.count(u"SELECT count(*) FROM block WHERE withdrawn_at IS NULL"), 2);
    QCOMPARE(scene.openCases().join(u','), QString());
}

void TstRecordBlocks::refusesWhatDoesNotFollow()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto first = scene.block(scene.genesis());
    scene.record({first});
    const auto stranger = scene.block(scene.block(scene.genesis(), {}, 3).header);
    const auto refused = tieout::recordBlocks(
        scene.term(), scene.rail(), ChainScene::batch({stranger}), scene.start());
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, QStringLiteral("cursor_moved"));
    const tieout::Term stale{scene.db(), scene.term().epoch - 1};
    const auto next = scene.block(first.header);
    const auto fenced =
        tieout::recordBlocks(stale, scene.rail(), ChainScene::batch({next}), scene.start());
    QVERIFY(!fenced);
    QCOMPARE(fenced.error().reason, QStringLiteral("lease_lost"));
    QCOMPARE(scene.count(u"SELECT count(*) FROM block"), 1);
}

void TstRecordBlocks::letsDeadlinesPass()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100, std::chrono::seconds(10));
    const auto late = scene.payment(100, std::chrono::seconds(10));
    auto blocks = emptyBlocks(scene, scene.genesis(), 5); // −48 s … 0 s
    scene.record(blocks);
    QCOMPARE(scene.status(id), QStringLiteral("pending"));
    const auto after = scene.block(blocks.back().header);
    scene.record({after});
    QCOMPARE(scene.status(id), QStringLiteral("expired"));
    scene.record({scene.block(after.header, {{scene.accountOf(late), 100 * kMinor, 1, 0, {}}})});
    QCOMPARE(scene.status(late), QStringLiteral("held"));
    QCOMPARE(
        scene.count(u"SELECT count(*) FROM exception_case WHERE code = 'LATE' AND state = 'open'"),
        1);
}

void TstRecordBlocks::fillsAGapOnce()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100);
    auto head = emptyBlocks(scene, scene.genesis(), 2);
    const auto paid =
        scene.block(head.back().header, {{scene.accountOf(id), 100 * kMinor, 1, 0, {}}});
    const auto tail = emptyBlocks(scene, paid.header, 4);
    // The rail began above: the first three blocks are a gap that a person asks to read.
    scene.record(tail);
    QCOMPARE(scene.status(id), QStringLiteral("pending"));
    std::vector<ChainScene::Made> missing = head;
    missing.push_back(paid);
    for (int round = 0; round < 2; ++round) {
        const auto filled = tieout::recordBackfill(
            scene.term(), scene.rail(), ChainScene::batch(missing), scene.start());
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
        QCOMPARE(filled->transfers, round == 0 ? 1 : 0);
    }
    scene.settle(tail.back().header);
    QCOMPARE(scene.status(id), QStringLiteral("confirmed"));
    const auto gaps =
        tieout::coverageGaps(scene.db(), scene.rail().rail().id, 1, tail.back().header.number);
    QVERIFY(gaps);
    QVERIFY(gaps->empty());
    const auto other = scene.block(head.back().header, {}, 5);
    const auto differs = tieout::recordBackfill(
        scene.term(), scene.rail(), ChainScene::batch({other}), scene.start());
    QVERIFY(!differs);
    QCOMPARE(differs.error().reason, QStringLiteral("block_differs"));
}

void TstRecordBlocks::freezesBelowFinality()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100);
    const auto blocks = emptyBlocks(scene, scene.genesis(), 10);
    scene.record(blocks);
    tieout::HeadFacts facts;
    facts.latest = blocks.back().header;
    facts.marks.finalized = 8;
    facts.healthy = true;
    QVERIFY(tieout::promote(scene.term(), scene.rail(), facts, scene.start()));
    const auto rewound = tieout::rewindChain(scene.term(), scene.rail(), 5, scene.start());
    QVERIFY(rewound);
    QVERIFY(rewound->belowFinalized);
    const auto paid =
        scene.block(blocks[4].header, {{scene.accountOf(id), 100 * kMinor, 1, 0, {}}}, 1);
    scene.record({paid});
    scene.record(emptyBlocks(scene, paid.header, 8, 1));
    QCOMPARE(scene.status(id), QStringLiteral("confirming"));
    const auto acknowledged = tieout::inTerm(scene.term(), [&] {
        return tieout::acknowledgeRail(scene.db(),
                                       scene.rail().rail().id,
                                       QStringLiteral("alice"),
                                       QStringLiteral("seen"),
                                       scene.start());
    });
    QVERIFY(acknowledged);
    facts.latest.number = 14;
    QVERIFY(tieout::promote(scene.term(), scene.rail(), facts, scene.start()));
    QCOMPARE(scene.status(id), QStringLiteral("confirmed"));
}

void TstRecordBlocks::labelsNoise()
{
    TIEOUT_TEST_DATABASE(database);
    ChainScene scene(*database);
    const auto id = scene.payment(100);
    scene.rail().learnToken(ChainScene::account(9001), QStringLiteral("USDT"), 6);
    const auto noise =
        scene.block(scene.genesis(),
                    {{scene.accountOf(id), 0, 1, 0, {}},
                     {scene.accountOf(id), 100 * kMinor, 2, 1, ChainScene::account(9001)},
                     {scene.accountOf(id), 100 * kMinor, 3, 2, ChainScene::account(9002)}});
    scene.record({noise});
    scene.record(emptyBlocks(scene, noise.header, 6));
    QCOMPARE(scene.status(id), QStringLiteral("pending"));
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer"), 3);
    QCOMPARE(scene.count(u"SELECT count(*) FROM transfer_label WHERE label = 'poison'"), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM exception_case WHERE code = 'TOK-WRONG'"), 1);
    QCOMPARE(scene.count(u"SELECT count(*) FROM exception_case WHERE code = 'TOK-FAKE'"), 1);
    QVERIFY(scene.row(id).projection.labels.contains(QStringLiteral("wrong-token")));
}

TIEOUT_REGISTER_TEST(TstRecordBlocks)

#include "tst_recordblocks.moc"
