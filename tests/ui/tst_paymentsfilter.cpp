// SPDX-License-Identifier: GPL-3.0-or-later
// The filter bar of the payments page with real clicks and keys over a real database: typing,
// suggestions, history, chips, the status menu, counts and what stands in place of no rows.
#include "model/domain/filterpayment.h"
#include "tests/support/testmain.h"
#include "tests/ui/filterdesk.h"
#include "ui/payments/filter/filterchips.h"
#include "ui/payments/filter/filterhistory.h"
#include "ui/payments/filter/queueplaceholder.h"
#include "ui/payments/filter/statusmenu.h"
#include "ui/payments/paymentsfilterbar.h"

#include <QAction>
#include <QGuiApplication>
#include <QInputMethodQueryEvent>
#include <QSettings>
#include <QTemporaryDir>

namespace tieout::test {

namespace {

// Whether anything red is painted below the letters.
bool isUnderlined(FilterEdit& edit)
{
    const QImage image = edit.grab().toImage();
    for (int y = image.height() / 2; y < image.height() - 1; ++y) {
        for (int x = 34; x < image.width() - 70; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.red() > pixel.green() + 50 && pixel.red() > pixel.blue() + 30)
                return true;
        }
    }
    return false;
}

} // namespace

class TstPaymentsFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingAppliesAfterAPause();
    void whatIsWrongIsUnderlinedNamedAndNotApplied();
    void theWaveFollowsScrollingAndDirection();
    void suggestionsByKeyboard();
    void theListOpensForWhatIsTypedBelowTheNote();
    void namesComeFromTheDatabase();
    void historyIsKept();
    void chipsTakeTermsAway();
    void manyChipsScroll();
    void theStatusMenuEditsTheText();
    void countsSayOfHowMany();
    void emptyStatesLeadOn();
    void aRowThatVanishesIsSaid();
    void longFiltersKeepTheFieldUsable();
    void layoutsAreMirrored();
};

void TstPaymentsFilter::typingAppliesAfterAPause()
{
    FilterDesk desk;
    QTest::keyClicks(&desk.edit(), QStringLiteral("order:ord-59"));
    QCOMPARE(desk.rows(), 600); // not while it is typed
    QTRY_COMPARE(desk.rows(), 11);
    QCOMPARE(desk.chips(), QStringList{QStringLiteral("Order contains “ord-59”")});
    desk.edit().findChild<QAction*>(QStringLiteral("clearFilterText"))->trigger();
    QTRY_COMPARE(desk.rows(), 600);
    QVERIFY(desk.edit().hasFocus());
    QVERIFY(desk.chips().isEmpty());
    // Enter doesn't wait.
    QTest::keyClicks(&desk.edit(), QStringLiteral("nobody"));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.page->bar().text(), QStringLiteral("nobody"));
    QTRY_COMPARE(desk.rows(), 0);
}

void TstPaymentsFilter::whatIsWrongIsUnderlinedNamedAndNotApplied()
{
    FilterDesk desk;
    desk.enter(QStringLiteral("status:held"));
    QTRY_COMPARE(desk.rows(), 50);
    QVERIFY(!isUnderlined(desk.edit()));
    QTest::keyClicks(&desk.edit(), QStringLiteral(" statsu:x amount>z"));
    QTRY_VERIFY(desk.noteShown());
    QVERIFY2(desk.note().contains(u"statsu"), qPrintable(desk.note()));
    QVERIFY2(desk.note().contains(u"1 more"), qPrintable(desk.note()));
    QCOMPARE(desk.edit().accessibleDescription(), desk.note());
    QCOMPARE(desk.edit().wrongParts().size(), size_t(2));
    settledPicture(desk.page.get(), QStringLiteral("filter-wrong"));
    QVERIFY(isUnderlined(desk.edit()));
    // The good state stays, in the list and in the chips.
    QCOMPARE(desk.page->bar().text(), QStringLiteral("status:held"));
    QCOMPARE(desk.rows(), 50);
    QCOMPARE(desk.chips(), QStringList{QStringLiteral("Status: Held")});
    desk.press(Qt::Key_Escape);
    desk.edit().setFocus();
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.edit().selectedText(), QStringLiteral("statsu"));
    QCOMPARE(desk.rows(), 50);
    // It is seen also while it is selected.
    QVERIFY(isUnderlined(desk.edit()));
    // A chip that goes takes its term from the text too, and leaves what is wrong.
    desk.removeChip(QStringLiteral("Status: Held"));
    QTRY_COMPARE(desk.rows(), 600);
    QCOMPARE(desk.edit().text(), QStringLiteral("statsu:x amount>z"));
    desk.enter(QStringLiteral("status:held"));
    QVERIFY(!desk.noteShown());
    QCOMPARE(desk.edit().accessibleDescription(), QString());
}

