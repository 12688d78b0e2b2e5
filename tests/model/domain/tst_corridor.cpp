// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/corridor.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tieout;

namespace {

QJsonObject parsed(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("bad test text: %s", qPrintable(error.errorString()));
    return object;
}

QJsonObject smallest()
{
    return parsed(R"({
        "name": "usdt-ethereum", "rail": "ethereum", "decimals": 6, "symbol": "USDT",
        "asset": "eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7",
        "finality": "tag",
        "bands": [{"upTo": "100", "rule": "depth:3"}, {"upTo": "10000", "rule": "depth:12"},
                  {"rule": "finalized"}],
        "binding": {"scheme": "xpub", "xpub": "main"}})");
}

CorridorVersion corridor()
{
    return corridorFromJson(smallest()).value();
}

Amount amount(const char16_t* text)
{
    return Amount::parse(QStringView(text), 6).value();
}

} // namespace

// A corridor's text form, its defaults and refusals, creation and what a payment pins.
class TstCorridor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void everythingReturns();
    void refuses_data();
    void refuses();
    void missingKeys_data();
    void missingKeys();
    void creation_data();
    void creation();
    void pinsThePolicy();
    void toleranceIsTheLarger_data();
    void toleranceIsTheLarger();
    void policyReturns();
    void asksTheQuorumAboveItsValue_data();
    void asksTheQuorumAboveItsValue();
    void namesEveryRule_data();
    void namesEveryRule();
};

void TstCorridor::defaults()
{
    const CorridorVersion made = corridor();
    QCOMPARE(made.version, 1);
    QVERIFY(made.status == CorridorStatus::Draft);
    QVERIFY(made.underGrace.absolute == amount(u"0.10"));
    QCOMPARE(made.underGrace.basisPoints, 10);
    QVERIFY(made.overTolerance == made.underGrace);
    QVERIFY(made.feeTolerance.absolute.isZero() && made.feeTolerance.basisPoints == 0);
    QVERIFY(made.topUpWindow == std::chrono::hours(24));
    QVERIFY(made.expiry == std::chrono::hours(1));
    QVERIFY(made.screening.when == ScreeningWhen::None);
    QCOMPARE(made.quorum.count, 1);
    QCOMPARE(made.strongest().toText(), QStringLiteral("finalized"));
}

void TstCorridor::everythingReturns()
{
    QVERIFY(corridorFromJson(toJson(corridor())).value() == corridor());
    QJsonObject full = smallest();
    const QJsonObject more = parsed(R"({
        "version": 7, "issuer": "Tether", "status": "enabled", "runbook": "runbooks/usdt.md",
        "underGrace": {"absolute": "1", "basisPoints": 0},
        "overTolerance": {"absolute": "0", "basisPoints": 25},
        "feeTolerance": {"absolute": "0.000001", "basisPoints": 1},
        "timingSkew": "90s", "topUpWindow": "0", "expiry": "30m", "minimum": "5",
        "dustFloor": "0.01", "screening": {"when": "above", "above": "1000"},
        "binding": {"scheme": "reference",
                    "address": "0xdac17f958d2ee523a2206206994597c13d831ec7"},
        "quorum": {"above": "10000", "count": 2},
        "bands": [{"upTo": "1", "rule": "safe"}, {"rule": "finalized+128"}]})");
    for (auto it = more.begin(); it != more.end(); ++it)
        full.insert(it.key(), it.value());
    const auto made = corridorFromJson(full);
    QVERIFY(made);
    QVERIFY(corridorFromJson(toJson(*made)).value() == *made);
    QCOMPARE(made->binding.address, QStringLiteral("0xdAC17F958D2ee523a2206206994597C13D831ec7"));
    QCOMPARE(made->strongest().toText(), QStringLiteral("finalized+128"));
    QVERIFY(*made->quorum.above == amount(u"10000"));
}

