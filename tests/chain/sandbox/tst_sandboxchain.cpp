// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chain/sandbox/chainkit.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstSandboxChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInputSameHashes();
    void stepsDontMatter();
    void minesAfterItsDelay();
    void badActionsAreRefused();
    void sinkDecides();
    void reorgMovesElsewhere();
    void reorgToMempoolAndAway();
    void reorgMakesShorter();
    void reorgBeyondFinality();
    void restoreReturnsTheSameBlocks();
    void stuckReleasedDroppedReplaced();
    void noncesKeepOrder();
    void issuersStopTransfers();
    void balancesFollow();
};

namespace {

const Account kShop = sandboxSharedAddress();

} // namespace

void TstSandboxChain::sameInputSameHashes()
{
    const auto one = played(busyScript(), at(100));
    const auto two = played(busyScript(), at(100));
    QVERIFY(hashes(one) == hashes(two));
    QVERIFY(linked(one));
    QVERIFY(hashes(one) != hashes(played(busyScript(), at(100), 8)));
    QVERIFY(hashes(one).front() != hashes(played(busyScript(), at(100), 8)).front());
    auto other = busyScript();
    other.front().transfers.front().value = evmWord(Amount(101, 6));
    QVERIFY(hashes(played(other, at(100))) != hashes(one));
}

void TstSandboxChain::stepsDontMatter()
{
    const auto whole = played(busyScript(), at(100));
    for (const qint64 step : {1, 37, 501, 1999}) {
        SandboxChain chain(parameters());
        for (const auto& action : busyScript())
            QVERIFY(chain.add(action));
        for (UtcTime now = kGenesis; now < at(100); now = now + Duration(step))
            chain.advance(now);
        chain.advance(at(100));
        QVERIFY(hashes(chain) == hashes(whole));
    }
}

void TstSandboxChain::minesAfterItsDelay()
{
    SandboxChain chain(parameters());
    SandboxAction slow = send("slow", at(5), {transfer(kShop, 2)});
    slow.delay = 2;
    QVERIFY(chain.add(send("fast", at(5), {transfer(kShop, 1)})));
    QVERIFY(chain.add(slow));
    chain.advance(at(5));
    QCOMPARE(chain.head(), 1);
    QCOMPARE(chain.mempool().size(), size_t(2));
    QVERIFY(chain.transfers(1).empty());
    chain.advance(at(8));
    QCOMPARE(tx(chain, "fast").block, 2);
    QCOMPARE(chain.mempool().size(), size_t(1));
    chain.advance(at(16));
    QCOMPARE(tx(chain, "slow").block, 4);
    QVERIFY(chain.mempool().empty());
    const auto logs = chain.transfers(4);
    QCOMPARE(logs.size(), size_t(1));
    QVERIFY(logs[0].blockHash == chain.header(4)->hash);
    QVERIFY(logs[0].tx == tx(chain, "slow").hash);
    QVERIFY(logs[0].from == someone("slow"));
    QVERIFY(!chain.header(5));
    QVERIFY(!chain.header(-1));
}

void TstSandboxChain::badActionsAreRefused()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(5), {transfer(kShop, 1)})));
    QCOMPARE(chain.add(send("a", at(6), {transfer(kShop, 1)})).error().reason,
             QStringLiteral("sandbox_key_taken"));
    SandboxAction drop = act(SandboxActionKind::Drop, at(7));
    drop.key = QStringLiteral("nobody");
    QCOMPARE(chain.add(drop).error().reason, QStringLiteral("sandbox_key_unknown"));
    SandboxAction lost = reorg(at(7), 1);
    lost.lost = QStringList{QStringLiteral("nobody")};
    QCOMPARE(chain.add(lost).error().reason, QStringLiteral("sandbox_key_unknown"));
    const QString malformed = QStringLiteral("sandbox_action_malformed");
    QCOMPARE(chain.add(send("b", at(6), {})).error().reason, malformed);
    QCOMPARE(chain.add(reorg(at(7), 0)).error().reason, malformed);
    QCOMPARE(chain.add(act(SandboxActionKind::Speed, at(7))).error().reason, malformed);
    QCOMPARE(chain.add(act(SandboxActionKind::Pause, at(7))).error().reason, malformed);
    SandboxAction side = send("s", at(6), {transfer(kShop, 1)});
    side.network = SandboxNetwork::Side;
    QCOMPARE(chain.add(side).error().reason, malformed);
    QCOMPARE(chain.actions().size(), size_t(1));
}

