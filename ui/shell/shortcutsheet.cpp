// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/shell/keycaps.h"
#include "ui/shortcuts.h"
#include "ui/theme/fonts.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace tieout {

namespace shortcutsheet {

constexpr int kWidth = 840;

QLabel* label(const QString& text, const QFont& font, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setFont(font);
    return made;
}

} // namespace shortcutsheet

ShortcutSheet::ShortcutSheet(const Appearance& appearance,
                             const Shortcuts& shortcuts,
                             QWidget& window)
    : Overlay(appearance, window)
    , m_appearance(appearance)
    , m_shortcuts(shortcuts)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setAccessibleName(tr("Keyboard shortcuts"));
    setPlace(shortcutsheet::kWidth, -1);
    column().setContentsMargins(28, 22, 28, 24);
    column().setSpacing(14);
    column().addWidget(
        shortcutsheet::label(tr("Keyboard shortcuts"), mediumOf(interfaceFont(13)), this));
}

void ShortcutSheet::open()
{
    build();
    Overlay::open();
}

void ShortcutSheet::build()
{
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_body = new QWidget(this);
    auto* sides = new QHBoxLayout(m_body);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(40);
    const auto addSide = [&](const QList<ShortcutGroup>& groups) {
        auto* side = new QWidget(m_body);
        auto* grid = new QGridLayout(side);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(0, 1);
        int row = 0;
        for (const ShortcutGroup group : groups)
            addGroup(*grid, group, 0, row);
        grid->setRowStretch(row, 1);
        sides->addWidget(side, 1);
    };
    // Halves of about the same height.
    addSide({ShortcutGroup::Window, ShortcutGroup::Pages});
    addSide({ShortcutGroup::Payment, ShortcutGroup::Lists});
    column().addWidget(m_body);
}

void ShortcutSheet::addGroup(QGridLayout& grid, ShortcutGroup group, int at, int& row)
{
    QWidget* side = grid.parentWidget();
    auto* head = shortcutsheet::label(groupText(group), mediumOf(interfaceFont(9.5)), side);
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setContentsMargins(0, row == 0 ? 0 : 14, 0, 4);
    grid.addWidget(head, row++, at, 1, 2);
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys) {
        auto* name = shortcutsheet::label(text, interfaceFont(), side);
        name->setWordWrap(true);
        grid.addWidget(name, row, at);
        grid.addWidget(new Keycaps(keys, m_appearance, side), row++, at + 1, Qt::AlignTrailing);
    };
    if (group == ShortcutGroup::Pages) {
        for (const QAction* page : m_shortcuts.pages())
            add(page->text(), page->shortcuts());
        return;
    }
    for (const Shortcut& each : shortcutTable()) {
        if (each.group == group)
            add(shortcutText(each), keysOf(each));
    }
}

} // namespace tieout
