// SPDX-License-Identifier: GPL-3.0-or-later
// WindowScenes: every window of the console with something in it, made in the language that is worn
// then: the main window with each page, section, menu, dialog and overlay, and the start window
// with each of its faces. A page that is added later is visited without a word here. One thread.
#pragma once

#include "tests/model/actions/actiondesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/start/startwindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>

class QToolButton;

namespace tieout::test {

class WindowScenes
{
public:
    // The widget is all that a person can reach then: a window, or an overlay upon one.
    using Look = std::function<void(const QString& name, QWidget& widget)>;

    WindowScenes();
    Q_DISABLE_COPY_MOVE(WindowScenes)

    MainWindow& window() { return *m_window; }
    Appearance& appearance() { return m_appearance; }
    const PaymentId& payment() const { return m_payment; }

    void visit(const Look& look);
    void visitPages(const Look& look);
    void visitMenus(const Look& look);
    void visitDialogs(const Look& look);
    void visitOverlays(const Look& look);
    void visitStart(const Look& look);

    void showQueue(); // the payments page with the payment chosen and its actions known

private:
    QList<QToolButton*> pageButtons();

    ActionDesk m_engine{Dialect::Sqlite};
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("tieout.ini")), QSettings::IniFormat};
    DatabaseAddress m_address;
    AsyncStore m_store;
    Appearance m_appearance{ThemeMode::Light};
    PaymentId m_payment;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<StartWindow> m_start;
};

// Where the pictures go, when somebody wants to look at them.
void keepPicture(QWidget& widget, const QString& name);

} // namespace tieout::test
