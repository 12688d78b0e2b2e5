// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr qint64 kSpan = 5;
constexpr qsizetype kMoreThanSocketsHold = 12 * 1024 * 1024;

bool asksLogsFrom(const QByteArray& body, qint64 number)
{
    return body.contains("\"fromBlock\":\"" + rpcQuantity(number) + '"');
}

} // namespace

// What is read ahead: it comes while the caller does something else, and is believed no more than
// an answer that was waited for. Blocks 0 … 30; the first reading is 5 … 9.
class TstReadAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comesWhileTheCallerWorks();
    void isFilteredWhenItIsItsTurn();
    void ofAnotherChainIsThrownAway();
    void ofOtherHeightsIsThrownAway();
    void refusedIsAskedForSmaller();
    void failedIsAskedAgain();
    void ofAnotherChainIdIsNeverTaken();
    void interruptEndsWaiting();
    void destructionEndsWaiting();

private:
    FakeNode& node() { return *m_source.node; }
    std::unique_ptr<EvmRail> rail();
    // Of the range from `from` on, once, instead of what the node would say.
    void answerOnce(qint64 from, std::function<ScriptAnswer(const QByteArray&)> script);
    void waitForAnswers(int count);

    FakeSource m_source;
    std::atomic<int> m_instead{0};
};

void TstReadAhead::init()
{
    m_instead.store(0);
    m_source = makeFakeSource(std::make_unique<FakeNode>());
    for (int i = 0; i < 30; ++i)
        node().mine({testAccount(0xaa), testAccount(0xbb)});
}

void TstReadAhead::cleanup()
{
    m_source.server.reset(); // its threads ask the node
    m_source = {};
}

std::unique_ptr<EvmRail> TstReadAhead::rail()
{
    EvmRailSettings settings = railSettings({m_source.server->url()});
    settings.limits.span.initial = kSpan;
    settings.limits.span.lowBytes = 1; // doesn't grow
    auto out = makeRail(std::move(settings));
    if (!out->connect(kRailNow))
        return {};
    return out;
}

void TstReadAhead::answerOnce(qint64 from, std::function<ScriptAnswer(const QByteArray&)> script)
{
    *m_source.override = [this, from, script](const QByteArray& body,
                                              int) -> std::optional<ScriptAnswer> {
        if (!asksLogsFrom(body, from) || m_instead++ > 0)
            return std::nullopt;
        return script(body);
    };
}

void TstReadAhead::waitForAnswers(int count)
{
    while (m_source.server->answers() < count)
        std::this_thread::yield();
}

// The bodies are longer than what sockets hold: somebody must be reading them.
void TstReadAhead::comesWhileTheCallerWorks()
{
    *m_source.override = [this](const QByteArray& body, int) {
        const bool padded = body.contains("eth_getLogs") && !asksLogsFrom(body, 5);
        const QByteArray answer = node().answer(body);
        return ScriptAnswer{
            200, {}, padded ? answer + QByteArray(kMoreThanSocketsHold, ' ') : answer};
    };
    const auto r = rail();
    QVERIFY(r);
    const int before = m_source.server->requests(); // all of them answered
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    QCOMPARE(batch.to, 9);
    waitForAnswers(before + 3); // this one and two more, without another call
    const int asked = m_source.server->requests();
    QCOMPARE(asked, before + 3);
    TIEOUT_TAKE(next, r->blocks(batch.headers.back(), 14, watchAll, kRailNow));
    TIEOUT_TAKE(last, r->blocks(next.headers.back(), 19, watchAll, kRailNow));
    QCOMPARE(last.headers.back().hash, node().hashAt(19));
    QCOMPARE(last.transfers.size(), size_t(10));
    QCOMPARE(m_source.server->requests(), asked);
}

// An account that is watched from now on is found in what came before now.
void TstReadAhead::isFilteredWhenItIsItsTurn()
{
    const auto r = rail();
    QVERIFY(r);
    bool known = false;
    const WatchFilter filter = [&known](const TransferLog& log) {
        return known && log.to == testAccount(0xaa);
    };
    const int before = m_source.server->requests(); // all of them answered
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, filter, kRailNow));
    QVERIFY(batch.transfers.empty());
    QCOMPARE(batch.scannedLogs, 10);
    waitForAnswers(before + 3);
    known = true;
    TIEOUT_TAKE(next, r->blocks(batch.headers.back(), 30, filter, kRailNow));
    QCOMPARE(next.transfers.size(), size_t(kSpan));
    QCOMPARE(next.scannedLogs, 10);
}

