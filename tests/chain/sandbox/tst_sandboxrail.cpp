// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxrail.h"
#include "tests/chain/sandbox/chainkit.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <thread>

namespace tieout::test {

class TstSandboxRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headAndHeadersAgree();
    void blocksAreWhole();
    void blocksConfirmTheTip();
    void mempoolAndPending();
    void factsAndReceipts();
    void wrongChainIsRefused();
    void quorum();
    void faultsStrike_data();
    void faultsStrike();
    void omissionIsFoundByRereading();
    void laggingSourceIsConsistent();
    void faultsAreSeeded();
    void scriptCrossesThreads();
};

namespace {

const Account kDesk = sandboxSharedAddress();

bool ours(const TransferLog& log)
{
    return log.to == kDesk;
}

struct Bench
{
    std::shared_ptr<SandboxChain> chain = std::make_shared<SandboxChain>(parameters());
    std::shared_ptr<SandboxScript> script = std::make_shared<SandboxScript>();
    SandboxRail rail{chain, script, {.span = 50, .expectedGenesis = {}, .operators = 2}};

    BlockHeader start() const { return {-1, {}, {}, {}}; }
};

} // namespace

void TstSandboxRail::headAndHeadersAgree()
{
    Bench bench;
    QVERIFY(bench.rail.connect(at(0)));
    const auto head = bench.rail.head(7, at(81));
    QVERIFY(head);
    QCOMPARE(head->latest.number, 20);
    QCOMPARE(*head->marks.safe, 16);
    QCOMPARE(*head->marks.finalized, 8);
    QCOMPARE(head->atTip->number, 7);
    const auto header = bench.rail.header(20, at(81));
    QVERIFY(header && *header);
    QVERIFY((*header)->hash == head->latest.hash);
    QVERIFY(!*bench.rail.header(21, at(81)));
    QVERIFY(!bench.rail.head(21, at(81))->atTip);
    QVERIFY(!bench.rail.head(-1, at(81))->atTip);
    QCOMPARE(bench.rail.health().front().head, 20);
}

void TstSandboxRail::blocksAreWhole()
{
    Bench bench;
    bench.script->post(send("a", at(5), {transfer(kDesk, 1), transfer(someone("else"), 2)}));
    bench.script->post(send("b", at(300), {transfer(kDesk, 3)}));
    std::vector<TransferLog> seen;
    BlockHeader tip = bench.start();
    (void)bench.rail.head(-1, at(1));
    while (tip.number < 120) {
        const auto batch = bench.rail.blocks(tip, 120, ours, at(480));
        QVERIFY(batch);
        QCOMPARE(batch->from, tip.number + 1);
        QVERIFY(batch->to >= batch->from && batch->to <= tip.number + 50);
        QCOMPARE(qint64(batch->headers.size()), batch->to - batch->from + 1);
        for (const auto& header : batch->headers) {
            QCOMPARE(header.number, tip.number + 1);
            QVERIFY(header.parent == tip.hash);
            tip = header;
        }
        seen.insert(seen.end(), batch->transfers.begin(), batch->transfers.end());
    }
    QCOMPARE(seen.size(), size_t(2));
    QCOMPARE(seen[0].block, 2);
    QCOMPARE(seen[1].block, 75);
    QCOMPARE(bench.rail.blocks(tip, 500, ours, at(480)).error().reason,
             QStringLiteral("source_lagging"));
}

void TstSandboxRail::blocksConfirmTheTip()
{
    Bench bench;
    const BlockHeader tip = bench.rail.head(-1, at(40))->latest;
    bench.script->post(reorg(at(41), 3));
    (void)bench.rail.head(-1, at(41)); // takes the script
    const auto head = bench.rail.head(tip.number, at(60));
    QVERIFY(head->atTip->hash != tip.hash);
    QCOMPARE(bench.rail.blocks(tip, 99, ours, at(60)).error().reason,
             QStringLiteral("answer_inconsistent"));
    QVERIFY(bench.rail.blocks(*head->atTip, 99, ours, at(60)));
}

