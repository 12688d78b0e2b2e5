// SPDX-License-Identifier: GPL-3.0-or-later
// What every decision has in common: refused because somebody was first, waiting and expired
// without an engine, taken back, kept while the database can't be reached; keys, names, looks.
#include "model/commands/commandkinds.h"
#include "model/commands/paymentpayloads.h"
#include "tests/support/testmain.h"
#include "tests/ui/deciderdesk.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QRadioButton>
#include <QSemaphore>
#include <QTreeWidget>

namespace tieout::test {

namespace {

const QString kSharedCorridor = QStringLiteral("usdt-memo");

// Nothing is read for the screen until it opens.
struct PageGate
{
    explicit PageGate(AsyncStore& store)
    {
        store
            .run(AsyncStore::Lane::Page,
                 [semaphore = semaphore](Database&) -> Outcome {
                     semaphore->acquire();
                     return Done;
                 })
            .then(&receiver, [](const Outcome&) {});
    }
    ~PageGate() { open(); }
    void open() const { semaphore->release(); }

    std::shared_ptr<QSemaphore> semaphore = std::make_shared<QSemaphore>();
    QObject receiver;
};

void holdFor(ActionDesk& engine, const PaymentId& id, const QString& cause, const QString& reason)
{
    const HoldPaymentPayload held{id, engine.payment(id).version, cause, reason};
    const QString role = cause == u"screening" ? QStringLiteral("compliance") : cause;
    const auto answer = engine.run(kinds::kPaymentHold.toString(), role, held.toJson());
    if (answer.error)
        qFatal("hold: %s", qPrintable(answer.error->reason));
    engine.passTime(std::chrono::seconds(1));
}

} // namespace

class TstDecisionDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondLearnsWhoWasFirst();
    void withoutAnEngineItWaits();
    void withoutAnEngineItExpires();
    void whatWasTypedIsKept();
    void whatIsDoneIsNotAskedAgain();
    void aRefusalKeepsTheCase();
    void aRefusalKeepsTheHold();
    void everythingByKeyboard();
    void anEmptyDeskOffersTheFirstPayment();
    void everyControlHasAName();
    void whatItIsAboutIsToldWhole();
    void looksRightEverywhere();
    void looksRightWhileItWaits();
};

void TstDecisionDialogs::theSecondLearnsWhoWasFirst()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("cancelPayment");
    QVERIFY(dialog);
    type(dialog, "reason", "nobody wants it");
    const HoldPaymentPayload held{
        id, 1, QStringLiteral("operator"), QStringLiteral("wait for the bank")};
    QVERIFY(!engine.run(kinds::kPaymentHold.toString(), QStringLiteral("operator"), held.toJson())
                 .error);
    pressPrimary(dialog);
    QVERIFY(desk.isRefused());
    QTRY_VERIFY(dialog->strip().text().startsWith(sentence("payment_changed")));
    QVERIFY2(dialog->strip().text().contains(QStringLiteral("alice put it on hold")),
             qPrintable(dialog->strip().text()));
    // Nothing was lost, and the next attempt is about the payment as it is now.
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("reason"))->text(),
             QStringLiteral("nobody wants it"));
    QTRY_VERIFY(dialog->accessibleDescription().contains(QStringLiteral("Held")));
    QVERIFY(primaryOf(dialog)->isEnabled());
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(desk.decisions.about(id.text()).size(), size_t(1));
}

void TstDecisionDialogs::withoutAnEngineItWaits()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    type(dialog, "reason", "ask the customer");
    pressPrimary(dialog);
    QTRY_COMPARE(desk.lastState(), DecisionState::Waiting);
    QTRY_VERIFY(dialog->strip().text().startsWith(QStringLiteral("Waiting for the engine since")));
    // Closed, it goes on beside the payment, and can be taken back there.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QTRY_VERIFY(desk.stripText().startsWith(QStringLiteral("Waiting for the engine since")));
    auto* back = desk.page.actions()->findChild<QToolButton*>(QStringLiteral("decisionButton"));
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QTRY_COMPARE(desk.lastState(), DecisionState::Cancelled);
    QCOMPARE(desk.stripText(), sentence("command_cancelled"));
    QCOMPARE(engine.step().done, 0);
    QCOMPARE(engine.status(id), QStringLiteral("pending"));
}

void TstDecisionDialogs::withoutAnEngineItExpires()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("cancelPayment");
    QVERIFY(dialog);
    type(dialog, "reason", "nobody wants it");
    pressPrimary(dialog);
    QTRY_COMPARE(desk.lastState(), DecisionState::Waiting);
    engine.store().execute(
        "DROP VIEW db_clock; CREATE VIEW db_clock AS SELECT"
        " CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) + 61000 AS ms");
    QTRY_COMPARE(dialog->strip().text(), sentence("command_expired"));
    QVERIFY(primaryOf(dialog)->isEnabled());
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("reason"))->text(),
             QStringLiteral("nobody wants it"));
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("cancelled"));
}

