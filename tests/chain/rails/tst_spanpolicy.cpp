// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/spanpolicy.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

class TstSpanPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void otherErrors_data();
    void otherErrors();
    void growsAndShrinksByBytes();
    void shortReadingsDontGrow();
    void ceilingIsTriedAgain();
    void batches();
    void oneBlockCantShrink();
};

// The providers' own words; asked: 2 000 blocks from 100.
void TstSpanPolicy::refusals_data()
{
    QTest::addColumn<qint64>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<qint64>("span");
    const auto row =
        [](const char* name, qint64 code, const char* text, qint64 span, const char* data = "") {
            QTest::newRow(name) << code << QString::fromLatin1(text) << QByteArray(data) << span;
        };
    const char* alchemy =
        "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block "
        "range and no limit on the response size, or you can request any block range with a cap "
        "of 10K logs in the response. Based on your parameters and the response size limit, this "
        "block range should work: [0x64, 0x12b]";
    row("range suggested", -32'602, alchemy, 200);
    row("free plan",
        -32'600,
        "Under the free plan you can make eth_getLogs requests with up to a 10 block range. "
        "This block range should work: [0x64, 0x6d]",
        10);
    row("too many results, range",
        -32'005,
        "query returned more than 10000 results. Try with this block range [0x64, 0x1F3].",
        400);
    row("too many results, range in data",
        -32'005,
        "query returned more than 10000 results",
        50,
        R"({"from":"0x64","limit":10000,"to":"0x95"})");
    row("too many results", -32'005, "query returned more than 10000 results", 1'000);
    row("suggestion elsewhere",
        -32'005,
        "query returned more than 10000 results. Try with this block range [0xBDE5F8, 0x102DBCC].",
        1'000);
    row("suggestion grows", -32'602, "this block range should work: [0x64, 0xd043b8]", 1'000);
    row("query timeout", -32'005, "query timeout exceeded", 1'000);
    row("limited to range", -32'614, "eth_getLogs is limited to a 1,024 range", 1'024);
    row("only a code", -32'614, "no", 1'000);
    row("limit that doesn't shrink", -32'614, "eth_getLogs is limited to a 10,000 range", 1'000);
    row("too wide", -32'600, "block range is too wide", 1'000);
    row("limit exceeded", -32'000, "Block range limit exceeded.", 1'000);
    row("maximum block range", -32'701, "exceed maximum block range: 500", 500);
    row("exceed max", -32'602, "exceed max block range: 1500", 1'500);
    row("1k blocks", -32'603, "eth_getLogs range is too large, max is 1k blocks", 1'000);
    row("block range", -32'000, "eth_getLogs is limited to 1024 block range", 1'024);
    row("max range",
        -32'047,
        "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 800",
        800);
    row("at most", -32'000, "please limit the query to at most 1000 blocks", 1'000);
    row("free tier", 35, "ranges over 1500 blocks are not supported on freetier", 1'500);
    row("exceeds max", -32'602, "query exceeds max block range 1000", 1'000);
    row("retry with", -32'602, "query exceeds max results 20000, retry with the range 100-162", 63);
    row("limited to a", -32'000, "eth_getLogs is limited to a 777", 777);
    row("response", -32'008, "Response is too big", 1'000);
    row("payload", 413, "payload", 1'000);
}

void TstSpanPolicy::refusals()
{
    QFETCH(qint64, code);
    QFETCH(QString, text);
    QFETCH(QByteArray, data);
    QFETCH(qint64, span);
    SpanLimits limits;
    limits.initial = 2'000;
    limits.batch = 10'000;
    SpanPolicy policy(limits);
    QCOMPARE(policy.span(), 2'000);
    QVERIFY(policy.refused(code, text, data, 100, 2'099));
    QCOMPARE(policy.span(), span);
}

void TstSpanPolicy::otherErrors_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"BlockOutOfRangeError: block height is 5 but requested was 65535",
                             "block range extends beyond current head block",
                             "invalid block range params",
                             "unknown block",
                             "method not found",
                             "daily request count exceeded, request rate limited",
                             "exceeded 25 requests per second",
                             "batch too large"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TstSpanPolicy::otherErrors()
{
    QFETCH(QString, text);
    SpanPolicy policy;
    const qint64 before = policy.span();
    QVERIFY(!policy.refused(-32'602, text, {}, 0, 31));
    QCOMPARE(policy.span(), before);
}

void TstSpanPolicy::growsAndShrinksByBytes()
{
    SpanLimits limits;
    limits.initial = 10;
    limits.batch = 100'000;
    SpanPolicy policy(limits);
    policy.answered(10, 10'000); // a thousand bytes a block: doubles at most
    QCOMPARE(policy.span(), 20);
    for (int i = 0; i < 20; ++i)
        policy.answered(policy.span(), policy.span() * 1'000);
    const qint64 settled = policy.span() * 1'000;
    QVERIFY(settled >= limits.lowBytes && settled <= limits.highBytes);
    policy.answered(policy.span(), 60 * 1024 * 1024); // a crowded stretch
    QVERIFY(policy.span() < settled / 1'000 / 5);
}

void TstSpanPolicy::shortReadingsDontGrow()
{
    SpanPolicy policy;
    const qint64 before = policy.span();
    for (int i = 0; i < 50; ++i)
        policy.answered(1, 500); // at the head only one block is new at a time
    QCOMPARE(policy.span(), before);
}

void TstSpanPolicy::ceilingIsTriedAgain()
{
    SpanLimits limits;
    limits.initial = 1'000;
    limits.batch = 10'000;
    SpanPolicy policy(limits);
    QVERIFY(policy.refused(-32'600, u"maximum block range: 100", {}, 1, 1'000));
    for (int i = 0; i < 99; ++i)
        policy.answered(policy.span(), 1'000);
    QCOMPARE(policy.span(), 100);
    policy.answered(100, 1'000);
    policy.answered(100, 1'000);
    QCOMPARE(policy.span(), 105);
}

void TstSpanPolicy::batches()
{
    SpanLimits limits;
    limits.initial = 500;
    limits.batch = 1'000;
    SpanPolicy policy(limits);
    QVERIFY(policy.batchRefused(503, u"batch too large: 503 > 100"));
    QCOMPARE(policy.span(), 97);
    QVERIFY(policy.batchRefused(100, u"batch too large"));
    QCOMPARE(policy.span(), 47);
    QVERIFY(policy.batchRefused(5, u"batch too large"));
    QCOMPARE(policy.span(), 1);
    QVERIFY(!policy.batchRefused(4, u"batch too large"));
}

void TstSpanPolicy::oneBlockCantShrink()
{
    SpanPolicy policy;
    QVERIFY(!policy.refused(-32'600, u"block range is too wide", {}, 7, 7));
    QVERIFY(!policy.tooLarge(1));
    QVERIFY(policy.tooLarge(8));
    QCOMPARE(policy.span(), 4);
}

TIEOUT_REGISTER_TEST(TstSpanPolicy)

#include "tst_spanpolicy.moc"