void TstCorridor::refuses_data()
{
    QTest::addColumn<QString>("patch"); // members that replace or join the smallest corridor's
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("key"); // what the detail begins with
    const auto row = [](const char* patch, const char* reason, const char* key) {
        QTest::newRow(patch) << QString::fromUtf8(patch) << QString::fromLatin1(reason)
                             << QString::fromLatin1(key);
    };
    const auto bad = [&row](const char* patch, const char* key) {
        row(patch, "corridor_value_invalid", key);
    };
    row(R"({"colour": 1})", "corridor_key_unknown", "colour");
    row(R"({"quorum": {"count": 1, "of": 3}})", "corridor_key_unknown", "quorum.of");
    row(R"({"quorum": {}})", "corridor_key_missing", "quorum.count");
    row(R"({"bands": [{"rule": "safe", "min": 1}]})", "corridor_key_unknown", "bands[0].min");
    row(R"({"bands": [{}]})", "corridor_key_missing", "bands[0].rule");
    row(R"({"underGrace": {"absolute": "1"}})", "corridor_key_missing", "underGrace.basisPoints");
    row(R"({"screening": {"when": "above"}})", "corridor_key_missing", "screening.above");
    row(R"({"screening": {"when": "none", "above": "1"}})",
        "corridor_key_unknown",
        "screening.above");
    row(R"({"binding": {"scheme": "xpub"}})", "corridor_key_missing", "binding.xpub");
    row(R"({"binding": {"scheme": "xpub", "xpub": "a", "address": "b"}})",
        "corridor_key_unknown",
        "binding.address");
    bad(R"({"name": "USDT"})", "name");
    bad(R"({"name": ""})", "name");
    bad(R"({"name": 5})", "name");
    bad(R"({"version": 0})", "version");
    bad(R"({"version": 1.5})", "version");
    bad(R"({"version": "1"})", "version");
    bad(R"({"asset": "USDT"})", "asset");
    bad(R"({"asset": "eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831eC7"})", "asset");
    bad(R"({"rail": "Main Net"})", "rail");
    bad(R"({"decimals": 37})", "decimals");
    bad(R"({"decimals": -1})", "decimals");
    bad(R"({"symbol": ""})", "symbol");
    bad(R"({"status": "open"})", "status");
    bad(R"({"finality": "soon"})", "finality");
    bad(R"({"finality": "depth"})", "bands[2].rule");
    bad(R"({"bands": []})", "bands");
    bad(R"({"bands": {}})", "bands");
    bad(R"({"bands": [{"upTo": "1", "rule": "safe"}]})", "bands[0].upTo");
    bad(R"({"bands": [{"rule": "safe"}, {"rule": "safe"}]})", "bands[0].upTo");
    bad(R"({"bands": [{"upTo": "5", "rule": "safe"}, {"upTo": "5", "rule": "safe"},
                      {"rule": "safe"}]})",
        "bands[1].upTo");
    bad(R"({"bands": [{"rule": "latest"}]})", "bands[0].rule");
    bad(R"({"bands": [{"rule": "solidified"}]})", "bands[0].rule");
    bad(R"({"underGrace": {"absolute": 1, "basisPoints": 0}})", "underGrace.absolute");
    bad(R"({"underGrace": {"absolute": "-1", "basisPoints": 0}})", "underGrace.absolute");
    bad(R"({"underGrace": {"absolute": "0.0000001", "basisPoints": 0}})", "underGrace.absolute");
    bad(R"({"overTolerance": {"absolute": "0", "basisPoints": 10001}})",
        "overTolerance.basisPoints");
    bad(R"({"overTolerance": 5})", "overTolerance");
    bad(R"({"expiry": "0"})", "expiry");
    bad(R"({"expiry": "soon"})", "expiry");
    bad(R"({"topUpWindow": 60})", "topUpWindow");
    bad(R"({"dustFloor": "1", "minimum": "0.5"})", "minimum");
    bad(R"({"dustFloor": "170141183460469231731687303715884105728"})", "dustFloor");
    bad(R"({"quorum": {"count": 0}})", "quorum.count");
    bad(R"({"quorum": {"count": 99}})", "quorum.count");
    bad(R"({"quorum": {"above": "-1", "count": 2}})", "quorum.above");
    bad(R"({"bands": [{"rule": "depth:3 quorum 2"}]})", "bands[0].rule");
    bad(R"({"binding": {"scheme": "memo"}})", "binding.scheme");
    bad(R"({"binding": {"scheme": "xpub", "xpub": "My Key"}})", "binding.xpub");
    bad(R"({"binding": {"scheme": "reference", "address": "0x12"}})", "binding.address");
    bad(R"({"binding": {"scheme": "reference", "address": ""}})", "binding.address");
    bad(R"({"binding": "main"})", "binding");
}

void TstCorridor::refuses()
{
    QFETCH(QString, patch);
    QFETCH(QString, reason);
    QFETCH(QString, key);
    QJsonObject json = smallest();
    const QJsonObject more = parsed(patch.toUtf8());
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    const auto made = corridorFromJson(json);
    QVERIFY(!made);
    QVERIFY(made.error().code == ErrorCode::Invalid);
    QCOMPARE(made.error().reason, reason);
    QCOMPARE(made.error().detail.section(u':', 0, 0), key);
}

