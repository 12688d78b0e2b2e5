// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/hash.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace tieout;

class TstHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256OfKnownTexts_data();
    void sha256OfKnownTexts();
    void macsOfRfc4231_data();
    void macsOfRfc4231();
    void randomBytesDiffer();
    void comparesInConstantTime();
};

// FIPS 180-4 examples.
void TstHash::sha256OfKnownTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                         "27ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                       "b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("million") << QByteArray(1'000'000, 'a')
                             << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67"
                                           "f1809a48a497200e046d39ccc7112cd0");
}

void TstHash::sha256OfKnownTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, hex);
    QCOMPARE(sha256Hex(text), hex);
    QCOMPARE(sha256(text), QByteArray::fromHex(hex));
}

void TstHash::macsOfRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("mac256");
    QTest::addColumn<QByteArray>("mac512");
    QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                            << QByteArray("5bdcc146bf60754e6a042426089575c7"
                                          "5a003f089d2739839dec58b964ec3843")
                            << QByteArray("164b7a7bfcf819e2e395fbe73b56e0a3"
                                          "87bd64222e831fd610270cd7ea250554"
                                          "9758bf75c05a994a6d034f65f8f0e6fd"
                                          "caeab1a34d4a6b4b636e070a38bce737");
    QTest::newRow("no key, no text") << QByteArray() << QByteArray()
                                     << QByteArray("b613679a0814d9ec772f95d778c35fc5"
                                                   "ff1697c493715653c6c712144292c5ad")
                                     << QByteArray("b936cee86c9f87aa5d3c6f2e84cb5a42"
                                                   "39a5fe50480a6ec66b70ab5b1f4ac673"
                                                   "0c6c515421b327ec1d69402e53dfb49a"
                                                   "d7381eb067b338fd7b0cb22247225d47");
}

void TstHash::macsOfRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, mac256);
    QFETCH(QByteArray, mac512);
    QCOMPARE(hmacSha256(key, message).toHex(), mac256);
    QCOMPARE(hmacSha512(key, message).toHex(), mac512);
}

void TstHash::randomBytesDiffer()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray bytes = randomBytes(16);
        QCOMPARE(bytes.size(), 16);
        seen.insert(bytes);
    }
    QCOMPARE(seen.size(), 1000);
    QVERIFY(randomBytes(0).isEmpty());
}

void TstHash::comparesInConstantTime()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(equalInConstantTime("", ""));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "abcd"));
    QVERIFY(!equalInConstantTime("", "a"));
}

TIEOUT_REGISTER_TEST(TstHash)

#include "tst_hash.moc"
