// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/base58.h"
#include "model/domain/blocks.h"
#include "model/domain/caip.h"
#include "model/domain/ids.h"
#include "model/domain/keccak.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace tieout;

namespace {

QJsonObject vectors(const char* name)
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no vectors: %s", name);
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString member(const QJsonValue& value, const char* key)
{
    return value.toObject().value(QString::fromLatin1(key)).toString();
}

QJsonArray list(const QJsonObject& object, const char* key)
{
    const QJsonArray array = object.value(QString::fromLatin1(key)).toArray();
    if (array.isEmpty())
        qFatal("no cases under %s", key);
    return array;
}

} // namespace

// Ids, times, hashes and addresses against published vectors.
class TstIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void caip_data();
    void caip();
    void sameAssetHasOneForm();
    void assetsHaveContracts();
    void eip55_data();
    void eip55();
    void keccak();
    void tronAddresses();
    void refusedTronAddresses();
    void wordsMustBeClean();
    void ulids();
    void idsKeepTheirKind();
    void times_data();
    void times();
};

void TstIdentity::caip_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("valid");
    for (const QJsonValue& value : list(vectors("caip.json"), "cases")) {
        const QString text = member(value, "value");
        QTest::newRow(qPrintable(text)) << member(value, "kind") << text
                                        << value.toObject().value(QStringLiteral("valid")).toBool();
    }
}

void TstIdentity::caip()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    QFETCH(bool, valid);
    if (kind == u"CAIP-2") {
        QCOMPARE(ChainId::parse(value).has_value(), valid);
    } else if (kind == u"CAIP-10") {
        QCOMPARE(AccountId::parse(value).has_value(), valid);
    } else {
        QCOMPARE(kind, QStringLiteral("CAIP-19"));
        QCOMPARE(AssetId::parse(value).has_value(), valid);
    }
}

void TstIdentity::sameAssetHasOneForm()
{
    const QJsonObject equality = vectors("caip.json").value(QStringLiteral("equality")).toObject();
    for (const QJsonValue& pair : list(equality, "same_asset"))
        QCOMPARE(AssetId::parse(pair[0].toString())->text(),
                 AssetId::parse(pair[1].toString())->text());
    for (const QJsonValue& pair : list(equality, "different_asset"))
        QVERIFY(!(*AssetId::parse(pair[0].toString()) == *AssetId::parse(pair[1].toString())));
}

void TstIdentity::assetsHaveContracts()
{
    const auto usdt = AssetId::parse(u"eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7");
    QVERIFY(usdt);
    QCOMPARE(usdt->chain()->text(), QStringLiteral("eip155:1"));
    QCOMPARE(usdt->contract()->toText(),
             QStringLiteral("0xdAC17F958D2ee523a2206206994597C13D831ec7"));
    const auto tron = AssetId::parse(u"tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t");
    QVERIFY(tron);
    QVERIFY(tron->contract()->family() == AddressFamily::Tron);
    QCOMPARE(AssetId::parse(u"eip155:1/slip44:60")->contract().error().reason,
             QStringLiteral("asset_without_contract"));
    QVERIFY(!AssetId::parse(u"eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831eC7"));
    QVERIFY(!AssetId::parse(u"eip155:1/erc20:0x1234"));
}

void TstIdentity::eip55_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("checksummed");
    for (const QJsonValue& value : list(vectors("eip55.json"), "cases"))
        QTest::newRow(qPrintable(member(value, "kind") + u' ' + member(value, "input")))
            << member(value, "input") << value.toObject().value(QStringLiteral("valid")).toBool()
            << member(value, "checksummed");
}

void TstIdentity::eip55()
{
    QFETCH(QString, input);
    QFETCH(bool, valid);
    QFETCH(QString, checksummed);
    const auto address = Address::parse(input, AddressFamily::Evm);
    QCOMPARE(address.has_value(), valid);
    if (valid)
        QCOMPARE(address->toText(), checksummed);
}

void TstIdentity::keccak()
{
    for (const QJsonValue& value : list(vectors("keccak256.json"), "cases")) {
        const QByteArray input = QByteArray::fromHex(member(value, "input_hex").toLatin1());
        QCOMPARE(QString::fromLatin1(keccak256(input).toHex()), member(value, "keccak256"));
        QVERIFY(QString::fromLatin1(keccak256(input).toHex()) != member(value, "not_sha3_256"));
    }
}

