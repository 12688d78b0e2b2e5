// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pilllabel.h"

#include "ui/theme/fonts.h"

#include <QPainter>

#include <cmath>

namespace tieout {

PillLabel::PillLabel(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_pillFont(mediumOf(interfaceFont(9)))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void PillLabel::setState(const QString& word, Look look)
{
    m_word = word;
    m_look = look;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    return {int(std::ceil(pillWidth(m_word, m_pillFont))), 24};
}

void PillLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawPill(painter, rect(), m_word, m_look, m_appearance.theme(), m_pillFont);
}

} // namespace tieout
