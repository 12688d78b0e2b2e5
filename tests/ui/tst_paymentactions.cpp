// SPDX-License-Identifier: GPL-3.0-or-later
// Each decision about a payment with real clicks over a real database, to its end, with the
// engine's own commands loop as the engine; and what is not allowed says why.
#include "tests/support/busylane.h"
#include "tests/support/testmain.h"
#include "tests/ui/deciderdesk.h"
#include "ui/payments/actions/createpaymentdialog.h"
#include "ui/payments/actions/linktransferdialog.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/queueview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QRadioButton>
#include <QTreeWidget>

namespace tieout::test {

namespace {

const QString kMemoCorridor = QStringLiteral("usdt-memo");

} // namespace

class TstPaymentActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsCreated_data() { TestDatabase::addDialectRows(); }
    void aPaymentIsCreated();
    void aNewPaymentIsToldOnce();
    void aNewPaymentIsCheckedWhileItIsTyped();
    void aPaymentIsCancelled_data() { TestDatabase::addDialectRows(); }
    void aPaymentIsCancelled();
    void theReasonIsNeeded();
    void aPaymentIsReissued();
    void aPaymentIsHeldAndReleased_data() { TestDatabase::addDialectRows(); }
    void aPaymentIsHeldAndReleased();
    void aCaseIsResolved_data() { TestDatabase::addDialectRows(); }
    void aCaseIsResolved();
    void aTransferIsLinked_data() { TestDatabase::addDialectRows(); }
    void aTransferIsLinked();
    void aTransferIsFoundByItsHash();
    void anotherHashDropsTheChoice();
    void whatIsNotAllowedSaysWhy();
    void aRoleThatMayNotSaysWhy();
};

