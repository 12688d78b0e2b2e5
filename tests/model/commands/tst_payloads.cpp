// SPDX-License-Identifier: GPL-3.0-or-later
// The payloads of commands: what goes to JSON comes back, and nothing unknown passes.
#include "model/commands/deskpayloads.h"
#include "model/commands/paymentpayloads.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tieout::test {

class TstPayloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void refused_data();
    void refused();
    void corridorsKeepTheirDocument();
    void testsNameOneThing();
};

namespace {

const QString kUlid = QStringLiteral("01J00000000000000000000000");

template<class T>
bool comesBack(const T& value)
{
    auto again = T::fromJson(value.toJson());
    if (!again)
        qWarning("%s", qPrintable(again.error().detail));
    return again && *again == value;
}

} // namespace

void TstPayloads::thereAndBack()
{
    const auto payment = PaymentId::trusted(QStringLiteral("pay_") + kUlid);
    const QString why = QStringLiteral("because\nof this");
    QVERIFY(comesBack(CreatePaymentPayload{QStringLiteral("mer_1"),
                                           QStringLiteral("usdc-base"),
                                           QStringLiteral("100.50"),
                                           QStringLiteral("order 1"),
                                           QStringLiteral("ada"),
                                           Duration(900'000),
                                           QStringLiteral("key-1")}));
    QVERIFY(comesBack(CreatePaymentPayload{
        {}, QStringLiteral("usdc-base"), QStringLiteral("1"), {}, {}, {}, {}}));
    QVERIFY(comesBack(CancelPaymentPayload{payment, 3, {}}));
    QVERIFY(comesBack(ReissuePaymentPayload{payment, 3, Duration(60'000), why}));
    QVERIFY(comesBack(HoldPaymentPayload{payment, 3, QStringLiteral("screening"), why}));
    QVERIFY(comesBack(
        ReleasePaymentPayload{payment, HoldId::trusted(QStringLiteral("hld_") + kUlid), 3, why}));
    QVERIFY(comesBack(LinkTransferPayload{QStringLiteral("base"),
                                          QStringLiteral("0xab12"),
                                          QStringLiteral("0xcc"),
                                          QStringLiteral("memo"),
                                          payment,
                                          0,
                                          why}));
    QVERIFY(comesBack(ResolveCasePayload{
        CaseId::trusted(QStringLiteral("cas_") + kUlid), 1, QStringLiteral("accept"), why}));
    QVERIFY(comesBack(BackfillPayload{QStringLiteral("base"), 10, 10, {}}));
    QVERIFY(comesBack(SourceTestPayload{QStringLiteral("base"), QStringLiteral("one"), {}}));
    QVERIFY(comesBack(AcknowledgeRailPayload{QStringLiteral("base"), 2, why}));
    QVERIFY(comesBack(SandboxSpeedPayload{QStringLiteral("sandbox"), 60}));
    QVERIFY(comesBack(SandboxScenarioPayload{
        QStringLiteral("sandbox"), QStringLiteral("late"), {}, {}, {{QStringLiteral("n"), 1}}}));
    QVERIFY(comesBack(ProposalDecisionPayload{why}));
    QVERIFY(comesBack(SaveViewPayload{QStringLiteral("view_1"),
                                      QStringLiteral("payments"),
                                      QStringLiteral("mine"),
                                      {},
                                      {{QStringLiteral("f"), 1}},
                                      0}));
    QVERIFY(comesBack(DeleteViewPayload{QStringLiteral("view_1"), 4}));
}

void TstPayloads::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const char* json, const char* key) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(key);
    };
    row("nothing", "{}", "corridor");
    row("no amount", R"({"corridor":"c"})", "amount");
    row("amount as a number", R"({"corridor":"c","amount":1})", "amount");
    row("negative", R"({"corridor":"c","amount":"-1"})", "amount");
    row("zero", R"({"corridor":"c","amount":"0.00"})", "amount");
    row("exponent", R"({"corridor":"c","amount":"1e3"})", "amount");
    row("comma", R"({"corridor":"c","amount":"1,5"})", "amount");
    row("trailing line", R"({"corridor":"c","amount":"1\n"})", "amount");
    row("too many digits",
        R"({"corridor":"c","amount":"1234567890123456789012345678901234567890"})",
        "amount");
    row("unknown key", R"({"corridor":"c","amount":"1","admin":true})", "admin");
    row("expiry in halves",
        R"({"corridor":"c","amount":"1","expires_in_ms":1000.5})",
        "expires_in_ms");
    row("expiry too short",
        R"({"corridor":"c","amount":"1","expires_in_ms":999})",
        "expires_in_ms");
    row("expiry beyond", R"({"corridor":"c","amount":"1","expires_in_ms":1e30})", "expires_in_ms");
    row("control character", R"({"corridor":"c","amount":"1","customer":"a\u0000b"})", "customer");
    row("text as a list", R"({"corridor":["c"],"amount":"1"})", "corridor");
}

void TstPayloads::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    auto value = CreatePaymentPayload::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!value);
    QCOMPARE(value.error().reason, QStringLiteral("payload_invalid"));
    QVERIFY2(value.error().detail.startsWith(key), qPrintable(value.error().detail));
}

