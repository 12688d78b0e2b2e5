// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/xpub.h"
#include "model/domain/base58.h"
#include "tests/model/crypto/vectors.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace tieout;

namespace {

QString vectorsXpub(const QString& file)
{
    return test::readVectors(file).value(u"xpub").toString();
}

} // namespace

class TstXpub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void derivesBip32Children_data();
    void derivesBip32Children();
    void keepsEveryXpubAsItWas();
    void refusesInvalidKeys_data();
    void refusesInvalidKeys();
    void refusesWithAClearReason_data();
    void refusesWithAClearReason();
    void derivesAddresses_data();
    void derivesAddresses();
    void derivesTheChangeChainApart();
    void refusesHardenedSteps();
    void stopsAtTheDeepestLevel();
    void comparesByValue();
};

void TstXpub::derivesBip32Children_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<quint32>("index");
    QTest::addColumn<QString>("child");
    const auto rows =
        test::readVectors(QStringLiteral("bip32.json")).value(u"public_derivation").toArray();
    QCOMPARE(rows.size(), 6);
    for (const auto& row : rows) {
        const auto path = row[QStringLiteral("parent_path")].toString();
        const auto index = static_cast<quint32>(row[QStringLiteral("index")].toInteger());
        QTest::addRow("%d %s", row[QStringLiteral("vector")].toInt(), qPrintable(path))
            << row[QStringLiteral("parent_xpub")].toString() << index
            << row[QStringLiteral("child_xpub")].toString();
    }
}

void TstXpub::derivesBip32Children()
{
    QFETCH(QString, parent);
    QFETCH(quint32, index);
    QFETCH(QString, child);
    const auto xpub = Xpub::parse(parent);
    QVERIFY(xpub);
    const auto derived = xpub->child(index);
    QVERIFY(derived);
    QCOMPARE(derived->toText(), child);
}

void TstXpub::keepsEveryXpubAsItWas()
{
    const auto rows = test::readVectors(QStringLiteral("bip32.json")).value(u"all_xpubs").toArray();
    QVERIFY(rows.size() >= 12);
    for (const auto& row : rows) {
        const QString text = row[QStringLiteral("xpub")].toString();
        const auto xpub = Xpub::parse(text);
        QVERIFY2(xpub, qPrintable(text));
        QCOMPARE(xpub->toText(), text);
        QCOMPARE(xpub->depth(), row[QStringLiteral("path")].toString().count(u'/'));
    }
    // BIP-32, vector 1: the master key is named 3442193e.
    QCOMPARE(Xpub::parse(rows[0][QStringLiteral("xpub")].toString())->fingerprint(),
             QStringLiteral("3442193e"));
}

void TstXpub::refusesInvalidKeys_data()
{
    QTest::addColumn<QString>("key");
    const auto rows =
        test::readVectors(QStringLiteral("bip32.json")).value(u"invalid_extended_keys").toArray();
    QCOMPARE(rows.size(), 16);
    for (int i = 0; i < rows.size(); ++i) {
        QTest::addRow("%d %s", i, qPrintable(rows[i][QStringLiteral("reason")].toString()))
            << rows[i][QStringLiteral("key")].toString();
    }
}

void TstXpub::refusesInvalidKeys()
{
    QFETCH(QString, key);
    const auto xpub = Xpub::parse(key);
    QVERIFY(!xpub);
    QCOMPARE(xpub.error().code, ErrorCode::Invalid);
    QVERIFY(xpub.error().reason.startsWith(u"xpub_"));
    QCOMPARE(xpub.error().reason == u"xpub_is_private",
             key.startsWith(u"xprv") ||
                 QByteArray(QTest::currentDataTag()).contains("prvkey mismatch"));
    QVERIFY(!xpub.error().detail.contains(key.mid(4, 20)));
}

void TstXpub::refusesWithAClearReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const QString good = vectorsXpub(QStringLiteral("xpub-evm.json"));
    const auto withVersion = [&good](quint32 version) {
        QByteArray payload = *fromBase58Check(good);
        for (int i = 0; i < 4; ++i)
            payload[i] = static_cast<char>(version >> (24 - 8 * i));
        return toBase58Check(payload);
    };
    QString typo = good;
    typo[50] = typo[50] == u'a' ? u'b' : u'a';
    QTest::newRow("empty") << QString() << QStringLiteral("xpub_malformed");
    QTest::newRow("an address") << QStringLiteral("0x"
                                                  "c25E354Fa03D281b140AA5bEc49E21bD6Cd22b12")
                                << QStringLiteral("xpub_malformed");
    QTest::newRow("a Tron address")
        << QStringLiteral("TRgmptH3rPWH6Frx3UMTeg415b7Bes6paH") << QStringLiteral("xpub_malformed");
    QTest::newRow("one letter wrong") << typo << QStringLiteral("xpub_checksum");
    QTest::newRow("cut") << good.chopped(1) << QStringLiteral("xpub_checksum");
    QTest::newRow("too long") << good + good << QStringLiteral("xpub_malformed");
    QTest::newRow("tpub") << withVersion(0x043587cf) << QStringLiteral("xpub_version");
    QTest::newRow("zpub") << withVersion(0x04b24746) << QStringLiteral("xpub_version");
    QTest::newRow("tprv") << withVersion(0x04358394) << QStringLiteral("xpub_is_private");
    QTest::newRow("zprv") << withVersion(0x04b2430c) << QStringLiteral("xpub_is_private");
    QTest::newRow("xprv, mistyped") << QStringLiteral("xprv9s21ZrQH143K24Mfq5zL5MhWK9hUhhGbd45")
                                    << QStringLiteral("xpub_is_private");
    QTest::newRow("path") << QStringLiteral("m/44'/60'/0'") << QStringLiteral("xpub_malformed");
}