void TstPaymentActions::aPaymentIsCreated()
{
    TIEOUT_ACTION_DESK(engine);
    engine.create(QStringLiteral("7"));
    engine.passTime(std::chrono::minutes(1));
    DeciderDesk desk(engine);
    auto* dialog = static_cast<CreatePaymentDialog*>(desk.open("newPayment"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->terms());
    QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("amount"))->hasFocus());
    // A desk with one merchant never sees the word.
    QVERIFY(!dialog->findChild<QComboBox*>(QStringLiteral("merchant"))->isVisible());
    type(dialog, "amount", "250.5");
    type(dialog, "order", "ORD-77");
    type(dialog, "customer", "Ana");
    type(dialog, "expiry", "2h");
    pressPrimary(dialog);
    QVERIFY(dialog->isDeciding());
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(dialog->strip().text(), QStringLiteral("Deciding…"));
    QVERIFY(desk.decided());
    const FactGrid* place = nullptr;
    QTRY_VERIFY((place = dialog->findChild<FactGrid*>(QStringLiteral("place"))) != nullptr);
    QTRY_VERIFY(!desk.page.selection().current().isEmpty());
    const PaymentId id = PaymentId::trusted(desk.page.selection().current());
    const PaymentRow row = engine.payment(id);
    QCOMPARE(row.policy.due.toText(), QStringLiteral("250.5"));
    QCOMPARE(row.orderReference, QStringLiteral("ORD-77"));
    QCOMPARE(row.customer, QStringLiteral("Ana"));
    QCOMPARE(row.expiresAt - row.createdAt, Duration(std::chrono::hours(2)));
    QString shown = place->value(QStringLiteral("Pay to")).remove(u' ');
    const QString address =
        QStringLiteral("0x") + QString::fromLatin1(engine.binding(id).account.toBytes().toHex());
    QCOMPARE(shown.compare(address, Qt::CaseInsensitive), 0);
    for (auto* button : dialog->findChildren<QPushButton*>()) {
        if (button->text().contains(QStringLiteral("address")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
    QTRY_COMPARE(desk.page.table().rowCount(), 2);
    QTRY_COMPARE(desk.page.view().currentIndex().row(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.page.actions()->dialog());
}

// Where it is to be paid is read again when a newer question took the place of that read.
void TstPaymentActions::aNewPaymentIsToldOnce()
{
    ActionDesk engine(Dialect::Sqlite);
    DeciderDesk desk(engine);
    auto* dialog = static_cast<CreatePaymentDialog*>(desk.open("newPayment"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->terms());
    QSignalSpy created(dialog, &CreatePaymentDialog::created);
    type(dialog, "amount", "12.5");
    BusyLane busy(desk.store, AsyncStore::Lane::Page);
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_COMPARE(created.count(), 1);
    desk.store.cancel(AsyncStore::Lane::Page);
    busy.open();
    QTRY_VERIFY(dialog->findChild<FactGrid*>(QStringLiteral("place")));
    QCOMPARE(created.count(), 1);
}

// Nobody is asked: what is wrong stands beneath its field at once.
void TstPaymentActions::aNewPaymentIsCheckedWhileItIsTyped()
{
    ActionDesk engine(Dialect::Sqlite);
    DeciderDesk desk(engine);
    auto* dialog = static_cast<CreatePaymentDialog*>(desk.open("newPayment"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->terms());
    const auto amountSays = [&](const char* typed) {
        type(dialog, "amount", typed);
        return noteOf(dialog, "amount");
    };
    QVERIFY(amountSays("12x").startsWith(sentence("amount_malformed")));
    QVERIFY(amountSays("1.2345678").startsWith(sentence("amount_precision")));
    QVERIFY(amountSays("0.5").startsWith(sentence("amount_below_minimum")));
    QVERIFY(amountSays("0").startsWith(sentence("amount_not_positive")));
    QVERIFY(
        amountSays("999999999999999999999999999999999999999").startsWith(sentence("amount_range")));
    QVERIFY(amountSays("12.5").startsWith(QStringLiteral("USDT")));
    type(dialog, "expiry", "soon");
    QCOMPARE(noteOf(dialog, "expiry"), sentence("duration_malformed"));
    type(dialog, "expiry", "200d");
    QCOMPARE(noteOf(dialog, "expiry"), sentence("expiry_range"));
    type(dialog, "order", qPrintable(QString(201, u'o')));
    QCOMPARE(noteOf(dialog, "order"), sentence("text_too_long"));
    pressPrimary(dialog);
    QVERIFY(!dialog->isDeciding());
    type(dialog, "amount", "");
    type(dialog, "expiry", "");
    type(dialog, "order", "A-2");
    QCOMPARE(noteOf(dialog, "order"), QString());
    pressPrimary(dialog);
    QVERIFY(noteOf(dialog, "amount").startsWith(sentence("value_missing")));
    QVERIFY(!dialog->isDeciding());
    QCOMPARE(engine.step().done, 0);
}

void TstPaymentActions::aPaymentIsCancelled()
{
    TIEOUT_ACTION_DESK(engine);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("cancelPayment");
    QVERIFY(dialog);
    type(dialog, "reason", "the customer paid by card");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("cancelled"));
    QCOMPARE(desk.stripText(), QStringLiteral("Done."));
    // What is allowed now follows.
    QTRY_VERIFY(!desk.button("cancelPayment")->isEnabled());
    QCOMPARE(desk.button("cancelPayment")->toolTip(), sentence("payment_closed"));
    QTest::mouseClick(
        desk.page.actions()->findChild<QToolButton*>(QStringLiteral("decisionButton")),
        Qt::LeftButton);
    QCOMPARE(desk.stripText(), QString());
}

void TstPaymentActions::theReasonIsNeeded()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    for (const char* name : {"cancelPayment", "hold", "reissue"}) {
        DecisionDialog* dialog = desk.open(name);
        QVERIFY(dialog);
        pressPrimary(dialog);
        QVERIFY(!dialog->isDeciding());
        QCOMPARE(noteOf(dialog, "reason"), sentence("reason_missing"));
        QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("reason"))->hasFocus());
    }
    QVERIFY(desk.decisions.about(id.text()).empty());
}

void TstPaymentActions::aPaymentIsReissued()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    const Account before = engine.binding(id).account;
    engine.passTime(std::chrono::seconds(1));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("reissue");
    QVERIFY(dialog);
    type(dialog, "expiry", "never");
    QCOMPARE(noteOf(dialog, "expiry"), sentence("duration_malformed"));
    type(dialog, "expiry", "30m");
    type(dialog, "reason", "the customer lost the address");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QVERIFY(!(engine.binding(id).account == before));
    QCOMPARE(engine.payment(id).expiresAt - engine.clock().now(),
             Duration(std::chrono::minutes(30)));
}

