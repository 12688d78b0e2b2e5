// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/jsonrpc.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

class TstJsonRpc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text();
    void anyOrder();
    void broken_data();
    void broken();
    void wholeErrors_data();
    void wholeErrors();
};

void TstJsonRpc::text()
{
    QCOMPARE(rpcBatchText({{"eth_chainId", "[]"}, {"x", "[1]"}}, 7),
             QByteArray(R"([{"jsonrpc":"2.0","id":7,"method":"eth_chainId","params":[]},)"
                        R"({"jsonrpc":"2.0","id":8,"method":"x","params":[1]}])"));
    QCOMPARE(rpcQuantity(0), QByteArray("0x0"));
    QCOMPARE(rpcQuantity(255), QByteArray("0xff"));
    QCOMPARE(rpcHex("\x01\xab", 2), QByteArray("0x01ab"));
}

void TstJsonRpc::anyOrder()
{
    JsonRpcReader reader;
    const std::string body =
        R"([{"id":"9","result":"b"},{"id":8,"error":{"message":"no code","data":{"a":1}}},)"
        R"({"id":7,"result":null,"error":null}])";
    const auto batch = reader.read(body, 3, 7);
    QVERIFY(batch);
    QVERIFY(!batch->whole);
    QVERIFY(batch->items[0].result.is_null());
    QCOMPARE(batch->items[1].error->message, QStringLiteral("no code"));
    QCOMPARE(batch->items[1].error->code, 0);
    QCOMPARE(batch->items[1].error->data, QByteArray(R"({"a":1})"));
    QVERIFY(batch->items[2].result.get_string().value() == "b");
}

void TstJsonRpc::broken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* body, const char* reason) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(reason);
    };
    row("empty", "", "source_truncated");
    row("white", " \n", "source_truncated");
    row("page", "<!DOCTYPE html><title>Just a moment...</title>", "source_not_json");
    row("words", "upstream error", "source_not_json");
    row("cut", R"([{"id":1,"result":"0x)", "source_truncated");
    row("cut between", R"([{"id":1,"result":1},)", "source_truncated");
    row("two documents", R"([][])", "source_truncated");
    row("missing", R"([{"id":1,"result":1}])", "answer_inconsistent");
    row("twice", R"([{"id":1,"result":1},{"id":1,"result":1}])", "answer_inconsistent");
    row("strange id", R"([{"id":1,"result":1},{"id":3,"result":1}])", "answer_inconsistent");
    row("no id", R"([{"id":1,"result":1},{"result":1}])", "answer_inconsistent");
    row("nothing in it", R"([{"id":1,"result":1},{"id":2}])", "answer_inconsistent");
    row("one object", R"({"id":1,"result":1})", "answer_inconsistent");
    row("empty list", "[]", "answer_inconsistent");
    row("not objects", "[1,2]", "answer_inconsistent");
}

void TstJsonRpc::broken()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    JsonRpcReader reader;
    const std::string text = body.toStdString();
    const auto batch = reader.read(text, 2, 1);
    QVERIFY(!batch);
    QCOMPARE(batch.error().reason, reason);
    QCOMPARE(batch.error().code, ErrorCode::Unavailable);
}

void TstJsonRpc::wholeErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("object")
        << QByteArray(
               R"({"jsonrpc":"2.0","id":1,"error":{"code":-32600,"message":"batch too large"}})")
        << qint64(-32'600) << QStringLiteral("batch too large");
    QTest::newRow("list without id")
        << QByteArray(R"([{"id":null,"error":{"code":-32005,"message":"slow"}}])")
        << qint64(-32'005) << QStringLiteral("slow");
    QTest::newRow("text") << QByteArray(R"({"error":"nope"})") << qint64(0)
                          << QStringLiteral("nope");
    QTest::newRow("suspension")
        << QByteArray(R"x({"Success":false,"Error":"The key exceeds the frequency limit(15)",)x"
                      R"x("StatusCode":403})x")
        << qint64(0) << QStringLiteral("The key exceeds the frequency limit(15)");
}

void TstJsonRpc::wholeErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, code);
    QFETCH(QString, message);
    JsonRpcReader reader;
    const std::string text = body.toStdString();
    const auto batch = reader.read(text, 2, 1);
    QVERIFY(batch);
    QVERIFY(batch->whole);
    QCOMPARE(batch->whole->code, code);
    QCOMPARE(batch->whole->message, message);
}

TIEOUT_REGISTER_TEST(TstJsonRpc)

#include "tst_jsonrpc.moc"