void TstCorridor::missingKeys_data()
{
    QTest::addColumn<QString>("key");
    for (const QString& key : smallest().keys())
        QTest::newRow(qPrintable(key)) << key;
}

void TstCorridor::missingKeys()
{
    QFETCH(QString, key);
    QJsonObject json = smallest();
    json.remove(key);
    const auto made = corridorFromJson(json);
    QVERIFY(!made);
    QCOMPARE(made.error().reason, QStringLiteral("corridor_key_missing"));
    QCOMPARE(made.error().detail, key);
}

void TstCorridor::creation_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("sandbox");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("reason"); // empty: allowed
    const auto row = [](const char* status, bool sandbox, const char* due, const char* reason) {
        QTest::addRow("%s %d %s", status, static_cast<int>(sandbox), due)
            << QString::fromLatin1(status) << sandbox << QString::fromLatin1(due)
            << QString::fromLatin1(reason);
    };
    row("enabled", false, "100", "");
    row("enabled", true, "100", "");
    row("sandbox", true, "100", "");
    row("sandbox", false, "100", "corridor_sandbox_only");
    row("draft", true, "100", "corridor_draft");
    row("suspended", false, "100", "corridor_suspended");
    row("stopped", false, "100", "corridor_stopped");
    row("retired", false, "100", "corridor_retired");
    row("enabled", false, "4.999999", "amount_below_minimum");
    row("enabled", false, "5", "");
    row("enabled", false, "0", "amount_not_positive");
    row("enabled", false, "-5", "amount_not_positive");
}

void TstCorridor::creation()
{
    QFETCH(QString, status);
    QFETCH(bool, sandbox);
    QFETCH(QString, due);
    QFETCH(QString, reason);
    CorridorVersion made = corridor();
    made.status = tieout::fromText<CorridorStatus>(status).value();
    made.minimum = amount(u"5");
    const auto outcome = mayCreatePayment(made, Amount::parse(due, 6).value(), sandbox);
    QCOMPARE(outcome ? QString() : outcome.error().reason, reason);
    QCOMPARE(mayCreatePayment(made, Amount(1, 18), sandbox).has_value(), false);
}

void TstCorridor::pinsThePolicy()
{
    CorridorVersion made = corridor();
    made.version = 3;
    made.dustFloor = amount(u"0.01");
    const auto policy = pinPolicy(made, amount(u"2000"));
    QVERIFY(policy);
    QCOMPARE(policy->corridor, QStringLiteral("usdt-ethereum"));
    QCOMPARE(policy->version, 3);
    QVERIFY(policy->underGrace == amount(u"2")); // 10 basis points beat 0.10
    QVERIFY(policy->dustFloor == amount(u"0.01"));
    QCOMPARE(policy->ruleFor(amount(u"1")).toText(), QStringLiteral("depth:12"));
    QCOMPARE(policy->ruleFor(amount(u"10001")).toText(), QStringLiteral("finalized"));
    QCOMPARE(policy->strongest.toText(), QStringLiteral("finalized"));
    QCOMPARE(pinPolicy(made, Amount(1, 18)).error().reason, QStringLiteral("amount_decimals"));
    QCOMPARE(pinPolicy(made, Amount(0, 6)).error().reason, QStringLiteral("amount_not_positive"));
    QCOMPARE(pinPolicy(made, Amount(Amount::kMaxUnits, 6)).error().reason,
             QStringLiteral("amount_range"));
}

void TstCorridor::toleranceIsTheLarger_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("expected");
    QTest::newRow("absolute") << QStringLiteral("50") << QStringLiteral("0.1");
    QTest::newRow("even") << QStringLiteral("100") << QStringLiteral("0.1");
    QTest::newRow("relative") << QStringLiteral("101") << QStringLiteral("0.101");
    QTest::newRow("rounded down") << QStringLiteral("1000.000999") << QStringLiteral("1");
}

void TstCorridor::toleranceIsTheLarger()
{
    QFETCH(QString, due);
    QFETCH(QString, expected);
    QCOMPARE(corridor().underGrace.of(Amount::parse(due, 6).value())->toText(), expected);
}