void TstXpub::refusesWithAClearReason()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto xpub = Xpub::parse(text);
    QVERIFY(!xpub);
    QCOMPARE(xpub.error().reason, reason);
    QVERIFY(xpub.error().detail.isEmpty());
}

void TstXpub::derivesAddresses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("family");
    QTest::newRow("evm") << QStringLiteral("xpub-evm.json") << int(AddressFamily::Evm);
    QTest::newRow("tron") << QStringLiteral("xpub-tron.json") << int(AddressFamily::Tron);
}

void TstXpub::derivesAddresses()
{
    QFETCH(QString, file);
    QFETCH(int, family);
    const auto vectors = test::readVectors(file);
    const auto xpub = Xpub::parse(vectors.value(u"xpub").toString());
    QVERIFY(xpub);
    QCOMPARE(xpub->depth(), 3);
    const auto external = xpub->child(0);
    QVERIFY(external);
    const auto rows = vectors.value(u"addresses").toArray();
    QCOMPARE(rows.size(), 50);
    for (const auto& row : rows) {
        const auto index = static_cast<quint32>(row[QStringLiteral("index")].toInteger());
        const auto address = xpub->address(AddressFamily(family), index);
        QVERIFY(address);
        QCOMPARE(address->toText(), row[QStringLiteral("address")].toString());
        // The long way round: child by child.
        const auto leaf = external->child(index);
        QVERIFY(leaf);
        QCOMPARE(QString::fromLatin1(leaf->publicKey().toHex()),
                 row[QStringLiteral("public_key")].toString());
        QCOMPARE(leaf->addressOfKey(AddressFamily(family)), *address);
    }
}

void TstXpub::derivesTheChangeChainApart()
{
    const auto vectors = test::readVectors(QStringLiteral("xpub-change-chain.json"));
    const auto xpub = Xpub::parse(vectors.value(u"xpub").toString());
    QVERIFY(xpub);
    const auto change = xpub->child(1);
    QVERIFY(change);
    for (const auto& row : vectors.value(u"addresses").toArray()) {
        const auto index = static_cast<quint32>(row[QStringLiteral("index")].toInteger());
        const auto leaf = change->child(index);
        QVERIFY(leaf);
        QCOMPARE(leaf->addressOfKey(AddressFamily::Evm).toText(),
                 row[QStringLiteral("address")].toString());
        QVERIFY(*xpub->address(AddressFamily::Evm, index) !=
                leaf->addressOfKey(AddressFamily::Evm));
    }
}

void TstXpub::refusesHardenedSteps()
{
    const auto xpub = Xpub::parse(vectorsXpub(QStringLiteral("xpub-evm.json")));
    QVERIFY(xpub);
    QVERIFY(xpub->address(AddressFamily::Evm, Xpub::kMaxIndex));
    QVERIFY(xpub->child(Xpub::kMaxIndex));
    for (const quint32 index : {Xpub::kMaxIndex + 1, 0xffffffffU}) {
        QCOMPARE(xpub->child(index).error().reason, QStringLiteral("xpub_hardened"));
        QCOMPARE(xpub->address(AddressFamily::Tron, index).error().reason,
                 QStringLiteral("xpub_hardened"));
    }
}

void TstXpub::stopsAtTheDeepestLevel()
{
    auto xpub = *Xpub::parse(vectorsXpub(QStringLiteral("xpub-evm.json")));
    while (xpub.depth() < 253)
        xpub = *xpub.child(0);
    QVERIFY(xpub.address(AddressFamily::Evm, 0));
    xpub = *xpub.child(0);
    QCOMPARE(xpub.address(AddressFamily::Evm, 0).error().reason, QStringLiteral("xpub_depth"));
    xpub = *xpub.child(0);
    QCOMPARE(xpub.depth(), 255);
    QCOMPARE(xpub.child(0).error().reason, QStringLiteral("xpub_depth"));
    QCOMPARE(Xpub::parse(xpub.toText())->toText(), xpub.toText());
}

void TstXpub::comparesByValue()
{
    const auto evm = *Xpub::parse(vectorsXpub(QStringLiteral("xpub-evm.json")));
    const auto spaced =
        Xpub::parse(QStringLiteral(" %1\n").arg(vectorsXpub(QStringLiteral("xpub-evm.json"))));
    QVERIFY(spaced);
    QVERIFY(evm == *spaced);
    QVERIFY(!(evm == *Xpub::parse(vectorsXpub(QStringLiteral("xpub-tron.json")))));
    QVERIFY(Xpub().isEmpty());
    QVERIFY(Xpub().toText().isEmpty());
}

TIEOUT_REGISTER_TEST(TstXpub)

#include "tst_xpub.moc"
