// SPDX-License-Identifier: GPL-3.0-or-later
// The repair for "the money is there and the status is wrong".
#include "model/actions/linktransfer.h"
#include "model/store/addresses.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstLinkTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutReference_data() { TestDatabase::addDialectRows(); }
    void withoutReference();
    void alreadyDeep_data() { TestDatabase::addDialectRows(); }
    void alreadyDeep();
    void aboveTheBand_data() { TestDatabase::addDialectRows(); }
    void aboveTheBand();
    void orphan_data() { TestDatabase::addDialectRows(); }
    void orphan();
    void survivesAReorg_data() { TestDatabase::addDialectRows(); }
    void survivesAReorg();
    void minedAgain_data() { TestDatabase::addDialectRows(); }
    void minedAgain();
    void treasuryMoneyMinedAgain_data() { TestDatabase::addDialectRows(); }
    void treasuryMoneyMinedAgain();
    void wrongToken_data() { TestDatabase::addDialectRows(); }
    void wrongToken();
    void refusals_data() { TestDatabase::addDialectRows(); }
    void refusals();
    void ownMovesAreNoIncome_data() { TestDatabase::addDialectRows(); }
    void ownMovesAreNoIncome();
};

namespace {

const QString kMemo = QStringLiteral("usdt-memo");

LinkTransferPayload linkOf(ActionDesk& desk, const Hash32& tx, const PaymentId& id)
{
    LinkTransferPayload payload;
    payload.rail = QStringLiteral("ethereum");
    payload.tx = text(tx);
    payload.account = QStringLiteral("0x4444444444444444444444444444444444444444");
    payload.payment = id;
    payload.expectedVersion = desk.payment(id).version;
    payload.reason = QStringLiteral("the customer sent his receipt");
    return payload;
}

Result<QJsonObject> linkNow(ActionDesk& desk, const LinkTransferPayload& payload)
{
    return desk.inEngine([&] { return linkTransfer(desk.db(), payload, desk.context()); });
}

} // namespace

void TstLinkTransfer::withoutReference()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    QCOMPARE(desk.status(id), QStringLiteral("pending"));
    const CaseRow missing = desk.openCase(CaseCode::RefMissing);
    const auto answer = linkNow(desk, linkOf(desk, tx, id));
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirming"));
    QCOMPARE(answer->value(u"second_person_needed").toBool(), false);
    const auto row = readCase(desk.db(), missing.id);
    QCOMPARE(row->state, CaseState::Resolved);
    QCOMPARE(row->resolution, QStringLiteral("link-to-payment"));
    QCOMPARE(row->resolvedBy, desk.context().actor);
    QCOMPARE(desk.events(missing.id.text()).back().type, EventType::CaseResolved);
    QVERIFY(desk.payment(id).projection.labels.contains(u"manual"));
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
}

// Its marks were passed before anybody linked it.
void TstLinkTransfer::alreadyDeep()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    desk.confirm(10);
    const auto answer = linkNow(desk, linkOf(desk, tx, id));
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("confirmed"));
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
    desk.confirm(1);
    QCOMPARE(desk.payment(id).projection.confirmation, QStringLiteral("final"));
}

void TstLinkTransfer::aboveTheBand()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("5000"), kMemo);
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("5000"), {}}});
    const auto answer = linkNow(desk, linkOf(desk, tx, id));
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QVERIFY(answer->value(u"second_person_needed").toBool());
}

// A reference that nobody was given.
void TstLinkTransfer::orphan()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    const QString wrong = QStringLiteral("ORDER 17");
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), wrong}});
    LinkTransferPayload payload = linkOf(desk, tx, id);
    QCOMPARE(reasonOf(linkNow(desk, payload)), QStringLiteral("transfer_unknown"));
    const CaseRow orphan = desk.openCase(CaseCode::OrphanDeposit);
    payload.reference = wrong;
    QVERIFY(linkNow(desk, payload));
    QCOMPARE(readCase(desk.db(), orphan.id)->state, CaseState::Resolved);
    QCOMPARE(desk.status(id), QStringLiteral("confirming"));
}

void TstLinkTransfer::survivesAReorg()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    desk.mine({});
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    QVERIFY(linkNow(desk, linkOf(desk, tx, id)));
    desk.rewindTo(1);
    QCOMPARE(desk.status(id), QStringLiteral("reorged"));
    // A withdrawn transfer is still linked to the one payment.
    const PaymentId other = desk.create(QStringLiteral("100"), kMemo);
    QCOMPARE(reasonOf(linkNow(desk, linkOf(desk, tx, other))), QStringLiteral("transfer_linked"));
}

