// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicebox.h"

#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

namespace tieout {

namespace choicebox {

constexpr int kHeight = 30;
constexpr int kPadding = 9;
constexpr int kArrowColumn = 26;
constexpr qreal kArrow = 4;

} // namespace choicebox

ChoiceBox::ChoiceBox(const Appearance& appearance, QWidget* parent)
    : QComboBox(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize ChoiceBox::sizeHint() const
{
    return {QComboBox::sizeHint().width(), choicebox::kHeight};
}

QSize ChoiceBox::minimumSizeHint() const
{
    // A long choice is cut, so that it never widens the form.
    return {120, choicebox::kHeight};
}

void ChoiceBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, 1));
    painter.setBrush(isEnabled() ? theme.surface : theme.raised);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(isEnabled() ? theme.text : theme.muted);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect words = mirrored
                            ? rect().adjusted(choicebox::kArrowColumn, 0, -choicebox::kPadding, 0)
                            : rect().adjusted(choicebox::kPadding, 0, -choicebox::kArrowColumn, 0);
    painter.drawText(
        words,
        int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    const qreal middle =
        mirrored ? choicebox::kArrowColumn / 2.0 : width() - choicebox::kArrowColumn / 2.0;
    const qreal arrow = choicebox::kArrow;
    painter.setPen(QPen(theme.muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const qreal top = height() / 2.0 - arrow / 2;
    painter.drawPolyline(QPolygonF({QPointF(middle - arrow, top),
                                    QPointF(middle, top + arrow),
                                    QPointF(middle + arrow, top)}));
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace tieout