void TstSandboxChain::sinkDecides()
{
    SandboxChain chain(parameters());
    std::vector<SandboxAction> kept;
    bool full = false;
    chain.setSink([&](const SandboxAction& action) -> Outcome {
        if (full)
            return fail(ErrorCode::Unavailable, u"disk_full");
        kept.push_back(action);
        return Done;
    });
    chain.advance(at(40));
    // The chain has passed that time already: the next moment it is, and so it is kept.
    const auto added = chain.add(send("a", at(3), {transfer(kShop, 1)}));
    QVERIFY(added);
    QVERIFY(added->at == at(40) + Duration(1));
    QVERIFY(kept.back().at == added->at);
    full = true;
    QCOMPARE(chain.add(send("b", at(50), {transfer(kShop, 1)})).error().reason,
             QStringLiteral("disk_full"));
    chain.advance(at(60));
    QVERIFY(!chain.transaction(QStringLiteral("b")));
    QCOMPARE(tx(chain, "a").block, 11);
}

void TstSandboxChain::reorgMovesElsewhere()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(3), {transfer(kShop, 100)})));
    QVERIFY(chain.add(send("b", at(14), {transfer(kShop, 200)})));
    QVERIFY(chain.add(send("c", at(14), {transfer(kShop, 300)})));
    chain.advance(at(24));
    const auto before = hashes(chain);
    const auto oldLog = chain.transfers(4).front();
    SandboxAction fork = reorg(at(25), 3);
    fork.lost = QStringList{QStringLiteral("c")};
    QVERIFY(chain.add(fork));
    chain.advance(at(25));
    const auto after = hashes(chain);
    QCOMPARE(after.size(), before.size());
    for (size_t number = 0; number < after.size(); ++number)
        QCOMPARE(after[number] == before[number], number <= 3);
    QVERIFY(linked(chain));
    QCOMPARE(tx(chain, "a").block, 1);
    QCOMPARE(tx(chain, "b").block, 5);
    QVERIFY(tx(chain, "c").state == SandboxTxState::Dropped);
    const auto newLog = chain.transfers(5).front();
    QVERIFY(newLog.tx == oldLog.tx);
    QVERIFY(newLog.logIndex != oldLog.logIndex);
    QVERIFY(newLog.blockHash != oldLog.blockHash);
    QVERIFY(chain.transfers(4).empty());
}

void TstSandboxChain::reorgToMempoolAndAway()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(14), {transfer(kShop, 100)})));
    SandboxAction fork = reorg(at(25), 4, ReorgFate::Mempool);
    fork.delay = 2;
    QVERIFY(chain.add(fork));
    chain.advance(at(25));
    QCOMPARE(chain.mempool().size(), size_t(1));
    QVERIFY(chain.busyBlocks(0, chain.head()).empty());
    chain.advance(at(36));
    QCOMPARE(tx(chain, "a").block, 9);
    QVERIFY(chain.add(reorg(at(38), 3, ReorgFate::Dropped)));
    chain.advance(at(400));
    QVERIFY(tx(chain, "a").state == SandboxTxState::Dropped);
    QVERIFY(chain.busyBlocks(0, chain.head()).empty());
    QVERIFY(linked(chain));
}

void TstSandboxChain::reorgMakesShorter()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(30), {transfer(kShop, 100)})));
    chain.advance(at(40));
    QCOMPARE(chain.head(), 10);
    SandboxAction fork = reorg(at(41), 4);
    fork.shorter = 3;
    QVERIFY(chain.add(fork));
    chain.advance(at(41));
    QCOMPARE(chain.head(), 7);
    QVERIFY(!chain.header(8));
    QVERIFY(tx(chain, "a").state == SandboxTxState::Pending);
    chain.advance(at(53));
    QCOMPARE(chain.head(), 10);
    QVERIFY(tx(chain, "a").state == SandboxTxState::Mined);
    QVERIFY(linked(chain));
    SandboxAction whole = reorg(at(54), 500);
    whole.shorter = 500;
    QVERIFY(chain.add(whole));
    chain.advance(at(54));
    QCOMPARE(chain.head(), 0);
    chain.advance(at(70));
    QCOMPARE(chain.head(), 4);
    QVERIFY(linked(chain));
}

void TstSandboxChain::reorgBeyondFinality()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(10), {transfer(kShop, 100)})));
    chain.advance(at(200));
    const auto final = chain.header(*chain.marks().finalized);
    QCOMPARE(final->number, 38);
    QCOMPARE(*chain.marks().safe, 46);
    SandboxAction fork = reorg(at(201), 0);
    fork.of = QStringLiteral("a");
    QVERIFY(chain.add(fork));
    chain.advance(at(201));
    QVERIFY(chain.header(38)->hash != final->hash);
    QCOMPARE(tx(chain, "a").block, 4);
    // What was never mined withdraws nothing.
    QVERIFY(chain.add(send("stays", at(210), {transfer(kShop, 1)})));
    const auto before = hashes(chain);
    fork.at = at(211);
    fork.of = QStringLiteral("stays");
    QVERIFY(chain.add(fork));
    chain.advance(at(211));
    const auto after = hashes(chain);
    QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
}