void TstPaymentActions::aPaymentIsHeldAndReleased()
{
    TIEOUT_ACTION_DESK(engine);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    QVERIFY(!desk.button("release")->isEnabled());
    QCOMPARE(desk.button("release")->toolTip(), sentence("no_open_hold"));
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    // An operator doesn't hold compliance's word.
    auto* cause = dialog->findChild<QComboBox*>(QStringLiteral("cause"));
    cause->setCurrentIndex(2);
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(noteOf(dialog, "cause"), sentence("hold_role"));
    cause->setCurrentIndex(0);
    QVERIFY(primaryOf(dialog)->isEnabled());
    type(dialog, "reason", "asked the customer who he is");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("held"));

    QTRY_VERIFY(desk.button("release")->isEnabled());
    QVERIFY(!desk.button("hold")->isEnabled());
    dialog = desk.open("release");
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QComboBox*>(QStringLiteral("hold"))
                ->currentText()
                .contains(QStringLiteral("asked the customer who he is")));
    type(dialog, "reason", "he answered");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("pending"));
}

void TstPaymentActions::aCaseIsResolved()
{
    TIEOUT_ACTION_DESK(engine);
    const PaymentId id = engine.create(QStringLiteral("100"));
    engine.mine({{engine.binding(id).account, QStringLiteral("60"), {}}});
    engine.confirm();
    QCOMPARE(engine.status(id), QStringLiteral("underpaid"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("resolveCase");
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QComboBox*>(QStringLiteral("case"))
                ->currentText()
                .startsWith(QStringLiteral("AMT-UNDER")));
    auto* accept = dialog->findChild<QRadioButton*>(QStringLiteral("accept"));
    auto* decline = dialog->findChild<QRadioButton*>(QStringLiteral("decline"));
    QVERIFY(accept->text() == QStringLiteral("A&ccept short"));
    QVERIFY(accept->accessibleDescription().contains(QStringLiteral("second person")));
    QVERIFY(!decline->isEnabled());
    QCOMPARE(decline->toolTip(), sentence("refund_not_available"));
    // The amount in question is said before anything is decided.
    QVERIFY2(noteOf(dialog, "case").startsWith(QStringLiteral("40.00")),
             qPrintable(noteOf(dialog, "case")));
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton, {}, {12, accept->height() / 2});
    QVERIFY(primaryOf(dialog)->isEnabled());
    type(dialog, "reason", "a good customer");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("confirmed"));
    QVERIFY(desk.stripText().contains(QStringLiteral("second person")));
    QTRY_VERIFY(!desk.button("resolveCase")->isEnabled());
    QCOMPARE(desk.button("resolveCase")->toolTip(), sentence("no_open_case"));
}

void TstPaymentActions::aTransferIsLinked()
{
    TIEOUT_ACTION_DESK(engine);
    const PaymentId id = engine.create(QStringLiteral("100"), kMemoCorridor);
    engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("33"), {}}});
    const Hash32 tx = engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}, true}});
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    auto* dialog = static_cast<LinkTransferDialog*>(desk.open("linkTransfer"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->candidates().size() >= 2);
    // The best is first and says why; nothing is chosen for the person.
    const LinkCandidate best = dialog->candidates().front();
    QCOMPARE(best.money.transfer.tx, tx);
    QVERIFY(best.reasons.contains(QStringLiteral("amount-remaining")));
    QVERIFY(best.reasons.contains(QStringLiteral("same-token")));
    QVERIFY(best.reasons.contains(QStringLiteral("in-time")));
    QVERIFY(!dialog->candidates()[1].reasons.contains(QStringLiteral("amount-remaining")));
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("transfer_missing"));
    auto* list = dialog->findChild<QTreeWidget*>();
    QVERIFY(list->topLevelItem(0)->text(3).contains(QStringLiteral("the amount that remains")));
    const QRect row = list->visualItemRect(list->topLevelItem(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(primaryOf(dialog)->isEnabled());
    type(dialog, "reason", "the customer sent his receipt");
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("confirming"));
}

