// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/sandbox/chainkit.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstSandboxRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speedChanges();
    void longSilenceIsCheap();
    void restartIsEqual();
    void resumeLimitsCatchUp();
};

namespace {

const Account kDoor = sandboxSharedAddress();

} // namespace

void TstSandboxRestart::speedChanges()
{
    SandboxChain chain(parameters());
    chain.advance(at(40));
    SandboxAction speed = act(SandboxActionKind::Speed, at(40));
    speed.interval = Duration(20);
    QVERIFY(chain.add(speed));
    chain.advance(at(41));
    QCOMPARE(chain.head(), 10 + (500 - 1) / 20);
    QCOMPARE(chain.interval(), Duration(20));
    QVERIFY(linked(chain));
}

void TstSandboxRestart::longSilenceIsCheap()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(3), {transfer(kDoor, 1)})));
    const auto years = std::chrono::hours(24 * 365 * 100);
    QVERIFY(chain.add(send("b", kGenesis + years, {transfer(kDoor, 1)})));
    chain.advance(kGenesis + years + kBlock * 2);
    QCOMPARE(chain.head(), Duration(years) / kBlock + 2);
    const qint64 middle = chain.head() / 2;
    QVERIFY(chain.header(middle)->hash == chain.header(middle + 1)->parent);
    QCOMPARE(chain.busyBlocks(0, chain.head()).size(), size_t(2));
}

void TstSandboxRestart::restartIsEqual()
{
    const auto script = busyScript();
    for (const qint64 stop : {1, 12, 23, 47, 59, 71, 90}) {
        SandboxChain chain(parameters());
        for (const auto& action : script)
            QVERIFY(chain.add(action));
        chain.advance(at(stop));
        auto again = SandboxChain::fromJson(chain.toJson());
        QVERIFY(again);
        SandboxChain second = std::move(again).value();
        QVERIFY(second.resume(at(stop + 1), chain.head()));
        for (auto* each : {&chain, &second}) {
            each->advance(at(100));
            QVERIFY(each->add(send("after", at(101), {transfer(kDoor, 9)})));
            QVERIFY(each->add(reorg(at(109), 2)));
            each->advance(at(130));
        }
        QVERIFY(hashes(chain) == hashes(second));
        QCOMPARE(tx(chain, "after").block, tx(second, "after").block);
        QCOMPARE(second.toJson(), chain.toJson());
    }
    QVERIFY(!SandboxChain::fromJson({}));
}

void TstSandboxRestart::resumeLimitsCatchUp()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(3), {transfer(kDoor, 1)})));
    chain.advance(at(400));
    const auto before = hashes(chain);
    // An hour later: nothing stands still, the blocks that nobody watched were made.
    SandboxChain hour = SandboxChain::fromJson(chain.toJson()).value();
    QVERIFY(hour.resume(kGenesis + std::chrono::hours(1), chain.head()));
    hour.advance(kGenesis + std::chrono::hours(1));
    QCOMPARE(hour.head(), 1800);
    // A month later: the chain goes on from where it was seen, with the time of today.
    const UtcTime month = kGenesis + std::chrono::hours(24 * 30);
    SandboxChain later = SandboxChain::fromJson(chain.toJson()).value();
    QVERIFY(later.resume(month, chain.head()));
    later.advance(month + kBlock * 3);
    QCOMPARE(later.head(), chain.head() + 3);
    const auto after = hashes(later);
    QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
    QVERIFY(later.header(chain.head() + 1)->time > month);
    QVERIFY(linked(later));
    // And the stop is part of the script.
    SandboxChain third = SandboxChain::fromJson(later.toJson()).value();
    QVERIFY(third.resume(month + kBlock * 3, later.head()));
    third.advance(month + kBlock * 3);
    QVERIFY(hashes(third) == after);
}

TIEOUT_REGISTER_TEST(TstSandboxRestart)

} // namespace tieout::test

#include "tst_sandboxrestart.moc"
