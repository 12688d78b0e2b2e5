// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxcorridors.h"
#include "model/domain/corridor.h"
#include "tests/chain/sandbox/chainkit.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace tieout::test {

class TstSandboxAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonReturnsTheSame();
    void badJsonIsRefused_data();
    void badJsonIsRefused();
    void timelineIsEven();
    void timelineTakesPieces();
    void corridorsAreValid();
    void xpubIsThePublicOne();
    void lookalikesLookAlike();
};

void TstSandboxAction::jsonReturnsTheSame()
{
    SandboxAction action = send("a", at(5), {transfer(sandboxTreasury(), 99'970'000)});
    action.transfers.front().reference = QStringLiteral("ORDER-1");
    action.transfers.front().value.fill(0xff);
    action.transfers.front().from = sandboxSharedAddress();
    action.delay = 3;
    action.stuck = true;
    action.replaces = QStringLiteral("b");
    SandboxAction fork = reorg(at(9), 4, ReorgFate::Mempool);
    fork.of = QStringLiteral("a");
    fork.shorter = 2;
    fork.lost = {QStringLiteral("a"), QStringLiteral("b")};
    SandboxAction freeze = act(SandboxActionKind::Freeze, at(11));
    freeze.token = sandboxToken(u"usdc").contract;
    freeze.account = someone("x");
    freeze.network = SandboxNetwork::Side;
    SandboxAction speed = act(SandboxActionKind::Speed, at(12));
    speed.interval = Duration(200);
    for (const auto& each : {action, fork, freeze, speed}) {
        const QByteArray text = QJsonDocument(each.toJson()).toJson();
        const auto back = SandboxAction::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(back);
        QCOMPARE(back->toJson(), each.toJson());
    }
    const auto back = SandboxAction::fromJson(action.toJson());
    QVERIFY(back->transfers.front().value == action.transfers.front().value);
    QVERIFY(back->transfers.front().from == sandboxSharedAddress());
    QCOMPARE(back->transfers.front().reference, QStringLiteral("ORDER-1"));
    QCOMPARE(SandboxAction::fromJson(fork.toJson())->lost, fork.lost);
}

void TstSandboxAction::badJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* json, const char* reason) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(reason);
    };
    const char* malformed = "sandbox_action_malformed";
    row("empty", "{}", "sandbox_network_unknown");
    row("network", R"({"at":1,"network":"mainnet","do":"drop"})", "sandbox_network_unknown");
    row("kind", R"({"at":1,"network":"sandbox","do":"mint"})", malformed);
    row("time", R"({"at":"now","network":"sandbox","do":"drop","key":"a"})", malformed);
    row("negative", R"({"at":1,"network":"sandbox","do":"send","delay":-1})", malformed);
    row("hex", R"({"at":1,"network":"sandbox","do":"send","sender":"0xzz"})", malformed);
    row("fate", R"({"at":1,"network":"sandbox","do":"reorg","fate":"x"})", malformed);
    row("value",
        R"({"at":1,"network":"sandbox","do":"send",
            "transfers":[{"token":"0x01","to":"0x02","value":5}]})",
        malformed);
}

void TstSandboxAction::badJsonIsRefused()
{
    QFETCH(QByteArray, json);
    const auto action = SandboxAction::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!action);
    QTEST(action.error().reason, "reason");
}

void TstSandboxAction::timelineIsEven()
{
    const SandboxTimeline timeline(kGenesis, kBlock);
    QCOMPARE(timeline.heightAt(kGenesis - Duration(1)), 0);
    QCOMPARE(timeline.heightAt(kGenesis), 0);
    QCOMPARE(timeline.heightAt(at(4) - Duration(1)), 0);
    QCOMPARE(timeline.heightAt(at(4)), 1);
    QCOMPARE(timeline.firstNotBefore(at(4)), 1);
    QCOMPARE(timeline.firstNotBefore(at(4) + Duration(1)), 2);
    QVERIFY(timeline.timeOf(1'000'000) == kGenesis + kBlock * 1'000'000);
}

void TstSandboxAction::timelineTakesPieces()
{
    SandboxTimeline timeline(kGenesis, kBlock);
    timeline.restart(10, at(41), Duration(100)); // faster
    QVERIFY(timeline.timeOf(10) == at(40));
    QVERIFY(timeline.timeOf(11) == at(41) + Duration(100));
    QCOMPARE(timeline.heightAt(at(41) + Duration(99)), 10);
    QCOMPARE(timeline.heightAt(at(41) + Duration(1000)), 20);
    timeline.restart(15, at(60), kBlock); // shorter
    QVERIFY(timeline.timeOf(15) == at(41) + Duration(500));
    QVERIFY(timeline.timeOf(16) == at(64));
    QCOMPARE(timeline.heightAt(at(63)), 15);
    QCOMPARE(timeline.firstNotBefore(at(50)), 16);
    timeline.restart(5, at(80), kBlock); // below the first piece's end
    QVERIFY(timeline.timeOf(5) == at(20));
    QVERIFY(timeline.timeOf(6) == at(84));
}

void TstSandboxAction::corridorsAreValid()
{
    const auto list = sandboxCorridors();
    QCOMPARE(list.size(), size_t(3));
    for (const auto& json : list) {
        const auto corridor = corridorFromJson(json);
        QVERIFY2(corridor,
                 corridor ? "" : qPrintable(corridor.error().reason + corridor.error().detail));
        QCOMPARE(corridor->rail, toText(SandboxNetwork::Main));
        QVERIFY(corridor->asset.contract());
        const auto token = findSandboxToken(Account::of(corridor->asset.contract()->bytes()));
        QVERIFY(token && token->listed);
        QCOMPARE(corridor->decimals, token->decimals);
        const auto due = Amount::parse(u"100", corridor->decimals);
        const bool usable = mayCreatePayment(*corridor, *due, true).has_value();
        QCOMPARE(usable, corridor->name != sandboxSuspendedCorridor());
    }
    const auto usdt = corridorFromJson(list[0]);
    QCOMPARE(usdt->topUpWindow, kSandboxTopUpWindow);
    QCOMPARE(usdt->binding.scheme, BindingScheme::Xpub);
    QCOMPARE(corridorFromJson(list[1])->binding.scheme, BindingScheme::Reference);
}

void TstSandboxAction::xpubIsThePublicOne()
{
    QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/data/xpub-evm.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto vector = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(sandboxXpub(), vector[QStringLiteral("xpub")].toString());
}

void TstSandboxAction::lookalikesLookAlike()
{
    const Account victim = someone("victim");
    const Account twin = sandboxLookalike(victim);
    QVERIFY(!(twin == victim));
    QCOMPARE(twin.toBytes().left(2), victim.toBytes().left(2));
    QCOMPARE(twin.toBytes().right(2), victim.toBytes().right(2));
    QVERIFY(isSandboxPayer(victim));
    QVERIFY(!isSandboxPayer(twin));
}

TIEOUT_REGISTER_TEST(TstSandboxAction)

} // namespace tieout::test

#include "tst_sandboxaction.moc"