void TstPaymentsFilter::theWaveFollowsScrollingAndDirection()
{
    FilterDesk desk(12);
    const auto cursorX = [&] {
        return desk.edit().inputMethodQuery(Qt::ImCursorRectangle).toRect().left() + 5;
    };
    const QStringList texts{QStringLiteral("status:held foo:bar"),
                            QStringLiteral("order:").append(QString(400, u'w')).append(u" end"),
                            QStringLiteral("order:دفعة status:held"),
                            QStringLiteral("دفعة status:held")};
    for (const QString& text : texts) {
        desk.edit().setText(text);
        for (const int place : {int(text.size()), 0, 3, int(text.size()) - 2}) {
            desk.edit().setCursorPosition(place);
            desk.edit().grab(); // scrolls
            const qreal before = desk.edit().xOf(5);
            QVERIFY2(qAbs(desk.edit().xOf(place) - cursorX()) <= 1.5, qPrintable(text));
            desk.edit().setCursorPosition(5);
            // The cursor itself goes where the other layout says, if nothing scrolls meanwhile.
            if (text.size() < 60)
                QVERIFY2(qAbs(before - cursorX()) <= 1.5, qPrintable(text));
        }
    }
}

void TstPaymentsFilter::suggestionsByKeyboard()
{
    FilterDesk desk;
    QTest::keyClicks(&desk.edit(), QStringLiteral("sta"));
    QVERIFY(desk.popup());
    QCOMPARE(desk.suggestions(), QStringList{QStringLiteral("status")});
    QCOMPARE(desk.popup()->current(), -1); // as it stands it is a text to search for
    desk.press(Qt::Key_Tab);
    QCOMPARE(desk.edit().text(), QStringLiteral("status:"));
    QVERIFY(desk.edit().hasFocus());
    QVERIFY(desk.suggestions().contains(QStringLiteral("underpaid")));
    QCOMPARE(desk.popup()->current(), 0);
    settledPicture(desk.page.get(), QStringLiteral("filter-values"));
    QTest::keyClicks(&desk.edit(), QStringLiteral("e"));
    QCOMPARE(desk.suggestions(), QStringList{QStringLiteral("expired")});
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.edit().text(), QStringLiteral("status:expired"));
    QVERIFY(!desk.popup());
    QTest::keyClicks(&desk.edit(), QStringLiteral(",h"));
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.edit().text(), QStringLiteral("status:expired,held"));
    desk.press(Qt::Key_Return);
    QTRY_COMPARE(desk.chips(), QStringList{QStringLiteral("Status: Expired, Held")});
    // Escape closes the list, then leaves the field; a click takes.
    QTest::keyClicks(&desk.edit(), QStringLiteral(" am"));
    QVERIFY(desk.popup());
    QTest::mouseClick(
        desk.popup()->list().viewport(),
        Qt::LeftButton,
        {},
        desk.popup()->list().visualRect(desk.popup()->list().model()->index(0, 0)).center());
    QCOMPARE(desk.edit().text(), QStringLiteral("status:expired,held amount:"));
    QVERIFY(desk.edit().hasFocus());
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    desk.edit().clear();
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(desk.suggestions().size() > 20);
    settledPicture(desk.page.get(), QStringLiteral("filter-fields"));
    desk.appearance.setMode(ThemeMode::Dark);
    settledPicture(desk.page.get(), QStringLiteral("filter-fields-dark"));
    desk.appearance.setMode(ThemeMode::Light);
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.popup());
    QVERIFY(desk.edit().hasFocus());
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.page->view().hasFocus());
    // An undo takes a suggestion back.
    desk.page->focusSearch();
    QTest::keyClicks(&desk.edit(), QStringLiteral("cor"));
    desk.press(Qt::Key_Tab);
    const QString taken = desk.edit().text();
    QVERIFY(taken.endsWith(u':'));
    desk.edit().undo();
    QVERIFY(desk.edit().text() != taken);
}

