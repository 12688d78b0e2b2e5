// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

class TstEvmRail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsForward();
    void confirmsTheTip();
    void filtersByTokenBehindTheHead();
    void hiddenLogsAreFoundByHash();
    void hiddenLogsAreFoundElsewhere();
    void spansFollowRefusals();
    void batchesFollowRefusals();
    void answersTooLargeShrink();
    void prefetchIsUsedOnce();
    void prefetchAfterReorganisation();
    void headAndMarks();
    void headOfAnother();
    void wrongChain();
    void wrongChainLater();
    void otherGenesis();
    void failsOver();
    void rereadsElsewhere();
    void quorum();
    void balances();
    void aBalanceThatRevertsIsNoFailure();
    void aRevertIsNoRateLimit();
    void aContractThatSaysTooMuch();
    void interruptEndsWaiting();

private:
    FakeSource& first() { return m_sources.at(0); }
    FakeNode& node() { return *m_sources.at(0).node; }
    // A second source with the same chain so far.
    FakeSource& second();
    std::unique_ptr<EvmRail> rail(const std::function<void(EvmRailSettings&)>& change = {});

    std::vector<FakeSource> m_sources;
};

void TstEvmRail::init()
{
    m_sources.clear();
    m_sources.push_back(makeFakeSource(std::make_unique<FakeNode>()));
    node().mineMany(5);
    node().mine({testAccount(0xaa), testAccount(0xbb)});
    node().mine({testAccount(0xaa)}, testAccount(0x71));
    node().mineMany(3);
}

void TstEvmRail::cleanup()
{
    m_sources.clear();
}

FakeSource& TstEvmRail::second()
{
    m_sources.push_back(makeFakeSource(std::make_unique<FakeNode>()));
    FakeNode& other = *m_sources.back().node;
    other.mineMany(5);
    other.mine({testAccount(0xaa), testAccount(0xbb)});
    other.mine({testAccount(0xaa)}, testAccount(0x71));
    other.mineMany(3);
    return m_sources.back();
}

std::unique_ptr<EvmRail> TstEvmRail::rail(const std::function<void(EvmRailSettings&)>& change)
{
    std::vector<QByteArray> urls;
    for (const FakeSource& source : m_sources)
        urls.push_back(source.server->url());
    EvmRailSettings settings = railSettings(urls);
    if (change)
        change(settings);
    return makeRail(std::move(settings));
}

void TstEvmRail::readsForward()
{
    const auto r = rail();
    QVERIFY(r->connect(kRailNow));
    TIEOUT_TAKE(batch, r->blocks(beforeBlock(0), 10, watchAll, kRailNow));
    QCOMPARE(batch.from, 0);
    QCOMPARE(batch.to, 10);
    QCOMPARE(batch.headers.size(), size_t(11));
    QCOMPARE(batch.headers[6].hash, node().hashAt(6));
    QCOMPARE(batch.transfers.size(), size_t(3));
    QCOMPARE(batch.transfers[0].to, testAccount(0xaa));
    QCOMPARE(batch.transfers[1].to, testAccount(0xbb));
    QCOMPARE(batch.transfers[1].logIndex, 1);
    QCOMPARE(batch.transfers[1].value[31], 6);
    QCOMPARE(batch.transfers[2].token, testAccount(0x71));
    QCOMPARE(batch.scannedLogs, 3);
    QCOMPARE(batch.source, QStringLiteral("s1"));
    QCOMPARE(batch.scope, ScanScope::AllTokens);
    const auto ours = [](const TransferLog& log) { return log.to == testAccount(0xbb); };
    TIEOUT_TAKE(few, r->blocks(node().headerAt(5), 8, ours, kRailNow));
    QCOMPARE(few.transfers.size(), size_t(1));
    QCOMPARE(few.scannedLogs, 3);
    QCOMPARE(few.from, 6);
}

