// SPDX-License-Identifier: GPL-3.0-or-later
// A corridor's next version from a command, and what stopping does to open payments.
#include "model/actions/linktransfer.h"
#include "model/actions/resolvecase.h"
#include "model/actions/setupdesk.h"
#include "model/store/corridors.h"
#include "model/store/holds.h"
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
    void laterMoneyIsHeld_data() { TestDatabase::addDialectRows(); }
    void laterMoneyIsHeld();
    void linkedMoneyIsHeld_data() { TestDatabase::addDialectRows(); }
    void linkedMoneyIsHeld();
    void knownMoneyComesBack_data() { TestDatabase::addDialectRows(); }
    void knownMoneyComesBack();
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

int openHolds(ActionDesk& desk, const PaymentId& id)
{
    const auto holds = openHoldsOf(desk.db(), id);
    for (const HoldRow& hold : *holds) {
        if (hold.kind != HoldKind::CorridorStopped || hold.openedBy != u"engine")
            qFatal("hold %s by %s", qPrintable(toText(hold.kind)), qPrintable(hold.openedBy));
    }
    return static_cast<int>(holds->size());
}

PaymentId expired(ActionDesk& desk, const QString& corridor = QStringLiteral("usdt-test"))
{
    const PaymentId id = desk.create(QStringLiteral("100"), corridor);
    desk.passTime(std::chrono::hours(2));
    desk.confirm(1);
    return id;
}

PaymentId released(ActionDesk& desk)
{
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm();
    return id;
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

// Stopping holds neither what expired nor what was released; money that is mined there later opens
// a hold, once, and going on ends it.
void TstApplyCorridor::laterMoneyIsHeld()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId late = expired(desk);
    const PaymentId done = released(desk);
    const PaymentId elsewhere = expired(desk, QStringLiteral("usdt-memo"));
    QCOMPARE(desk.status(late), QStringLiteral("expired"));
    QCOMPARE(desk.status(done), QStringLiteral("confirmed"));
    const auto stopped = applyNow(desk, ActionDesk::corridor(2, QStringLiteral("stopped")));
    QCOMPARE(stopped.result.value(u"held").toInt(), 0);
    const Account more = desk.binding(done).account;
    // No money of the corridor: nothing at all, dust, and another token.
    desk.mine({{more, QStringLiteral("0"), {}},
               {more, QStringLiteral("0.001"), {}},
               {more, QStringLiteral("100"), {}, true}});
    QCOMPARE(openHolds(desk, done), 0);
    desk.mine(
        {{desk.binding(late).account, QStringLiteral("60"), {}},
         {more, QStringLiteral("100"), {}},
         {ActionDesk::sharedAddress(), QStringLiteral("100"), desk.binding(elsewhere).reference}});
    desk.mine({{desk.binding(late).account, QStringLiteral("40"), {}}});
    desk.confirm();
    QCOMPARE(openHolds(desk, late), 1);
    QCOMPARE(openHolds(desk, done), 1);
    QCOMPARE(openHolds(desk, elsewhere), 0);
    QCOMPARE(desk.status(done), QStringLiteral("held"));
    QCOMPARE(desk.payment(done).projection.fulfilment, FulfilmentState::Released);
    QVERIFY(desk.journal(late.text()).contains(QStringLiteral("payment.hold")));
    // A person's word about the money doesn't release what the corridor holds.
    for (int i = 0; i < 2; ++i) {
        const auto open = desk.openCases(late);
        const auto at = std::find_if(open.begin(), open.end(), [](const CaseRow& one) {
            return one.code == CaseCode::Late;
        });
        QVERIFY(at != open.end());
        const CaseRow row = *at;
        const ResolveCasePayload payload{
            row.id, row.version, QStringLiteral("accept"), QStringLiteral("because")};
        const auto decided = desk.inEngine([&] {
            return decideCase(desk.db(), payload, desk.context(QStringLiteral("operator")));
        });
        QVERIFY2(decided, qPrintable(reasonOf(decided)));
    }
    QCOMPARE(desk.status(late), QStringLiteral("held"));
    QCOMPARE(desk.payment(late).projection.fulfilment, FulfilmentState::None);
    const auto again = applyNow(desk, ActionDesk::corridor(3));
    QCOMPARE(again.result.value(u"released").toInt(), 2);
    QCOMPARE(openHolds(desk, late), 0);
    QCOMPARE(desk.status(late), QStringLiteral("confirmed"));
    QCOMPARE(desk.payment(late).projection.fulfilment, FulfilmentState::Released);
    QCOMPARE(desk.status(done), QStringLiteral("confirmed"));
    desk.mine({{more, QStringLiteral("1"), {}}});
    QCOMPARE(openHolds(desk, done), 0);
}

void TstApplyCorridor::linkedMoneyIsHeld()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = expired(desk, QStringLiteral("usdt-memo"));
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    QJsonObject stop = with(ActionDesk::memoCorridor(), "version", 2);
    QVERIFY(!applyNow(desk, with(stop, "status", QStringLiteral("stopped"))).error);
    QCOMPARE(openHolds(desk, id), 0);
    LinkTransferPayload payload;
    payload.rail = QStringLiteral("ethereum");
    payload.tx = text(tx);
    payload.account = QStringLiteral("0x4444444444444444444444444444444444444444");
    payload.payment = id;
    payload.expectedVersion = desk.payment(id).version;
    payload.reason = QStringLiteral("the customer sent his receipt");
    const auto linked =
        desk.inEngine([&] { return linkTransfer(desk.db(), payload, desk.context()); });
    QVERIFY2(linked, qPrintable(reasonOf(linked)));
    QCOMPARE(openHolds(desk, id), 1);
    QCOMPARE(linked->value(u"status").toString(), QStringLiteral("held"));
    QCOMPARE(linked->value(u"version").toInteger(), desk.payment(id).version);
}

// The same transaction in another block, or its very block again, is no later money.
void TstApplyCorridor::knownMoneyComesBack()
{
    using Again = ActionDesk::Again;
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    int version = 1;
    for (const Again how : {Again::SameBlock, Again::OtherBlock}) {
        const qint64 below = desk.tip();
        const PaymentId id = released(desk);
        QVERIFY(!applyNow(desk, ActionDesk::corridor(++version, QStringLiteral("stopped"))).error);
        desk.rewindTo(below);
        QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Recalled);
        desk.mineAgain(below + 1, how);
        desk.confirm();
        QCOMPARE(openHolds(desk, id), 0);
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
        QVERIFY(!applyNow(desk, ActionDesk::corridor(++version)).error);
    }
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
