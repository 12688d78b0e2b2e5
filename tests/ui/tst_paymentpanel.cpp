// SPDX-License-Identifier: GPL-3.0-or-later
// The payment's panel: addresses in one width, and what stands in place of an address that somebody
// changed in the database.
#include "model/store/paymentdetail.h"
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/detail/paymentstory.h"
#include "ui/payments/detail/paymentticket.h"
#include "ui/payments/paymentpanel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/entrylayout.h"
#include "ui/widgets/factgrid.h"

#include <QLabel>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

PaymentDetail detailWith(bool proved)
{
    PaymentDetail detail;
    DetailBinding binding;
    binding.account = QByteArray::fromHex("70997970c51812dc3a010c7d01b50e0d17dc79c8");
    binding.isProved = proved;
    detail.bindings.push_back(binding);
    return detail;
}

QString factOf(const PaymentDetail& detail, const QString& name)
{
    for (const Fact& fact : factsOf(detail)) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

// The width of what is painted in a label.
int inkWidth(QLabel* label)
{
    const QImage image = label->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
    int left = image.width();
    int right = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == ground)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    return right - left;
}

QLabel* labelWith(QWidget& widget, const QString& text)
{
    for (auto* label : widget.findChildren<QLabel*>()) {
        if (label->text() == text)
            return label;
    }
    return nullptr;
}

} // namespace

class TstPaymentPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesHaveOneWidth()
    {
        Appearance appearance(ThemeMode::Light);
        FactGrid grid;
        grid.resize(700, 200);
        grid.show();
        const auto fill = [&](bool mono) {
            grid.setFacts({{QStringLiteral("a"), QStringLiteral("|iiiiiiiiiiiiiiii|"), mono},
                           {QStringLiteral("b"), QStringLiteral("|WWWWWWWWWWWWWWWW|"), mono}});
        };
        const auto difference = [&] {
            return std::abs(inkWidth(labelWith(grid, QStringLiteral("|iiiiiiiiiiiiiiii|"))) -
                            inkWidth(labelWith(grid, QStringLiteral("|WWWWWWWWWWWWWWWW|"))));
        };
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        fill(false);
        QVERIFY(difference() > 40);
        fill(true);
        QVERIFY2(difference() <= 1, qPrintable(QString::number(difference())));
        // A new theme polishes every widget again.
        appearance.setMode(ThemeMode::Dark);
        QVERIFY2(difference() <= 1, qPrintable(QString::number(difference())));
        fill(false);
        QVERIFY(difference() > 40);
    }

    void factsBeginAtOneEdge_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from the left") << Qt::LeftToRight;
        QTest::newRow("from the right") << Qt::RightToLeft;
    }

    void factsBeginAtOneEdge()
    {
        QFETCH(Qt::LayoutDirection, direction);
        const QString amount = QStringLiteral("100.00 USDT");
        const QString words = QStringLiteral("usdt-sandbox");
        FactGrid grid;
        grid.setLayoutDirection(direction);
        grid.resize(500, 100);
        grid.setFacts(
            {{QStringLiteral("Due"), amount, false, true}, {QStringLiteral("Corridor"), words}});
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        const QRect due = labelWith(grid, amount)->geometry();
        const QRect corridor = labelWith(grid, words)->geometry();
        const bool mirrored = direction == Qt::RightToLeft;
        QCOMPARE(mirrored ? due.right() : due.left(),
                 mirrored ? corridor.right() : corridor.left());
    }

    void joinedLettersAreNotSqueezed()
    {
        const EntryFonts fonts{interfaceFont(10), interfaceFont(9), monoFont(9)};
        const QString hash = QStringLiteral("0x0059d605");
        QCOMPARE(fonts.of({hash, true}), fonts.mono);
        QCOMPARE(fonts.of({hash, false}), fonts.small);
        QCOMPARE(fonts.of({QStringLiteral("\u0643\u062a\u0644\u0629 ") + hash, true}), fonts.small);
    }

    void anAddressIsInGroupsOfFour()
    {
        const PaymentDetail detail = detailWith(true);
        QVERIFY(!warningOf(detail));
        QCOMPARE(factOf(detail, QStringLiteral("Pay to")),
                 QStringLiteral("0x 7099 7970 C518 12dc 3A01 0C7d 01b5 0e0d 17dc 79C8"));
    }

    void aChangedAddressIsNowhere()
    {
        const PaymentDetail detail = detailWith(false);
        const auto warning = warningOf(detail);
        QVERIFY(warning);
        QString all = warning->title + warning->text + ticketOf(detail);
        for (const Fact& fact : factsOf(detail))
            all += fact.value;
        all.remove(u' ');
        QVERIFY(!all.contains(QStringLiteral("79970"), Qt::CaseInsensitive));
        QVERIFY(warning->text.contains(QStringLiteral("reissue")));
    }

    // The story's binding belongs to no corridor of the seed.
    void thePanelWarnsFirst()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 24);
        seedStory(*db, 12);
        AsyncStore store(db->address());
        Appearance appearance(ThemeMode::Light);
        PaymentRecord record(store);
        PaymentPanel panel(record, appearance);
        panel.resize(420, 900);
        panel.setVisible(true);
        auto* callout = panel.findChild<Callout*>();
        record.show(paymentId(11)); // without a binding
        QTRY_VERIFY(record.detail());
        QVERIFY(!callout->isVisible());
        record.show(paymentId(12));
        QTRY_VERIFY(record.detail() && record.detail()->row.id.text() == paymentId(12));
        QVERIFY(callout->isVisible());
        QVERIFY(!callout->accessibleDescription().isEmpty());
        record.show(paymentId(11));
        QTRY_VERIFY(record.detail() && record.detail()->row.id.text() == paymentId(11));
        QVERIFY(!callout->isVisible());
    }
};

TIEOUT_REGISTER_TEST(TstPaymentPanel)
#include "tst_paymentpanel.moc"
