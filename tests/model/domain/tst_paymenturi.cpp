// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/paymenturi.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

class TstPaymentUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ethereum();
    void others();
};

namespace {

constexpr char16_t kUsdc[] = u"eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";
constexpr char16_t kTronUsdt[] = u"tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

Address addressOf(QStringView text)
{
    return Address::parse(text, AddressFamily::Evm).value();
}

} // namespace

void TstPaymentUri::ethereum()
{
    const AssetId asset = AssetId::parse(kUsdc).value();
    const Address to = addressOf(u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    QCOMPARE(paymentUri(asset, to, Amount(25'000'001, 6)).value(),
             QStringLiteral("ethereum:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48@1/transfer"
                            "?address=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
                            "&uint256=25000001"));
}

void TstPaymentUri::others()
{
    const Address to = addressOf(u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    const AssetId asset = AssetId::parse(kUsdc).value();
    QVERIFY(!paymentUri(asset, to, Amount(0, 6)));
    QVERIFY(!paymentUri(asset, Address(), Amount(1, 6)));
    const auto tron = AssetId::parse(kTronUsdt);
    QVERIFY(tron.has_value());
    QVERIFY(!paymentUri(*tron, to, Amount(1, 6)));
}

TIEOUT_REGISTER_TEST(TstPaymentUri)

#include "tst_paymenturi.moc"
