// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmdecode.h"
#include "chain/rails/jsonrpc.h"
#include "chain/rails/watchset.h"
#include "model/domain/address.h"
#include "model/domain/amount.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tieout;

namespace {

const QString kSomeHash = QStringLiteral("0x") + QString(64, u'a');

QJsonObject complete(QJsonObject log)
{
    log.insert(QStringLiteral("blockHash"), kSomeHash);
    log.insert(QStringLiteral("transactionHash"), kSomeHash);
    log.insert(QStringLiteral("blockNumber"), QStringLiteral("0x10"));
    log.insert(QStringLiteral("logIndex"), QStringLiteral("0x2"));
    return log;
}

LogKind decoded(const QJsonObject& json, TransferLog& out)
{
    simdjson::dom::parser parser;
    const std::string text = QJsonDocument(json).toJson().toStdString();
    return evmLog(parser.parse(text).value(), out);
}

QJsonObject vectors()
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/erc20-logs.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

class TstEvmDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodVectors();
    void badVectors();
    void badLogs_data();
    void badLogs();
    void quantities_data();
    void quantities();
    void headers();
    void calls();
    void blooms();
    void speed();
};

void TstEvmDecode::goodVectors()
{
    const QJsonArray all = vectors().value(QStringLiteral("decode")).toArray();
    QCOMPARE(all.size(), 5);
    for (const QJsonValue& entry : all) {
        const QJsonObject want = entry[QStringLiteral("decode")].toObject();
        TransferLog log;
        QCOMPARE(decoded(complete(entry[QStringLiteral("log")].toObject()), log),
                 LogKind::Transfer);
        QCOMPARE(log.block, 16);
        QCOMPARE(log.logIndex, 2);
        const auto text = [](const Account& a) {
            return Address::fromBytes(AddressFamily::Evm, a.toBytes()).toText().toLower();
        };
        QCOMPARE(text(log.from), want.value(QStringLiteral("from")).toString().toLower());
        QCOMPARE(text(log.to), want.value(QStringLiteral("to")).toString().toLower());
        const QString value = want.value(QStringLiteral("value")).toString();
        const auto amount = Amount::fromWord(log.value.data(), 0);
        if (value.size() > 39) // above 128 bits: kept as the word
            QVERIFY(!amount);
        else
            QCOMPARE(amount.value().toUnitsText(), value);
    }
}

void TstEvmDecode::badVectors()
{
    const QJsonArray all = vectors().value(QStringLiteral("ignore_or_flag")).toArray();
    const QList<LogKind> kinds{LogKind::Other,
                               LogKind::Other,
                               LogKind::Withdrawn,
                               LogKind::Transfer, // another contract: the filter's business
                               LogKind::Other};
    QCOMPARE(all.size(), kinds.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        TransferLog log;
        QCOMPARE(decoded(complete(all[i][QStringLiteral("log")].toObject()), log), kinds[i]);
    }
}

void TstEvmDecode::badLogs_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const char* key, const QJsonValue& value, LogKind kind) {
        QTest::newRow(name) << QString::fromLatin1(key) << value << static_cast<int>(kind);
    };
    const QString none = QStringLiteral("0x");
    row("no block", "blockHash", QJsonValue::Null, LogKind::Withdrawn);
    row("removed", "removed", true, LogKind::Withdrawn);
    row("removed is text", "removed", none, LogKind::Malformed);
    row("no index", "logIndex", QJsonValue::Null, LogKind::Malformed);
    row("huge index", "logIndex", QStringLiteral("0xffffffffff"), LogKind::Malformed);
    row("bad address", "address", QStringLiteral("0xzz"), LogKind::Malformed);
    row("no hash", "transactionHash", QJsonValue::Null, LogKind::Malformed);
    row("short hash", "blockHash", QStringLiteral("0xaa"), LogKind::Malformed);
    row("no topics", "topics", QJsonArray(), LogKind::Unasked);
    row("topics missing", "topics", QJsonValue::Null, LogKind::Malformed);
    row("other topic", "topics", QJsonArray{kSomeHash}, LogKind::Unasked);
    row("16 bytes", "data", none + QString(32, u'0'), LogKind::Other);
    row("64 bytes", "data", none + QString(128, u'0'), LogKind::Other);
    row("odd digits", "data", none + QString(63, u'0'), LogKind::Other);
    row("not hex", "data", none + QString(64, u'g'), LogKind::Other);
}

void TstEvmDecode::badLogs()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(int, kind);
    QJsonObject log = complete(vectors()
                                   .value(QStringLiteral("decode"))
                                   .toArray()
                                   .at(0)[QStringLiteral("log")]
                                   .toObject());
    TransferLog out;
    QCOMPARE(decoded(log, out), LogKind::Transfer);
    log.insert(key, value);
    QCOMPARE(static_cast<int>(decoded(log, out)), kind);
}

void TstEvmDecode::quantities_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("value"); // −1: refused
    QTest::newRow("zero") << QByteArray("0x0") << qint64(0);
    QTest::newRow("letters") << QByteArray("0xBDE5f8") << qint64(0xbde5f8);
    QTest::newRow("largest") << QByteArray("0x7fffffffffffffff") << qint64(0x7fffffffffffffff);
    QTest::newRow("too large") << QByteArray("0x8000000000000000") << qint64(-1);
    QTest::newRow("long") << QByteArray("0x00000000000000001") << qint64(-1);
    QTest::newRow("empty") << QByteArray("0x") << qint64(-1);
    QTest::newRow("decimal") << QByteArray("12") << qint64(-1);
    QTest::newRow("junk") << QByteArray("0x1g") << qint64(-1);
}

