// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/amount.h"
#include "tests/chain/rails/railkit.h"
#include "tests/support/anvil.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

Account accountOf(const QString& text)
{
    return *evmAccount(text.toStdString());
}

Hash32 hashOf(const QString& text)
{
    return *evmHash(text.toStdString());
}

const QString kPayee = QStringLiteral("0x00000000000000000000000000000000000000aa");

} // namespace

// The rail on real nodes: anvil, and ganache as a second dialect.
class TstEvmNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void identity();
    void marks();
    void transfersOfRealTokens();
    void oddLogsAreNoTransfers();
    void innerRevertLeavesNothing();
    void reorganisationIsSeen();
    void shorterChainIsSeen();
    void ancestorByHeaders();
    void receipts();
    void balancesAndFacts();
    void mempoolSeenAndMined();
    void mempoolReplaced();
    void mempoolDropped();
    void secondDialect();
    void nodeComesBackAsAnother();

private:
    QString sender() const { return m_node.account(0); }
    QString tether() const
    {
        return m_node.deploy(QStringLiteral("TetherLike"), encodeNumber(1'000'000'000'000));
    }
    QString pay(const QString& token, quint64 value, const QJsonObject& extra = {}) const
    {
        return m_node.send(sender(),
                           token,
                           QStringLiteral("TetherLike"),
                           QStringLiteral("transfer(address,uint256)"),
                           encodeAddress(kPayee) + encodeNumber(value),
                           extra);
    }
    BlockHeader headerAt(qint64 number) const { return *m_rail->header(number, kRailNow).value(); }

    Anvil m_node;
    std::unique_ptr<EvmRail> m_rail;
};

void TstEvmNodes::initTestCase()
{
    if (!haveAnvil() || !haveLab())
        return; // each test says so: a skip here would silence the classes that follow
    const auto started = m_node.start({QStringLiteral("--slots-in-an-epoch"), QStringLiteral("2")});
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
}

void TstEvmNodes::init()
{
    TIEOUT_REQUIRE_NODES();
    m_rail = makeRail(railSettings({m_node.url()}));
    QVERIFY(m_rail->connect(kRailNow));
}

void TstEvmNodes::identity()
{
    EvmRailSettings settings = railSettings({m_node.url()});
    settings.chain = ChainId::parse(u"eip155:1").value();
    TIEOUT_FAILS(makeRail(std::move(settings))->connect(kRailNow), "chain_id_mismatch");
}

void TstEvmNodes::marks()
{
    m_node.mine(10);
    const qint64 height = m_node.height();
    TIEOUT_TAKE(head, m_rail->head(height, kRailNow));
    QCOMPARE(head.latest.number, height);
    QCOMPARE(head.marks.safe, std::optional(height - 2));
    QCOMPARE(head.marks.finalized, std::optional(height - 4));
    QVERIFY(head.atTip && head.atTip->hash == head.latest.hash);
    TIEOUT_TAKE(beyond, m_rail->header(height + 5, kRailNow));
    QVERIFY(!beyond);
}

