// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include "model/domain/check.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace tieout {

namespace shortcuts {

// clang-format off
constexpr Shortcut kTable[] = {
    {"palette", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Command palette"), "Ctrl+K", "command"},
    {"find", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Find payments"), "Ctrl+F, /", "search"},
    {"new", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "New payment"), "Ctrl+N", "plus"},
    {"export", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Export payments"), "Ctrl+E", "download"},
    {"refresh", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Read again"), "F5, Ctrl+R", "refresh"},
    {"theme", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Switch between light and dark"), "Ctrl+Shift+L", "moon"},
    {"density", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Switch between comfortable and compact rows"),
     "Ctrl+Shift+D", "rows"},
    {"settings", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Settings"), "Ctrl+,", "settings"},
    {"keys", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Keyboard shortcuts"), "?, F1", "keyboard"},
    {"quit", ShortcutGroup::Window,
     QT_TRANSLATE_NOOP("shortcuts", "Close the window"), "Ctrl+Q", "close"},
    {"payment.raw", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Raw JSON"), "Ctrl+J", "braces"},
    {"payment.id", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Copy the id"), "Ctrl+Shift+I", "copy"},
    {"payment.address", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Copy the address to pay to"), "Ctrl+Shift+A", "copy"},
    {"payment.tx", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Copy the transaction's hash"), "Ctrl+Shift+H", "copy"},
    {"payment.ticket", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Copy as ticket"), "Ctrl+Shift+T", "file"},
    {"payment.code", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "QR code, large or small"), "Ctrl+Shift+P", "qr"},
    {"payment.explorer", ShortcutGroup::Payment,
     QT_TRANSLATE_NOOP("shortcuts", "Open in the explorer"), "Ctrl+Shift+O", "external"},
    {"list.next", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Next row"), "J, Down", ""},
    {"list.previous", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Previous row"), "K, Up", ""},
    {"list.extend", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Select more rows"), "Shift+Down, Shift+Up", ""},
    {"list.copy", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Copy the selected rows"), "Ctrl+C", ""},
    {"list.back", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Back from a rail to the overview"), "Esc, Alt+Left", ""},
    {"list.copycell", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "Copy the current cell"), "Ctrl+Shift+C", ""},
    {"list.menu", ShortcutGroup::Lists,
     QT_TRANSLATE_NOOP("shortcuts", "What can be copied of the row"), "Menu, Shift+F10", ""},
};
// clang-format on

} // namespace shortcuts

std::span<const Shortcut> shortcutTable()
{
    return shortcuts::kTable;
}

QList<QKeySequence> keysOf(const Shortcut& shortcut)
{
    QList<QKeySequence> keys;
    for (const QString& each : QString::fromLatin1(shortcut.keys).split(QStringLiteral(", ")))
        keys.append(QKeySequence(each, QKeySequence::PortableText));
    return keys;
}

QList<QKeySequence> keysOfRow(const char* id)
{
    const auto table = shortcutTable();
    const auto row = std::find_if(table.begin(), table.end(), [&](const Shortcut& each) {
        return QLatin1String(each.id) == QLatin1String(id);
    });
    TIEOUT_CHECK(row != table.end());
    return keysOf(*row);
}

QKeySequence pageKey(int number)
{
    if (number < 0 || number > 9)
        return {};
    return QKeySequence(Qt::CTRL | Qt::Key(number == 9 ? Qt::Key_0 : Qt::Key_1 + number));
}

QString shortcutText(const Shortcut& shortcut)
{
    return QCoreApplication::translate("shortcuts", shortcut.text);
}

QString groupText(ShortcutGroup group)
{
    switch (group) {
    case ShortcutGroup::Pages:
        return QCoreApplication::translate("shortcuts", "Pages");
    case ShortcutGroup::Window:
        return QCoreApplication::translate("shortcuts", "Everywhere");
    case ShortcutGroup::Payment:
        return QCoreApplication::translate("shortcuts", "On the payment");
    case ShortcutGroup::Lists:
        break;
    }
    return QCoreApplication::translate("shortcuts", "In lists");
}

Shortcuts::Shortcuts(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    for (const Shortcut& row : shortcutTable()) {
        if (row.group == ShortcutGroup::Lists)
            continue;
        auto* made = new QAction(lineIcon(QString::fromLatin1(row.icon)), shortcutText(row), this);
        made->setObjectName(QString::fromLatin1(row.id));
        made->setShortcuts(keysOf(row));
        window.addAction(made);
        m_actions.append(made);
    }
}

QAction& Shortcuts::action(const char* id) const
{
    const auto made = std::find_if(m_actions.begin(), m_actions.end(), [&](QAction* each) {
        return each->objectName() == QLatin1String(id);
    });
    TIEOUT_CHECK(made != m_actions.end());
    return **made;
}

QAction& Shortcuts::addPage(const QString& name, const QString& key)
{
    auto* page = new QAction(lineIcon(key), name, this);
    page->setObjectName(key);
    page->setCheckable(true);
    page->setShortcut(pageKey(int(m_pages.size())));
    m_window.addAction(page);
    m_pages.append(page);
    return *page;
}

} // namespace tieout