void TstSandboxRail::mempoolAndPending()
{
    Bench bench;
    SandboxAction stuck = send("stuck", at(3), {transfer(kDesk, 5)});
    stuck.stuck = true;
    stuck.transfers.front().reference = QStringLiteral("R-7");
    bench.script->post(stuck);
    bench.script->post(send("foreign", at(3), {transfer(someone("x"), 5)}));
    (void)bench.rail.head(-1, at(1));
    const auto seen = bench.rail.mempool(ours, at(3));
    QCOMPARE(seen->size(), size_t(1));
    QCOMPARE(seen->front().reference, QStringLiteral("R-7"));
    QVERIFY(seen->front().seenAt == at(3));
    const Hash32 hash = seen->front().tx;
    QVERIFY(bench.rail.pending(hash, at(4))->state == SightingState::Seen);
    QVERIFY(!*bench.rail.receipt(hash, at(4)));
    SandboxAction other = send("other", at(9), {transfer(kDesk, 5)});
    other.replaces = stuck.key;
    other.sender = stuck.sender;
    bench.script->post(other);
    (void)bench.rail.head(-1, at(8));
    const auto state = bench.rail.pending(hash, at(16));
    QVERIFY(state->state == SightingState::Replaced);
    QVERIFY(bench.rail.pending(*state->replacedBy, at(16))->state == SightingState::Mined);
    QVERIFY((*bench.rail.receipt(*state->replacedBy, at(16)))->succeeded);
    QVERIFY(bench.rail.pending(Hash32{}, at(16))->state == SightingState::Dropped);
    QVERIFY(bench.rail.mempool(ours, at(16))->empty());
}

void TstSandboxRail::factsAndReceipts()
{
    Bench bench;
    const SandboxToken& dai = sandboxToken(u"dai");
    const auto facts = bench.rail.contract(dai.contract, at(1));
    QCOMPARE(facts->symbol, QStringLiteral("DAI"));
    QCOMPARE(facts->decimals, std::optional<int>(18));
    QCOMPARE(facts->codeHash.size(), 32);
    QVERIFY(bench.rail.contract(kDesk, at(1))->codeHash.isEmpty());
    QCOMPARE(sandboxToken(u"fake-usdt").symbol, sandboxToken(u"usdt").symbol);
    bench.script->post(send("a", at(5), {transfer(kDesk, 17)}));
    (void)bench.rail.head(-1, at(1));
    const Account usdt = sandboxToken(u"usdt").contract;
    QVERIFY(*bench.rail.balance(usdt, kDesk, 2, at(20)) == evmWord(Amount(17, 6)));
    QCOMPARE(bench.rail.balance(usdt, kDesk, 6, at(20)).error().reason,
             QStringLiteral("source_lagging"));
    const auto receipt = bench.rail.receipt(tx(*bench.chain, "a").hash, at(20));
    QCOMPARE((*receipt)->block, 2);
    QVERIFY((*receipt)->blockHash == bench.chain->header(2)->hash);
}

void TstSandboxRail::wrongChainIsRefused()
{
    auto chain = std::make_shared<SandboxChain>(parameters());
    auto other = std::make_shared<SandboxChain>(parameters(8));
    SandboxRail good(
        chain, {}, {.span = 10, .expectedGenesis = chain->genesisHash(), .operators = 1});
    QVERIFY(good.connect(at(1)));
    SandboxRail bad(
        other, {}, {.span = 10, .expectedGenesis = chain->genesisHash(), .operators = 1});
    const auto refused = bad.connect(at(1));
    QVERIFY(refused.error().code == ErrorCode::Forbidden);
    QCOMPARE(refused.error().reason, QStringLiteral("genesis_mismatch"));
}

void TstSandboxRail::quorum()
{
    Bench bench;
    const auto header = bench.rail.header(5, at(40));
    const Hash32 hash = (*header)->hash;
    QVERIFY(*bench.rail.agreed(5, hash, 2, at(40)));
    QVERIFY(!*bench.rail.agreed(5, hash, 3, at(40)));
    QVERIFY(!*bench.rail.agreed(6, hash, 2, at(40)));
    QVERIFY(*bench.rail.agreed(6, hash, 1, at(40)));
    bench.rail.faults().addWindow(SandboxFault::Disagree, at(50), at(60));
    QCOMPARE(bench.rail.agreed(5, hash, 2, at(50)).error().reason,
             QStringLiteral("sources_disagree"));
    QVERIFY(*bench.rail.agreed(5, hash, 2, at(60)));
    bench.rail.faults().addWindow(SandboxFault::Alone, at(60), at(70));
    QVERIFY(!*bench.rail.agreed(5, hash, 2, at(64)));
    QVERIFY(*bench.rail.agreed(5, hash, 1, at(64)));
    QVERIFY(*bench.rail.agreed(5, hash, 2, at(70)));
}