// A person's word holds for the transaction, wherever it is mined: the payment comes back, and
// nobody is asked again whose money it is.
void TstLinkTransfer::minedAgain()
{
    using Again = ActionDesk::Again;
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    const std::pair<Again, QString> rounds[] = {{Again::SameBlock, {}},
                                                {Again::OtherBlock, {}},
                                                {Again::OtherIndex, {}},
                                                {Again::OtherIndex, QStringLiteral("ORDER 17")}};
    for (const auto& [how, reference] : rounds) {
        const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
        const qint64 below = desk.tip();
        const Hash32 tx =
            desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), reference}});
        LinkTransferPayload payload = linkOf(desk, tx, id);
        payload.reference = reference;
        QVERIFY(linkNow(desk, payload));
        desk.confirm();
        QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
        desk.rewindTo(below);
        QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Recalled);
        if (how == Again::OtherBlock)
            desk.mine({});
        desk.mineAgain(below + 1, how);
        QCOMPARE(desk.status(id), QStringLiteral("confirming"));
        desk.confirm();
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        QCOMPARE(desk.payment(id).projection.confirmation, QStringLiteral("final"));
        QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
        QVERIFY(desk.payment(id).projection.labels.contains(u"manual"));
        const auto open = listCases(desk.db(), {});
        for (const CaseRow& row : *open)
            QCOMPARE(toText(row.code), toText(CaseCode::ReorgPost));
    }
}

// A customer paid straight into the treasury, and a person said whose payment that is.
void TstLinkTransfer::treasuryMoneyMinedAgain()
{
    using Again = ActionDesk::Again;
    TIEOUT_ACTION_DESK(desk);
    const Account treasury = Account::of(QByteArray(20, '\x66'));
    QVERIFY(desk.inEngine([&] {
        return registerOwnAddress(
            desk.db(), {desk.rail().id, treasury, OwnKind::Treasury, {}}, desk.clock().now());
    }));
    desk.refresh();
    desk.mine({});
    for (const Again how : {Again::SameBlock, Again::OtherBlock, Again::OtherIndex}) {
        const PaymentId id = desk.create(QStringLiteral("100"));
        const qint64 below = desk.tip();
        // Beside it, money of nobody's.
        const Hash32 tx = desk.mine(
            {{treasury, QStringLiteral("100"), {}}, {treasury, QStringLiteral("100"), {}}});
        LinkTransferPayload payload = linkOf(desk, tx, id);
        payload.account = QStringLiteral("0x6666666666666666666666666666666666666666");
        const auto linked = linkNow(desk, payload);
        QVERIFY2(linked, qPrintable(reasonOf(linked)));
        desk.confirm();
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        desk.rewindTo(below);
        QCOMPARE(desk.status(id), QStringLiteral("reorged"));
        desk.mineAgain(below + 1, how);
        QCOMPARE(desk.status(id), QStringLiteral("confirming"));
        desk.confirm();
        QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
        QCOMPARE(desk.payment(id).projection.received.toText(), QStringLiteral("100"));
    }
}

void TstLinkTransfer::wrongToken()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}, true}});
    const auto answer = linkNow(desk, linkOf(desk, tx, id));
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QVERIFY(answer->value(u"wrong_token").toBool());
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("pending"));
    QVERIFY(desk.payment(id).projection.labels.contains(u"wrong-token"));
    QVERIFY(desk.payment(id).projection.received.isZero());
}

void TstLinkTransfer::refusals()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"), kMemo);
    const PaymentId other = desk.create(QStringLiteral("100"), kMemo);
    const Hash32 tx = desk.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    const auto reasonWith = [&](const std::function<void(LinkTransferPayload&)>& change) {
        LinkTransferPayload payload = linkOf(desk, tx, id);
        change(payload);
        return reasonOf(linkNow(desk, payload));
    };
    QCOMPARE(reasonWith([](auto& p) { p.rail = QStringLiteral("tron"); }),
             QStringLiteral("rail_unknown"));
    QCOMPARE(reasonWith([](auto& p) { p.tx = QStringLiteral("0x12"); }),
             QStringLiteral("tx_malformed"));
    QCOMPARE(reasonWith([](auto& p) { p.tx = text(Hash32{}); }),
             QStringLiteral("transfer_unknown"));
    QCOMPARE(reasonWith([](auto& p) { p.account = QStringLiteral("0x44"); }),
             QStringLiteral("address_malformed"));
    QCOMPARE(reasonWith([](auto& p) { p.expectedVersion = 9; }), QStringLiteral("payment_changed"));
    QVERIFY(linkNow(desk, linkOf(desk, tx, id)));
    const auto again = linkNow(desk, linkOf(desk, tx, other));
    QCOMPARE(reasonOf(again), QStringLiteral("transfer_linked"));
    QVERIFY(again.error().detail.contains(id.text()));
    QCOMPARE(desk.payment(other).version, 1);
}

// What was paid for one payment is swept or paid out: it doesn't pay for a second one.
void TstLinkTransfer::ownMovesAreNoIncome()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId paid = desk.create(QStringLiteral("100"));
    const PaymentId other = desk.create(QStringLiteral("100"));
    const Account deposit = desk.binding(paid).account;
    desk.mine({{deposit, QStringLiteral("100"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(paid), QStringLiteral("confirmed"));
    const Account stranger = Account::of(QByteArray(20, '\x77'));
    const Hash32 payout = desk.mine({{stranger, QStringLiteral("100"), {}, false, deposit}});
    LinkTransferPayload payload = linkOf(desk, payout, other);
    payload.account = QStringLiteral("0x7777777777777777777777777777777777777777");
    QCOMPARE(reasonOf(linkNow(desk, payload)), QStringLiteral("transfer_not_incoming"));
    QCOMPARE(desk.status(other), QStringLiteral("pending"));
}

TIEOUT_REGISTER_TEST(TstLinkTransfer)

} // namespace tieout::test

#include "tst_linktransfer.moc"
