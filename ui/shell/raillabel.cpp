// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/raillabel.h"

#include "model/tables/paymentstable.h"
#include "ui/theme/fonts.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace tieout {

Look lookOfRail(const RailStatus& rail)
{
    if (rail.frozen)
        return {Tone::Bad, Shape::Triangle};
    if (rail.head < 0)
        return {Tone::Waiting, Shape::Ring};
    return rail.healthy ? Look{Tone::Good, Shape::Check} : Look{Tone::Caution, Shape::Triangle};
}

RailLabel::RailLabel(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_font(interfaceFont(9.25))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void RailLabel::setRail(const RailStatus& rail, UtcTime now)
{
    m_look = lookOfRail(rail);
    QStringList parts{rail.name};
    if (rail.head >= 0) {
        parts.append(QLocale::c().toString(rail.head).replace(u',', QChar(0x2009)));
        parts.append(ageText(now - rail.headTime));
        if (rail.head > rail.cursor)
            parts.append(tr("%n block(s) behind", nullptr, int(rail.head - rail.cursor)));
    } else {
        parts.append(tr("no head yet"));
    }
    if (!rail.source.isEmpty())
        parts.append(rail.source);
    const QString text = parts.join(QStringLiteral(" · "));
    QStringList tip{text};
    tip.append(tr("%1 of %2 sources healthy").arg(rail.healthySources).arg(rail.sources));
    if (!rail.healthy && !rail.healthReason.isEmpty())
        tip.append(rail.healthReason);
    if (rail.frozen)
        tip.append(tr("Frozen: nothing is settled by itself until a person acknowledges"));
    setToolTip(tip.join(u'\n'));
    setAccessibleName(rail.name);
    setAccessibleDescription(tip.join(u'\n'));
    if (text == m_text)
        return update();
    m_text = text;
    updateGeometry();
    update();
}

QSize RailLabel::sizeHint() const
{
    return {int(std::ceil(QFontMetricsF(m_font).horizontalAdvance(m_text))) + 18, 20};
}

void RailLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF box(mirrored ? width() - 10 : 0, (height() - 10) / 2.0, 10, 10);
    drawShape(painter, box, m_look.shape, m_appearance.theme().tone(m_look.tone).line);
    painter.setFont(m_font);
    painter.setPen(m_appearance.theme().text);
    const QRectF text =
        mirrored ? QRectF(rect()).adjusted(0, 0, -16, 0) : QRectF(rect()).adjusted(16, 0, 0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

} // namespace tieout