void TstIdentity::tronAddresses()
{
    for (const QJsonValue& value : list(vectors("tron-addresses.json"), "valid")) {
        const QString base58 = member(value, "base58");
        const auto address = Address::parse(base58, AddressFamily::Tron);
        QVERIFY2(address, qPrintable(base58));
        QCOMPARE(QString::fromLatin1("41" + address->bytes().toHex()), member(value, "hex"));
        QCOMPARE(address->toText(), base58);
        QCOMPARE(Address::fromBytes(AddressFamily::Evm, address->bytes()).toText(),
                 member(value, "evm_form"));
        const QByteArray word = QByteArray::fromHex(member(value, "abi_word").toLatin1());
        QVERIFY(*Address::fromWord(AddressFamily::Tron, word) == *address);
    }
}

void TstIdentity::refusedTronAddresses()
{
    for (const QJsonValue& value : list(vectors("tron-addresses.json"), "invalid"))
        QVERIFY2(!Address::parse(member(value, "base58"), AddressFamily::Tron),
                 qPrintable(member(value, "reason")));
    QVERIFY(!Address::parse(QString(4000, u'1'), AddressFamily::Tron));
}

void TstIdentity::wordsMustBeClean()
{
    QByteArray word(32, '\0');
    QVERIFY(Address::fromWord(AddressFamily::Evm, word));
    word[11] = 1;
    QVERIFY(!Address::fromWord(AddressFamily::Evm, word));
    QVERIFY(!Address::fromWord(AddressFamily::Evm, word.first(31)));
}

void TstIdentity::ulids()
{
    QCOMPARE(makeUlid(UtcTime::fromMs(0), {}), QStringLiteral("00000000000000000000000000"));
    std::array<quint8, 10> full{};
    full.fill(0xff);
    const auto last = UtcTime::fromMs(0xffffffffffffLL);
    QCOMPARE(makeUlid(last, full), QStringLiteral("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
    // The example of the ULID specification: this time begins with 01ARYZ6S41.
    QVERIFY(makeUlid(UtcTime::fromMs(1'469'918'176'385), {}).startsWith(u"01ARYZ6S41"));
    QVERIFY(makeUlid(UtcTime::fromMs(1), full) < makeUlid(UtcTime::fromMs(2), {}));
    QSet<QString> made;
    for (int i = 0; i < 2000; ++i)
        made.insert(makeUlid(UtcTime::fromMs(7)));
    QCOMPARE(made.size(), 2000);
    for (const char16_t* bad : {u"",
                                u"0000000000000000000000000",
                                u"80000000000000000000000000",
                                u"0000000000000000000000000U",
                                u"0000000000000000000000000o"})
        QVERIFY(!isUlid(QStringView(bad)));
}

void TstIdentity::idsKeepTheirKind()
{
    const PaymentId id = PaymentId::make(UtcTime::fromMs(1'700'000'000'000));
    QVERIFY(id.text().startsWith(u"pay_"));
    QVERIFY(*PaymentId::parse(id.text()) == id);
    QCOMPARE(CaseId::parse(id.text()).error().reason, QStringLiteral("id_malformed"));
    QVERIFY(!PaymentId::parse(u"pay_"));
    QVERIFY(!PaymentId::parse(QString(id.text() + u'0')));
    const Account account = Account::of(QByteArray(20, '\x7'));
    QCOMPARE(account.toBytes(), QByteArray(20, '\x7'));
    QCOMPARE(toBytes(hash32(QByteArray(32, '\x5'))), QByteArray(32, '\x5'));
}

void TstIdentity::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // −1: refused
    QTest::newRow("second") << QStringLiteral("2026-11-01T04:12:00Z") << 1'793'506'320'000LL;
    QTest::newRow("millisecond") << QStringLiteral("2026-11-01T04:12:00.250Z")
                                 << 1'793'506'320'250LL;
    QTest::newRow("date") << QStringLiteral("1970-01-02") << 86'400'000LL;
    for (const char* bad : {"",
                            "2026-13-01",
                            "2026-11-01T04:12:00",
                            "2026-02-30",
                            "yesterday",
                            "2026-11-01T25:00:00Z",
                            "2026-11-01T24:00:00Z",
                            "9999-12-31T24:00:00Z",
                            "2026-11-01 04:12:00Z",
                            "2026-11-01T04:12Z",
                            "2026-11-01T04:12:00.25Z",
                            "2026-11-01T04:12:00,250Z",
                            "2026-11-01T04:12:00.0004Z",
                            "2026-11-01T04:12:00.000",
                            "2026-11-01T04:12:00+01:00Z",
                            " 2026-11-1",
                            "2026-11-01T04:12:00+01:00"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << -1LL;
}

void TstIdentity::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto time = UtcTime::parse(text);
    QCOMPARE(time.has_value(), ms >= 0);
    if (ms < 0)
        return;
    QCOMPARE(time->ms(), ms);
    QVERIFY(*UtcTime::parse(time->toText()) == *time);
}

TIEOUT_REGISTER_TEST(TstIdentity)
#include "tst_identity.moc"
