// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the payments page with real clicks: chosen, moved, sized, sorted and kept.
#include "tests/support/testmain.h"
#include "tests/ui/filterdesk.h"
#include "ui/payments/filter/paymentcolumns.h"

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
    void amountsEndWhereTheirHeaderEnds();
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

TIEOUT_REGISTER_TEST(TstPaymentColumns)

} // namespace tieout::test

#include "tst_paymentcolumns.moc"