// The file is reached through a folder that goes away before anything was written.
void TstDecisionDialogs::whatWasTypedIsKept()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    QTemporaryDir folder;
    const QFileInfo file(engine.store().address().url);
    const QString link = folder.filePath(QStringLiteral("desk"));
    QVERIFY(QFile::link(file.path(), link));
    DeciderDesk desk(engine, {QStringLiteral("operator")}, link + u'/' + file.fileName());
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    type(dialog, "reason", "a long story that nobody types twice");
    QVERIFY(QFile::remove(link));
    pressPrimary(dialog);
    QTRY_COMPARE(desk.lastState(), DecisionState::Lost);
    QVERIFY2(dialog->strip().text().contains(QStringLiteral("is kept")),
             qPrintable(dialog->strip().text()));
    const auto* reason = dialog->findChild<QLineEdit*>(QStringLiteral("reason"));
    QCOMPARE(reason->text(), QStringLiteral("a long story that nobody types twice"));
    // Closing the window loses nothing either.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QVERIFY(desk.stripText().contains(QStringLiteral("is kept")));
    QVERIFY(QFile::link(file.path(), link));
    QTRY_COMPARE(desk.lastState(), DecisionState::Waiting);
    QCOMPARE(engine.step().done, 1);
    QTRY_COMPARE(desk.lastState(), DecisionState::Succeeded);
    QCOMPARE(engine.status(id), QStringLiteral("held"));
}

// Between the engine's yes and the address on the screen.
void TstDecisionDialogs::whatIsDoneIsNotAskedAgain()
{
    ActionDesk engine(Dialect::Sqlite);
    DeciderDesk desk(engine);
    DecisionDialog* dialog = desk.open("newPayment");
    QVERIFY(dialog);
    QTRY_VERIFY(primaryOf(dialog)->isEnabled());
    type(dialog, "amount", "250.5");
    const PageGate gate(desk.store);
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(desk.decisions.undecided().empty());
    auto* amount = dialog->findChild<QLineEdit*>(QStringLiteral("amount"));
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QVERIFY(!amount->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    pressPrimary(dialog);
    amount->setText(QStringLiteral("250.50")); // judged anew, it stays off
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Enter);
    QVERIFY(desk.decisions.undecided().empty());
    gate.open();
    QTRY_VERIFY(dialog->findChild<QWidget*>(QStringLiteral("place")));
    QCOMPARE(engine.step().done, 0);
    // Its buttons can be used, and Return closes it.
    QVERIFY(dialog->findChild<QWidget*>(QStringLiteral("place"))->isEnabled());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.step().done, 0);
}

void TstDecisionDialogs::aRefusalKeepsTheCase()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    engine.mine({{engine.binding(id).account, QStringLiteral("60"), {}}});
    engine.confirm();
    // A worse one, which is proposed.
    engine.store().execute("INSERT INTO exception_case (id, code, severity, plane, owner, subject,"
                           " payment_id, state, evidence, opened_at, version)"
                           " SELECT substr(id, 1, 29) || 'Z', 'AMT-OVER', 2, plane, owner,"
                           " subject, payment_id, 'open', '{}', opened_at, 1 FROM exception_case");
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("resolveCase");
    QVERIFY(dialog);
    auto* cases = dialog->findChild<QComboBox*>(QStringLiteral("case"));
    QCOMPARE(cases->count(), 2);
    QCOMPARE(cases->currentIndex(), 0);
    QVERIFY(!cases->currentText().startsWith(QStringLiteral("AMT-UNDER")));
    cases->setCurrentIndex(1);
    const auto isChosen = [&] {
        return cases->currentText().startsWith(QStringLiteral("AMT-UNDER"));
    };
    QVERIFY(isChosen());
    auto* accept = dialog->findChild<QRadioButton*>(QStringLiteral("accept"));
    QTest::mouseClick(accept, Qt::LeftButton, {}, {12, accept->height() / 2});
    type(dialog, "reason", "a good customer");
    const auto refusedWith = [&](const char* change) {
        engine.store().execute(QByteArray("UPDATE exception_case SET version = version + 1") +
                               change + " WHERE code = 'AMT-UNDER'");
        QSignalSpy read(&desk.page.actions()->options(), &PaymentOptionsRecord::changed);
        pressPrimary(dialog);
        return desk.isRefused() && QTest::qWaitFor([&] { return !read.isEmpty(); });
    };
    QVERIFY(refusedWith(""));
    QVERIFY(isChosen());
    QVERIFY(accept->isChecked());
    QVERIFY(primaryOf(dialog)->isEnabled());
    // Gone, the other one isn't decided in its place.
    QVERIFY(refusedWith(", state = 'resolved', resolution = 'accept-short'"));
    QTRY_COMPARE(cases->count(), 1);
    QCOMPARE(cases->currentIndex(), -1);
    QVERIFY(!accept->isChecked());
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("case_missing"));
    QCOMPARE(noteOf(dialog, "case"), sentence("case_missing"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!dialog->isDeciding());
    cases->setCurrentIndex(0);
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("choice_missing"));
    QVERIFY(noteOf(dialog, "case") != sentence("case_missing"));
}