void TstEvmRail::confirmsTheTip()
{
    const auto r = rail();
    const BlockHeader tip = node().headerAt(8);
    node().reorganise(4); // our tip is gone
    TIEOUT_FAILS(r->blocks(tip, 10, watchAll, kRailNow), "tip_changed");
    QVERIFY(r->health()[0].healthy); // the source is not to blame
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(6), 10, watchAll, kRailNow));
    QCOMPARE(batch.headers.back().hash, node().hashAt(10));
}

void TstEvmRail::filtersByTokenBehindTheHead()
{
    const auto r = rail([](EvmRailSettings& s) {
        s.scan = TokenScan::AllTokensAtHead;
        s.headZone = 3;
    });
    TIEOUT_TAKE(head, r->head(-1, kRailNow));
    QCOMPARE(head.latest.number, 10);
    TIEOUT_TAKE(far, r->blocks(beforeBlock(0), 10, watchAll, kRailNow));
    QCOMPARE(far.to, 6); // stops where the scope changes
    QCOMPARE(far.scope, ScanScope::ListedTokens);
    TIEOUT_TAKE(near, r->blocks(node().headerAt(6), 10, watchAll, kRailNow));
    QCOMPARE(near.scope, ScanScope::AllTokens);
    QCOMPARE(near.transfers.size(), size_t(1)); // the unlisted token's
}

void TstEvmRail::hiddenLogsAreFoundByHash()
{
    const auto r = rail();
    node().hideRangeLogs = true;
    TIEOUT_FAILS(r->blocks(node().headerAt(4), 8, watchAll, kRailNow), "answer_inconsistent");
    node().hideRangeLogs = false;
    QVERIFY(r->blocks(node().headerAt(4), 8, watchAll, kRailNow + Duration(1'000)));
}

void TstEvmRail::hiddenLogsAreFoundElsewhere()
{
    second();
    node().hideAllLogs = true; // the first source hides them by hash as well
    const auto r = rail([](EvmRailSettings& s) { s.prefetch = false; });
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 8, watchAll, kRailNow));
    QCOMPARE(batch.source, QStringLiteral("s2"));
    QCOMPARE(batch.transfers.size(), size_t(3));
    QCOMPARE(r->health()[0].lastError, QStringLiteral("answer_inconsistent"));
}

void TstEvmRail::spansFollowRefusals()
{
    node().mineMany(90);
    node().maxRange = 7;
    const auto r = rail([](EvmRailSettings& s) { s.prefetch = false; });
    TIEOUT_TAKE(batch, r->blocks(beforeBlock(0), 100, watchAll, kRailNow));
    QCOMPARE(batch.to, 6);
    QCOMPARE(r->health()[0].span, 7);
    QVERIFY(r->health()[0].healthy);
    QCOMPARE(node().rangesAsked, (std::vector<qint64>{32, 7}));
}

void TstEvmRail::batchesFollowRefusals()
{
    node().mineMany(90);
    node().batchMax = 20;
    const auto r = rail([](EvmRailSettings& s) { s.prefetch = false; });
    TIEOUT_TAKE(batch, r->blocks(beforeBlock(0), 100, watchAll, kRailNow));
    QVERIFY(batch.to >= 0 && batch.to < 20);
    QCOMPARE(batch.headers.size(), size_t(batch.to + 1));
}

void TstEvmRail::answersTooLargeShrink()
{
    node().mineMany(90);
    const auto r = rail([](EvmRailSettings& s) {
        s.prefetch = false;
        s.limits.maxBytes = 8'000; // about ten headers
    });
    TIEOUT_TAKE(batch, r->blocks(beforeBlock(0), 100, watchAll, kRailNow));
    QVERIFY(batch.to < 12);
}

void TstEvmRail::prefetchIsUsedOnce()
{
    node().mineMany(90);
    const auto r = rail([](EvmRailSettings& s) {
        s.limits.span.initial = 10;
        s.limits.span.lowBytes = 1; // doesn't grow
    });
    QVERIFY(r->connect(kRailNow));
    BlockHeader tip = beforeBlock(0);
    size_t transfers = 0;
    for (int i = 0; i < 10; ++i) {
        TIEOUT_TAKE(batch, r->blocks(tip, 99, watchAll, kRailNow));
        QCOMPARE(batch.headers.size(), size_t(10));
        transfers += batch.transfers.size();
        tip = batch.headers.back();
    }
    QCOMPARE(tip.number, 99);
    QCOMPARE(transfers, size_t(3));
    QCOMPARE(node().rangesAsked.size(), size_t(10)); // nothing was asked for twice
}

void TstEvmRail::prefetchAfterReorganisation()
{
    node().mineMany(10);
    const auto r = rail([](EvmRailSettings& s) { s.limits.span.initial = 5; });
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 20, watchAll, kRailNow));
    QCOMPARE(batch.to, 9);
    node().reorganise(12); // from 9 on
    TIEOUT_TAKE(head, r->head(9, kRailNow));
    QVERIFY(head.atTip && head.atTip->hash != batch.headers.back().hash);
    TIEOUT_TAKE(again, r->blocks(node().headerAt(8), 20, watchAll, kRailNow));
    QCOMPARE(again.headers.front().hash, node().hashAt(9));
}

