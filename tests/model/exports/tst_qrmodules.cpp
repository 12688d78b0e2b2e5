// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exports/qrmodules.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace tieout;

class TstQrModules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finders();
    void tooLong();
};

// The three corner marks: a dark ring of seven modules, a light one, a dark square of three.
void TstQrModules::finders()
{
    const auto code = qrModules(QStringLiteral("ethereum:0x0@1/transfer?address=0x0&uint256=1"));
    QVERIFY(code.has_value());
    QVERIFY(code->size >= 21 && (code->size - 17) % 4 == 0);
    const int far = code->size - 7;
    for (const auto& [left, top] : {std::pair(0, 0), std::pair(far, 0), std::pair(0, far)}) {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                QCOMPARE(code->isDark(left + x, top + y), ring != 2);
            }
        }
    }
}

void TstQrModules::tooLong()
{
    QCOMPARE(qrModules(QString(4000, u'x')).error().reason, QStringLiteral("qr_too_long"));
}

TIEOUT_REGISTER_TEST(TstQrModules)

#include "tst_qrmodules.moc"
