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
#include <QTreeWidget>

namespace tieout::test {

namespace {

const QString kSharedCorridor = QStringLiteral("usdt-memo");

} // namespace

class TstDecisionDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondLearnsWhoWasFirst();
    void withoutAnEngineItWaits();
    void withoutAnEngineItExpires();
    void whatWasTypedIsKept();
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
