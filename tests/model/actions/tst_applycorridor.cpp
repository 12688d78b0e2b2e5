// SPDX-License-Identifier: GPL-3.0-or-later
// A corridor's next version from a command, and what stopping does to open payments.
#include "model/actions/setupdesk.h"
#include "model/store/corridors.h"
#include "model/store/statement.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstApplyCorridor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAndNext_data() { TestDatabase::addDialectRows(); }
    void firstAndNext();
    void refusals_data() { TestDatabase::addDialectRows(); }
    void refusals();
    void stopAndGoOn_data() { TestDatabase::addDialectRows(); }
    void stopAndGoOn();
    void suspended_data() { TestDatabase::addDialectRows(); }
    void suspended();
    void production_data() { TestDatabase::addDialectRows(); }
    void production();
    void setUpTwice_data() { TestDatabase::addDialectRows(); }
    void setUpTwice();
};

namespace {

CommandAnswer applyNow(ActionDesk& desk, const QJsonObject& document)
{
    return desk.run(QStringLiteral("corridor.apply"), QStringLiteral("treasury"), document);
}

QString refusedBecause(ActionDesk& desk, const QJsonObject& document)
{
    const auto answer = applyNow(desk, document);
    return answer.error ? answer.error->reason : QString();
}

QJsonObject with(QJsonObject document, const char* key, const QJsonValue& value)
{
    document.insert(QString::fromLatin1(key), value);
    return document;
}

} // namespace

void TstApplyCorridor::firstAndNext()
{
    TIEOUT_ACTION_DESK(desk);
    QCOMPARE(currentCorridor(desk.db(), QStringLiteral("usdt-test"))->version, 1);
    const auto answer = applyNow(desk, ActionDesk::corridor(2, QStringLiteral("suspended")));
    QVERIFY2(!answer.error, qPrintable(answer.error ? answer.error->reason : QString()));
    QCOMPARE(answer.state, CommandState::Succeeded);
    QCOMPARE(answer.result.value(u"version").toInt(), 2);
    const auto now = currentCorridor(desk.db(), QStringLiteral("usdt-test"));
    QCOMPARE(now->version, 2);
    QCOMPARE(now->status, CorridorStatus::Suspended);
    const QString subject = QStringLiteral("corridor:usdt-test");
    QCOMPARE(desk.events(subject).size(), size_t(2));
    QCOMPARE(desk.events(subject).back().type, EventType::CorridorChanged);
    QCOMPARE(desk.journal(subject).size(), 2);
    // The shared address of the other one is ours.
    const auto own = readOwnAddresses(desk.db(), desk.rail().id);
    QCOMPARE(own->size(), size_t(1));
    QCOMPARE(own->front().kind, OwnKind::Shared);
    QVERIFY(own->front().account == ActionDesk::sharedAddress());
}

void TstApplyCorridor::refusals()
{
    TIEOUT_ACTION_DESK(desk);
    const QJsonObject next = ActionDesk::corridor(2);
    QCOMPARE(refusedBecause(desk, ActionDesk::corridor(1)), QStringLiteral("corridor_version"));
    QCOMPARE(refusedBecause(desk, ActionDesk::corridor(3)), QStringLiteral("corridor_version"));
    QCOMPARE(refusedBecause(desk, with(next, "name", QStringLiteral("other"))),
             QStringLiteral("corridor_name_mismatch"));
    QCOMPARE(refusedBecause(desk, with(next, "rail", QStringLiteral("tron"))),
             QStringLiteral("rail_unknown"));
    QCOMPARE(refusedBecause(desk, with(next, "decimals", 18)), QStringLiteral("token_decimals"));
    QCOMPARE(refusedBecause(desk, with(next, "colour", 1)), QStringLiteral("corridor_key_unknown"));
    QCOMPARE(refusedBecause(
                 desk,
                 with(next,
                      "asset",
                      QStringLiteral("eip155:1/erc20:0x1111111111111111111111111111111111111111"))),
             QStringLiteral("corridor_rail_mismatch"));
    QCOMPARE(refusedBecause(desk,
                            with(next,
                                 "binding",
                                 QJsonObject{{QStringLiteral("scheme"), QStringLiteral("xpub")},
                                             {QStringLiteral("xpub"), QStringLiteral("other")}})),
             QStringLiteral("xpub_unknown"));
    QCOMPARE(currentCorridor(desk.db(), QStringLiteral("usdt-test"))->version, 1);
}

