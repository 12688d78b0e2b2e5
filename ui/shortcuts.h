// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the console in one table, and the window's actions made from it: what the palette
// lists, the sheet shows and the tool tips name is the same. GUI thread.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <span>

class QAction;
class QWidget;

namespace tieout {

enum class ShortcutGroup { Pages, Window, Payment, Lists };

// Lists' keys are obeyed by the view that has the focus; the others by the whole window.
struct Shortcut
{
    const char* id;
    ShortcutGroup group;
    const char* text; // English, context "shortcuts"
    const char* keys; // portable, separated by ", "; the first is shown in tool tips
    const char* icon; // of resources/icons
};

std::span<const Shortcut> shortcutTable();
QList<QKeySequence> keysOf(const Shortcut& shortcut);
// Of the row with this id, for keys that aren't the window's own.
QList<QKeySequence> keysOfRow(const char* id);
// Ctrl+1 to Ctrl+9, Ctrl+0 for the tenth page; empty beyond.
QKeySequence pageKey(int number);
QString shortcutText(const Shortcut& shortcut);
QString groupText(ShortcutGroup group);

class Shortcuts final : public QObject
{
    Q_OBJECT

public:
    // Adds an action to the window for each row that belongs to it.
    explicit Shortcuts(QWidget& window);

    // One of the table; an unknown id is a broken program.
    QAction& action(const char* id) const;
    // The next page's, at the end; `key` is its object name and its icon's.
    QAction& addPage(const QString& name, const QString& key);
    const QList<QAction*>& pages() const { return m_pages; }
    const QList<QAction*>& actions() const { return m_actions; } // without the pages

private:
    QWidget& m_window;
    QList<QAction*> m_pages;
    QList<QAction*> m_actions;
};

} // namespace tieout
