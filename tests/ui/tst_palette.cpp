// SPDX-License-Identifier: GPL-3.0-or-later
// The palette: how words match, what it lists, keys, payments from the database, what it refuses.
#include "tests/support/fakeclock.h"
#include "tests/support/paymentseed.h"
#include "tests/support/testmain.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzymatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettedelegate.h"
#include "ui/shortcuts.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

struct PaletteDesk
{
    std::unique_ptr<TestDatabase> db = TestDatabase::make(Dialect::Sqlite);
    FakeClock clock{kSeedStart + std::chrono::hours(1)};
    std::unique_ptr<AsyncStore> store;
    Appearance appearance{ThemeMode::Light};
    std::unique_ptr<MainWindow> window;

    PaletteDesk()
    {
        seedRail(*db);
        seedPayments(*db, 0, 60);
        store = std::make_unique<AsyncStore>(db->address());
        window = std::make_unique<MainWindow>(
            WindowParts{*store, clock, appearance, {}, QStringLiteral("operator"), nullptr});
        window->show();
        window->start();
        TIEOUT_CHECK(QTest::qWaitForWindowActive(window.get()));
    }

    CommandPalette& palette() { return window->palette(); }
    void type(const QString& text)
    {
        if (!palette().isOpen())
            QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        palette().field().clear();
        QTest::keyClicks(&palette().field(), text);
    }
    void press(Qt::Key key) { QTest::keyClick(&palette().field(), key); }
    QStringList titles(PaletteKind kind)
    {
        QStringList all;
        for (const PaletteEntry& each : palette().model().entries()) {
            if (each.kind == kind)
                all.append(each.title);
        }
        return all;
    }
};

int scoreOf(const char* pattern, const char* text)
{
    const auto match = fuzzyMatch(QString::fromUtf8(pattern), QString::fromUtf8(text));
    return match ? match->score : -1'000;
}

} // namespace

class TstPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersMatchInTheirOrder_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("positions"); // {-1}: no match
        const auto row =
            [](const char* name, const char* pattern, const char* text, QList<int> at) {
                QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << at;
            };
        row("nothing typed", "", "Payments", {});
        row("the beginning", "pay", "Payments", {0, 1, 2});
        row("whatever the case", "PAY", "payments", {0, 1, 2});
        row("whatever the accents", "uber", "Übersicht", {0, 1, 2, 3});
        row("first letters of words", "ks", "Keyboard shortcuts", {0, 9});
        row("spaces are skipped", "k s", "Keyboard shortcuts", {0, 9});
        row("together rather than early", "cut", "c u shortcuts", {9, 10, 11});
        row("Arabic", "دفع", "المدفوعات", {3, 4, 6});
        row("not in this order", "yap", "Payments", {-1});
        row("a letter too much", "payy", "pay", {-1});
        row("no text", "a", "", {-1});
    }
    void lettersMatchInTheirOrder()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QList<int>, positions);
        const auto match = fuzzyMatch(pattern, text);
        QCOMPARE(match.has_value(), !positions.contains(-1));
        if (match)
            QCOMPARE(match->positions, positions);
    }

    void betterMatchesScoreHigher()
    {
        QVERIFY(scoreOf("set", "Settings") > scoreOf("set", "Reset everything"));
        QVERIFY(scoreOf("set", "Reset") > scoreOf("set", "Some entries"));
        QVERIFY(scoreOf("ra", "Read again") > scoreOf("ra", "Overall"));
        QVERIFY(scoreOf("pay", "Pay") > scoreOf("pay", "Payments"));
    }

    void longInputsStayCheap()
    {
        const QString pattern(100'000, u'a');
        const QString text(100'000, u'a');
        const auto match = fuzzyMatch(pattern, text);
        QVERIFY(match);
        QCOMPARE(match->positions.size(), kMostPattern);
        QVERIFY(match->positions.last() < kMostMatched);
    }

    void listIsBounded()
    {
        std::vector<PaletteEntry> many(500);
        for (auto& each : many)
            each.title = QStringLiteral("Payment");
        QCOMPARE(matchingEntries({}, many).size(), size_t(kMostActions));
        QCOMPARE(matchingEntries(QStringLiteral("pay"), many).size(), size_t(kMostActions));
        PaletteModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEntries(many);
        QCOMPARE(model.rowCount(), 500);
        model.setEntries({});
        QCOMPARE(model.rowCount(), 0);
    }

    void opensWithPagesAndActions()
    {
        PaletteDesk desk;
        QVERIFY(!desk.palette().isOpen());
        QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(desk.palette().isOpen());
        QVERIFY(desk.palette().field().hasFocus());
        QVERIFY(desk.titles(PaletteKind::Page).contains(QStringLiteral("Payments")));
        QVERIFY(desk.titles(PaletteKind::Action).contains(QStringLiteral("Settings")));
        // It doesn't offer to open itself.
        QVERIFY(!desk.titles(PaletteKind::Action).contains(QStringLiteral("Command palette")));
        for (const PaletteEntry& each : desk.palette().model().entries()) {
            if (each.title == u"Settings")
                QCOMPARE(each.keys, QKeySequence(QStringLiteral("Ctrl+,")).toString());
        }
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.palette().isOpen());
    }

    void enterRunsTheBestMatch()
    {
        PaletteDesk desk;
        desk.type(QStringLiteral("sett"));
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.palette().isOpen());
        QVERIFY(desk.window->settings().isVisible());
        desk.type(QStringLiteral("payments"));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.window->payments().isVisible());
    }

    void arrowsMoveAroundTheEnds()
    {
        PaletteDesk desk;
        desk.type(QString());
        const int rows = desk.palette().model().rowCount();
        QVERIFY(rows > 3);
        QCOMPARE(desk.palette().list().currentIndex().row(), 0);
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.palette().list().currentIndex().row(), rows - 1);
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Down);
        QCOMPARE(desk.palette().list().currentIndex().row(), 1);
        QVERIFY(desk.palette().field().hasFocus());
    }

    void findsPayments_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("least");
        QTest::newRow("its id") << paymentId(7) << 1;
        QTest::newRow("its order") << QStringLiteral("ORD-7") << 1;
        QTest::newRow("orders that begin so") << QStringLiteral("ORD-1") << 8;
    }
    void findsPayments()
    {
        QFETCH(QString, typed);
        QFETCH(int, least);
        PaletteDesk desk;
        desk.type(typed);
        QTRY_VERIFY(desk.titles(PaletteKind::Payment).size() >= least);
        QVERIFY(desk.titles(PaletteKind::Payment).size() <= kMostFound);
        for (const QString& title : desk.titles(PaletteKind::Payment))
            QVERIFY2(typed.startsWith(u"pay_") || title.startsWith(typed), qPrintable(title));
    }

    // Neither letters nor signs of somebody else's turn the amount behind them.
    void foreignReferencesKeepToThemselves()
    {
        PaletteDesk desk;
        const auto refer = [&](int payment, const QString& reference) {
            desk.db->execute("UPDATE payment SET order_reference = '" + reference.toUtf8() +
                             "' WHERE id = '" + paymentId(payment).toUtf8() + "'");
            desk.type(paymentId(payment));
        };
        const auto begins = [&](const QString& words) {
            const QStringList titles = desk.titles(PaletteKind::Payment);
            return titles.size() == 1 && titles.front().startsWith(words + QStringLiteral("  ·  "));
        };
        refer(7, QStringLiteral("ORD-x"));
        QTRY_VERIFY(begins(QStringLiteral("ORD-x")));
        refer(8, QStringLiteral("طلب 7"));
        QTRY_VERIFY(begins(QStringLiteral("\u2068طلب 7\u2069")));
        refer(9, QStringLiteral("A\u2069\u202e9"));
        QTRY_VERIFY(begins(QStringLiteral("\u2068A\u202e9\u2069")));
    }

    void choosingAPaymentShowsIt()
    {
        PaletteDesk desk;
        desk.type(paymentId(7));
        QTRY_COMPARE(desk.titles(PaletteKind::Payment).size(), 1);
        QCOMPARE(desk.palette().list().currentIndex().row(), 0);
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.palette().isOpen());
        QTRY_COMPARE(desk.window->payments().record().id(), paymentId(7));
    }

    void savedViewsAreListedAndApplied()
    {
        PaletteDesk desk;
        for (int i = 0; i < 6; ++i)
            desk.db->execute("INSERT INTO saved_view VALUES ('view_" + QByteArray::number(i) +
                             "', 'carol', 'everyone', 'payments', 'Large and late " +
                             QByteArray::number(i) +
                             "', '{\"form\":1,\"filter\":\"order:ord-5\"}', 0, 1)");
        desk.window->payments().noteChanged({});
        QTRY_COMPARE(desk.window->payments().savedViews().size(), size_t(6));
        desk.window->showPage(&desk.window->settings());
        QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.titles(PaletteKind::View).size(), 4); // of many some, until one is asked for
        desk.type(QStringLiteral("large late 5"));
        QCOMPARE(desk.titles(PaletteKind::View), QStringList{QStringLiteral("Large and late 5")});
        desk.press(Qt::Key_Return);
        QVERIFY(desk.window->payments().isVisible());
        QCOMPARE(desk.window->payments().bar().text(), QStringLiteral("order:ord-5"));
        QTRY_COMPARE(desk.window->payments().table().rowCount(), 11);
    }

    // What is no filter is looked for to the letter.
    void brokenWordsAreQuoted()
    {
        PaletteDesk desk;
        QSignalSpy wanted(&desk.palette(), &CommandPalette::searchWanted);
        desk.type(QStringLiteral("order:a colour:red"));
        desk.press(Qt::Key_Return);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("\"order:a colour:red\""));
        desk.type(QStringLiteral("order:zz9"));
        desk.press(Qt::Key_Return);
        QCOMPARE(wanted.back().front().toString(), QStringLiteral("order:zz9"));
    }

    void unknownWordsLeadToTheQueue()
    {
        PaletteDesk desk;
        QSignalSpy wanted(&desk.palette(), &CommandPalette::searchWanted);
        desk.type(QStringLiteral("zzqx"));
        QVERIFY(desk.titles(PaletteKind::Action).isEmpty());
        QCOMPARE(desk.titles(PaletteKind::Search).size(), 1);
        desk.press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("zzqx"));
        QTRY_COMPARE(desk.window->payments().table().rowCount(), 0);
    }

    // Every letter asks anew; only the last words' answer is ever shown.
    void staleAnswersAreDropped()
    {
        PaletteDesk desk;
        for (int i = 0; i < 20; ++i)
            desk.type(QStringLiteral("ORD-%1").arg(i));
        QTRY_VERIFY(!desk.titles(PaletteKind::Payment).isEmpty());
        for (const QString& title : desk.titles(PaletteKind::Payment))
            QVERIFY2(title.startsWith(u"ORD-19"), qPrintable(title));
    }

    void disabledActionsSayWhy()
    {
        PaletteDesk desk;
        QAction refused(QStringLiteral("Refund everything"), nullptr);
        refused.setToolTip(QStringLiteral("Needs the class treasury"));
        refused.setEnabled(false);
        QSignalSpy triggered(&refused, &QAction::triggered);
        desk.window->payments().addAction(&refused);
        desk.window->showPage(&desk.window->payments());
        desk.type(QStringLiteral("refund"));
        QCOMPARE(desk.palette().model().entries().front().title, refused.text());
        QCOMPARE(desk.palette().model().entries().front().detail, refused.toolTip());
        desk.press(Qt::Key_Return);
        QCOMPARE(triggered.count(), 0);
        QVERIFY(desk.palette().isOpen());
        refused.setEnabled(true);
        desk.type(QStringLiteral("refund"));
        desk.press(Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
    }

    void clicksWork()
    {
        PaletteDesk desk;
        desk.type(QStringLiteral("settings"));
        QListView& list = desk.palette().list();
        QTest::mouseClick(list.viewport(),
                          Qt::LeftButton,
                          {},
                          list.visualRect(list.model()->index(0, 0)).center());
        QVERIFY(desk.window->settings().isVisible());
        desk.type(QString());
        QTest::mouseClick(&desk.palette(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!desk.palette().isOpen());
    }

    void speaksToAssistiveTechnology()
    {
        PaletteDesk desk;
        desk.type(QStringLiteral("settings"));
        const auto* field = QAccessible::queryAccessibleInterface(&desk.palette().field());
        QVERIFY(!field->text(QAccessible::Name).isEmpty());
        const auto* list = QAccessible::queryAccessibleInterface(&desk.palette().list());
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Matches"));
        const QString spoken =
            desk.palette().model().index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"Settings") && spoken.contains(u"Ctrl"), qPrintable(spoken));
    }
};

TIEOUT_REGISTER_TEST(TstPalette)
#include "tst_palette.moc"
