// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"
#include "tests/support/anvil.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr qint64 kFlakyBlocks = 60;
constexpr int kMostRounds = 30;

struct Reading
{
    std::vector<BlockHeader> headers;
    std::vector<TransferLog> transfers;
};

// Reads to `to` as the engine does: an error that may be retried is retried later.
Result<Reading> readAll(EvmRail& rail, qint64 to, int* errors)
{
    Reading out;
    BlockHeader tip = beforeBlock(0);
    UtcTime now = kRailNow;
    for (int i = 0; i < 3'000 && tip.number < to; ++i) {
        auto batch = rail.blocks(tip, to, watchAll, now);
        now = now + Duration(300'000);
        if (!batch) {
            ++*errors;
            if (batch.error().code != ErrorCode::Unavailable)
                return fail(batch.error());
            continue;
        }
        for (const BlockHeader& header : batch->headers)
            out.headers.push_back(header);
        for (const TransferLog& log : batch->transfers)
            out.transfers.push_back(log);
        tip = out.headers.back();
    }
    if (tip.number < to)
        return fail(ErrorCode::Unavailable, u"never_finished");
    return out;
}

} // namespace

// Whatever a bad provider does, what the rail accepts is the chain.
class TstEvmFlaky : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void ends_data();
    void ends();
    void emptyAnswersNeedASecondSource();
    void reorganisationBetweenHeadersAndLogs();

private:
    Anvil m_node;
    Reading m_truth;
};

void TstEvmFlaky::initTestCase()
{
    if (!haveAnvil() || !haveLab())
        return; // each test says so: a skip here would silence the classes that follow
    QVERIFY(m_node.start());
    const QString token = m_node.deploy(QStringLiteral("BulkToken"));
    for (qint64 i = m_node.height(); i < kFlakyBlocks; ++i) {
        if (i % 3 == 0) {
            m_node.mine(1);
            continue;
        }
        const auto payee = QStringLiteral("0x00000000000000000000000000000000000000aa");
        m_node.waitReceipt(m_node.send(m_node.account(0),
                                       token,
                                       QStringLiteral("BulkToken"),
                                       QStringLiteral("bulk(uint256,uint256,address,uint256)"),
                                       encodeNumber(quint64(i) * 10) + encodeNumber(4) +
                                           encodeAddress(payee) + encodeNumber(2)));
    }
    QCOMPARE(m_node.height(), kFlakyBlocks);
    const auto rail = makeRail(railSettings({m_node.url()}));
    int errors = 0;
    TIEOUT_TAKE(truth, readAll(*rail, kFlakyBlocks, &errors));
    QCOMPARE(errors, 0);
    QCOMPARE(truth.headers.size(), size_t(kFlakyBlocks + 1));
    QVERIFY(truth.transfers.size() > 150);
    m_truth = std::move(truth);
}

void TstEvmFlaky::init()
{
    TIEOUT_REQUIRE_NODES();
}

