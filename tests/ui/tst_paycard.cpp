// SPDX-License-Identifier: GPL-3.0-or-later
// What a payer is shown of a payment: the address, the link and the code, why there is none, and
// nothing at all of an address that somebody changed in the database.
#include "model/domain/paymenturi.h"
#include "tests/support/testmain.h"
#include "tests/ui/paneldesk.h"
#include "ui/payments/detail/paycard.h"
#include "ui/payments/detail/qrview.h"
#include "ui/payments/detail/rawjson.h"

#include <QAction>

using namespace tieout;
using namespace tieout::test;

class TstPayCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPayerGetsLinkAndCode();
    void theCodeStaysBlackOnWhite();
    void sayWhyThereIsNoCode();
    void aChangedAddressIsNowhereRaw();
};

void TstPayCard::aPayerGetsLinkAndCode()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    auto* card = desk.panel->findChild<PayCard*>();
    QVERIFY(card->isVisible());
    const QString address =
        Address::fromBytes(AddressFamily::Evm, desk.chain.binding(id).account.toBytes()).toText();
    desk.click("copyPayTo");
    QCOMPARE(PanelDesk::clipboard(), address);
    desk.click("copyLink");
    const QString link = PanelDesk::clipboard();
    QVERIFY2(link.startsWith(u"ethereum:0x"), qPrintable(link));
    QVERIFY(
        link.endsWith(QStringLiteral("@31337/transfer?address=%1&uint256=100000000").arg(address)));

    auto* qr = desk.panel->findChild<QrView*>();
    const QSize small = qr->size();
    QTest::mouseClick(qr, Qt::LeftButton);
    QTRY_VERIFY(qr->width() > 2 * small.width());
    QVERIFY(qr->width() <= desk.panel->width() - 40);
    QTest::keyClick(qr, Qt::Key_Return);
    QTRY_COMPARE(qr->size(), small);
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(qr->isGrown());

    // What is still missing, once part of it is there.
    desk.pay(id, "60");
    QVERIFY(desk.choose(id));
    QVERIFY(!card->isVisible()); // confirming: nobody is asked
    desk.chain.confirm();
    QVERIFY(desk.choose(id));
    QVERIFY(card->isVisible());
    desk.click("copyLink");
    QVERIFY2(PanelDesk::clipboard().endsWith(u"&uint256=40000000"),
             qPrintable(PanelDesk::clipboard()));
    desk.pay(id, "40");
    desk.chain.confirm();
    QVERIFY(desk.choose(id));
    QVERIFY(!card->isVisible());
}

void TstPayCard::theCodeStaysBlackOnWhite()
{
    const QString text = QStringLiteral("ethereum:0x1@1/transfer?uint256=1");
    const auto modules = qrModules(text);
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const Appearance appearance(mode);
        QrView view;
        QVERIFY(view.setContent(text));
        view.setGrown(true);
        view.resize(view.sizeHint());
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const int side = modules->size + 8;
        const int pixels = (view.sizeHint().width() - 6) / side;
        QVERIFY(pixels >= 3);
        for (int y = -4; y < modules->size + 4; ++y) {
            for (int x = -4; x < modules->size + 4; ++x) {
                const bool inside = x >= 0 && y >= 0 && x < modules->size && y < modules->size;
                const bool dark = inside && modules->isDark(x, y);
                const QPoint at(3 + (x + 4) * pixels + pixels / 2,
                                3 + (y + 4) * pixels + pixels / 2);
                QCOMPARE(image.pixelColor(at), QColor(dark ? Qt::black : Qt::white));
            }
        }
    }
}

void TstPayCard::sayWhyThereIsNoCode()
{
    PanelDesk desk;
    const PaymentId memo = desk.chain.create(QStringLiteral("50"), QStringLiteral("usdt-memo"));
    QVERIFY(desk.choose(memo));
    auto code = payCodeOf(desk.detail());
    QVERIFY(code && code->code.isEmpty() && code->link.isEmpty() && !code->address.isEmpty());
    QVERIFY2(code->why.contains(u"reference"), qPrintable(code->why));
    QVERIFY(!desk.panel->findChild<QrView*>()->isVisible());

    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    PaymentDetail detail = desk.detail();
    detail.rail.family = QStringLiteral("tron");
    code = payCodeOf(detail);
    QVERIFY(code && code->link.isEmpty() && code->code.startsWith(u'T'));
    QVERIFY2(code->why.contains(u"Tron"), qPrintable(code->why));

    detail = desk.detail();
    detail.asset = AssetId();
    QVERIFY(payCodeOf(detail)->code.isEmpty());
    detail = desk.detail();
    detail.rail.chain = QStringLiteral("eip155:1"); // the corridor names a token of another chain
    QVERIFY(payCodeOf(detail)->code.isEmpty());
    detail = desk.detail();
    detail.bindings.front().isProved = false;
    QVERIFY(payCodeOf(detail)->code.isEmpty() && payCodeOf(detail)->address.isEmpty());
    detail = desk.detail();
    detail.rail.headTime = detail.row.expiresAt + Duration(1);
    QVERIFY2(payCodeOf(detail)->why.contains(u"deadline"), qPrintable(payCodeOf(detail)->why));
    detail = desk.detail();
    DetailMoney seen;
    seen.sightingState = QStringLiteral("seen");
    detail.money.push_back(seen);
    QVERIFY2(payCodeOf(detail)->why.contains(u"on its way"), qPrintable(payCodeOf(detail)->why));
    QVERIFY(payCodeOf(detail)->code.isEmpty());
    detail.row.status = PaymentStatus::Confirming;
    QVERIFY(!payCodeOf(detail));
}

void TstPayCard::aChangedAddressIsNowhereRaw()
{
    PanelDesk desk;
    const PaymentId id = desk.chain.create(QStringLiteral("100"));
    QVERIFY(desk.choose(id));
    const QString address = desk.detail().accountText(desk.detail().bindings.front().account);
    QVERIFY(rawText(desk.detail()).count(address) >= 2); // the binding, and what was answered
    desk.chain.store().execute(
        "UPDATE binding SET account = x'00000000000000000000000000000000000000aa'");
    QVERIFY(desk.choose(id));
    QVERIFY(!desk.detail().bindings.front().isProved);
    const QString raw = rawText(desk.detail());
    QVERIFY(!raw.contains(address));
    QVERIFY(!raw.contains(u"00000000aa", Qt::CaseInsensitive));
    QVERIFY(raw.contains(u"left out"));
    QVERIFY(!desk.find<QToolButton>("copyPayTo")->isVisible());
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    desk.panel->copyAddress();
    QTest::keyClick(&desk.window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(PanelDesk::clipboard(), QStringLiteral("before"));
    QVERIFY(!desk.shortcuts.action("payment.address").isEnabled());
}

TIEOUT_REGISTER_TEST(TstPayCard)
#include "tst_paycard.moc"
