// SPDX-License-Identifier: GPL-3.0-or-later
// The payments page with real clicks and keys over a real database.
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/detail/tracksview.h"
#include "ui/payments/paymentspage.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/queueview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tieout;
using namespace tieout::test;

namespace {

struct PageDesk
{
    explicit PageDesk(const TestDatabase& db)
        : store(db.address())
        , page(store, clock, appearance)
        , tester(&page.table(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        page.table().setChangeDelay(std::chrono::milliseconds(1));
        page.resize(1'400, 800);
        page.show();
    }

    bool load()
    {
        QSignalSpy refreshed(&page.table(), &WindowedTable::refreshed);
        page.start();
        return QTest::qWaitForWindowExposed(&page) && (refreshed.count() || refreshed.wait(10'000));
    }

    QPoint middleOf(int row, PaymentsTable::Column column = PaymentsTable::Column::Status)
    {
        return page.view().visualRect(page.table().index(row, int(column))).center();
    }

    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    AsyncStore store;
    Appearance appearance{ThemeMode::Light};
    PaymentsPage page;
    QAbstractItemModelTester tester;
};

} // namespace

class TstPaymentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickShowsThePayment_data() { TestDatabase::addDialectRows(); }
    void aClickShowsThePayment()
    {
        TIEOUT_TEST_DATABASE(db);
        seedRail(*db);
        seedPayments(*db, 0, 5'000);
        seedStory(*db, 4'996);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        QSignalSpy changed(&desk.page.record(), &PaymentRecord::changed);
        QTest::mouseClick(desk.page.view().viewport(), Qt::LeftButton, {}, desk.middleOf(3));
        QTRY_VERIFY(desk.page.record().detail().has_value());
        QCOMPARE(desk.page.record().id(), paymentId(4'996));
        QCOMPARE(changed.count(), 2); // nothing, then the payment
        const auto* facts = desk.page.findChild<FactGrid*>();
        QCOMPARE(facts->value(QStringLiteral("Order")), QStringLiteral("ORD-4996"));
        const auto lists = desk.page.findChildren<EntryList*>();
        QCOMPARE(lists.size(), 3);
        QCOMPARE(lists.at(0)->entries().size(), size_t(2)); // a hold and a case
        QCOMPARE(lists.at(1)->entries().size(), size_t(3));
        QCOMPARE(lists.at(2)->entries().size(), size_t(13));
        QVERIFY(lists.at(1)->plainText(1).contains(QStringLiteral("depth 8")));
        QVERIFY(lists.at(1)->entries().at(0).struck);
        QVERIFY(desk.page.findChild<TracksView*>()->accessibleDescription().contains(
            QStringLiteral("Detection")));

        QTest::mouseClick(desk.page.findChild<QToolButton*>(QStringLiteral("copyId")),
                          Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), paymentId(4'996));
        QTest::mouseClick(desk.page.findChild<QToolButton*>(QStringLiteral("copyTicket")),
                          Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("ORD-4996")));
    }

    // The filter shows it, behind the ten thousand rows that a list knows first.
    void aPaymentFarBelowIsNotCalledLeftOut()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 15'000);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        desk.page.search(QStringLiteral("corridor:usdt-tron"));
        QTRY_COMPARE(desk.page.table().rowCount(), 11'250);
        desk.page.selection().select(paymentId(5));
        QTRY_COMPARE(desk.page.view().currentIndex().row(), 11'246);
        const auto* outside = desk.page.findChild<QWidget*>(QStringLiteral("notice"));
        QSignalSpy lost(&desk.page.selection(), &SelectionKeeper::lost);
        QSignalSpy restored(&desk.page.selection(), &SelectionKeeper::restored);
        desk.page.table().refresh();
        QVERIFY(restored.wait(10'000));
        desk.page.table().sort(int(PaymentsTable::Column::OrderReference), Qt::DescendingOrder);
        QVERIFY(restored.wait(10'000));
        QCOMPARE(desk.page.selection().current(), paymentId(5));
        QCOMPARE(desk.page.view().selectionModel()->selectedRows().size(), 1);
        QCOMPARE(desk.page.record().id(), paymentId(5));
        QVERIFY(!outside->isVisible());
        QCOMPARE(lost.count(), 0);
    }

    void keysMoveAndCopy()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 300);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        QueueView& view = desk.page.view();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, desk.middleOf(0));
        QTest::keyClick(&view, Qt::Key_J);
        QTest::keyClick(&view, Qt::Key_J);
        QTest::keyClick(&view, Qt::Key_K);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(desk.page.selection().current(), paymentId(297));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
        QCOMPARE(cells.size(), desk.page.table().columnCount());
        QVERIFY(cells.contains(QStringLiteral("ORD-297")));
        QVERIFY(cells.contains(paymentId(297)));
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(desk.page.selection().current(), paymentId(0));
    }

    void searchAndStatusFilter()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 600);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        auto* search = desk.page.findChild<QLineEdit*>();
        desk.page.focusSearch();
        QTest::keyClicks(search, QStringLiteral("ord-59"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(desk.page.table().rowCount(), 11);
        search->clear();
        QTRY_COMPARE(desk.page.table().rowCount(), 600);
        desk.page.search(QStringLiteral("status:held"));
        QTRY_COMPARE(desk.page.table().rowCount(), 50);
        QTest::mouseClick(desk.page.findChild<QToolButton*>(QStringLiteral("removeTerm")),
                          Qt::LeftButton);
        QTRY_COMPARE(desk.page.table().rowCount(), 600);
        QTest::keyClicks(search, QStringLiteral("nobody"));
        QTRY_COMPARE(desk.page.table().rowCount(), 0);
        QTRY_VERIFY(!desk.page.view().isVisible());
    }

    void aHeaderSorts()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 600);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        QHeaderView* header = desk.page.view().horizontalHeader();
        const auto click = [&](PaymentsTable::Column column) {
            QTest::mouseClick(header->viewport(),
                              Qt::LeftButton,
                              {},
                              {header->sectionViewportPosition(int(column)) + 12, 10});
        };
        click(PaymentsTable::Column::Status);
        QTRY_COMPARE(desk.page.table().query().sort, PaymentSort::Status);
        QVERIFY(!desk.page.table().query().descending);
        QTRY_COMPARE(desk.page.table().index(0, 0).data().toString(), QStringLiteral("Cancelled"));
        click(PaymentsTable::Column::Status);
        QTRY_COMPARE(desk.page.table().index(0, 0).data().toString(), QStringLiteral("Underpaid"));
        click(PaymentsTable::Column::Due);
        QCOMPARE(desk.page.table().query().sort, PaymentSort::Status);
    }

    void newPaymentsWaitToBeShown()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 100);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        QTest::mouseClick(desk.page.view().viewport(), Qt::LeftButton, {}, desk.middleOf(2));
        auto* button = desk.page.findChild<QToolButton*>(QStringLiteral("showNew"));
        QVERIFY(!button->isVisible());
        seedPayments(*db, 100, 12);
        desk.page.noteChanged({});
        QTRY_VERIFY(button->isVisible());
        QVERIFY(button->text().startsWith(QStringLiteral("12")));
        QCOMPARE(desk.page.table().rowCount(), 100);
        QCOMPARE(desk.page.view().currentIndex().row(), 2);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(desk.page.table().rowCount(), 112);
        QTRY_COMPARE(desk.page.view().currentIndex().row(), 14);
        QCOMPARE(desk.page.selection().current(), paymentId(97));
        QTRY_VERIFY(!button->isVisible());
    }

    void aLiveChangeReachesTheDetail()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 24);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        desk.page.selection().select(paymentId(12));
        QTRY_VERIFY(desk.page.record().detail().has_value());
        db->execute("UPDATE payment SET status = 'held' WHERE id = '" + paymentId(12).toLatin1() +
                    "'");
        desk.page.noteChanged({paymentId(12)});
        QTRY_COMPARE(desk.page.record().detail()->row.status, PaymentStatus::Held);
        QTRY_COMPARE(desk.page.table().index(11, 0).data().toString(), QStringLiteral("Held"));
    }

    void aLostTableIsTold()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 24);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        auto* notice = desk.page.findChild<QWidget*>(QStringLiteral("notice"));
        QVERIFY(!notice->isVisible());
        db->execute("ALTER TABLE payment RENAME TO hidden");
        desk.page.table().refresh();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(desk.page.view().isVisible());
        db->execute("ALTER TABLE hidden RENAME TO payment");
        QTest::mouseClick(notice->findChild<QToolButton*>(), Qt::LeftButton);
        QTRY_VERIFY(!notice->isVisible());
    }

    void everyControlHasAName()
    {
        const auto db = TestDatabase::make(Dialect::Sqlite);
        seedRail(*db);
        seedPayments(*db, 0, 24);
        PageDesk desk(*db);
        QVERIFY(desk.load());
        for (auto* widget : desk.page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                qobject_cast<QScrollArea*>(widget))
                continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
        }
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&desk.page.view());
        QAccessibleInterface* cell = table->tableInterface()->cellAt(0, 0);
        QVERIFY(cell->text(QAccessible::Name).startsWith(QStringLiteral("Status: ")));
    }
};

TIEOUT_REGISTER_TEST(TstPaymentsPage)
#include "tst_paymentspage.moc"