void TstEvmRail::headAndMarks()
{
    const auto r = rail();
    TIEOUT_TAKE(head, r->head(7, kRailNow));
    QCOMPARE(head.latest.number, 10);
    QCOMPARE(head.latest.hash, node().hashAt(10));
    QCOMPARE(head.marks.finalized, std::optional<qint64>(6));
    QCOMPARE(head.marks.safe, std::optional<qint64>(6));
    QCOMPARE(head.atTip->hash, node().hashAt(7));
    TIEOUT_TAKE(beyond, r->head(50, kRailNow));
    QVERIFY(!beyond.atTip);
    // A node without the tag `safe` is asked once only.
    int safeAsked = 0;
    *first().override = [&](const QByteArray& body, int) -> std::optional<ScriptAnswer> {
        safeAsked += body.contains("safe");
        return std::nullopt;
    };
    node().tamper = [](QJsonArray& a) {
        QJsonObject item = a.at(3).toObject();
        item.remove(QStringLiteral("result"));
        item.insert(QStringLiteral("error"),
                    QJsonObject{{QStringLiteral("code"), -32'602},
                                {QStringLiteral("message"), QStringLiteral("invalid block tag")}});
        a[3] = item;
    };
    TIEOUT_TAKE(without, r->head(-1, kRailNow));
    QVERIFY(!without.marks.safe && without.marks.finalized);
    node().tamper = {};
    QVERIFY(r->head(-1, kRailNow));
    QCOMPARE(safeAsked, 1);
}

void TstEvmRail::headOfAnother()
{
    second();
    node().lag = 4;
    const auto r = rail();
    TIEOUT_TAKE(head, r->head(9, kRailNow));
    QCOMPARE(head.source, QStringLiteral("s2"));
    QCOMPARE(head.latest.number, 10);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(9), 10, watchAll, kRailNow));
    QCOMPARE(batch.source, QStringLiteral("s2")); // the one that lags is left aside
}

void TstEvmRail::wrongChain()
{
    m_sources.push_back(makeFakeSource(std::make_unique<FakeNode>(1)));
    const auto r = rail();
    const Outcome connected = r->connect(kRailNow);
    QVERIFY(!connected);
    QCOMPARE(connected.error().code, ErrorCode::Forbidden);
    QCOMPARE(connected.error().reason, QStringLiteral("chain_id_mismatch"));
    QVERIFY(!r->health()[1].healthy);
}

void TstEvmRail::wrongChainLater()
{
    const auto r = rail();
    QVERIFY(r->connect(kRailNow));
    FakeNode other(10);
    *first().override = [&](const QByteArray& body, int) {
        return ScriptAnswer{200, {}, other.answer(body)};
    };
    TIEOUT_FAILS(r->head(-1, kRailNow), "chain_id_mismatch");
    TIEOUT_FAILS(r->head(-1, kRailNow), "no_source"); // never believed again
}