void TstPaymentsFilter::theListOpensForWhatIsTypedBelowTheNote()
{
    FilterDesk desk(12);
    // A blank ends a word and begins none.
    desk.type(QStringLiteral("status:held "));
    QVERIFY(!desk.popup());
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(desk.popup());
    desk.press(Qt::Key_Escape);
    QTest::keyClicks(&desk.edit(), QStringLiteral("o"));
    QVERIFY(desk.popup());
    desk.type(QStringLiteral("status:held,"));
    QVERIFY(desk.popup()); // another value
    // A value that is being chosen isn't missing; one that nobody chose is.
    desk.type(QStringLiteral("status:"));
    QVERIFY(desk.popup());
    QSignalSpy pause(desk.page->findChild<QTimer*>(QStringLiteral("filterPause")),
                     &QTimer::timeout);
    QTRY_COMPARE(pause.count(), 2);
    QVERIFY(!desk.noteShown());
    desk.press(Qt::Key_Escape);
    QTRY_VERIFY(desk.noteShown());
    const auto top = [&] { return desk.popup()->geometry().top(); };
    const auto bottomOf = [&](const QWidget& above) {
        return above.mapTo(desk.page.get(), above.rect().bottomLeft()).y();
    };
    desk.type(QStringLiteral("status:h"));
    QVERIFY(desk.popup());
    QVERIFY(top() > bottomOf(desk.edit()));
    // What is wrong is named while the list is open, and both are to be read.
    QTRY_VERIFY(desk.noteShown());
    const auto& note = *desk.page->findChild<FieldNote*>(QStringLiteral("filterNote"));
    QVERIFY(desk.popup());
    QTRY_VERIFY(top() > bottomOf(note));
    settledPicture(desk.page.get(), QStringLiteral("filter-wrong-and-list"));
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(top() > bottomOf(note));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.edit().text(), QStringLiteral("status:held"));
    QTRY_VERIFY(!desk.noteShown());
}

void TstPaymentsFilter::namesComeFromTheDatabase()
{
    FilterDesk desk(12);
    QTest::keyClicks(&desk.edit(), QStringLiteral("rail:"));
    QTRY_VERIFY([&] {
        desk.press(Qt::Key_Space, Qt::ControlModifier);
        return !desk.suggestions().isEmpty();
    }());
    const QString rail = desk.suggestions().front();
    desk.press(Qt::Key_Tab);
    QCOMPARE(desk.edit().text(), QStringLiteral("rail:") + quotedFilterText(rail, false));
    desk.press(Qt::Key_Return);
    QTRY_COMPARE(desk.page->bar().filter().terms.size(), size_t(1));
    QTRY_COMPARE(desk.rows(), 12);
}

