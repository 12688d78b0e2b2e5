// SPDX-License-Identifier: GPL-3.0-or-later
// MenuButton: a button that opens a menu below itself without waiting for it, with a small arrow
// that says so; and a menu that stays open while things are ticked in it. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QMenu>
#include <QToolButton>

namespace tieout {

class TickMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit TickMenu(QWidget* parent = nullptr);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

class MenuButton final : public QToolButton
{
    Q_OBJECT

public:
    // `name` for people and for a screen reader.
    MenuButton(const Appearance& appearance,
               const QString& icon,
               const QString& name,
               QWidget* parent = nullptr);

    // Belongs to the button; its owner fills it, at the latest when it is about to be shown.
    void opens(QMenu* menu);
    // The icon alone, where there is little room.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    QMenu* m_menu = nullptr;
};

} // namespace tieout
