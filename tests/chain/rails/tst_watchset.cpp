// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/watchset.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cstring>

using namespace tieout;

namespace {

Account watchNumber(quint64 n)
{
    Account out;
    out.size = 20;
    std::memcpy(out.bytes.data() + 8, &n, sizeof n);
    return out;
}

} // namespace

class TstWatchSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsOnce();
    void sizeIsPartOfTheAccount();
    void millionsInLittleMemory();
};

void TstWatchSet::addsOnce()
{
    WatchSet set(1);
    QVERIFY(!set.contains(watchNumber(0)));
    for (quint64 i = 0; i < 5'000; ++i)
        QVERIFY(set.add(watchNumber(i)));
    QVERIFY(!set.add(watchNumber(17)));
    QCOMPARE(set.size(), size_t(5'000));
    for (quint64 i = 0; i < 5'000; ++i)
        QVERIFY(set.contains(watchNumber(i)));
    for (quint64 i = 5'000; i < 50'000; ++i)
        QVERIFY(!set.contains(watchNumber(i)));
}

void TstWatchSet::sizeIsPartOfTheAccount()
{
    WatchSet set(2);
    Account longer = watchNumber(3);
    QVERIFY(set.add(longer));
    longer.size = 32;
    QVERIFY(!set.contains(longer));
}

// The bound holds at every size, also right after the table has doubled.
void TstWatchSet::millionsInLittleMemory()
{
    WatchSet set;
    constexpr quint64 kMany = 5'000'000;
    for (quint64 i = 0; i < kMany; ++i) {
        set.add(watchNumber(i * 0x9e3779b97f4a7c15ULL));
        if (i >= 1'000 && set.bytesUsed() > 24 * set.size())
            QFAIL(
                qPrintable(QStringLiteral("%1 bytes for %2").arg(set.bytesUsed()).arg(set.size())));
    }
    QCOMPARE(set.size(), size_t(kMany));
    qInfo("%.1f bytes for each of %zu accounts",
          double(set.bytesUsed()) / double(set.size()),
          set.size());
    quint64 found = 0;
    for (quint64 i = 0; i < kMany; i += 97)
        found += set.contains(watchNumber(i * 0x9e3779b97f4a7c15ULL));
    QCOMPARE(found, (kMany + 96) / 97);
}

TIEOUT_REGISTER_TEST(TstWatchSet)

#include "tst_watchset.moc"
