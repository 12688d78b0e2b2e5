// SPDX-License-Identifier: GPL-3.0-or-later
// FilterDesk: the payments page over seeded payments, only to be read, with the filter's field in
// focus; and short ways to type in it and to see what it shows. One thread.
#pragma once

#include "tests/support/paymentseed.h"
#include "tests/ui/deciderdesk.h"
#include "ui/payments/filter/filteredit.h"
#include "ui/payments/filter/filterpopup.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/queueview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QMenu>

namespace tieout::test {

// A page that only reads, over 600 seeded payments.
struct FilterDesk
{
    explicit FilterDesk(int payments = 600)
        : db(TestDatabase::make(Dialect::Sqlite))
    {
        seedRail(*db);
        seedPayments(*db, 0, payments);
        store = std::make_unique<AsyncStore>(db->address());
        page = std::make_unique<PaymentsPage>(*store, clock, appearance);
        tester = std::make_unique<QAbstractItemModelTester>(
            &page->table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        page->resize(1'400, 800);
        page->show();
        page->activateWindow();
        QSignalSpy refreshed(&page->table(), &WindowedTable::refreshed);
        page->start();
        if (!refreshed.wait(10'000) || !QTest::qWaitForWindowActive(page.get()))
            qFatal("the page doesn't read");
        page->focusSearch();
    }

    FilterEdit& edit() { return *page->findChild<FilterEdit*>(); }
    QString note() { return page->findChild<FieldNote*>(QStringLiteral("filterNote"))->text(); }
    bool noteShown()
    {
        return page->findChild<FieldNote*>(QStringLiteral("filterNote"))->isVisible();
    }
    QString count() { return page->findChild<QLabel*>(QStringLiteral("queueCount"))->text(); }
    FilterPopup* popup()
    {
        auto* popup = page->findChild<FilterPopup*>();
        return popup && popup->isVisible() ? popup : nullptr;
    }
    QStringList suggestions()
    {
        QStringList all;
        for (int row = 0; popup() && row < popup()->rows(); ++row)
            all.append(popup()->list().model()->index(row, 0).data().toString());
        return all;
    }
    QStringList chips()
    {
        QStringList all;
        for (auto* chip : page->findChildren<QFrame*>(QStringLiteral("chip"))) {
            if (chip->isVisible())
                all.append(chip->findChild<QLabel*>()->text());
        }
        return all;
    }
    void removeChip(const QString& text)
    {
        for (auto* chip : page->findChildren<QFrame*>(QStringLiteral("chip"))) {
            if (chip->isVisible() && chip->findChild<QLabel*>()->text() == text)
                return QTest::mouseClick(chip->findChild<QToolButton*>(), Qt::LeftButton);
        }
        qFatal("no such chip");
    }
    void type(const QString& text)
    {
        edit().clear();
        QTest::keyClicks(&edit(), text);
    }
    void enter(const QString& text)
    {
        type(text);
        press(Qt::Key_Escape);
        edit().setFocus();
        press(Qt::Key_Return);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&edit(), key, modifiers);
    }
    int rows() { return page->table().rowCount(); }
    QMenu* openMenu(const char* button)
    {
        QTest::mouseClick(page->findChild<QToolButton*>(QLatin1String(button)), Qt::LeftButton);
        return page->findChild<QToolButton*>(QLatin1String(button))->findChild<QMenu*>();
    }

    std::unique_ptr<TestDatabase> db;
    FakeClock clock{kSeedStart + std::chrono::hours(2)};
    Appearance appearance{ThemeMode::Light};
    std::unique_ptr<AsyncStore> store;
    std::unique_ptr<PaymentsPage> page;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

inline void clickOn(QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions()) {
        if (action->text() == text)
            return QTest::mouseClick(
                menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    qFatal("no action %s", qPrintable(text));
}

// As it stands once the layout has settled.
inline void settledPicture(QWidget* widget, const QString& name)
{
    QTest::qWait(0);
    picture(widget, name);
}

} // namespace tieout::test
