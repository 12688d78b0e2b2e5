// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/anvil.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

// The laboratory itself: real nodes start, the contracts have the quirks that the other tests rely
// on, and the bad provider is bad in the way it was told to be.
class TstNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plainTokenPays();
    void feeMakesTwoLogs();
    void freezeAndPauseStopTransfers();
    void fakeTokenLogsAreOdd();
    void innerRevertLeavesNoLog();
    void bulkLogsCanBeWorkedOut();
    void reorganisationChangesHashes();
    void proxyFaults_data();
    void proxyFaults();
    void proxyHookRunsBetweenCalls();
    void ganacheAnswers();

private:
    QString sender() const { return m_node.account(0); }
    QString tether(quint64 supply) const
    {
        return m_node.deploy(QStringLiteral("TetherLike"), encodeNumber(supply));
    }
    QJsonObject call(const QString& to,
                     const char* contract,
                     const char* function,
                     const QByteArray& arguments = {}) const
    {
        return m_node.waitReceipt(m_node.send(
            sender(), to, QString::fromLatin1(contract), QString::fromLatin1(function), arguments));
    }

    static QJsonArray logsOf(const QJsonObject& receipt)
    {
        return receipt.value(QStringLiteral("logs")).toArray();
    }
    static QString statusOf(const QJsonObject& receipt)
    {
        return receipt.value(QStringLiteral("status")).toString();
    }

    const QString m_payee = QStringLiteral("0x00000000000000000000000000000000000000aa");
    Anvil m_node;
};

void TstNodes::initTestCase()
{
    TIEOUT_REQUIRE_NODES();
    const auto started = m_node.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
}

void TstNodes::plainTokenPays()
{
    const auto names = QStringList{QStringLiteral("Plain"), QStringLiteral("PLN")};
    const auto token =
        m_node.deploy(QStringLiteral("PlainToken"), encodeStrings(names, encodeNumber(1000)));
    const auto paid = call(token,
                           "PlainToken",
                           "transfer(address,uint256)",
                           encodeAddress(m_payee) + encodeNumber(250));
    QCOMPARE(statusOf(paid), QStringLiteral("0x1"));
    QCOMPARE(logsOf(paid).size(), 1);
    const auto log = logsOf(paid).at(0).toObject();
    QCOMPARE(log.value(QStringLiteral("topics")).toArray().size(), 3);
    QCOMPARE(log.value(QStringLiteral("data")).toString(),
             QStringLiteral("0x") + QString::fromLatin1(encodeNumber(250)));
    const auto tooMuch = call(token,
                              "PlainToken",
                              "transfer(address,uint256)",
                              encodeAddress(m_payee) + encodeNumber(751));
    QCOMPARE(statusOf(tooMuch), QStringLiteral("0x0"));
}