// The third range was answered by a replica on another branch: each answer fits itself, but the
// last one doesn't continue the one before.
void TstReadAhead::ofAnotherChainIsThrownAway()
{
    FakeNode other(31'337, 7);
    other.mineMany(30);
    answerOnce(15, [&other](const QByteArray& body) {
        return ScriptAnswer{200, {}, other.answer(body)};
    });
    const auto r = rail();
    QVERIFY(r);
    BlockHeader tip = node().headerAt(4);
    for (qint64 from = 5; from < 30; from += kSpan) {
        TIEOUT_TAKE(batch, r->blocks(tip, 29, watchAll, kRailNow));
        QCOMPARE(batch.from, from);
        QCOMPARE(batch.headers.front().parent, tip.hash);
        QCOMPARE(batch.transfers.size(), size_t(2 * kSpan));
        tip = batch.headers.back();
    }
    QCOMPARE(tip.hash, node().hashAt(29));
    QVERIFY(m_instead.load() >= 2); // asked ahead, and once more
    QVERIFY(r->health()[0].healthy);
}

void TstReadAhead::ofOtherHeightsIsThrownAway()
{
    const auto r = rail();
    QVERIFY(r);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    node().reorganise(24); // from 7 on, so the caller goes back to 6
    TIEOUT_TAKE(again, r->blocks(node().headerAt(6), 30, watchAll, kRailNow));
    QCOMPARE(again.from, 7);
    BlockHeader tip = again.headers.back();
    while (tip.number < 30) {
        TIEOUT_TAKE(next, r->blocks(tip, 30, watchAll, kRailNow));
        QCOMPARE(next.headers.front().parent, tip.hash);
        tip = next.headers.back();
    }
    QCOMPARE(tip.hash, node().hashAt(30));
}

void TstReadAhead::refusedIsAskedForSmaller()
{
    answerOnce(10, [](const QByteArray&) {
        return ScriptAnswer{200,
                            {},
                            R"({"jsonrpc":"2.0","id":null,"error":{"code":-32602,"message":)"
                            R"("block range is too wide"}})"};
    });
    const auto r = rail();
    QVERIFY(r);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    TIEOUT_TAKE(next, r->blocks(batch.headers.back(), 30, watchAll, kRailNow));
    QCOMPARE(next.from, 10);
    QCOMPARE(next.to, 11);
    TIEOUT_TAKE(last, r->blocks(next.headers.back(), 30, watchAll, kRailNow));
    QCOMPARE(last.from, 12);
    QVERIFY(r->health()[0].healthy);
}

// Cut short on its way: a connection that breaks while nobody waits says nothing of the source.
void TstReadAhead::failedIsAskedAgain()
{
    answerOnce(10, [this](const QByteArray& body) {
        ScriptAnswer answer{200, {}, node().answer(body)};
        answer.cutAt = 100;
        return answer;
    });
    const auto r = rail();
    QVERIFY(r);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    TIEOUT_TAKE(next, r->blocks(batch.headers.back(), 30, watchAll, kRailNow));
    QCOMPARE(next.to, 14);
    QCOMPARE(m_instead.load(), 2);
    QVERIFY(r->health()[0].healthy);
}

// A source that turns out to serve another network is barred, with all that it was asked ahead.
void TstReadAhead::ofAnotherChainIdIsNeverTaken()
{
    const auto r = rail();
    QVERIFY(r);
    const int before = m_source.server->requests(); // all of them answered
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    waitForAnswers(before + 3);
    FakeNode other(10);
    *m_source.override = [&other](const QByteArray& body, int) {
        return ScriptAnswer{200, {}, other.answer(body)};
    };
    TIEOUT_FAILS(r->head(9, kRailNow), "chain_id_mismatch");
    TIEOUT_FAILS(r->blocks(batch.headers.back(), 30, watchAll, kRailNow), "no_source");
}

void TstReadAhead::interruptEndsWaiting()
{
    answerOnce(10, [](const QByteArray&) {
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    });
    const auto r = rail();
    QVERIFY(r);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] {
        while (m_instead.load() == 0)
            std::this_thread::yield();
        r->interrupt();
    });
    const auto next = r->blocks(batch.headers.back(), 30, watchAll, kRailNow);
    stopper.join();
    QVERIFY(!next);
    QCOMPARE(next.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 2'000); // the request itself has 3 s
}

void TstReadAhead::destructionEndsWaiting()
{
    answerOnce(10, [](const QByteArray&) {
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    });
    auto r = rail();
    QVERIFY(r);
    TIEOUT_TAKE(batch, r->blocks(node().headerAt(4), 30, watchAll, kRailNow));
    while (m_instead.load() == 0)
        std::this_thread::yield();
    QElapsedTimer timer;
    timer.start();
    r.reset();
    QVERIFY(timer.elapsed() < 2'000);
}

TIEOUT_REGISTER_TEST(TstReadAhead)

#include "tst_readahead.moc"