void TstDecisionDialogs::aRefusalKeepsTheHold()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    holdFor(engine, id, QStringLiteral("operator"), QStringLiteral("the bank"));
    holdFor(engine, id, QStringLiteral("finance"), QStringLiteral("the books"));
    DeciderDesk desk(engine, {QStringLiteral("operator"), QStringLiteral("finance")});
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("release");
    QVERIFY(dialog);
    auto* holds = dialog->findChild<QComboBox*>(QStringLiteral("hold"));
    QCOMPARE(holds->count(), 2);
    QCOMPARE(holds->currentIndex(), 0);
    holds->setCurrentIndex(1);
    QVERIFY(holds->currentText().contains(QStringLiteral("the books")));
    type(dialog, "reason", "the books are right");
    // Somebody holds it once more.
    holdFor(engine, id, QStringLiteral("screening"), QStringLiteral("a list"));
    pressPrimary(dialog);
    QVERIFY(desk.isRefused());
    QTRY_COMPARE(holds->count(), 3);
    QVERIFY(holds->currentText().contains(QStringLiteral("the books")));
    QVERIFY(primaryOf(dialog)->isEnabled());
    // Somebody else releases this very one.
    engine.store().execute("UPDATE hold SET closed_at = opened_at, closed_by = 'alice',"
                           " close_reason = 'done' WHERE reason = 'the books'");
    engine.store().execute("UPDATE payment SET version = version + 1");
    pressPrimary(dialog);
    QVERIFY(desk.isRefused());
    QTRY_COMPARE(holds->count(), 2);
    QCOMPARE(holds->currentIndex(), -1);
    QVERIFY(!primaryOf(dialog)->isEnabled());
    QCOMPARE(primaryOf(dialog)->toolTip(), sentence("hold_missing"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!dialog->isDeciding());
    holds->setCurrentIndex(0);
    QVERIFY(primaryOf(dialog)->isEnabled());
}

void TstDecisionDialogs::everythingByKeyboard()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    desk.button("hold")->setFocus();
    QTest::keyClick(desk.button("hold"), Qt::Key_Space);
    DecisionDialog* dialog = desk.page.actions()->dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    QVERIFY(dialog->findChild<QComboBox*>(QStringLiteral("cause"))->hasFocus());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("reason"))->hasFocus());
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("by keys alone"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(dialog->isDeciding());
    QVERIFY(desk.decided());
    QTRY_VERIFY(!desk.page.actions()->dialog());
    QCOMPARE(engine.status(id), QStringLiteral("held"));
}

// Whoever may not create payments isn't led to a dialog that would only say so.
void TstDecisionDialogs::anEmptyDeskOffersTheFirstPayment()
{
    {
        ActionDesk engine(Dialect::Sqlite);
        DeciderDesk auditor(engine, {QStringLiteral("auditor")});
        QTRY_VERIFY(!auditor.button("newPayment")->isEnabled());
        auto* way = auditor.page.findChild<QPushButton*>(QStringLiteral("placeholderButton"));
        QVERIFY(!way->isVisible());
    }
    ActionDesk engine(Dialect::Sqlite);
    DeciderDesk desk(engine);
    auto* way = desk.page.findChild<QPushButton*>(QStringLiteral("placeholderButton"));
    QTRY_VERIFY(way->isVisible());
    QTest::mouseClick(way, Qt::LeftButton);
    DecisionDialog* dialog = desk.page.actions()->dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("amount")));
}

void TstDecisionDialogs::everyControlHasAName()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"), kSharedCorridor);
    engine.mine({{engine.binding(id).account, QStringLiteral("5"), engine.binding(id).reference}});
    engine.confirm();
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    int controls = 0;
    for (const char* name : {"newPayment", "hold", "linkTransfer", "resolveCase"}) {
        DecisionDialog* dialog = desk.open(name);
        QVERIFY(dialog);
        QVERIFY(!dialog->accessibleName().isEmpty());
        for (auto* widget : dialog->findChildren<QWidget*>()) {
            const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (!takesKeys || !widget->isVisible() || qobject_cast<QLabel*>(widget))
                continue;
            auto* made = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(made && !made->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName() + u' ' +
                                QLatin1String(widget->metaObject()->className())));
            ++controls;
        }
    }
    QVERIFY2(controls > 20, qPrintable(QString::number(controls)));
}