void TstPayloads::corridorsKeepTheirDocument()
{
    const QJsonObject document{{QStringLiteral("corridor"), QStringLiteral("usdc-base")},
                               {QStringLiteral("version"), 2},
                               {QStringLiteral("status"), QStringLiteral("enabled")},
                               {QStringLiteral("asset"), QStringLiteral("eip155:8453/erc20:0x01")},
                               {QStringLiteral("rail"), QStringLiteral("base")},
                               {QStringLiteral("bands"), QJsonArray{1, 2}}};
    auto value = CorridorPayload::fromJson(document);
    QVERIFY(value);
    QCOMPARE(value->version, 2);
    QCOMPARE(value->toJson(), document);
    for (const char* key : {"corridor", "version", "status", "asset", "rail"}) {
        QJsonObject without = document;
        without.remove(QLatin1String(key));
        QVERIFY(!CorridorPayload::fromJson(without));
    }
    QJsonObject odd = document;
    odd.insert(QStringLiteral("status"), QStringLiteral("open"));
    QVERIFY(!CorridorPayload::fromJson(odd));
}

void TstPayloads::testsNameOneThing()
{
    QVERIFY(
        !SourceTestPayload::fromJson(SourceTestPayload{QStringLiteral("base"), {}, {}}.toJson()));
    QVERIFY(!SourceTestPayload::fromJson(
        SourceTestPayload{QStringLiteral("base"), QStringLiteral("a"), QStringLiteral("http://b")}
            .toJson()));
    const auto tested = [](const char* url) {
        const SourceTestPayload payload{QStringLiteral("base"), {}, QString::fromLatin1(url)};
        const auto read = SourceTestPayload::fromJson(payload.toJson());
        return read ? QString() : read.error().reason + read.error().detail;
    };
    for (const char* url : {"http://127.0.0.1:8545", "https://h.example/"})
        QCOMPARE(tested(url), QString());
    for (const char* url : {"https://h.example/v3/key",
                            "https://h.example/?key",
                            "https://h.example/#key",
                            "https://key@h.example",
                            "https://user:key@h.example",
                            "ftp://h.example",
                            "h.example"})
        QCOMPARE(tested(url), QStringLiteral("source_url_not_plain"));
    QVERIFY(
        !BackfillPayload::fromJson(BackfillPayload{QStringLiteral("base"), 10, 9, {}}.toJson()));
    QVERIFY(
        !SandboxSpeedPayload::fromJson(SandboxSpeedPayload{QStringLiteral("base"), -1}.toJson()));
}

} // namespace tieout::test

using tieout::test::TstPayloads;
TIEOUT_REGISTER_TEST(TstPayloads)
#include "tst_payloads.moc"