void TstSandboxChain::restoreReturnsTheSameBlocks()
{
    SandboxChain chain(parameters());
    QVERIFY(chain.add(send("a", at(14), {transfer(kShop, 100)})));
    chain.advance(at(32));
    const auto before = hashes(chain);
    SandboxAction fork = reorg(at(33), 6, ReorgFate::Dropped);
    QVERIFY(chain.add(fork));
    QVERIFY(chain.add(send("new", at(34), {transfer(kShop, 5)})));
    chain.advance(at(42));
    QCOMPARE(tx(chain, "new").block, 9);
    const auto between = hashes(chain);
    QVERIFY(chain.add(act(SandboxActionKind::Restore, at(43))));
    chain.advance(at(43));
    auto after = hashes(chain);
    QCOMPARE(chain.head(), 10);
    QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
    QVERIFY(after[9] != between[9]);
    QVERIFY(linked(chain));
    QCOMPARE(tx(chain, "a").block, 4);
    QVERIFY(tx(chain, "a").succeeded);
    QCOMPARE(tx(chain, "new").block, 10); // mined again above what returned
    // There and back again.
    QVERIFY(chain.add(act(SandboxActionKind::Restore, at(47))));
    chain.advance(at(47));
    after = hashes(chain);
    QVERIFY(std::equal(between.begin(), between.end(), after.begin()));
    QCOMPARE(tx(chain, "a").block, 11); // and mined again above the branch that had lost it
    QCOMPARE(tx(chain, "new").block, 9);
    QVERIFY(linked(chain));
}

void TstSandboxChain::stuckReleasedDroppedReplaced()
{
    SandboxChain chain(parameters());
    for (const char* key : {"one", "two", "three"}) {
        SandboxAction action = send(key, at(3), {transfer(kShop, 1)});
        action.stuck = true;
        QVERIFY(chain.add(action));
    }
    chain.advance(at(80));
    QCOMPARE(chain.mempool().size(), size_t(3));
    SandboxAction release = act(SandboxActionKind::Release, at(81));
    release.key = QStringLiteral("one");
    SandboxAction drop = act(SandboxActionKind::Drop, at(81));
    drop.key = QStringLiteral("two");
    SandboxAction replace = send("four", at(81), {transfer(kShop, 7)});
    replace.sender = someone("three");
    replace.replaces = QStringLiteral("three");
    for (const auto& action : {release, drop, replace})
        QVERIFY(chain.add(action));
    chain.advance(at(84));
    QCOMPARE(tx(chain, "one").block, 21);
    QVERIFY(tx(chain, "two").state == SandboxTxState::Dropped);
    QVERIFY(tx(chain, "three").state == SandboxTxState::Replaced);
    QVERIFY(tx(chain, "three").replacedBy == tx(chain, "four").hash);
    QCOMPARE(tx(chain, "four").nonce, tx(chain, "three").nonce);
    QCOMPARE(tx(chain, "four").block, 21);
    // What is mined can't be replaced any more.
    replace.key = QStringLiteral("five");
    replace.at = at(90);
    replace.replaces = QStringLiteral("four");
    QVERIFY(chain.add(replace));
    chain.advance(at(100));
    QVERIFY(tx(chain, "four").state == SandboxTxState::Mined);
    QVERIFY(tx(chain, "five").state == SandboxTxState::Dropped);
}

void TstSandboxChain::noncesKeepOrder()
{
    SandboxChain chain(parameters());
    SandboxAction first = send("first", at(3), {transfer(kShop, 1)});
    first.stuck = true;
    SandboxAction second = send("second", at(5), {transfer(kShop, 2)});
    second.sender = first.sender;
    QVERIFY(chain.add(first));
    QVERIFY(chain.add(second));
    chain.advance(at(40));
    QCOMPARE(tx(chain, "second").nonce, 1);
    QVERIFY(tx(chain, "second").state == SandboxTxState::Pending);
    SandboxAction release = act(SandboxActionKind::Release, at(41));
    release.key = first.key;
    QVERIFY(chain.add(release));
    chain.advance(at(44));
    QCOMPARE(tx(chain, "first").block, 11);
    QCOMPARE(tx(chain, "second").block, 11);
    QVERIFY(chain.transfers(11)[0].tx == tx(chain, "first").hash);
    QCOMPARE(chain.transfers(11)[1].logIndex, chain.transfers(11)[0].logIndex + 1);
}

