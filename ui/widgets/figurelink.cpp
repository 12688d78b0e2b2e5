// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figurelink.h"

#include "ui/theme/fonts.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace tieout {

namespace figurelink {

constexpr int kInset = 6;
constexpr int kHeight = 26;

} // namespace figurelink

FigureLink::FigureLink(const Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(mediumOf(interfaceFont(10)));
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_target.isEmpty())
            Q_EMIT opened(m_target);
    });
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void FigureLink::setFigure(const QString& text, const QString& target, const QString& words)
{
    m_target = target;
    setFocusPolicy(target.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(target.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setAccessibleName(words);
    setToolTip(words);
    if (text == this->text())
        return;
    setText(text);
    updateGeometry();
}

void FigureLink::setQuiet(bool quiet)
{
    m_quiet = quiet;
    setFont(quiet ? interfaceFont(9.5) : mediumOf(interfaceFont(10)));
    updateGeometry();
    update();
}

QSize FigureLink::sizeHint() const
{
    const qreal width = QFontMetricsF(font()).horizontalAdvance(text());
    return {int(std::ceil(width)) + 2 * figurelink::kInset, figurelink::kHeight};
}

void FigureLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void FigureLink::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const bool live = !m_target.isEmpty();
    const bool lit = live && (underMouse() || hasFocus());
    if (lit) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    QFont font = this->font();
    font.setUnderline(lit);
    painter.setFont(font);
    painter.setPen(lit ? theme.accent : m_quiet || !live ? theme.muted : theme.text);
    painter.drawText(QRectF(rect()).adjusted(figurelink::kInset, 0, -figurelink::kInset, 0),
                     Qt::AlignRight | Qt::AlignVCenter,
                     text());
}

} // namespace tieout
