// SPDX-License-Identifier: GPL-3.0-or-later
// PageStack: the pages of the window beside their navigation; one is on screen. GUI thread.
#pragma once

#include <QWidget>

class QAction;
class QStackedWidget;

namespace tieout {

class Navigation;
class Shortcuts;

class PageStack final : public QWidget
{
    Q_OBJECT

public:
    explicit PageStack(Shortcuts& shortcuts, QWidget* parent = nullptr);

    // `key` names its icon and its place in the memory: a word that never changes.
    void addPage(const QString& name, const QString& key, QWidget* page);
    // One whose button and key are another's: `action` shows it, and is checked while it is shown.
    void addPage(QAction& action, QWidget* page);
    void showPage(QWidget* page);
    // Nothing happens when no page has the key.
    void showKey(const QString& key);
    QWidget* current() const;
    Navigation& navigation() { return *m_navigation; }

private:
    Shortcuts& m_shortcuts;
    Navigation* m_navigation;
    QStackedWidget* m_pages;
    QList<QAction*> m_actions; // in the order of the pages
};

} // namespace tieout
