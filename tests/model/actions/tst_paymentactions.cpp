// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with a payment: cancel, reissue, hold, release; and the second of two people.
#include "model/actions/cancelpayment.h"
#include "model/actions/holdpayment.h"
#include "model/actions/reissuepayment.h"
#include "model/actions/resolvecase.h"
#include "tests/model/actions/actiondesk.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace tieout::test {

class TstPaymentActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancel_data() { TestDatabase::addDialectRows(); }
    void cancel();
    void cancelRefused_data() { TestDatabase::addDialectRows(); }
    void cancelRefused();
    void secondOfTwoPeople_data() { TestDatabase::addDialectRows(); }
    void secondOfTwoPeople();
    void reissue_data() { TestDatabase::addDialectRows(); }
    void reissue();
    void reissueRefused_data() { TestDatabase::addDialectRows(); }
    void reissueRefused();
    void holdAndRelease_data() { TestDatabase::addDialectRows(); }
    void holdAndRelease();
    void releasedWithoutMoney_data() { TestDatabase::addDialectRows(); }
    void releasedWithoutMoney();
    void holdRoles_data() { TestDatabase::addDialectRows(); }
    void holdRoles();
};

namespace {

const QString kWhy = QStringLiteral("because");

Result<QJsonObject> cancelNow(ActionDesk& desk, const PaymentId& id, qint64 version)
{
    return desk.inEngine([&] {
        return cancelPayment(desk.db(), {id, version, kWhy}, desk.context());
    });
}

Result<QJsonObject> reissueNow(ActionDesk& desk, const PaymentId& id, qint64 version)
{
    return desk.inEngine([&] {
        return reissuePayment(desk.db(), {id, version, std::nullopt, kWhy}, desk.context());
    });
}

Result<QJsonObject> holdNow(ActionDesk& desk,
                            const PaymentId& id,
                            const QString& cause = QStringLiteral("operator"),
                            const QString& role = QStringLiteral("operator"))
{
    const qint64 version = desk.payment(id).version;
    return desk.inEngine([&] {
        return holdPayment(desk.db(), {id, version, cause, kWhy}, desk.context(role));
    });
}

Result<QJsonObject> releaseNow(ActionDesk& desk,
                               const PaymentId& id,
                               const QString& hold,
                               const QString& role = QStringLiteral("operator"))
{
    const qint64 version = desk.payment(id).version;
    return desk.inEngine([&] {
        return releasePayment(
            desk.db(), {id, HoldId::trusted(hold), version, kWhy}, desk.context(role));
    });
}

bool hasEvent(ActionDesk& desk, const PaymentId& id, EventType type)
{
    for (const EventRow& event : desk.events(id.text())) {
        if (event.type == type)
            return true;
    }
    return false;
}

} // namespace

void TstPaymentActions::cancel()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    const auto answer = cancelNow(desk, id, 1);
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("cancelled"));
    QCOMPARE(answer->value(u"version").toInt(), 2);
    QVERIFY(hasEvent(desk, id, EventType::PaymentCancelled));
    QCOMPARE(desk.journal(id.text()),
             QStringList({QStringLiteral("payment.create"), QStringLiteral("payment.cancel")}));
    QCOMPARE(reasonOf(cancelNow(desk, id, 2)), QStringLiteral("payment_closed"));
    // Its address stays watched: what comes now waits for a person.
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    QCOMPARE(desk.status(id), QStringLiteral("held"));
    QCOMPARE(desk.openCases(id).front().code, CaseCode::RefReused);
}

void TstPaymentActions::cancelRefused()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.mine({{desk.binding(id).account, QStringLiteral("1"), {}}});
    QCOMPARE(reasonOf(cancelNow(desk, id, desk.payment(id).version)),
             QStringLiteral("payment_has_money"));
    QVERIFY(!desk.payment(id).cancelledAt);
    const auto nobody = PaymentId::make(desk.clock().now());
    QCOMPARE(reasonOf(cancelNow(desk, nobody, 1)), QStringLiteral("payment_unknown"));
}

void TstPaymentActions::secondOfTwoPeople()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    QVERIFY(holdNow(desk, id));
    const auto late = cancelNow(desk, id, 1);
    QCOMPARE(reasonOf(late), QStringLiteral("payment_changed"));
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QVERIFY2(late.error().detail.contains(u"payment.hold by "), qPrintable(late.error().detail));
    QVERIFY2(late.error().detail.contains(desk.context().actor), qPrintable(late.error().detail));
    QCOMPARE(desk.status(id), QStringLiteral("held"));
}