void TstEvmNodes::transfersOfRealTokens()
{
    const qint64 before = m_node.height();
    const QString token = tether();
    m_node.send(sender(),
                token,
                QStringLiteral("TetherLike"),
                QStringLiteral("setParams(uint256,uint256)"),
                encodeNumber(10) + encodeNumber(5));
    const QString paid = pay(token, 100'000'000);
    m_node.waitReceipt(paid);
    const qint64 height = m_node.height();
    TIEOUT_TAKE(batch, m_rail->blocks(headerAt(before), height, watchAll, kRailNow));
    QCOMPARE(batch.to, height);
    QCOMPARE(batch.transfers.size(), size_t(2)); // the fee first
    const TransferLog& log = batch.transfers[1];
    QCOMPARE(log.token, accountOf(token));
    QCOMPARE(log.from, accountOf(sender()));
    QCOMPARE(log.to, accountOf(kPayee));
    QCOMPARE(log.tx, hashOf(paid));
    QCOMPARE(log.blockHash, headerAt(log.block).hash);
    QCOMPARE(Amount::fromWord(log.value.data(), 6)->toText(), QStringLiteral("99.9"));
    QCOMPARE(batch.headers.back().time.ms() % 1'000, 0);
    QVERIFY(batch.headers.back().time > UtcTime::fromMs(1'600'000'000'000));
    // By contract only: another token's transfers are not in it.
    EvmRailSettings settings = railSettings({m_node.url()});
    settings.scan = TokenScan::ListedTokens;
    const auto listed = makeRail(std::move(settings));
    TIEOUT_TAKE(none, listed->blocks(headerAt(before), height, watchAll, kRailNow));
    QCOMPARE(none.scannedLogs, 0);
    listed->setTokens({accountOf(token)});
    TIEOUT_TAKE(both, listed->blocks(headerAt(before), height, watchAll, kRailNow));
    QCOMPARE(both.scannedLogs, 2);
    QCOMPARE(both.scope, ScanScope::ListedTokens);
}

void TstEvmNodes::oddLogsAreNoTransfers()
{
    const qint64 before = m_node.height();
    const QString token = m_node.deploy(QStringLiteral("FakeToken"));
    m_node.waitReceipt(
        m_node.send(sender(),
                    token,
                    QStringLiteral("FakeToken"),
                    QStringLiteral("spoofNonStandard(address,address,uint256)"),
                    encodeAddress(sender()) + encodeAddress(kPayee) + encodeNumber(7)));
    TIEOUT_TAKE(batch, m_rail->blocks(headerAt(before), m_node.height(), watchAll, kRailNow));
    QVERIFY(batch.scannedLogs >= 5);
    QCOMPARE(batch.transfers.size(), size_t(0));
}

void TstEvmNodes::innerRevertLeavesNothing()
{
    const QString token = tether();
    const QString payer = m_node.deploy(QStringLiteral("Payer"));
    m_node.waitReceipt(m_node.send(sender(),
                                   token,
                                   QStringLiteral("TetherLike"),
                                   QStringLiteral("transfer(address,uint256)"),
                                   encodeAddress(payer) + encodeNumber(100)));
    const qint64 before = m_node.height();
    const QByteArray arguments = encodeAddress(token) + encodeAddress(kPayee) + encodeNumber(5);
    for (const char* function :
         {"payThenRevertInner(address,address,uint256)", "pay(address,address,uint256)"})
        m_node.waitReceipt(m_node.send(
            sender(), payer, QStringLiteral("Payer"), QString::fromLatin1(function), arguments));
    TIEOUT_TAKE(batch, m_rail->blocks(headerAt(before), m_node.height(), watchAll, kRailNow));
    QCOMPARE(batch.transfers.size(), size_t(1));
    QCOMPARE(batch.transfers[0].from, accountOf(payer));
}

void TstEvmNodes::reorganisationIsSeen()
{
    m_node.mine(4);
    const qint64 height = m_node.height();
    const BlockHeader tip = headerAt(height), below = headerAt(height - 3);
    m_node.reorganise(2);
    // The same height with another hash: seen without a new block.
    TIEOUT_TAKE(head, m_rail->head(height, kRailNow));
    QCOMPARE(head.latest.number, height);
    QVERIFY(head.atTip && head.atTip->hash != tip.hash);
    m_node.mine(1);
    TIEOUT_FAILS(m_rail->blocks(tip, height + 1, watchAll, kRailNow), "tip_changed");
    TIEOUT_TAKE(batch, m_rail->blocks(below, height + 1, watchAll, kRailNow));
    QCOMPARE(batch.headers.size(), size_t(4));
    QCOMPARE(batch.headers[2].hash, head.atTip->hash);
}

void TstEvmNodes::shorterChainIsSeen()
{
    m_node.mine(4);
    const qint64 height = m_node.height();
    m_node.rollback(2);
    TIEOUT_TAKE(head, m_rail->head(height, kRailNow));
    QCOMPARE(head.latest.number, height - 2);
    QVERIFY(!head.atTip);
    TIEOUT_FAILS(m_rail->blocks(headerAt(height - 2), height, watchAll, kRailNow),
                 "source_lagging");
}

void TstEvmNodes::ancestorByHeaders()
{
    m_node.mine(20);
    const qint64 height = m_node.height();
    std::vector<BlockHeader> old;
    for (qint64 number = height - 15; number <= height; ++number)
        old.push_back(headerAt(number));
    m_node.reorganise(7);
    size_t low = 0, high = old.size(); // canonical is a prefix: bisection finds the fork
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        const bool same = headerAt(old[middle].number).hash == old[middle].hash;
        (same ? low : high) = middle;
    }
    QCOMPARE(old[low].number, height - 7);
}