void TstSandboxRail::faultsStrike_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("reason");
    const auto row = [](SandboxFault fault, const char* reason) {
        QTest::newRow(reason) << int(fault) << QString::fromLatin1(reason);
    };
    row(SandboxFault::Unreachable, "source_unreachable");
    row(SandboxFault::Timeout, "source_timeout");
    row(SandboxFault::RateLimited, "rate_limited");
    row(SandboxFault::Inconsistent, "answer_inconsistent");
    row(SandboxFault::WrongChain, "chain_id_mismatch");
    row(SandboxFault::WrongGenesis, "genesis_mismatch");
}

void TstSandboxRail::faultsStrike()
{
    QFETCH(int, fault);
    Bench bench;
    const auto kind = static_cast<SandboxFault>(fault);
    bench.rail.faults().addWindow(kind, at(10), at(20));
    QVERIFY(bench.rail.connect(at(9)));
    const auto refused = bench.rail.connect(at(10));
    QVERIFY(!refused);
    QTEST(refused.error().reason, "reason");
    const bool forbidden = kind == SandboxFault::WrongChain || kind == SandboxFault::WrongGenesis;
    QVERIFY(refused.error().code == (forbidden ? ErrorCode::Forbidden : ErrorCode::Unavailable));
    QVERIFY(!bench.rail.health().front().healthy);
    QVERIFY(bench.rail.connect(at(20)));
    QVERIFY(bench.rail.health().front().healthy);
}

void TstSandboxRail::omissionIsFoundByRereading()
{
    Bench bench;
    bench.script->post(send("a", at(5), {transfer(kDesk, 1)}));
    (void)bench.rail.head(-1, at(1));
    bench.rail.faults().addWindow(SandboxFault::Omission, at(0), at(999));
    const auto first = bench.rail.blocks(bench.start(), 9, ours, at(40));
    const auto second = bench.rail.reread(bench.start(), 9, ours, at(40));
    QVERIFY(first->transfers.empty());
    QCOMPARE(second->transfers.size(), size_t(1));
    QVERIFY(first->headers.back().hash == second->headers.back().hash);
    QVERIFY(first->source != second->source);
}

void TstSandboxRail::laggingSourceIsConsistent()
{
    Bench bench;
    bench.rail.faults().addWindow(SandboxFault::Lagging, at(0), at(9999));
    bool behind = false;
    for (qint64 step = 40; step < 400; ++step) {
        const auto head = bench.rail.head(-1, at(step));
        behind = behind || head->latest.number < bench.chain->head() - 3;
        QVERIFY(head->latest.number < bench.chain->head());
        QVERIFY(head->latest.hash == bench.chain->header(head->latest.number)->hash);
        const auto batch = bench.rail.blocks(bench.start(), 9999, ours, at(step));
        QVERIFY(batch);
        QVERIFY(batch->to < bench.chain->head());
    }
    QVERIFY(behind);
}

void TstSandboxRail::faultsAreSeeded()
{
    const auto run = [](quint64 seed) {
        SandboxFaults faults(seed);
        faults.setChance(SandboxFault::Timeout, 300);
        QByteArray story;
        for (int i = 0; i < 400; ++i)
            story.append(faults.strikes(SandboxFault::Timeout, at(i)) ? 'x' : '.');
        return story;
    };
    QCOMPARE(run(1), run(1));
    QVERIFY(run(1) != run(2));
    const auto struck = run(1).count('x');
    QVERIFY(struck > 80 && struck < 160);
}

void TstSandboxRail::scriptCrossesThreads()
{
    Bench bench;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&bench, t] {
            for (int i = 0; i < 50; ++i) {
                const QByteArray key = QByteArray::number(t * 100 + i);
                SandboxAction action = send(key.constData(), at(10), {transfer(kDesk, 1)});
                if (i % 2 == 1)
                    action.network = SandboxNetwork::Side;
                bench.script->post(action);
            }
        });
    }
    threads.clear();
    const auto head = bench.rail.head(-1, at(1));
    QVERIFY(head);
    QCOMPARE(bench.chain->actions().size(), size_t(100));
    QCOMPARE(bench.script->take(SandboxNetwork::Side).size(), size_t(100));
    QVERIFY(bench.script->take(SandboxNetwork::Main).empty());
    const auto batch = bench.rail.blocks(bench.start(), 9, ours, at(40));
    QCOMPARE(batch->transfers.size(), size_t(100));
}

TIEOUT_REGISTER_TEST(TstSandboxRail)

} // namespace tieout::test

#include "tst_sandboxrail.moc"