void TstEvmRail::otherGenesis()
{
    const auto r = rail([](EvmRailSettings& s) { s.genesis = Hash32{1}; });
    TIEOUT_FAILS(r->connect(kRailNow), "genesis_mismatch");
    const auto same = rail([this](EvmRailSettings& s) { s.genesis = node().hashAt(0); });
    QVERIFY(same->connect(kRailNow));
}

void TstEvmRail::failsOver()
{
    second();
    *first().override = [](const QByteArray&, int) {
        return ScriptAnswer{200, {}, "<html>Just a moment...</html>"};
    };
    const auto r = rail();
    QVERIFY(r->connect(kRailNow)); // one source is enough to begin
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 8, watchAll, kRailNow));
    QCOMPARE(batch.source, QStringLiteral("s2"));
    QCOMPARE(r->health()[0].lastError, QStringLiteral("source_not_json"));
    QVERIFY(r->health()[0].retryAt > kRailNow);
}

void TstEvmRail::rereadsElsewhere()
{
    second();
    const auto r = rail();
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 8, watchAll, kRailNow));
    QCOMPARE(batch.source, QStringLiteral("s1"));
    TIEOUT_TAKE(again, r->reread(node().headerAt(4), 8, watchAll, kRailNow));
    QCOMPARE(again.source, QStringLiteral("s2"));
    QCOMPARE(again.transfers.size(), batch.transfers.size());
    QCOMPARE(again.headers.back().hash, batch.headers.back().hash);
}

void TstEvmRail::quorum()
{
    second();
    second();
    const auto r = rail();
    const Hash32 hash = node().hashAt(9);
    TIEOUT_TAKE(all, r->agreed(9, hash, 3, kRailNow));
    QVERIFY(all);
    m_sources[2].node->lag = 5; // it doesn't know that block yet
    TIEOUT_TAKE(two, r->agreed(9, hash, 2, kRailNow));
    QVERIFY(two);
    TIEOUT_TAKE(three, r->agreed(9, hash, 3, kRailNow));
    QVERIFY(!three);
    m_sources[1].node->reorganise(1); // another block 10, and then another 9
    m_sources[1].node->reorganise(3);
    TIEOUT_FAILS(r->agreed(9, hash, 2, kRailNow), "sources_disagree");
    const auto one = rail([](EvmRailSettings& s) {
        s.sources[0].operatorName = QStringLiteral("Same");
        s.sources[1].operatorName = QStringLiteral("same");
        s.sources[2].operatorName = QStringLiteral(" SAME");
    });
    TIEOUT_TAKE(alone, one->agreed(9, hash, 2, kRailNow));
    QVERIFY(!alone); // several URLs of one operator are one voice
}

void TstEvmRail::balances()
{
    const auto r = rail();
    TIEOUT_TAKE(value, r->balance(testAccount(0x70), testAccount(0xaa), 9, kRailNow));
    QCOMPARE(value[31], 7);
    node().onlyLatestState = true;
    TIEOUT_FAILS(r->balance(testAccount(0x70), testAccount(0xaa), 9, kRailNow),
                 "balance_latest_only");
    const auto newest = rail([](EvmRailSettings& s) { s.latestStateOnly = true; });
    QVERIFY(newest->balance(testAccount(0x70), testAccount(0xaa), 10, kRailNow));
    TIEOUT_FAILS(newest->balance(testAccount(0x70), testAccount(0xaa), 9, kRailNow),
                 "balance_latest_only");
}