void TstEvmNodes::receipts()
{
    const QString token = tether();
    const QString paid = pay(token, 5), refused = pay(token, 2'000'000'000'000);
    m_node.waitReceipt(refused);
    TIEOUT_TAKE(good, m_rail->receipt(hashOf(paid), kRailNow));
    QVERIFY(good && good->succeeded);
    QCOMPARE(good->blockHash, headerAt(good->block).hash);
    TIEOUT_TAKE(bad, m_rail->receipt(hashOf(refused), kRailNow));
    QVERIFY(bad && !bad->succeeded);
    TIEOUT_TAKE(none, m_rail->receipt(Hash32{1}, kRailNow));
    QVERIFY(!none);
}

void TstEvmNodes::balancesAndFacts()
{
    const Account token = accountOf(tether());
    const qint64 before = m_node.height();
    m_node.waitReceipt(pay(Address::fromBytes(AddressFamily::Evm, token.toBytes()).toText(), 77));
    const Account payee = accountOf(kPayee);
    TIEOUT_TAKE(then, m_rail->balance(token, payee, before, kRailNow));
    TIEOUT_TAKE(now, m_rail->balance(token, payee, m_node.height(), kRailNow));
    QCOMPARE(then, Word32{});
    QCOMPARE(now[31], 77);
    TIEOUT_FAILS(m_rail->balance(payee, payee, before, kRailNow), "contract_missing");
    TIEOUT_TAKE(facts, m_rail->contract(token, kRailNow));
    QCOMPARE(facts.symbol, QStringLiteral("USDT"));
    QCOMPARE(facts.decimals, std::optional(6));
    QCOMPARE(facts.codeHash.size(), 32);
    TIEOUT_TAKE(nothing, m_rail->contract(payee, kRailNow));
    QVERIFY(nothing.codeHash.isEmpty() && !nothing.decimals);
}

void TstEvmNodes::mempoolSeenAndMined()
{
    const QString token = tether();
    m_node.automine(false);
    const Hash32 tx = hashOf(pay(token, 12));
    TIEOUT_TAKE(seen, m_rail->mempool(watchAll, kRailNow));
    QCOMPARE(seen.size(), size_t(1));
    QCOMPARE(seen[0].tx, tx);
    QCOMPARE(seen[0].token, accountOf(token));
    QCOMPARE(seen[0].from, accountOf(sender()));
    QCOMPARE(seen[0].to, accountOf(kPayee));
    QCOMPARE(seen[0].value[31], 12);
    QCOMPARE(seen[0].seenAt, kRailNow);
    TIEOUT_TAKE(waits, m_rail->pending(tx, kRailNow));
    QCOMPARE(waits.state, SightingState::Seen);
    const auto nobody = [](const TransferLog&) { return false; };
    TIEOUT_TAKE(others, m_rail->mempool(nobody, kRailNow));
    QVERIFY(others.empty());
    m_node.mine(1);
    TIEOUT_TAKE(mined, m_rail->pending(tx, kRailNow));
    QCOMPARE(mined.state, SightingState::Mined);
    TIEOUT_TAKE(after, m_rail->mempool(watchAll, kRailNow));
    QVERIFY(after.empty());
    m_node.automine(true);
}