void TstCorridor::policyReturns()
{
    const PolicySnapshot policy = pinPolicy(corridor(), amount(u"99.97")).value();
    const QJsonObject json = toJson(policy);
    QVERIFY(policyFromJson(json).value() == policy);
    QJsonObject unknown = json;
    unknown.insert(QStringLiteral("x"), 1);
    QCOMPARE(policyFromJson(unknown).error().reason, QStringLiteral("policy_key_unknown"));
    QJsonObject missing = json;
    missing.remove(QStringLiteral("due"));
    QCOMPARE(policyFromJson(missing).error().reason, QStringLiteral("policy_key_missing"));
    QJsonObject point = json;
    point.insert(QStringLiteral("due"), QStringLiteral("1.5"));
    QCOMPARE(policyFromJson(point).error().reason, QStringLiteral("policy_value_invalid"));
    QJsonObject quorum = json;
    quorum.insert(QStringLiteral("quorum"),
                  QJsonObject{{QStringLiteral("above"), QStringLiteral("5")}});
    QCOMPARE(policyFromJson(quorum).error().reason, QStringLiteral("policy_key_missing"));
}

void TstCorridor::asksTheQuorumAboveItsValue_data()
{
    QTest::addColumn<QString>("above"); // empty: for every value
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name,
                        const char* above,
                        int count,
                        const char* due,
                        const char* amount,
                        const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(above) << count << QString::fromLatin1(due)
                            << QString::fromLatin1(amount) << QString::fromLatin1(expected);
    };
    row("none", "", 1, "20000", "20000", "finalized");
    row("none above", "5", 1, "20000", "20000", "finalized");
    row("every value", "", 2, "5", "0.000001", "depth:3 quorum 2");
    row("below", "50", 2, "49", "49", "depth:3");
    row("its value is not above it", "50", 2, "50", "50", "depth:3");
    row("a unit above", "50", 2, "50", "50.000001", "depth:3 quorum 2");
    row("large in small pieces", "50", 2, "60", "1", "depth:3 quorum 2");
    row("in the next band", "50", 3, "101", "101", "depth:12 quorum 3");
    row("above all bands", "10000", 2, "10001", "1", "finalized quorum 2");
    row("at the last band's foot", "10000", 2, "10000", "1", "depth:12");
}

void TstCorridor::asksTheQuorumAboveItsValue()
{
    QFETCH(QString, above);
    QFETCH(int, count);
    QFETCH(QString, due);
    QFETCH(QString, amount);
    QFETCH(QString, expected);
    CorridorVersion made = corridor();
    made.quorum.count = count;
    if (!above.isEmpty())
        made.quorum.above = Amount::parse(above, 6).value();
    const PolicySnapshot policy = pinPolicy(made, Amount::parse(due, 6).value()).value();
    const ConfirmationRule rule = policy.ruleFor(Amount::parse(amount, 6).value());
    QCOMPARE(rule.toText(), expected);
    QVERIFY(ConfirmationRule::fromText(expected).value() == rule);
    // The rail moves a mark for it, and the payment keeps it.
    const auto rules = made.rules();
    QVERIFY(std::find(rules.begin(), rules.end(), rule) != rules.end());
    const QJsonObject json = toJson(policy);
    QCOMPARE(json.contains(QStringLiteral("quorum")), count > 1);
    QVERIFY(policyFromJson(json).value() == policy);
    QVERIFY(policy.strongest.quorum == 1); // Final demands the required rule beside it
}

void TstCorridor::namesEveryRule_data()
{
    QTest::addColumn<QString>("above");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* above, int count, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(above) << count << QString::fromLatin1(expected);
    };
    row("none", "", 1, "depth:3, depth:12, finalized");
    row("every value", "", 2, "depth:3 quorum 2, depth:12 quorum 2, finalized quorum 2, finalized");
    row("inside the first band",
        "50",
        2,
        "depth:3, depth:3 quorum 2, depth:12 quorum 2, finalized quorum 2, finalized");
    row("where a band ends", "100", 3, "depth:3, depth:12 quorum 3, finalized quorum 3, finalized");
    row("inside the last band", "20000", 2, "depth:3, depth:12, finalized, finalized quorum 2");
}

void TstCorridor::namesEveryRule()
{
    QFETCH(QString, above);
    QFETCH(int, count);
    QFETCH(QString, expected);
    CorridorVersion made = corridor();
    made.quorum.count = count;
    if (!above.isEmpty())
        made.quorum.above = Amount::parse(above, 6).value();
    QStringList texts;
    for (const ConfirmationRule& rule : made.rules())
        texts.append(rule.toText());
    QCOMPARE(texts.join(QStringLiteral(", ")), expected);
}

TIEOUT_REGISTER_TEST(TstCorridor)
#include "tst_corridor.moc"