void TstEvmDecode::quantities()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, value);
    QCOMPARE(evmQuantity(std::string_view(text.data(), size_t(text.size()))).value_or(-1), value);
}

void TstEvmDecode::headers()
{
    const auto read = [](const char* json) {
        simdjson::dom::parser parser;
        return evmHeader(parser.parse(std::string(json)).value());
    };
    const auto none = read("null");
    QVERIFY(none && !*none);
    QVERIFY(!read("{}"));
    QVERIFY(!read(R"({"number":null,"hash":null,"parentHash":"0x","timestamp":"0x0"})"));
    const QByteArray hash = "0x" + QByteArray(64, '1');
    const QByteArray good = R"({"number":"0x5","hash":")" + hash + R"(","parentHash":")" + hash +
                            R"(","timestamp":"0x64","stateRoot":"0x","logsBloom":"0x"})";
    const auto header = read(good.constData());
    QVERIFY(header && *header);
    QCOMPARE((*header)->header.number, 5);
    QCOMPARE((*header)->header.time.ms(), 100'000);
    QVERIFY(!(*header)->hasBloom);
    QVERIFY(!read(QByteArray(good).replace("0x64", "0x7fffffffffffffff").constData()));
}

void TstEvmDecode::calls()
{
    const Account token = *evmAccount("0x" + std::string(40, '7'));
    const Account sender = *evmAccount("0x" + std::string(40, '8'));
    const std::string to = std::string(24, '0') + std::string(40, '9');
    const std::string from = std::string(24, '0') + std::string(40, '6');
    const std::string value = std::string(63, '0') + "5";
    const auto plain = evmTransferCall("0xa9059cbb" + to + value, token, sender);
    QVERIFY(plain);
    QCOMPARE(plain->from.bytes[0], 0x88);
    QCOMPARE(plain->to.bytes[0], 0x99);
    QCOMPARE(plain->value[31], 5);
    const auto pulled = evmTransferCall("0x23b872dd" + from + to + value + "00", token, sender);
    QVERIFY(pulled);
    QCOMPARE(pulled->from.bytes[0], 0x66);
    QCOMPARE(pulled->to.bytes[0], 0x99);
    QVERIFY(!evmTransferCall("0xa9059cbb" + to, token, sender));
    QVERIFY(!evmTransferCall("0x095ea7b3" + to + value, token, sender));
    QVERIFY(!evmTransferCall("0xa9059cbb" + std::string(64, 'f') + value, token, sender));
    QVERIFY(!evmTransferCall("0x", token, sender));
}

void TstEvmDecode::blooms()
{
    // Yellow Paper 4.3.1: three bits of the item's Keccak-256, each from two of its bytes.
    LogsBloom bloom{};
    const QByteArray item(20, '\x42');
    QVERIFY(!bloomMayHold(bloom, bloomBits(item)));
    for (const quint16 bit : bloomBits(item))
        bloom[255u - bit / 8u] = static_cast<quint8>(bloom[255u - bit / 8u] | (1u << (bit % 8)));
    QVERIFY(bloomMayHold(bloom, bloomBits(item)));
    QVERIFY(!bloomMayHold(bloom, bloomBits(QByteArray(20, '\x43'))));
}

// Parse and match alone; the target is 150 000 logs a second in a release build.
void TstEvmDecode::speed()
{
    const QJsonObject one = complete(vectors()
                                         .value(QStringLiteral("decode"))
                                         .toArray()
                                         .at(0)[QStringLiteral("log")]
                                         .toObject());
    constexpr int kLogs = 20'000;
    const QByteArray text = QJsonDocument(one).toJson(QJsonDocument::Compact);
    std::string body = R"([{"id":1,"result":[)";
    for (int i = 0; i < kLogs; ++i)
        body.append(i ? "," : "").append(text.constData());
    body += "]}]";
    WatchSet watched;
    for (quint32 i = 0; i < 100'000; ++i) {
        Account account;
        account.size = 20;
        std::memcpy(account.bytes.data(), &i, sizeof i);
        watched.add(account);
    }
    JsonRpcReader reader;
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto batch = reader.read(body, 1, 1);
        QVERIFY(batch);
        int transfers = 0, ours = 0;
        TransferLog log;
        const simdjson::dom::array logs = batch->items[0].result.get_array().value();
        for (const simdjson::dom::element element : logs) {
            transfers += evmLog(element, log) == LogKind::Transfer;
            ours += watched.contains(log.to) || watched.contains(log.from);
        }
        best = std::min(best, timer.nsecsElapsed());
        QCOMPARE(transfers, kLogs);
        QCOMPARE(ours, 0);
    }
    const qint64 perSecond = qint64(kLogs) * 1'000'000'000 / best;
    qInfo("parse and match: %lld logs/s", perSecond);
#ifdef NDEBUG
    QVERIFY(perSecond >= 150'000);
#endif
}

TIEOUT_REGISTER_TEST(TstEvmDecode)

#include "tst_evmdecode.moc"