void TstEvmNodes::mempoolReplaced()
{
    const QString token = tether();
    m_node.automine(false);
    const auto fee = [](const char* price, const QString& nonce = {}) {
        QJsonObject out{{QStringLiteral("gasPrice"), QString::fromLatin1(price)}};
        if (!nonce.isEmpty())
            out.insert(QStringLiteral("nonce"), nonce);
        return out;
    };
    const QString nonce =
        m_node.rpc(QStringLiteral("eth_getTransactionCount"), {sender(), QStringLiteral("latest")})
            .toString();
    const Hash32 first = hashOf(pay(token, 12, fee("0x77359400", nonce)));
    QVERIFY(m_rail->mempool(watchAll, kRailNow));
    const Hash32 other = hashOf(pay(token, 13, fee("0xb2d05e00", nonce)));
    TIEOUT_TAKE(state, m_rail->pending(first, kRailNow));
    QCOMPARE(state.state, SightingState::Replaced);
    QCOMPARE(state.replacedBy, std::optional(other));
    QVERIFY(m_rail->mempool(watchAll, kRailNow)); // the replacement is seen waiting
    m_node.mine(1);
    TIEOUT_TAKE(later, m_rail->pending(first, kRailNow)); // its nonce is used up for good
    QCOMPARE(later.state, SightingState::Replaced);
    QCOMPARE(later.replacedBy, std::optional(other));
    m_node.automine(true);
}

void TstEvmNodes::mempoolDropped()
{
    const QString token = tether();
    m_node.automine(false);
    const QString text = pay(token, 12);
    QVERIFY(m_rail->mempool(watchAll, kRailNow));
    m_node.rpc(QStringLiteral("anvil_dropTransaction"), {text});
    TIEOUT_TAKE(state, m_rail->pending(hashOf(text), kRailNow));
    QCOMPARE(state.state, SightingState::Dropped);
    QVERIFY(!state.replacedBy);
    m_node.automine(true);
}

void TstEvmNodes::secondDialect()
{
    Ganache other;
    const auto started = other.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    EvmRailSettings settings = railSettings({other.url()});
    const auto rail = makeRail(std::move(settings));
    QVERIFY(rail->connect(kRailNow));
    const QString token = other.deploy(QStringLiteral("TetherLike"), encodeNumber(1'000'000));
    other.waitReceipt(other.send(other.account(0),
                                 token,
                                 QStringLiteral("TetherLike"),
                                 QStringLiteral("transfer(address,uint256)"),
                                 encodeAddress(kPayee) + encodeNumber(9)));
    TIEOUT_TAKE(head, rail->head(0, kRailNow));
    TIEOUT_TAKE(batch, rail->blocks(beforeBlock(0), head.latest.number, watchAll, kRailNow));
    QCOMPARE(batch.transfers.size(), size_t(1));
    QCOMPARE(batch.transfers[0].value[31], 9);
    TIEOUT_TAKE(waiting, rail->mempool(watchAll, kRailNow)); // its pending block is its latest
    QVERIFY(waiting.empty());
    TIEOUT_TAKE(receipt, rail->receipt(batch.transfers[0].tx, kRailNow));
    QVERIFY(receipt && receipt->succeeded);
}

void TstEvmNodes::nodeComesBackAsAnother()
{
    Anvil node;
    QVERIFY(node.start());
    const auto rail = makeRail(railSettings({node.url()}));
    QVERIFY(rail->connect(kRailNow));
    node.stop();
    TIEOUT_FAILS(rail->head(-1, kRailNow), "source_unreachable");
    QVERIFY(node.start({QStringLiteral("--chain-id"), QStringLiteral("5")}));
    TIEOUT_FAILS(rail->head(-1, kRailNow + Duration(60'000)), "chain_id_mismatch");
}

TIEOUT_REGISTER_TEST(TstEvmNodes)

#include "tst_evmnodes.moc"