void TstEvmFlaky::ends_data()
{
    QTest::addColumn<QJsonObject>("settings");
    const auto row = [](const char* name,
                        std::initializer_list<std::pair<const char*, QJsonValue>> set) {
        QJsonObject settings;
        for (const auto& [key, value] : set)
            settings.insert(QString::fromLatin1(key), value);
        QTest::newRow(name) << settings;
    };
    row("lagging replica", {{"lag", 5}, {"lagP", 0.5}});
    row("newest logs late", {{"missLastP", 0.5}});
    row("null blocks", {{"nullBlockP", 0.03}});
    row("twice and mixed", {{"dupP", 1}, {"shuffleP", 1}});
    row("resets", {{"resetP", 0.3}});
    row("pages", {{"htmlP", 0.3}});
    row("cut short", {{"truncP", 0.3}});
    row("gateway errors", {{"http5xxP", 0.3}});
    row("silence", {{"hangP", 0.15}, {"hangMs", 1'000}});
    row("other order", {{"stickyIds", false}});
    row("no tags", {{"noFinalized", true}});
    row("small batches", {{"batchMax", 10}});
    row("small bodies", {{"bodyMax", 1'500}});
    row("silent cap", {{"style", QLatin1String("silent")}, {"maxResults", 20}});
    for (const char* style :
         {"alchemy", "infura", "quicknode", "ankr", "publicnode", "geth", "cloudflare", "tron"}) {
        row(qPrintable(QStringLiteral("range: ") + QLatin1String(style)),
            {{"style", QLatin1String(style)}, {"maxRange", 7}});
        row(qPrintable(QStringLiteral("results: ") + QLatin1String(style)),
            {{"style", QLatin1String(style)}, {"maxResults", 15}});
    }
    row("everything",
        {{"lag", 3},
         {"lagP", 0.2},
         {"missLastP", 0.2},
         {"dupP", 0.5},
         {"shuffleP", 0.5},
         {"resetP", 0.05},
         {"htmlP", 0.05},
         {"truncP", 0.05},
         {"http5xxP", 0.05},
         {"maxRange", 9},
         {"batchMax", 20},
         {"stickyIds", false}});
}

void TstEvmFlaky::ends()
{
    QFETCH(QJsonObject, settings);
    FlakyProxy proxy;
    QVERIFY(proxy.start(m_node.url(), settings));
    EvmRailSettings wanted = railSettings({proxy.url()});
    wanted.limits.totalMs = settings.contains(QStringLiteral("hangP")) ? 300 : 5'000;
    // Which request meets which fault depends on the order in which those asked ahead arrive: once
    // more until a reset was met.
    const bool resets = settings.contains(QStringLiteral("resetP"));
    for (int round = 0; round < kMostRounds; ++round) {
        const auto rail = makeRail(wanted);
        int errors = 0;
        TIEOUT_TAKE(read, readAll(*rail, kFlakyBlocks, &errors));
        QCOMPARE(read.headers.size(), m_truth.headers.size());
        for (size_t i = 0; i < read.headers.size(); ++i)
            QCOMPARE(read.headers[i].hash, m_truth.headers[i].hash);
        QCOMPARE(read.transfers.size(), m_truth.transfers.size());
        for (size_t i = 0; i < read.transfers.size(); ++i) {
            QCOMPARE(read.transfers[i].tx, m_truth.transfers[i].tx);
            QCOMPARE(read.transfers[i].logIndex, m_truth.transfers[i].logIndex);
            QCOMPARE(read.transfers[i].value, m_truth.transfers[i].value);
        }
        if (!resets || proxy.counts().value(QStringLiteral("resets")).toInt() > 0)
            return;
    }
    QFAIL("no connection was reset");
}

// One that hides logs by range and by hash alike is found out by another source alone.
void TstEvmFlaky::emptyAnswersNeedASecondSource()
{
    FlakyProxy proxy;
    QVERIFY(proxy.start(m_node.url(), {{QStringLiteral("emptyP"), 1}}));
    const auto rail = makeRail(railSettings({proxy.url(), m_node.url()}));
    int errors = 0;
    TIEOUT_TAKE(read, readAll(*rail, kFlakyBlocks, &errors));
    QCOMPARE(read.transfers.size(), m_truth.transfers.size());
}

void TstEvmFlaky::reorganisationBetweenHeadersAndLogs()
{
    Anvil node;
    QVERIFY(node.start());
    const QString token = node.deploy(QStringLiteral("FakeToken"));
    const auto pay = [&] {
        node.waitReceipt(
            node.send(node.account(0),
                      token,
                      QStringLiteral("FakeToken"),
                      QStringLiteral("spoof(address,address,uint256)"),
                      encodeAddress(node.account(0)) + encodeAddress(token) + encodeNumber(3)));
    };
    for (int i = 0; i < 6; ++i)
        pay();
    const qint64 height = node.height();
    const QJsonObject hook{{QStringLiteral("on"), QStringLiteral("eth_getLogs")},
                           {QStringLiteral("call"), QStringLiteral("anvil_reorg")},
                           {QStringLiteral("params"), QJsonArray{3, QJsonArray()}}};
    FlakyProxy proxy;
    QVERIFY(proxy.start(node.url(), {{QStringLiteral("hook"), hook}}));
    const auto rail = makeRail(railSettings({proxy.url()}));
    const auto mixed = rail->blocks(beforeBlock(0), height, watchAll, kRailNow);
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().reason, QStringLiteral("answer_inconsistent"));
    QCOMPARE(proxy.counts().value(QStringLiteral("hooks")).toInt(), 1);
    int errors = 0;
    TIEOUT_TAKE(read, readAll(*rail, height, &errors));
    QCOMPARE(read.transfers.size(), size_t(3)); // the newest three are gone with their blocks
    for (const TransferLog& log : read.transfers)
        QVERIFY(log.block <= height - 3);
}

TIEOUT_REGISTER_TEST(TstEvmFlaky)

#include "tst_evmflaky.moc"
