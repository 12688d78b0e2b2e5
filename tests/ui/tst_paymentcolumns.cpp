// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the payments page with real clicks: chosen, moved, sized, sorted and kept.
#include "tests/support/testmain.h"
#include "tests/ui/filterdesk.h"
#include "ui/payments/filter/menubutton.h"
#include "ui/payments/filter/paymentcolumns.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/plaintip.h"

#include <QAction>
#include <QHeaderView>

namespace tieout::test {

namespace {

using Column = PaymentsTable::Column;

} // namespace

class TstPaymentColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreChosenAndKept();
    void theHeaderTellsTheTruth();
    void orderAndPlaceByKeys();
    void aCompactButtonTellsItsNameAsItIs();
    void amountsEndWhereTheirHeaderEnds();
    void theAgeRisesOnTheScreen();
    void theOrderTakesTheRoomThatIsLeft();
};

void TstPaymentColumns::columnsAreChosenAndKept()
{
    QByteArray kept;
    {
        FilterDesk desk(12);
        QHeaderView* header = desk.page->view().horizontalHeader();
        QMenu* menu = desk.openMenu("columns");
        QVERIFY(menu->isVisible());
        clickOn(menu, QStringLiteral("Labels"));
        clickOn(menu, QStringLiteral("Received"));
        QVERIFY(menu->isVisible());
        QVERIFY(header->isSectionHidden(int(Column::Labels)));
        QTest::keyClick(menu, Qt::Key_Escape);
        header->moveSection(header->visualIndex(int(Column::Id)), 0);
        header->resizeSection(int(Column::Corridor), 333);
        QTest::mouseClick(header->viewport(),
                          Qt::LeftButton,
                          {},
                          {header->sectionViewportPosition(int(Column::Status)) + 12, 10});
        QTRY_COMPARE(desk.page->table().query().sort, PaymentSort::Status);
        kept = desk.page->saveState();
    }
    FilterDesk desk(12);
    desk.page->restoreState(kept);
    desk.page->start();
    QHeaderView* header = desk.page->view().horizontalHeader();
    QVERIFY(header->isSectionHidden(int(Column::Labels)));
    QVERIFY(header->isSectionHidden(int(Column::Received)));
    QCOMPARE(header->logicalIndex(0), int(Column::Id));
    QCOMPARE(header->sectionSize(int(Column::Corridor)), 333);
    QCOMPARE(desk.page->table().query().sort, PaymentSort::Status);
    QVERIFY(!desk.page->table().query().descending);
    QCOMPARE(header->sortIndicatorSection(), int(Column::Status));

    // One column always stays.
    QMenu* menu = desk.openMenu("columns");
    settledPicture(menu, QStringLiteral("columns-menu"));
    for (QAction* action : menu->actions()) {
        if (action->isCheckable() && action->isChecked() && action->text() != u"Due")
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    QCOMPARE(header->count() - header->hiddenSectionCount(), 1);
    clickOn(menu, QStringLiteral("Due"));
    QVERIFY(!header->isSectionHidden(int(Column::Due)));
    clickOn(menu, QStringLiteral("Reset columns"));
    QCOMPARE(header->hiddenSectionCount(), 0);
    QCOMPARE(header->logicalIndex(0), int(Column::Status));
    // Broken memory changes nothing.
    const QByteArray before = desk.page->saveState();
    for (const char* broken : {"", "{", "[]", "{\"columns\":[{\"name\":\"x\"}]}"})
        desk.page->restoreState(broken);
    QCOMPARE(header->hiddenSectionCount(), 0);
    QVERIFY(!before.isEmpty());
}

void TstPaymentColumns::theHeaderTellsTheTruth()
{
    FilterDesk desk(30);
    QHeaderView* header = desk.page->view().horizontalHeader();
    const auto click = [&](Column column) {
        QTest::mouseClick(header->viewport(),
                          Qt::LeftButton,
                          {},
                          {header->sectionViewportPosition(int(column)) + 12, 10});
    };
    QCOMPARE(header->sortIndicatorSection(), int(Column::Created));
    click(Column::Due); // has no order in the database
    QCOMPARE(header->sortIndicatorSection(), int(Column::Created));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    click(Column::Age);
    QCOMPARE(header->sortIndicatorSection(), int(Column::Age));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder); // the youngest first
    QVERIFY(desk.page->table().query().descending);
    click(Column::Age);
    QTRY_VERIFY(!desk.page->table().query().descending);
    QTRY_COMPARE(desk.page->table().index(0, int(Column::OrderReference)).data().toString(),
                 QStringLiteral("ORD-0"));
    // The column that shows the same takes the arrow over.
    Q_EMIT header->customContextMenuRequested(
        {header->sectionViewportPosition(int(Column::Age)) + 12, 10});
    auto* menu = desk.page->findChild<QMenu*>(QStringLiteral("headerMenu"));
    QVERIFY(menu);
    clickOn(menu, QStringLiteral("Hide “Age”"));
    QVERIFY(header->isSectionHidden(int(Column::Age)));
    QCOMPARE(header->sortIndicatorSection(), int(Column::Created));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
}

