// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statelabel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/plaintip.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace tieout {

namespace statelabel {

constexpr int kShape = 10;
constexpr int kText = 16; // where the text begins
constexpr int kLeast = 56;

} // namespace statelabel

StateLabel::StateLabel(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_font(interfaceFont(9.25))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void StateLabel::setState(Look look, const QString& name, const QString& text, const QString& tip)
{
    m_look = look;
    setToolTip(plainTip(tip));
    setAccessibleName(name);
    setAccessibleDescription(tip);
    if (text != m_text) {
        m_text = text;
        updateGeometry();
    }
    update();
}

QSize StateLabel::sizeHint() const
{
    const qreal text = QFontMetricsF(m_font).horizontalAdvance(m_text);
    return {int(std::ceil(text)) + statelabel::kText + 2, 20};
}

QSize StateLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), statelabel::kLeast), 20};
}

void StateLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    constexpr int kShape = statelabel::kShape;
    const QRectF box(mirrored ? width() - kShape : 0, (height() - kShape) / 2.0, kShape, kShape);
    drawShape(painter, box, m_look.shape, m_appearance.theme().tone(m_look.tone).line);
    painter.setFont(m_font);
    painter.setPen(m_appearance.theme().text);
    const QRectF text = mirrored ? QRectF(rect()).adjusted(0, 0, -statelabel::kText, 0)
                                 : QRectF(rect()).adjusted(statelabel::kText, 0, 0, 0);
    painter.drawText(text,
                     Qt::AlignVCenter | Qt::AlignLeading,
                     QFontMetricsF(m_font).elidedText(m_text, Qt::ElideRight, text.width()));
}

} // namespace tieout