void TstPaymentActions::reissue()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    const Account first = desk.binding(id).account;
    desk.passTime(std::chrono::hours(2));
    desk.confirm(1);
    QCOMPARE(desk.status(id), QStringLiteral("expired"));
    const auto answer = reissueNow(desk, id, desk.payment(id).version);
    QVERIFY2(answer, qPrintable(reasonOf(answer)));
    QCOMPARE(answer->value(u"address").toString(), ActionDesk::addressAt(1).toText());
    QCOMPARE(answer->value(u"status").toString(), QStringLiteral("pending"));
    QCOMPARE(desk.payment(id).expiresAt, desk.clock().now() + std::chrono::hours(1));
    const auto bindings = readBindings(desk.db(), id);
    QCOMPARE(bindings->size(), size_t(2));
    QVERIFY(bindings->front().replacedAt);
    QVERIFY(!bindings->back().replacedAt);
    // Both addresses pay this payment.
    desk.mine({{first, QStringLiteral("60"), {}}});
    desk.mine({{desk.binding(id).account, QStringLiteral("40"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QCOMPARE(reasonOf(reissueNow(desk, id, desk.payment(id).version)),
             QStringLiteral("payment_released"));
}

void TstPaymentActions::reissueRefused()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    desk.passTime(std::chrono::hours(2));
    desk.confirm(1);
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    QCOMPARE(reasonOf(reissueNow(desk, id, desk.payment(id).version)),
             QStringLiteral("payment_has_undecided_money"));
    const PaymentId other = desk.create(QStringLiteral("100"));
    QVERIFY(cancelNow(desk, other, 1));
    QCOMPARE(reasonOf(reissueNow(desk, other, 2)), QStringLiteral("payment_closed"));
    const PaymentId third = desk.create(QStringLiteral("100"));
    desk.run(QStringLiteral("corridor.apply"),
             QStringLiteral("treasury"),
             ActionDesk::corridor(2, QStringLiteral("stopped")));
    QCOMPARE(reasonOf(reissueNow(desk, third, desk.payment(third).version)),
             QStringLiteral("corridor_stopped"));
}

void TstPaymentActions::holdAndRelease()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    const auto held = holdNow(desk, id);
    QVERIFY2(held, qPrintable(reasonOf(held)));
    QCOMPARE(held->value(u"status").toString(), QStringLiteral("held"));
    QVERIFY(hasEvent(desk, id, EventType::PaymentHeld));
    QCOMPARE(reasonOf(holdNow(desk, id)), QStringLiteral("hold_open"));
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("held"));
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::None);
    const QString hold = held->value(u"hold").toString();
    const auto released = releaseNow(desk, id, hold);
    QVERIFY2(released, qPrintable(reasonOf(released)));
    QCOMPARE(released->value(u"status").toString(), QStringLiteral("confirmed"));
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Released);
    QVERIFY(hasEvent(desk, id, EventType::PaymentReleased));
    QCOMPARE(reasonOf(releaseNow(desk, id, hold)), QStringLiteral("hold_unknown"));
}

// The end of a hold brings no money: only a paid payment that was recalled resumes.
void TstPaymentActions::releasedWithoutMoney()
{
    TIEOUT_ACTION_DESK(desk);
    desk.mine({});
    const PaymentId id = desk.create(QStringLiteral("100"));
    const qint64 below = desk.tip();
    desk.mine({{desk.binding(id).account, QStringLiteral("100"), {}}});
    desk.confirm();
    desk.rewindTo(below);
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Recalled);
    desk.passTime(std::chrono::minutes(1));
    QVERIFY(desk.inEngine([&] {
        const CaseRow row = desk.openCase(CaseCode::ReorgPost);
        return decideCase(desk.db(),
                          {row.id, row.version, QStringLiteral("accept"), kWhy},
                          desk.context(toText(Role::Treasury)));
    }));
    const auto hold = holdNow(desk, id);
    QVERIFY2(hold, qPrintable(reasonOf(hold)));
    QCOMPARE(desk.status(id), QStringLiteral("held"));
    QVERIFY(releaseNow(desk, id, hold->value(u"hold").toString()));
    QVERIFY(desk.status(id) != QStringLiteral("held"));
    QCOMPARE(desk.payment(id).projection.fulfilment, FulfilmentState::Recalled);
    QVERIFY(!hasEvent(desk, id, EventType::PaymentResumed));
    // It comes back and is paid.
    desk.mineAgain(below + 1, ActionDesk::Again::OtherBlock);
    desk.confirm();
    QCOMPARE(desk.status(id), QStringLiteral("confirmed"));
    QVERIFY(hasEvent(desk, id, EventType::PaymentResumed));
}

void TstPaymentActions::holdRoles()
{
    TIEOUT_ACTION_DESK(desk);
    const PaymentId id = desk.create(QStringLiteral("100"));
    const QString screening = QStringLiteral("screening");
    const QString compliance = QStringLiteral("compliance");
    QCOMPARE(reasonOf(holdNow(desk, id, screening)), QStringLiteral("hold_role"));
    const auto held = holdNow(desk, id, screening, compliance);
    QVERIFY(held);
    const QString hold = held->value(u"hold").toString();
    QCOMPARE(reasonOf(releaseNow(desk, id, hold)), QStringLiteral("hold_role"));
    // A hold of another payment can't be released by naming this one.
    const PaymentId other = desk.create(QStringLiteral("100"));
    QCOMPARE(reasonOf(releaseNow(desk, other, hold, compliance)), QStringLiteral("hold_unknown"));
    QVERIFY(releaseNow(desk, id, hold, compliance));
    QCOMPARE(desk.status(id), QStringLiteral("pending"));
}

TIEOUT_REGISTER_TEST(TstPaymentActions)

} // namespace tieout::test

#include "tst_paymentactions.moc"