void TstPaymentColumns::orderAndPlaceByKeys()
{
    FilterDesk desk(30);
    QHeaderView* header = desk.page->view().horizontalHeader();
    const QModelIndex cell = desk.page->table().index(0, int(Column::Due));
    desk.page->view().setCurrentIndex(cell);
    const auto choose = [&](const QString& submenu, const QString& text) {
        QMenu* menu = desk.openMenu("columns");
        for (QAction* action : menu->actions()) {
            if (action->text() == submenu)
                menu->setActiveAction(action);
        }
        QTest::keyClick(menu, Qt::Key_Right);
        QMenu* own = menu->activeAction() ? menu->activeAction()->menu() : nullptr;
        if (!own || !own->isVisible())
            return false;
        for (int i = 0; own->activeAction() && own->activeAction()->text() != text && i < 30; ++i)
            QTest::keyClick(own, Qt::Key_Down);
        const bool found = own->activeAction() && own->activeAction()->text() == text;
        QTest::keyClick(own, Qt::Key_Return);
        menu->close();
        return found;
    };
    const QString orderBy = QStringLiteral("Order by");
    QVERIFY(choose(orderBy, QStringLiteral("Status")));
    QTRY_COMPARE(desk.page->table().query().sort, PaymentSort::Status);
    QVERIFY(!desk.page->table().query().descending);
    QCOMPARE(header->sortIndicatorSection(), int(Column::Status));
    QVERIFY(choose(orderBy, QStringLiteral("Descending")));
    QTRY_VERIFY(desk.page->table().query().descending);
    // The same once more turns nothing.
    QVERIFY(choose(orderBy, QStringLiteral("Status")));
    QVERIFY(choose(orderBy, QStringLiteral("Descending")));
    QVERIFY(desk.page->table().query().descending);
    // The column of the current cell.
    const int before = header->visualIndex(int(Column::Due));
    const QString due = QStringLiteral("Column “Due”");
    QVERIFY(choose(due, QStringLiteral("Move towards the end")));
    QCOMPARE(header->visualIndex(int(Column::Due)), before + 1);
    QVERIFY(choose(due, QStringLiteral("Hide “Due”")));
    QVERIFY(header->isSectionHidden(int(Column::Due)));
    QMenu* menu = desk.openMenu("columns");
    for (const QAction* action : menu->actions())
        QVERIFY(action->text() != due); // a hidden one isn't moved
    settledPicture(menu, QStringLiteral("columns-order"));
}

void TstPaymentColumns::aCompactButtonTellsItsNameAsItIs()
{
    const QString name = QStringLiteral("<b>Large & late</b>");
    Appearance appearance(ThemeMode::Light);
    MenuButton button(appearance, QStringLiteral("columns"), name);
    QCOMPARE(button.toolTip(), QString());
    button.setCompact(true);
    QCOMPARE(button.toolTip(), plainTip(name));
    button.setCompact(false);
    QCOMPARE(button.toolTip(), QString());
}