void TstDecisionDialogs::whatItIsAboutIsToldWhole()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("100"));
    const QString order = QString(60, u'a') + QString(60, u'z');
    engine.store().execute("UPDATE payment SET order_reference = '" + order.toLatin1() + '\'');
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    const auto* about = [&]() -> QLabel* {
        for (auto* label : dialog->findChildren<QLabel*>()) {
            if (label->text().contains(id.text()))
                return label;
        }
        return nullptr;
    }();
    QVERIFY(about);
    const QStringList lines = about->text().split(u'\n');
    for (const QString& line : lines) {
        for (const QString& word : line.split(u' '))
            QVERIFY2(about->fontMetrics().horizontalAdvance(word) <= about->width(),
                     qPrintable(word));
    }
    QVERIFY(about->height() >= about->heightForWidth(about->width()));
    // What has no room is in the tip, and is said.
    QVERIFY(!about->text().contains(order));
    QVERIFY(about->toolTip().contains(order));
    QVERIFY(dialog->accessibleDescription().contains(order));
}

// Light, dark and mirrored; a line is never cut, wrapped or not.
void TstDecisionDialogs::looksRightEverywhere()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("1250.5"), kSharedCorridor);
    engine.mine(
        {{engine.binding(id).account, QStringLiteral("600"), engine.binding(id).reference}});
    engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("650.5"), {}}});
    engine.mine({{ActionDesk::sharedAddress(), QStringLiteral("33"), {}}});
    engine.confirm();
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    const auto visit = [&](const QString& suffix) {
        for (const char* name : {"newPayment", "hold", "linkTransfer", "resolveCase", "reissue"}) {
            DecisionDialog* dialog = desk.open(name);
            QVERIFY(dialog);
            QTRY_VERIFY(!dialog->findChild<QTreeWidget*>() ||
                        dialog->findChild<QTreeWidget*>()->topLevelItemCount() == 2);
            if (auto* amount = dialog->findChild<QLineEdit*>(QStringLiteral("amount")))
                amount->setText(QStringLiteral("12.3456789"));
            if (auto* list = dialog->findChild<QTreeWidget*>())
                list->setCurrentItem(list->topLevelItem(0));
            QCoreApplication::sendPostedEvents();
            for (auto* note : dialog->findChildren<QLabel*>()) {
                if (note->isVisible() && note->wordWrap())
                    QTRY_VERIFY2(note->height() >= note->heightForWidth(note->width()),
                                 qPrintable(note->text()));
                else if (note->isVisible())
                    QVERIFY2(note->width() >= note->sizeHint().width(), qPrintable(note->text()));
            }
            picture(dialog, QLatin1String(name) + suffix);
        }
    };
    visit(QStringLiteral("-light"));
    desk.appearance.setMode(ThemeMode::Dark);
    visit(QStringLiteral("-dark"));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    visit(QStringLiteral("-mirrored"));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TstDecisionDialogs::looksRightWhileItWaits()
{
    ActionDesk engine(Dialect::Sqlite);
    const PaymentId id = engine.create(QStringLiteral("1250.5"), kSharedCorridor);
    DeciderDesk desk(engine);
    QVERIFY(desk.choose(id));
    DecisionDialog* dialog = desk.open("hold");
    QVERIFY(dialog);
    type(dialog, "reason", "ask the customer");
    pressPrimary(dialog);
    QTRY_VERIFY(dialog->strip().text().startsWith(QStringLiteral("Waiting")));
    picture(dialog, QStringLiteral("waiting"));
    const HoldPaymentPayload held{
        id, 1, QStringLiteral("operator"), QStringLiteral("wait for the bank")};
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(desk.stripText().startsWith(QStringLiteral("Waiting")));
    picture(&desk.page, QStringLiteral("page"));
    const auto asked = desk.decisions.about(id.text());
    desk.decisions.cancel(asked.front().id);
    QTRY_COMPARE(desk.lastState(), DecisionState::Cancelled);
    dialog = desk.open("cancelPayment");
    type(dialog, "reason", "nobody wants it");
    QVERIFY(!engine.run(kinds::kPaymentHold.toString(), QStringLiteral("operator"), held.toJson())
                 .error);
    pressPrimary(dialog);
    QVERIFY(desk.isRefused());
    QTRY_VERIFY(dialog->strip().text().contains(QStringLiteral("alice")));
    QTRY_VERIFY(dialog->accessibleDescription().contains(QStringLiteral("Held")));
    picture(dialog, QStringLiteral("refused"));
}

TIEOUT_REGISTER_TEST(TstDecisionDialogs)

} // namespace tieout::test

#include "tst_decisiondialogs.moc"