void TstSandboxChain::issuersStopTransfers()
{
    SandboxChain chain(parameters());
    const Account usdt = sandboxToken(u"usdt").contract;
    const QByteArray code = chain.codeHash(usdt);
    QCOMPARE(code.size(), 32);
    QVERIFY(chain.codeHash(kShop).isEmpty());
    SandboxAction freeze = act(SandboxActionKind::Freeze, at(2));
    freeze.token = usdt;
    freeze.account = someone("frozen");
    SandboxAction pause = act(SandboxActionKind::Pause, at(20));
    pause.token = usdt;
    SandboxAction unpause = act(SandboxActionKind::Unpause, at(30));
    unpause.token = usdt;
    SandboxAction unfreeze = act(SandboxActionKind::Unfreeze, at(30));
    unfreeze.token = usdt;
    unfreeze.account = freeze.account;
    SandboxAction upgrade = act(SandboxActionKind::Upgrade, at(30));
    upgrade.token = usdt;
    for (const auto& action : {freeze, pause, unpause, unfreeze, upgrade})
        QVERIFY(chain.add(action));
    QVERIFY(chain.add(send("frozen", at(5), {transfer(kShop, 1)})));
    QVERIFY(chain.add(send("free", at(5), {transfer(kShop, 1)})));
    QVERIFY(chain.add(send("paused", at(21), {transfer(kShop, 1)})));
    QVERIFY(chain.add(send("usdc", at(21), {transfer(kShop, 1, u"usdc")})));
    SandboxAction again = send("again", at(31), {transfer(kShop, 1)});
    again.sender = freeze.account;
    QVERIFY(chain.add(again));
    chain.advance(at(40));
    for (const auto& [key, good] : {std::pair{"frozen", false},
                                    {"free", true},
                                    {"paused", false},
                                    {"usdc", true},
                                    {"again", true}}) {
        QVERIFY(tx(chain, key).state == SandboxTxState::Mined);
        QCOMPARE(tx(chain, key).succeeded, good);
    }
    QCOMPARE(chain.transfers(2).size(), size_t(1));
    QVERIFY(chain.codeHash(usdt) != code);
}

void TstSandboxChain::balancesFollow()
{
    SandboxChain chain(parameters());
    const Account usdt = sandboxToken(u"usdt").contract;
    QVERIFY(chain.add(send("in", at(5), {transfer(kShop, 100), transfer(kShop, 40)})));
    SandboxAction tooMuch = send("too much", at(9), {transfer(sandboxTreasury(), 141)});
    SandboxAction sweep = send("sweep", at(9), {transfer(sandboxTreasury(), 140)});
    tooMuch.sender = sweep.sender = kShop;
    QVERIFY(chain.add(tooMuch));
    QVERIFY(chain.add(sweep));
    chain.advance(at(20));
    const auto units = [&](const Account& holder, qint64 block) {
        return Amount::fromWord(chain.balance(usdt, holder, block).data(), 6)->units();
    };
    QVERIFY(!tx(chain, "too much").succeeded);
    QVERIFY(tx(chain, "sweep").succeeded);
    QVERIFY(units(kShop, 1) == 0);
    QVERIFY(units(kShop, 2) == 140);
    QVERIFY(units(kShop, 3) == 0);
    QVERIFY(units(sandboxTreasury(), 3) == 140);
    // Without the money that came in, the sweep fails on the other branch.
    SandboxAction fork = reorg(at(21), 5);
    fork.lost = QStringList{QStringLiteral("in")};
    QVERIFY(chain.add(fork));
    chain.advance(at(30));
    QVERIFY(tx(chain, "sweep").state == SandboxTxState::Mined);
    QVERIFY(!tx(chain, "sweep").succeeded);
    QVERIFY(units(sandboxTreasury(), chain.head()) == 0);
    // An amount above 128 bits travels whole.
    SandboxTransfer huge = transfer(kShop, 0, u"fake-usdt");
    huge.value[0] = 0x01;
    huge.token = Account::of(QByteArray(20, '\x77'));
    QVERIFY(chain.add(send("huge", at(31), {huge})));
    chain.advance(at(40));
    QVERIFY(chain.transfers(8).front().value == huge.value);
    QVERIFY(chain.balance(huge.token, kShop, 8) == huge.value);
}

TIEOUT_REGISTER_TEST(TstSandboxChain)

} // namespace tieout::test

#include "tst_sandboxchain.moc"
