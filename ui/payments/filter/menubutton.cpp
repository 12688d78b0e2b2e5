// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/menubutton.h"

#include "ui/theme/icons.h"
#include "ui/widgets/plaintip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace tieout {

namespace menubutton {

constexpr int kArrowColumn = 18;
constexpr int kPadding = 8;
constexpr qreal kArrow = 3.5;

} // namespace menubutton

TickMenu::TickMenu(QWidget* parent)
    : QMenu(parent)
{
    setToolTipsVisible(true);
}

void TickMenu::mouseReleaseEvent(QMouseEvent* event)
{
    QAction* action = actionAt(event->position().toPoint());
    if (action && action->isCheckable() && action->isEnabled())
        action->trigger();
    else
        QMenu::mouseReleaseEvent(event);
}

void TickMenu::keyPressEvent(QKeyEvent* event)
{
    QAction* action = activeAction();
    if (event->key() == Qt::Key_Space && action && action->isCheckable() && action->isEnabled())
        action->trigger();
    else
        QMenu::keyPressEvent(event);
}

MenuButton::MenuButton(const Appearance& appearance,
                       const QString& icon,
                       const QString& name,
                       QWidget* parent)
    : QToolButton(parent)
    , m_appearance(appearance)
{
    setProperty("framed", true);
    setFocusPolicy(Qt::StrongFocus);
    setIcon(lineIcon(icon));
    setText(name);
    setAccessibleName(name);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void MenuButton::opens(QMenu* menu)
{
    m_menu = menu;
    connect(this, &QToolButton::clicked, menu, [this, menu] {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int x = mirrored ? width() - menu->sizeHint().width() : 0;
        menu->popup(mapToGlobal(QPoint(x, height() + 4)));
    });
}

void MenuButton::setCompact(bool compact)
{
    setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    setToolTip(compact ? plainTip(accessibleName()) : QString());
}

QSize MenuButton::sizeHint() const
{
    const QSize plain = QToolButton::sizeHint();
    return {plain.width() + menubutton::kArrowColumn, plain.height()};
}

// The button's own words keep to their side; the arrow stands at the trailing end.
void MenuButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QRect whole = option.rect;
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    initStyleOption(&option);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int column = menubutton::kArrowColumn;
    const int padding = menubutton::kPadding;
    option.rect =
        mirrored ? whole.adjusted(column, 0, -padding, 0) : whole.adjusted(padding, 0, -column, 0);
    painter.drawControl(QStyle::CE_ToolButtonLabel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_appearance.theme();
    painter.setPen(QPen(theme.muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal arrow = menubutton::kArrow;
    const qreal x = mirrored ? column * 0.7 : width() - column * 0.7;
    const qreal y = height() / 2.0 - arrow / 2;
    painter.drawPolyline(
        QPolygonF({QPointF(x - arrow, y), QPointF(x, y + arrow), QPointF(x + arrow, y)}));
}

} // namespace tieout