void TstApplyCorridor::stopAndGoOn()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId open = desk.create(QStringLiteral("100"));
    const PaymentId released = desk.create(QStringLiteral("100"));
    const PaymentId elsewhere = desk.create(QStringLiteral("100"), QStringLiteral("usdt-memo"));
    const PaymentId cancelled = desk.create(QStringLiteral("100"));
    QVERIFY(!desk.run(QStringLiteral("payment.cancel"),
                      QStringLiteral("operator"),
                      {{QStringLiteral("payment"), cancelled.text()},
                       {QStringLiteral("expected_version"), 1}})
                 .error);
    desk.mine({{desk.binding(released).account, QStringLiteral("100"), {}}});
    desk.confirm();
    const auto stopped = applyNow(desk, ActionDesk::corridor(2, QStringLiteral("stopped")));
    QVERIFY(!stopped.error);
    QCOMPARE(stopped.result.value(u"held").toInt(), 1);
    QCOMPARE(desk.status(open), QStringLiteral("held"));
    QCOMPARE(desk.status(released), QStringLiteral("confirmed"));
    QCOMPARE(desk.status(elsewhere), QStringLiteral("pending"));
    QCOMPARE(desk.status(cancelled), QStringLiteral("cancelled"));
    QCOMPARE(desk.journal(open.text()).back(), QStringLiteral("corridor.apply"));
    const auto again = applyNow(desk, ActionDesk::corridor(3));
    QVERIFY(!again.error);
    QCOMPARE(again.result.value(u"released").toInt(), 1);
    QCOMPARE(desk.status(open), QStringLiteral("pending"));
}

void TstApplyCorridor::suspended()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId open = desk.create(QStringLiteral("100"));
    QVERIFY(!applyNow(desk, ActionDesk::corridor(2, QStringLiteral("suspended"))).error);
    QCOMPARE(desk.status(open), QStringLiteral("pending"));
    desk.mine({{desk.binding(open).account, QStringLiteral("100"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(open), QStringLiteral("confirmed"));
}

void TstApplyCorridor::production()
{
    TIEOUT_ACTION_DESK(desk);
    desk.store().execute("UPDATE environment SET name = 'production'");
    QCOMPARE(refusedBecause(desk, ActionDesk::corridor(2)),
             QStringLiteral("corridor_needs_proposal"));
}

void TstApplyCorridor::setUpTwice()
{
    TIEOUT_ACTION_DESK(desk);
    DeskSetup setup;
    setup.rails.push_back({0,
                           QStringLiteral("ethereum"),
                           QStringLiteral("evm"),
                           QStringLiteral("eip155:31337"),
                           QByteArray(32, '\x07')});
    const auto setUp = [&] {
        return desk.inEngine([&] { return setUpDesk(desk.db(), setup, desk.clock().now()); });
    };
    const auto again = setUp();
    QVERIFY2(again, qPrintable(reasonOf(again)));
    QCOMPARE(again->rails.front().id, desk.rail().id);
    QCOMPARE(desk.journal(again->merchant.id.text()),
             QStringList{QStringLiteral("merchant.create")});
    setup.rails.front().genesis = QByteArray(32, '\x08');
    QCOMPARE(reasonOf(setUp()), QStringLiteral("rail_genesis_mismatch"));
    setup.rails.clear();
    setup.xpubs.push_back({0,
                           QStringLiteral("deposits"),
                           QStringLiteral("evm"),
                           QStringLiteral("xpub-no-such-key"),
                           0,
                           -1});
    QVERIFY(reasonOf(setUp()).startsWith(u"xpub_"));
}

TIEOUT_REGISTER_TEST(TstApplyCorridor)

} // namespace tieout::test

#include "tst_applycorridor.moc"
