// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/rails/railkit.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;
using namespace tieout::test;

// What providers do when they won't answer, and what the rail makes of it.
class TstRpcSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void recovers();
    void silenceTimesOut();
    void reconnectChecksAgain();
    void noUrlInErrors();
};

void TstRpcSession::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<qint64>("waits"); // at least, in ms
    const auto row = [](const char* name,
                        int status,
                        const char* headers,
                        const char* body,
                        const char* reason,
                        qint64 waits) {
        QTest::newRow(name) << status << QByteArray(headers) << QByteArray(body)
                            << QString::fromLatin1(reason) << waits;
    };
    row("429 with time",
        429,
        "Retry-After: 9\r\n",
        R"({"error":{"code":429,"message":"slow"}})",
        "rate_limited",
        9'000);
    row("429 without a word", 429, "", "", "rate_limited", 100);
    row("200 with -32005",
        200,
        "",
        R"({"id":1,"error":{"code":-32005,"message":"daily request count exceeded, request rate )"
        R"(limited","data":{"rate":{"backoff_seconds":30}}}})",
        "rate_limited",
        30'000);
    row("suspended",
        403,
        "",
        R"({"Error":"The key exceeds the frequency limit, and the query server is )"
        R"(suspended for 30s"})",
        "rate_limited",
        30'000);
    row("forbidden", 403, "", "no", "source_refused", 100);
    row("key unknown", 401, "", R"({"error":"unauthorized"})", "source_refused", 100);
    row("busy", 503, "Retry-After: 4\r\n", "later", "source_unreachable", 4'000);
    row("gateway", 502, "", "<html>502</html>", "source_unreachable", 100);
    row("moved", 302, "Location: http://127.0.0.1/\r\n", "", "source_refused", 100);
    row("page", 200, "", "<!DOCTYPE html>", "source_not_json", 100);
    row("empty", 200, "", "", "source_truncated", 100);
    row("half", 200, "", R"([{"id":1,"resu)", "source_truncated", 100);
    row("other error",
        200,
        "",
        R"({"id":1,"error":{"code":-32603,"message":"internal"}})",
        "source_refused",
        100);
}

void TstRpcSession::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    QFETCH(qint64, waits);
    FakeSource source = makeFakeSource(std::make_unique<FakeNode>());
    const auto rail = makeRail(railSettings({source.server->url()}));
    QVERIFY(rail->connect(kRailNow));
    *source.override = [&](const QByteArray&, int) { return ScriptAnswer{status, headers, body}; };
    const auto answer = rail->head(-1, kRailNow);
    QVERIFY(!answer);
    QCOMPARE(answer.error().reason, reason);
    QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    const SourceHealth health = rail->health()[0];
    QCOMPARE(health.lastError, reason);
    QVERIFY(!health.healthy);
    QVERIFY(health.retryAt >= kRailNow + Duration(waits));
    // It isn't asked again before its time.
    const int asked = source.server->requests();
    const auto early = rail->head(-1, kRailNow + Duration(waits - 1));
    QCOMPARE(early.error().reason, QStringLiteral("no_source"));
    QCOMPARE(source.server->requests(), asked);
}

void TstRpcSession::recovers()
{
    FakeSource source = makeFakeSource(std::make_unique<FakeNode>());
    const auto rail = makeRail(railSettings({source.server->url()}));
    *source.override = [](const QByteArray&, int count) {
        return count < 3 ? std::optional(ScriptAnswer{503, {}, {}}) : std::nullopt;
    };
    UtcTime now = kRailNow;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!rail->connect(now));
        now = now + Duration(60'000);
    }
    QVERIFY(rail->connect(now));
    QVERIFY(rail->head(-1, now));
    QVERIFY(rail->health()[0].healthy);
    QCOMPARE(rail->health()[0].failures, 3);
}

void TstRpcSession::silenceTimesOut()
{
    FakeSource source = makeFakeSource(std::make_unique<FakeNode>());
    EvmRailSettings settings = railSettings({source.server->url()});
    settings.limits.totalMs = 150;
    const auto rail = makeRail(std::move(settings));
    QVERIFY(rail->connect(kRailNow));
    *source.override = [](const QByteArray&, int) {
        ScriptAnswer answer;
        answer.hang = true;
        return answer;
    };
    TIEOUT_FAILS(rail->head(-1, kRailNow), "source_timeout");
}

void TstRpcSession::reconnectChecksAgain()
{
    FakeSource source = makeFakeSource(std::make_unique<FakeNode>());
    source.node->mineMany(3);
    const auto rail = makeRail(railSettings({source.server->url()}));
    QVERIFY(rail->connect(kRailNow));
    bool away = true;
    FakeNode another(31'337, 9); // the same chain id, another genesis
    *source.override = [&](const QByteArray& body, int) {
        ScriptAnswer answer{200, {}, another.answer(body)};
        answer.reset = away;
        return answer;
    };
    TIEOUT_FAILS(rail->header(1, kRailNow), "source_unreachable");
    away = false;
    // Genesis is asked first, and it is not what it was.
    TIEOUT_FAILS(rail->header(1, kRailNow + Duration(60'000)), "genesis_mismatch");
}

void TstRpcSession::noUrlInErrors()
{
    const auto rail = makeRail(railSettings({"http://127.0.0.1:1/secret-key"}));
    const Outcome answer = rail->connect(kRailNow);
    QVERIFY(!answer);
    QVERIFY(!answer.error().detail.contains(u"secret"));
    QVERIFY(!answer.error().detail.contains(u"127.0.0.1"));
}

TIEOUT_REGISTER_TEST(TstRpcSession)

#include "tst_rpcsession.moc"