void TstNodes::feeMakesTwoLogs()
{
    const auto token = tether(1'000'000'000'000);
    call(token, "TetherLike", "setParams(uint256,uint256)", encodeNumber(10) + encodeNumber(5));
    const auto paid = call(token,
                           "TetherLike",
                           "transfer(address,uint256)",
                           encodeAddress(m_payee) + encodeNumber(100'000'000));
    QCOMPARE(logsOf(paid).size(), 2);
    const auto value = [&](int index) {
        const auto data = logsOf(paid).at(index).toObject().value(QStringLiteral("data"));
        return data.toString().mid(2).toULongLong(nullptr, 16);
    };
    QCOMPARE(value(0), 100'000ULL);
    QCOMPARE(value(1), 99'900'000ULL);
}

void TstNodes::freezeAndPauseStopTransfers()
{
    const auto token = tether(1000);
    const auto arguments = encodeAddress(m_payee) + encodeNumber(1);
    const auto status = [&] {
        return statusOf(call(token, "TetherLike", "transfer(address,uint256)", arguments));
    };
    QCOMPARE(status(), QStringLiteral("0x1"));
    call(token, "TetherLike", "pause()");
    QCOMPARE(status(), QStringLiteral("0x0"));
    call(token, "TetherLike", "unpause()");
    call(token, "TetherLike", "addBlackList(address)", encodeAddress(sender()));
    QCOMPARE(status(), QStringLiteral("0x0"));
    const auto destroyed =
        call(token, "TetherLike", "destroyBlackFunds(address)", encodeAddress(sender()));
    QCOMPARE(statusOf(destroyed), QStringLiteral("0x1"));
    QCOMPARE(logsOf(destroyed).size(), 1); // its own event and no Transfer
    QCOMPARE(logsOf(destroyed).at(0)[QStringLiteral("topics")].toArray().size(), 2);
}

void TstNodes::fakeTokenLogsAreOdd()
{
    const auto token = m_node.deploy(QStringLiteral("FakeToken"));
    const auto odd = call(token,
                          "FakeToken",
                          "spoofNonStandard(address,address,uint256)",
                          encodeAddress(sender()) + encodeAddress(m_payee) + encodeNumber(7));
    QList<std::pair<int, int>> shapes;
    for (const auto& entry : logsOf(odd)) {
        const auto log = entry.toObject();
        shapes.append(
            {static_cast<int>(log.value(QStringLiteral("topics")).toArray().size()),
             static_cast<int>(log.value(QStringLiteral("data")).toString().size() - 2) / 2});
    }
    const QList<std::pair<int, int>> expected{{4, 0}, {3, 16}, {2, 32}, {3, 64}, {3, 32}};
    QCOMPARE(shapes, expected);
}

void TstNodes::innerRevertLeavesNoLog()
{
    const auto token = tether(1000);
    const auto payer = m_node.deploy(QStringLiteral("Payer"));
    call(
        token, "TetherLike", "transfer(address,uint256)", encodeAddress(payer) + encodeNumber(100));
    const auto arguments = encodeAddress(token) + encodeAddress(m_payee) + encodeNumber(5);
    const auto paid = call(payer, "Payer", "pay(address,address,uint256)", arguments);
    QCOMPARE(logsOf(paid).size(), 1);
    const auto undone =
        call(payer, "Payer", "payThenRevertInner(address,address,uint256)", arguments);
    QCOMPARE(statusOf(undone), QStringLiteral("0x1"));
    QCOMPARE(logsOf(undone).size(), 0);
}

void TstNodes::bulkLogsCanBeWorkedOut()
{
    const auto token = m_node.deploy(QStringLiteral("BulkToken"));
    const auto bulk =
        call(token,
             "BulkToken",
             "bulk(uint256,uint256,address,uint256)",
             encodeNumber(1) + encodeNumber(10) + encodeAddress(m_payee) + encodeNumber(5));
    QCOMPARE(logsOf(bulk).size(), 10);
    int hits = 0;
    for (const auto& entry : logsOf(bulk)) {
        const auto to = entry.toObject().value(QStringLiteral("topics")).toArray().at(2);
        hits += to.toString().endsWith(m_payee.mid(2)) ? 1 : 0;
    }
    QCOMPARE(hits, 2);
}

void TstNodes::reorganisationChangesHashes()
{
    m_node.mine(3);
    const auto height = m_node.height();
    const auto hash = [&] {
        const auto block = m_node.rpc(QStringLiteral("eth_getBlockByNumber"),
                                      {QStringLiteral("0x") + QString::number(height, 16), false});
        return block.toObject().value(QStringLiteral("hash")).toString();
    };
    const auto before = hash();
    m_node.reorganise(2);
    QCOMPARE(m_node.height(), height);
    QVERIFY(hash() != before);
    m_node.rollback(1);
    QCOMPARE(m_node.height(), height - 1);
}

void TstNodes::proxyFaults_data()
{
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QString>("errorPart");
    const auto set = [](const char* name, const QJsonValue& value) {
        return QJsonObject{{QString::fromLatin1(name), value}};
    };
    QTest::newRow("another chain") << set("chainId", 1) << QString();
    QTest::newRow("reset") << set("resetP", 1) << QStringLiteral("Server returned nothing");
    QTest::newRow("truncated") << set("truncP", 1) << QStringLiteral("partial");
    QTest::newRow("page") << set("htmlP", 1) << QStringLiteral("Just a moment");
    QTest::newRow("gateway") << set("http5xxP", 1) << QStringLiteral("upstream error");
    QTest::newRow("body") << set("bodyMax", 10) << QStringLiteral("413");
    auto limited = set("rps", 1);
    limited.insert(QStringLiteral("limitAs"), QStringLiteral("200-error"));
    QTest::newRow("rate") << limited << QStringLiteral("request rate limited");
}

void TstNodes::proxyFaults()
{
    QFETCH(QJsonObject, settings);
    QFETCH(QString, errorPart);
    FlakyProxy proxy;
    QVERIFY(proxy.start(m_node.url(), settings));
    const auto ask = [&] { return askNode(proxy.url(), QStringLiteral("eth_chainId")); };
    auto answer = ask();
    if (settings.contains(QStringLiteral("rps")))
        answer = ask();
    if (errorPart.isEmpty()) {
        QVERIFY(answer);
        QCOMPARE(answer->toString(), QStringLiteral("0x1"));
        return;
    }
    QVERIFY(!answer);
    QVERIFY2(answer.error().detail.contains(errorPart), qPrintable(answer.error().detail));
}

void TstNodes::proxyHookRunsBetweenCalls()
{
    const QJsonObject hook{{QStringLiteral("on"), QStringLiteral("eth_blockNumber")},
                           {QStringLiteral("call"), QStringLiteral("anvil_mine")},
                           {QStringLiteral("params"), QJsonArray{QStringLiteral("0x2")}}};
    FlakyProxy proxy;
    QVERIFY(proxy.start(m_node.url(), {{QStringLiteral("hook"), hook}}));
    const auto before = m_node.height();
    const auto seen = askNode(proxy.url(), QStringLiteral("eth_blockNumber"));
    QVERIFY(seen);
    QCOMPARE(seen->toString().toLongLong(nullptr, 16), before + 2);
    QCOMPARE(proxy.counts().value(QStringLiteral("hooks")).toInt(), 1);
    QVERIFY(askNode(proxy.url(), QStringLiteral("eth_blockNumber")));
    QCOMPARE(m_node.height(), before + 2);
}

void TstNodes::ganacheAnswers()
{
    Ganache node;
    const auto started = node.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    QCOMPARE(node.rpc(QStringLiteral("eth_chainId")).toString(), QStringLiteral("0x7a69"));
    QVERIFY(!node.deploy(QStringLiteral("TetherLike"), encodeNumber(1000)).isEmpty());
}

TIEOUT_REGISTER_TEST(TstNodes)

#include "tst_nodes.moc"