void TstPaymentActions::aTransferIsFoundByItsHash()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"), kMemoCorridor);
    const PaymentId other = engine.create(QStringLiteral("40"), kMemoCorridor);
    const Hash32 tx = engine.mine(
        {{ActionDesk::sharedAddress(), QStringLiteral("40"), engine.binding(other).reference}});
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    auto* dialog = static_cast<LinkTransferDialog*>(desk.open("linkTransfer"));
    QVERIFY(dialog);
    const auto says = [&] {
        for (auto* note : dialog->findChildren<FieldNote*>()) {
            if (note->isVisible() && note->parent()->findChild<QTreeWidget*>())
                return note->text();
        }
        return QString();
    };
    QTRY_VERIFY(says().contains(QStringLiteral("belongs to no payment")));
    type(dialog, "tx", "0x12");
    QTRY_COMPARE(says(), sentence("tx_malformed"));
    type(dialog, "tx", qPrintable(QStringLiteral("0x") + QString(64, u'9')));
    QTRY_COMPARE(says(), sentence("transfer_unknown"));
    type(dialog, "tx", qPrintable(text(tx)));
    QTRY_COMPARE(dialog->candidates().size(), size_t(1));
    QVERIFY(dialog->candidates().front().why);
    auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItem(0)->text(3), sentence("transfer_linked"));
    QVERIFY(!primaryOf(dialog)->isEnabled());
}

// Return comes before anything was read about the new hash.
void TstPaymentActions::anotherHashDropsTheChoice()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"), kMemoCorridor);
    engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("33"), {}}});
    const Hash32 tx = engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("100"), {}}});
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    auto* dialog = static_cast<LinkTransferDialog*>(desk.open("linkTransfer"));
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->candidates().size(), size_t(2));
    auto* list = dialog->findChild<QTreeWidget*>();
    type(dialog, "reason", "the customer sent his receipt");
    const QRect second = list->visualItemRect(list->topLevelItem(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second.center());
    QVERIFY(primaryOf(dialog)->isEnabled());
    auto* hash = dialog->findChild<QLineEdit*>(QStringLiteral("tx"));
    hash->setFocus();
    QGuiApplication::clipboard()->setText(text(tx));
    hash->paste();
    QTest::keyClick(hash, Qt::Key_Return);
    QVERIFY(!dialog->isDeciding());
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("transfer_missing"));
    QTRY_COMPARE(dialog->candidates().size(), size_t(1));
    QCOMPARE(dialog->candidates().front().money.transfer.tx, tx);
    QVERIFY(list->selectedItems().isEmpty());
    QVERIFY(desk.decisions.undecided().empty());
}

void TstPaymentActions::whatIsNotAllowedSaysWhy()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    engine.mine({{engine.binding(id).account, QStringLiteral("100"), {}}});
    engine.confirm();
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    const auto says = [&](const char* name) {
        const QToolButton* button = desk.button(name);
        return button->isEnabled() ? QString() : button->toolTip();
    };
    QCOMPARE(says("cancelPayment"), sentence("payment_has_money"));
    QCOMPARE(says("reissue"), sentence("payment_released"));
    QCOMPARE(says("release"), sentence("no_open_hold"));
    QCOMPARE(says("resolveCase"), sentence("no_open_case"));
    QCOMPARE(says("hold"), QString());
    QCOMPARE(says("linkTransfer"), QString());
    QCOMPARE(desk.button("cancelPayment")->accessibleDescription(), says("cancelPayment"));
}

void TstPaymentActions::aRoleThatMayNotSaysWhy()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine, {QStringLiteral("support")});
    QVERIFY(desk.choose(id));
    const auto* lookOn = desk.page.findChild<QWidget*>(QStringLiteral("lookOn"));
    QVERIFY(lookOn->isVisible());
    QCOMPARE(lookOn->findChild<QLabel*>()->text(),
             QStringLiteral("You only look on: none of your roles decides about payments."));
    picture(&desk.page, QStringLiteral("look-on"));
    for (const char* name : {"cancelPayment", "reissue", "hold", "linkTransfer"}) {
        QVERIFY(!desk.button(name)->isEnabled());
        QCOMPARE(desk.button(name)->toolTip(), sentence("class_may_not_submit"));
    }
    QTRY_VERIFY(!desk.button("newPayment")->isEnabled());
    QCOMPARE(desk.button("newPayment")->toolTip(), sentence("class_may_not_submit"));
    // The key opens the dialog nevertheless, which says the same.
    desk.page.actions()->createPayment(&desk.page);
    auto* dialog = static_cast<CreatePaymentDialog*>(desk.page.actions()->dialog());
    QTRY_VERIFY(dialog->terms());
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("class_may_not_submit"));
}

TIEOUT_REGISTER_TEST(TstPaymentActions)

} // namespace tieout::test

#include "tst_paymentactions.moc"
