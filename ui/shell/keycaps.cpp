// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keycaps.h"

#include "ui/theme/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace tieout {

namespace keycaps {

constexpr qreal kHeight = 20;
constexpr qreal kGap = 4;
constexpr qreal kBefore = 8;

// A key may be the separator's neighbour or the separator itself: "Ctrl+,", "Ctrl++".
QStringList capsOf(const QString& keys)
{
    QString rest = keys;
    QStringList caps;
    for (auto at = rest.indexOf(u'+', 1); at > 0 && at + 1 < rest.size();
         at = rest.indexOf(u'+', 1)) {
        caps.append(rest.left(at));
        rest = rest.mid(at + 1);
    }
    caps.append(rest);
    return caps;
}

QFont font()
{
    return mediumOf(interfaceFont(8.5));
}

qreal capWidth(const QFontMetricsF& metrics, const QString& cap)
{
    return std::max(metrics.horizontalAdvance(cap) + 12, kHeight);
}

} // namespace keycaps

qreal keysWidth(const QString& keys)
{
    if (keys.isEmpty())
        return 0;
    const QFontMetricsF metrics(keycaps::font());
    qreal width = keycaps::kBefore;
    for (const QString& cap : keycaps::capsOf(keys))
        width += keycaps::capWidth(metrics, cap) + keycaps::kGap;
    return width;
}

qreal paintKeys(QPainter& painter,
                const QString& keys,
                const QRectF& box,
                const Theme& theme,
                Qt::LayoutDirection direction)
{
    if (keys.isEmpty())
        return 0;
    const QFontMetricsF metrics(keycaps::font());
    painter.save();
    painter.setFont(keycaps::font());
    painter.setRenderHint(QPainter::Antialiasing);
    qreal used = 0;
    QStringList caps = keycaps::capsOf(keys);
    const bool mirrored = direction == Qt::RightToLeft;
    while (!caps.isEmpty()) {
        // Keys are read from left to right in every script.
        const QString cap = mirrored ? caps.takeFirst() : caps.takeLast();
        const qreal width = keycaps::capWidth(metrics, cap);
        QRectF place(box.right() - used - width,
                     box.center().y() - keycaps::kHeight / 2,
                     width,
                     keycaps::kHeight);
        if (mirrored)
            place.moveLeft(box.left() + used);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(theme.muted);
        painter.drawText(place, Qt::AlignCenter, cap);
        used += width + keycaps::kGap;
    }
    painter.restore();
    return used + keycaps::kBefore;
}

Keycaps::Keycaps(const QList<QKeySequence>& keys, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    for (const QKeySequence& each : keys)
        m_keys.append(each.toString(QKeySequence::NativeText));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_keys.join(QStringLiteral(", ")));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize Keycaps::sizeHint() const
{
    qreal width = 0;
    for (const QString& each : m_keys)
        width += keysWidth(each);
    return {int(std::ceil(width)), 24};
}

void Keycaps::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QRectF box = rect();
    for (auto it = m_keys.crbegin(); it != m_keys.crend(); ++it) {
        const qreal used = paintKeys(painter, *it, box, m_appearance.theme(), layoutDirection());
        box.adjust(mirrored ? used : 0, 0, mirrored ? 0 : -used, 0);
    }
}

} // namespace tieout