// Whatever a contract says instead of a balance, the source did its work.
void TstEvmRail::aBalanceThatRevertsIsNoFailure()
{
    const auto now = rail();
    const auto newest = rail([](EvmRailSettings& s) { s.latestStateOnly = true; });
    int code = 3;
    QString text;
    node().view = [&](const QString&, QJsonObject& error) {
        if (text.startsWith(u"0x"))
            return QJsonValue(text);
        error = {{QStringLiteral("code"), code}, {QStringLiteral("message"), text}};
        return QJsonValue();
    };
    for (const auto& [number, words] : {std::pair(3, "paused"),
                                        std::pair(3, "latest state pruned"), // its author's words
                                        std::pair(-32'000, "execution reverted"),
                                        std::pair(-32'000, "invalid opcode: INVALID"),
                                        std::pair(-32'000, "out of gas"),
                                        std::pair(0, "0x01")}) {
        code = number;
        text = QString::fromLatin1(words);
        for (const auto& r : {now.get(), newest.get()}) {
            const auto answer = r->balance(testAccount(0x71), testAccount(0xaa), 10, kRailNow);
            QVERIFY2(!answer, words);
            QCOMPARE(answer.error().reason, QStringLiteral("contract_unreadable"));
            QCOMPARE(answer.error().code, ErrorCode::Invalid);
            QCOMPARE(r->health()[0].failures, qint64(0));
            QVERIFY(r->health()[0].healthy);
        }
    }
    // What the provider says itself still counts.
    code = -32'603;
    text = QStringLiteral("internal error");
    TIEOUT_FAILS(now->balance(testAccount(0x71), testAccount(0xaa), 10, kRailNow),
                 "source_refused");
    QVERIFY(now->health()[0].failures > 0);
}

// The reason of a revert is the contract author's text.
void TstEvmRail::aRevertIsNoRateLimit()
{
    const auto r = rail();
    const QString words = QStringLiteral("suspended for 3600");
    int code = 3;
    QString prefix;
    node().view = [&](const QString&, QJsonObject& error) {
        error = {{QStringLiteral("code"), code}, {QStringLiteral("message"), prefix + words}};
        return QJsonValue();
    };
    for (const auto& [number, text] : {std::pair(3, ""),
                                       std::pair(3, "execution reverted: "),
                                       std::pair(-32'000, "execution reverted: "),
                                       std::pair(-32'000, "REVERT opcode executed: ")}) {
        code = number;
        prefix = QString::fromLatin1(text);
        TIEOUT_TAKE(facts, r->contract(testAccount(0x71), kRailNow));
        QVERIFY(!facts.codeHash.isEmpty());
        QVERIFY(facts.symbol.isEmpty() && !facts.decimals);
        QVERIFY(r->health()[0].healthy);
    }
    // The provider's own words still count.
    code = -32'005;
    prefix.clear();
    TIEOUT_FAILS(r->contract(testAccount(0x71), kRailNow), "rate_limited");
    QVERIFY(r->health()[0].retryAt >= kRailNow + Duration(3'600'000));
}

void TstEvmRail::aContractThatSaysTooMuch()
{
    second();
    const auto r = rail([](EvmRailSettings& s) { s.limits.maxBytes = 20'000; });
    QVERIFY(r->connect(kRailNow));
    node().view = [](const QString&, QJsonObject&) {
        return QJsonValue(QStringLiteral("0x") + QString(40'000, u'4'));
    };
    // Another source has another opinion.
    QVERIFY(r->contract(testAccount(0x71), kRailNow));
    // One that is away doesn't make it a question without an answer.
    *m_sources[1].override = [](const QByteArray&, int) { return ScriptAnswer{503, {}, {}}; };
    const auto unreadable = r->contract(testAccount(0x71), kRailNow);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().code, ErrorCode::Invalid);
    QCOMPARE(unreadable.error().reason, QStringLiteral("contract_unreadable"));
    QVERIFY(r->health()[0].healthy);
    // Nobody answers: nothing is known of it.
    *first().override = *m_sources[1].override;
    const auto silent = r->contract(testAccount(0x71), kRailNow + Duration(10'000));
    QVERIFY(!silent);
    QCOMPARE(silent.error().code, ErrorCode::Unavailable);
}

void TstEvmRail::interruptEndsWaiting()
{
    const auto r = rail();
    QVERIFY(r->connect(kRailNow));
    *first().override = [](const QByteArray&, int) {
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    };
    const int before = first().server->requests();
    std::thread other([&] {
        while (first().server->requests() == before)
            std::this_thread::yield();
        r->interrupt();
    });
    const auto answer = r->head(-1, kRailNow);
    other.join();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

TIEOUT_REGISTER_TEST(TstEvmRail)

#include "tst_evmrail.moc"
