// SPDX-License-Identifier: GPL-3.0-or-later
// What is copied from the queue: cells and rows by keys, by the mouse and by the menu key.
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentspage.h"
#include "ui/widgets/queueview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace tieout;
using namespace tieout::test;
using Column = PaymentsTable::Column;

namespace {

struct CopyDesk
{
    explicit CopyDesk(int payments)
        : db(TestDatabase::make(Dialect::Sqlite))
        , store(db->address())
        , page(store, clock, appearance)
    {
        seedRail(*db);
        seedPayments(*db, 0, payments);
        page.resize(1'400, 800);
        page.show();
        QSignalSpy refreshed(&page.table(), &WindowedTable::refreshed);
        page.start();
        if (!refreshed.wait(10'000))
            qFatal("the page doesn't read");
    }

    QueueView& view() { return page.view(); }
    QPoint middleOf(int row, Column column)
    {
        return view().visualRect(page.table().index(row, int(column))).center();
    }
    void click(int row, Column column, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, keys, middleOf(row, column));
    }
    // Opens the menu as the menu key does and presses the entry with these words.
    void choose(const QString& words)
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view().viewport(), &event);
        auto* menu = view().findChild<QMenu*>(QStringLiteral("copyMenu"));
        for (QAction* action : menu->actions()) {
            if (action->text().remove(u'&').startsWith(words)) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        QFAIL(qPrintable(words));
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<TestDatabase> db;
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
};

} // namespace

class TstQueueCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellByKey()
    {
        CopyDesk desk(60);
        desk.click(3, Column::OrderReference);
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(CopyDesk::clipboard(), QStringLiteral("ORD-56"));
        desk.click(3, Column::Id);
        desk.choose(QStringLiteral("Copy the cell"));
        QTRY_COMPARE(CopyDesk::clipboard(), paymentId(56));
    }

    void rowsAreLinesOfWhatIsShown()
    {
        CopyDesk desk(60);
        for (int column = 0; column < desk.page.table().columnCount(); ++column)
            desk.view().setColumnHidden(column,
                                        column != int(Column::Id) && column != int(Column::Due));
        // As they stand on screen, not as the model numbers them.
        QHeaderView* header = desk.view().horizontalHeader();
        header->moveSection(header->visualIndex(int(Column::Id)), 0);
        desk.click(4, Column::Due);
        desk.click(2, Column::Due, Qt::ControlModifier);
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = CopyDesk::clipboard().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).split(u'\t').size(), 2);
        QCOMPARE(lines.at(0).split(u'\t').front(), paymentId(57));
        QCOMPARE(lines.at(1).split(u'\t').front(), paymentId(55));
        desk.choose(QStringLiteral("Copy with headers"));
        QTRY_COMPARE(CopyDesk::clipboard().split(u'\n').size(), 3);
        QCOMPARE(CopyDesk::clipboard().split(u'\n').front(), QStringLiteral("Payment\tDue"));
        desk.choose(QStringLiteral("Copy the id"));
        QTRY_COMPARE(CopyDesk::clipboard(), paymentId(57) + u'\n' + paymentId(55));
        desk.choose(QStringLiteral("Copy the order reference"));
        QTRY_COMPARE(CopyDesk::clipboard(), QStringLiteral("ORD-57\nORD-55"));
    }

    // The clipboard is no file: a text is copied as it is, whatever it begins with.
    void textIsExact()
    {
        CopyDesk desk(5);
        desk.db->execute("UPDATE payment SET order_reference = '=1+1' WHERE id = '" +
                         paymentId(4).toLatin1() + "'");
        desk.page.noteChanged({paymentId(4)});
        const QModelIndex cell = desk.page.table().index(0, int(Column::OrderReference));
        QTRY_COMPARE(cell.data().toString(), QStringLiteral("=1+1"));
        desk.click(0, Column::OrderReference);
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(CopyDesk::clipboard(), QStringLiteral("=1+1"));
    }

    // Never a part of what is selected: rows that aren't here yet, and too many.
    void allOrNothing()
    {
        CopyDesk desk(QueueView::kMostCopied + 1'000);
        QTRY_VERIFY(desk.page.table().isCountExact());
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        auto* selection = desk.view().selectionModel();
        const auto select = [&](int first, int last) {
            selection->select({desk.page.table().index(first, 0), desk.page.table().index(last, 0)},
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        };
        select(0, 600);
        QVERIFY(!desk.view().selectedText());
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(CopyDesk::clipboard(), QStringLiteral("before"));
        QVERIFY(QToolTip::text().contains(u"still being read"));
        // Having been asked for, they are here in a moment.
        QTRY_VERIFY(desk.view().selectedText());
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(CopyDesk::clipboard().split(u'\n').size(), 601);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        select(0, QueueView::kMostCopied + 10);
        QTest::keyClick(&desk.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(CopyDesk::clipboard(), QStringLiteral("before"));
        QVERIFY(QToolTip::text().contains(u"too many"));
    }
};

TIEOUT_REGISTER_TEST(TstQueueCopy)
#include "tst_queuecopy.moc"
