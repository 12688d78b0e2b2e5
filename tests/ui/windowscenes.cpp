// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowscenes.h"

#include "tests/support/testdatabase.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/export/exportdialog.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/filter/viewcontrol.h"
#include "ui/payments/paymentspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/stopnotice.h"
#include "ui/start/postgresform.h"
#include "ui/theme/fonts.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <QTest>
#include <QToolButton>

namespace tieout::test {

namespace windowscenes {

// Lets what was asked of the database and of the layouts come in.
void settle()
{
    for (int turn = 0; turn < 5; ++turn)
        QTest::qWait(1);
}

QString titleOf(const QMenu& menu)
{
    const QString name =
        menu.objectName().isEmpty() ? menu.parent()->objectName() : menu.objectName();
    return QStringLiteral("menu ") + name;
}

} // namespace windowscenes

using windowscenes::settle;

void keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("TIEOUT_TEST_PICTURES");
    if (!folder.isEmpty())
        widget.window()->grab().save(
            QDir(folder).filePath(QString(name).replace(u' ', u'-') + QStringLiteral(".png")));
}

WindowScenes::WindowScenes()
    : m_address(m_engine.store().makeLogin(QStringLiteral("bob"), {QStringLiteral("operator")}))
    , m_store(m_address)
    , m_payment(m_engine.create(QStringLiteral("1250.5")))
{
    loadFonts();
    m_engine.mine({{m_engine.binding(m_payment).account, QStringLiteral("600"), {}}});
    for (const char* amount : {"12", "99.97", "1048576.123456"})
        (void)m_engine.create(QString::fromLatin1(amount));
    m_engine.confirm();
    m_window =
        std::make_unique<MainWindow>(WindowParts{m_store,
                                                 m_engine.clock(),
                                                 m_appearance,
                                                 QStringLiteral("desk.db"),
                                                 m_engine.store().loginName(QStringLiteral("bob")),
                                                 &m_settings});
    m_window->resize(1'440, 900);
    m_window->show();
    m_window->start();
    TIEOUT_CHECK(QTest::qWaitForWindowActive(m_window.get()));
    TIEOUT_CHECK(QTest::qWaitFor([&] { return m_window->payments().table().rowCount() == 4; }));
    TIEOUT_CHECK(QTest::qWaitFor([&] { return m_window->status().view().has_value(); }));
}

void WindowScenes::showQueue()
{
    PaymentsPage& page = m_window->payments();
    m_window->showPage(&page);
    page.selection().select(m_payment.text());
    const auto& record = page.actions()->options();
    TIEOUT_CHECK(QTest::qWaitFor(
        [&] { return record.options() && record.options()->payment == m_payment; }));
    TIEOUT_CHECK(QTest::qWaitFor([&] { return page.record().detail().has_value(); }));
    settle();
}

void WindowScenes::visit(const Look& look)
{
    visitPages(look);
    visitMenus(look);
    visitDialogs(look);
    visitOverlays(look);
    visitStart(look);
}

QList<QToolButton*> WindowScenes::pageButtons()
{
    QList<QToolButton*> pages;
    for (QToolButton* each :
         m_window->findChild<QWidget*>(QStringLiteral("rail"))->findChildren<QToolButton*>()) {
        if (each->isCheckable())
            pages.append(each);
    }
    return pages;
}

void WindowScenes::visitPages(const Look& look)
{
    showQueue();
    for (QToolButton* page : pageButtons()) {
        page->click();
        settle();
        look(QStringLiteral("page ") + page->defaultAction()->objectName(), *m_window);
    }
    auto* sections = m_window->settings().findChild<QListWidget*>(QStringLiteral("sections"));
    m_window->showPage(&m_window->settings());
    for (int row = 0; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        settle();
        look(QStringLiteral("settings %1").arg(row), *m_window);
    }
}

void WindowScenes::visitMenus(const Look& look)
{
    showQueue();
    // Some are filled as they open.
    for (QMenu* menu : m_window->findChildren<QMenu*>()) {
        menu->popup(m_window->mapToGlobal(QPoint(300, 120)));
        settle();
        if (!menu->isEmpty())
            look(windowscenes::titleOf(*menu), *menu);
        menu->hide();
        settle();
    }
}

void WindowScenes::visitDialogs(const Look& look)
{
    showQueue();
    PaymentsPage& page = m_window->payments();
    const auto close = [](QDialog* dialog) {
        if (dialog)
            dialog->reject();
        settle();
    };
    for (QToolButton* button : page.findChildren<QToolButton*>()) {
        // What opens a dialog ends in an ellipsis, in every language.
        if (!button->isVisible() || !button->isEnabled() || !button->text().endsWith(u'…'))
            continue;
        const QString name = button->objectName();
        button->click();
        settle();
        for (QDialog* dialog : {static_cast<QDialog*>(page.actions()->dialog()),
                                static_cast<QDialog*>(page.exporter().dialog())}) {
            if (!dialog || !dialog->isVisible())
                continue;
            TIEOUT_CHECK(QTest::qWaitForWindowExposed(dialog));
            look(QStringLiteral("dialog ") + name, *dialog);
            close(dialog);
        }
        showQueue();
    }
    for (const char* id : {"saveView"}) {
        auto* action = page.findChild<QAction*>(QLatin1String(id));
        if (!action)
            continue;
        action->trigger();
        settle();
        if (QDialog* dialog = page.views()->dialog()) {
            look(QStringLiteral("dialog ") + QLatin1String(id), *dialog);
            close(dialog);
        }
    }
}

void WindowScenes::visitOverlays(const Look& look)
{
    CommandPalette& palette = m_window->palette();
    palette.open();
    settle();
    look(QStringLiteral("palette"), palette);
    palette.dismiss();
    auto* sheet = m_window->findChild<ShortcutSheet*>();
    sheet->open();
    settle();
    look(QStringLiteral("shortcuts"), *sheet);
    sheet->dismiss();
    m_window->showStopping();
    settle();
    auto* stop = m_window->findChild<StopNotice*>();
    look(QStringLiteral("stopping"), *stop);
    m_window->showStoppingLate();
    look(QStringLiteral("stopping late"), *stop);
    stop->setHeld(false);
    stop->dismiss();
}

void WindowScenes::visitStart(const Look& look)
{
    m_window->hide();
    m_start = std::make_unique<StartWindow>(m_appearance);
    m_start->resize(960, 720);
    m_start->show();
    TIEOUT_CHECK(QTest::qWaitForWindowActive(m_start.get()));
    m_start->showChoices({QStringLiteral("postgresql://db.example.com/tieout")});
    settle();
    look(QStringLiteral("start choices"), *m_start);
    m_start->showServer({});
    settle();
    look(QStringLiteral("start server"), *m_start);
    const QString database = QStringLiteral("postgresql://db.example.com/tieout");
    m_start->showOpening(database);
    settle();
    look(QStringLiteral("start opening"), *m_start);
    m_start->showProblem({ErrorCode::Unavailable, QStringLiteral("database_unreachable"), {}},
                         database);
    settle();
    look(QStringLiteral("start problem"), *m_start);
    m_start.reset();
    m_window->show();
    TIEOUT_CHECK(QTest::qWaitForWindowActive(m_window.get()));
}

} // namespace tieout::test