void TstPaymentsFilter::historyIsKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("desk.ini"));
    {
        QSettings settings(path, QSettings::IniFormat);
        FilterDesk desk(12);
        desk.page->keepHistoryIn(&settings);
        desk.press(Qt::Key_Up);
        QVERIFY(desk.popup()); // says that there is none
        desk.press(Qt::Key_Escape);
        for (int i = 0; i < 25; ++i)
            desk.enter(QStringLiteral("order:%1").arg(i));
        desk.enter(QStringLiteral("order:20"));
        desk.enter(QStringLiteral("statsu:bad"));
        desk.edit().clear();
        desk.press(Qt::Key_Down);
        QCOMPARE(desk.suggestions().size(), FilterHistory::kMost);
        QCOMPARE(desk.suggestions().mid(0, 3),
                 (QStringList{QStringLiteral("order:20"),
                              QStringLiteral("order:24"),
                              QStringLiteral("order:23")}));
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.edit().text(), QStringLiteral("order:24"));
        QCOMPARE(desk.page->bar().text(), QStringLiteral("order:24"));
    }
    QSettings settings(path, QSettings::IniFormat);
    FilterDesk desk(12);
    desk.page->keepHistoryIn(&settings);
    desk.edit().findChild<QAction*>(QStringLiteral("filterHistory"))->trigger();
    QCOMPARE(desk.suggestions().value(0), QStringLiteral("order:24"));
    // Somebody's hand in the file does no harm.
    FilterHistory history(QStringLiteral("payments"));
    settings.setValue(QStringLiteral("payments/filters"),
                      QStringList{QString(), QString(5'000, u'x'), QStringLiteral("a")});
    history.keepIn(&settings);
    QCOMPARE(history.entries(), QStringList{QStringLiteral("a")});
}

void TstPaymentsFilter::chipsTakeTermsAway()
{
    FilterDesk desk;
    desk.enter(QStringLiteral("status:held  order:ord-5 -label:late"));
    QTRY_COMPARE(desk.chips().size(), 3);
    QCOMPARE(desk.edit().text(), QStringLiteral("status:held  order:ord-5 -label:late"));
    desk.removeChip(QStringLiteral("Order contains “ord-5”"));
    QCOMPARE(desk.edit().text(), QStringLiteral("status:held -label:late"));
    QTRY_COMPARE(desk.chips().size(), 2);
    QCOMPARE(desk.page->bar().text(), QStringLiteral("status:held -label:late"));
    QTest::mouseClick(desk.page->findChild<QToolButton*>(QStringLiteral("clearAll")),
                      Qt::LeftButton);
    QTRY_COMPARE(desk.rows(), 600);
    QCOMPARE(desk.edit().text(), QString());
    QVERIFY(!desk.page->findChild<FilterChips*>()->isVisible());
}

void TstPaymentsFilter::manyChipsScroll()
{
    FilterDesk desk(12);
    QStringList terms;
    for (int i = 0; i < 32; ++i)
        terms.append(QStringLiteral("-order:a-rather-long-reference-%1").arg(i));
    desk.enter(terms.join(u' '));
    QTRY_COMPARE(desk.chips().size(), 32);
    auto* chips = desk.page->findChild<FilterChips*>();
    QVERIFY2(chips->height() <= 100, qPrintable(QString::number(chips->height())));
    QVERIFY(desk.edit().width() > 700);
    QVERIFY(chips->widget()->height() > chips->height());
    settledPicture(desk.page.get(), QStringLiteral("filter-chips"));
    desk.appearance.setMode(ThemeMode::Dark);
    settledPicture(desk.page.get(), QStringLiteral("filter-chips-dark"));
    desk.appearance.setMode(ThemeMode::Light);
    for (auto* chip : desk.page->findChildren<QFrame*>(QStringLiteral("chip")))
        QVERIFY(chip->geometry().right() <= chips->viewport()->width());
}

void TstPaymentsFilter::theStatusMenuEditsTheText()
{
    FilterDesk desk;
    desk.enter(QStringLiteral("order:ord status:expired"));
    QMenu* menu = desk.openMenu("statusFilter");
    QVERIFY(menu && menu->isVisible());
    for (const QAction* action : menu->actions())
        QCOMPARE(action->isChecked(), action->text() == u"Expired");
    clickOn(menu, QStringLiteral("Held"));
    QVERIFY(menu->isVisible()); // for more
    QCOMPARE(desk.edit().text(), QStringLiteral("order:ord status:expired,held"));
    QTRY_COMPARE(desk.rows(), 100);
    clickOn(menu, QStringLiteral("Expired"));
    clickOn(menu, QStringLiteral("Held"));
    QCOMPARE(desk.edit().text(), QStringLiteral("order:ord"));
    QTest::keyClick(menu, Qt::Key_Escape);
    // What is wrong elsewhere in the text stays as it was typed.
    const QString typed = QStringLiteral("statsu:x status:held");
    QCOMPARE(toggledWord(typed,
                         parseFilter(typed, paymentFilterFields()),
                         QStringLiteral("status"),
                         QStringLiteral("pending"),
                         true),
             QStringLiteral("statsu:x status:held,pending"));
}

void TstPaymentsFilter::countsSayOfHowMany()
{
    FilterDesk desk(1'204);
    const QString total = u'1' + QString(QChar(0x202f)) + QStringLiteral("204");
    QTRY_VERIFY(desk.count().startsWith(total + QStringLiteral(" payment")));
    desk.enter(QStringLiteral("order:ord-59"));
    QTRY_COMPARE(desk.count(), QStringLiteral("11 of ") + total);
    desk.enter(QStringLiteral("order:ord"));
    QTRY_COMPARE(desk.count(), total + QStringLiteral(" of ") + total);
    desk.enter(QStringLiteral("order:nobody"));
    QTRY_COMPARE(desk.count(), QStringLiteral("0 of ") + total);
}

void TstPaymentsFilter::emptyStatesLeadOn()
{
    FilterDesk desk;
    desk.enter(QStringLiteral("customer:nobody"));
    QTRY_COMPARE(desk.rows(), 0);
    auto* placeholder = desk.page->findChild<QueuePlaceholder*>();
    QTRY_VERIFY(placeholder->isVisible());
    QTRY_VERIFY2(placeholder->text().contains(u"Customer contains “nobody”"),
                 qPrintable(placeholder->text()));
    auto* button = placeholder->findChild<QPushButton*>();
    QVERIFY(button->isVisible());
    settledPicture(desk.page.get(), QStringLiteral("filter-nothing"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(desk.rows(), 600);
    QTRY_VERIFY(desk.page->view().isVisible());

    // Rows of the filter before never stand below another one that couldn't be read.
    desk.db->execute("ALTER TABLE payment RENAME TO hidden");
    desk.enter(QStringLiteral("status:held"));
    QTRY_VERIFY(placeholder->isVisible());
    QTRY_COMPARE(button->text(), QStringLiteral("Retry"));
    desk.db->execute("ALTER TABLE hidden RENAME TO payment");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(desk.rows(), 50);
    QTRY_VERIFY(desk.page->view().isVisible());

    FilterDesk none(0);
    auto* empty = none.page->findChild<QueuePlaceholder*>();
    QTRY_VERIFY(empty->text().startsWith(QStringLiteral("No payments yet.")));
    QVERIFY(!empty->findChild<QPushButton*>()->isVisible());
}

void TstPaymentsFilter::aRowThatVanishesIsSaid()
{
    FilterDesk desk;
    desk.page->selection().select(paymentId(590));
    QTRY_VERIFY(desk.page->record().detail().has_value());
    auto* notice = desk.page->findChild<QWidget*>(QStringLiteral("notice"));
    QVERIFY(!notice->isVisible());
    desk.enter(QStringLiteral("order:ord-17"));
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(desk.page->record().id(), paymentId(590));
    QVERIFY(desk.page->record().detail().has_value());
    QTest::mouseClick(notice->findChild<QToolButton*>(), Qt::LeftButton);
    QTRY_COMPARE(desk.rows(), 600);
    QTRY_COMPARE(desk.page->view().currentIndex().row(), 9);
    QTRY_VERIFY(!notice->isVisible());
    QCOMPARE(desk.page->selection().current(), paymentId(590));
}

void TstPaymentsFilter::longFiltersKeepTheFieldUsable()
{
    FilterDesk desk;
    const QString longest = QStringLiteral("-order:") + QString(kMaxFilterValue, u'x');
    QStringList terms;
    for (int i = 0; i < 30; ++i)
        terms.append(longest);
    desk.page->search(terms.join(u' '));
    QTRY_COMPARE(desk.page->bar().filter().terms.size(), size_t(30));
    QTRY_COMPARE(desk.rows(), 600); // matches everything
    QVERIFY(desk.page->minimumSizeHint().width() < 1'200);
    desk.page->search(QStringLiteral("order:") + QString(kMaxFilterValue + 1, u'x'));
    QVERIFY(desk.noteShown());
    QCOMPARE(desk.page->bar().filter().terms.size(), size_t(30));
}

void TstPaymentsFilter::layoutsAreMirrored()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    FilterDesk desk;
    desk.enter(QStringLiteral("status:held order:ord"));
    QTRY_COMPARE(desk.chips().size(), 2);
    const auto chips = desk.page->findChildren<QFrame*>(QStringLiteral("chip"));
    QVERIFY(chips.front()->x() > chips.back()->x());
    const auto* count = desk.page->findChild<QLabel*>(QStringLiteral("queueCount"));
    QVERIFY(count->mapTo(desk.page.get(), QPoint()).x() <
            desk.edit().mapTo(desk.page.get(), QPoint()).x());
    QTest::keyClicks(&desk.edit(), QStringLiteral(" am"));
    QVERIFY(desk.popup());
    QVERIFY(desk.page->rect().contains(desk.popup()->geometry()));
    settledPicture(desk.page.get(), QStringLiteral("filter-mirrored"));
}

TIEOUT_REGISTER_TEST(TstPaymentsFilter)

} // namespace tieout::test

#include "tst_paymentsfilter.moc"
