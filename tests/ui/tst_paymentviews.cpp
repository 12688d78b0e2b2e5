// SPDX-License-Identifier: GPL-3.0-or-later
// The saved views of the payments page with real clicks and keys over a real database, with the
// engine's own commands loop as the engine.
#include "model/store/savedviews.h"
#include "tests/support/testmain.h"
#include "tests/ui/filterdesk.h"
#include "ui/payments/filter/menubutton.h"
#include "ui/payments/filter/paymentcolumns.h"
#include "ui/payments/filter/viewcontrol.h"
#include "ui/payments/paymentsfilterbar.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonDocument>

namespace tieout::test {

namespace {

using Column = PaymentsTable::Column;

// Opens it.
QMenu* menuOf(ViewControl* views)
{
    QTest::mouseClick(&views->button(), Qt::LeftButton);
    return views->button().findChild<QMenu*>();
}

} // namespace

class TstPaymentViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewIsSavedAndUsed_data() { TestDatabase::addDialectRows(); }
    void aViewIsSavedAndUsed();
    void aViewOfAnotherIsOnlyUsed();
    void aRefusedViewSaysWhy();

private:
    static void leavesAndDeletes(DeciderDesk& desk, const QString& id);
};

void TstPaymentViews::aViewIsSavedAndUsed()
{
    TIEOUT_ACTION_DESK(engine);
    engine.create(QStringLiteral("100"));
    DeciderDesk desk(engine);
    ViewControl* views = desk.page.views();
    QTRY_VERIFY(views->list().views());
    desk.page.search(QStringLiteral("status:pending amount>50"));
    desk.page.view().horizontalHeader()->hideSection(int(Column::Labels));
    clickOn(menuOf(views), QStringLiteral("Save as a new view…"));
    DecisionDialog* dialog = views->dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    pressPrimary(dialog);
    QCOMPARE(noteOf(dialog, "viewName"), sentence("value_missing"));
    QVERIFY(!dialog->isDeciding());
    type(dialog, "viewName", "Fresh & large");
    auto* shared = dialog->findChild<QComboBox*>(QStringLiteral("viewShared"));
    shared->setCurrentIndex(1);
    settledPicture(dialog, QStringLiteral("view-save"));
    pressPrimary(dialog);
    QVERIFY(dialog->isDeciding());
    QVERIFY(desk.decided());
    QTRY_VERIFY(!views->dialog());
    QTRY_COMPARE(views->button().text(), QStringLiteral("Fresh && large"));
    const SavedViewRow* row = views->list().find(views->current());
    QVERIFY(row);
    QCOMPARE(row->sharedWith, QStringLiteral("everyone"));
    const auto kept = viewFromJson(QJsonDocument::fromJson(row->body.toUtf8()).object());
    QVERIFY(kept);
    QCOMPARE(kept->filter, QStringLiteral("status:pending amount>50"));
    QCOMPARE(kept->columns.size(), size_t(12));

    // Another filter marks it; the update is a decision of its own.
    desk.page.search(QStringLiteral("status:pending"));
    QVERIFY(views->isModified());
    settledPicture(&desk.page, QStringLiteral("view-modified"));
    QVERIFY(views->button().text().contains(QStringLiteral("modified")));
    QMenu* open = menuOf(views);
    settledPicture(open, QStringLiteral("views-menu"));
    clickOn(open, QStringLiteral("Update “Fresh && large”"));
    QVERIFY(views->strip().isVisibleTo(&desk.page));
    QVERIFY(desk.decided());
    QTRY_VERIFY(!views->isModified());
    QTRY_VERIFY(!views->strip().isVisible());
    QCOMPARE(views->list().find(views->current())->version, qint64(2));

    // A name of its own is taken once.
    clickOn(menuOf(views), QStringLiteral("Save as a new view…"));
    dialog = views->dialog();
    type(dialog, "viewName", "Fresh & large");
    QCOMPARE(noteOf(dialog, "viewName"), sentence("view_name_taken"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!views->dialog());
    const QString id = views->current(); // it changes as the view is left
    leavesAndDeletes(desk, id);
}

// The page shows the view of this id; it is left, chosen by the menu and deleted.
void TstPaymentViews::leavesAndDeletes(DeciderDesk& desk, const QString& id)
{
    ViewControl* views = desk.page.views();
    // All payments, and back by the menu.
    clickOn(menuOf(views), QStringLiteral("All payments"));
    QCOMPARE(desk.page.bar().text(), QString());
    QCOMPARE(views->button().text(), QStringLiteral("Views"));
    desk.page.view().horizontalHeader()->showSection(int(Column::Labels));
    QMenu* open = menuOf(views);
    QAction* mine = nullptr;
    for (QAction* action : open->actions()) {
        if (action->data().toString() == id || action->text().startsWith(u"Fresh && large"))
            mine = action;
    }
    QVERIFY(mine);
    QTest::mouseClick(open, Qt::LeftButton, {}, open->actionGeometry(mine).center());
    QCOMPARE(desk.page.bar().text(), QStringLiteral("status:pending"));
    QVERIFY(desk.page.view().isColumnHidden(int(Column::Labels)));
    QVERIFY(!views->isModified());

    // Deleting is asked for and says what it does.
    clickOn(menuOf(views), QStringLiteral("Delete “Fresh && large”…"));
    DecisionDialog* dialog = views->dialog();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    settledPicture(dialog, QStringLiteral("view-delete"));
    pressPrimary(dialog);
    QVERIFY(desk.decided());
    QTRY_VERIFY(!views->dialog());
    QTRY_VERIFY(views->list().views()->rows.empty());
    QCOMPARE(views->button().text(), QStringLiteral("Views"));
    QCOMPARE(desk.page.bar().text(), QStringLiteral("status:pending"));
}

void TstPaymentViews::aViewOfAnotherIsOnlyUsed()
{
    ActionDesk engine(Dialect::Sqlite);
    SavedViewRow row;
    row.id = QStringLiteral("view_") + makeUlid(engine.clock().now());
    row.owner = QStringLiteral("carol");
    row.sharedWith = QStringLiteral("operator");
    row.page = QStringLiteral("payments");
    row.name = QStringLiteral("Carol's <b>late</b> ones");
    row.updatedAt = engine.clock().now();
    row.body = QString::fromUtf8(
        QJsonDocument(toJson(PaymentsView{QStringLiteral("label:late"), {}, defaultColumns()}))
            .toJson());
    SavedViewRow strange = row;
    strange.id = QStringLiteral("view_") + makeUlid(engine.clock().now());
    strange.name = QStringLiteral("From the future");
    strange.body = QStringLiteral("{\"form\":9}");
    SavedViewRow hidden = row;
    hidden.id = QStringLiteral("view_") + makeUlid(engine.clock().now());
    hidden.sharedWith = QStringLiteral("treasury");
    hidden.name = QStringLiteral("Not for operators");
    for (const SavedViewRow& each : {row, strange, hidden})
        QVERIFY(engine.inEngine([&] { return insertSavedView(engine.db(), each); }));
    DeciderDesk desk(engine);
    ViewControl* views = desk.page.views();
    QTRY_VERIFY(views->list().views());
    QCOMPARE(views->list().views()->rows.size(), size_t(2));
    QCOMPARE(desk.page.savedViews().size(), size_t(2));
    desk.page.chooseView(strange.id);
    QCOMPARE(views->current(), QString()); // a form that isn't known does nothing
    desk.page.chooseView(row.id);
    QCOMPARE(desk.page.bar().text(), QStringLiteral("label:late"));
    QTest::mouseClick(&views->button(), Qt::LeftButton);
    auto* menu = views->button().findChild<QMenu*>();
    for (const char* id : {"updateView", "changeView", "deleteView"}) {
        auto* action = views->button().findChild<QAction*>(QLatin1String(id));
        if (!action)
            action = menu->findChild<QAction*>(QLatin1String(id));
        QVERIFY2(action, id);
        QVERIFY(!action->isEnabled());
        QVERIFY2(action->toolTip().contains(u"carol"), qPrintable(action->toolTip()));
    }
    QVERIFY(menu->findChild<QAction*>(QStringLiteral("saveView"))->isEnabled());
    // Taken away from under the person: what it showed stays.
    QVERIFY(engine.inEngine([&] { return deleteSavedView(engine.db(), row.id, 1); }));
    desk.page.noteChanged({row.id});
    QTRY_COMPARE(views->list().views()->rows.size(), size_t(1));
    QCOMPARE(views->current(), QString());
    QCOMPARE(desk.page.bar().text(), QStringLiteral("label:late"));
}

void TstPaymentViews::aRefusedViewSaysWhy()
{
    ActionDesk engine(Dialect::Sqlite);
    // An auditor only reads.
    DeciderDesk auditor(engine, {QStringLiteral("auditor")});
    QTRY_VERIFY(auditor.page.views()->list().views());
    QTest::mouseClick(&auditor.page.views()->button(), Qt::LeftButton);
    auto* menu = auditor.page.views()->button().findChild<QMenu*>();
    auto* save = menu->findChild<QAction*>(QStringLiteral("saveView"));
    QVERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), sentence("class_may_not_submit"));
}

TIEOUT_REGISTER_TEST(TstPaymentViews)

} // namespace tieout::test

#include "tst_paymentviews.moc"