void TstPaymentColumns::amountsEndWhereTheirHeaderEnds()
{
    FilterDesk desk(12);
    QueueView& view = desk.page->view();
    const QImage shown = view.viewport()->grab().toImage();
    const QRgb ground = desk.appearance.theme().surface.rgb();
    for (int row = 1; row < 5; ++row) {
        const QRect cell = view.visualRect(view.model()->index(row, int(Column::Due)));
        int last = 0;
        for (int x = cell.left(); x <= cell.right(); ++x) {
            for (int y = cell.top() + 2; y < cell.bottom() - 2; ++y)
                last = shown.pixel(x, y) == ground ? last : x;
        }
        const int margin = cell.right() - last;
        QVERIFY2(margin >= 8 && margin <= 13, qPrintable(QString::number(margin)));
    }
}

// As the clock goes on, and without a row being read again.
void TstPaymentColumns::theAgeRisesOnTheScreen()
{
    FilterDesk desk(12);
    QueueView& view = desk.page->view();
    const auto shapeAt = [&](Duration since, int row) {
        desk.clock.set(kSeedStart + since);
        desk.page->table().tick();
        QRect cell = view.visualRect(view.model()->index(row, int(Column::Age)));
        cell.setWidth(10 + CellDelegate::kAgeShape);
        return view.viewport()->grab(cell).toImage();
    };
    using namespace std::chrono_literals;
    // Payment 4, underpaid, in row 7; payment 3, confirmed, in row 8.
    QList<QImage> shapes;
    for (const Duration since : {Duration(1min), Duration(50min), Duration(3h), Duration(72h)}) {
        const QImage shape = shapeAt(since, 7);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
        settledPicture(&view, QStringLiteral("ages-%1").arg(shapes.size()));
    }
    QCOMPARE(shapeAt(1min, 8), shapeAt(72h, 8));
}

void TstPaymentColumns::theOrderTakesTheRoomThatIsLeft()
{
    QByteArray kept;
    const auto widthOf = [](FilterDesk& desk, Column column) {
        return desk.page->view().horizontalHeader()->sectionSize(int(column));
    };
    const auto room = [](FilterDesk& desk) {
        return desk.page->view().viewport()->width() -
               desk.page->view().horizontalHeader()->length();
    };
    {
        FilterDesk desk(12);
        const int usual = widthOf(desk, Column::OrderReference);
        const int customer = widthOf(desk, Column::Customer);
        QVERIFY(room(desk) < 0); // it is scrolled
        desk.page->resize(2'560, 1'200);
        QTRY_COMPARE(room(desk), 0);
        QVERIFY(widthOf(desk, Column::OrderReference) > usual + 100);
        QCOMPARE(widthOf(desk, Column::Customer), customer);
        // Another text takes it over, and gives it back.
        QMenu* menu = desk.openMenu("columns");
        clickOn(menu, QStringLiteral("Order"));
        QCOMPARE(room(desk), 0);
        QVERIFY(widthOf(desk, Column::Customer) > customer + 100);
        clickOn(menu, QStringLiteral("Order"));
        QCOMPARE(widthOf(desk, Column::Customer), customer);
        QCOMPARE(room(desk), 0);
        QTest::keyClick(menu, Qt::Key_Escape);
        settledPicture(desk.page.get(), QStringLiteral("columns-wide"));
        desk.page->view().horizontalHeader()->resizeSection(int(Column::Customer), 200);
        kept = desk.page->saveState();
        desk.page->resize(1'400, 800);
        QTRY_COMPARE(widthOf(desk, Column::OrderReference), usual);
        QCOMPARE(widthOf(desk, Column::Customer), 200);
    }
    // What was only filled is no size that is kept; what somebody chose is.
    FilterDesk desk(12);
    const int usual = widthOf(desk, Column::OrderReference);
    desk.page->restoreState(kept);
    QCOMPARE(widthOf(desk, Column::OrderReference), usual);
    QCOMPARE(widthOf(desk, Column::Customer), 200);
    desk.page->view().horizontalHeader()->resizeSection(int(Column::OrderReference), 150);
    kept = desk.page->saveState();
    desk.page->resize(2'560, 1'200);
    QTRY_VERIFY(room(desk) > 0);
    QCOMPARE(widthOf(desk, Column::OrderReference), 150);
    desk.page->restoreState(kept);
    QCOMPARE(widthOf(desk, Column::OrderReference), 150);
}

TIEOUT_REGISTER_TEST(TstPaymentColumns)

} // namespace tieout::test

#include "tst_paymentcolumns.moc"
