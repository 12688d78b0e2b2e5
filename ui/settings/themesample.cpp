// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/themesample.h"

#include "ui/theme/fonts.h"

#include <QPainter>
#include <QPainterPath>

namespace tieout {

namespace themesample {

constexpr qreal kWord = 30; // for the name below the picture
constexpr int kRows = 4;

} // namespace themesample

ThemeSample::ThemeSample(ThemeMode mode,
                         const QString& name,
                         const Appearance& appearance,
                         QWidget* parent)
    : QAbstractButton(parent)
    , m_mode(mode)
    , m_appearance(appearance)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void ThemeSample::paintWindow(QPainter& painter, const QRectF& box, const Theme& theme) const
{
    painter.fillRect(box, theme.surface);
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 9), theme.sandboxStripe);
    painter.fillRect(QRectF(box.left(), box.top() + 9, 20, box.height() - 9), theme.raised);
    painter.fillRect(QRectF(box.left() + 5, box.top() + 16, 10, 8), theme.accent);
    const qreal step = (box.height() - 22) / themesample::kRows;
    for (int i = 0; i < themesample::kRows; ++i) {
        const qreal y = box.top() + 18 + i * step;
        if (i == 1)
            painter.fillRect(QRectF(box.left() + 20, y - 4, box.width() - 20, step),
                             theme.selection);
        const ToneColors& tone = theme.tone(Tone((i * 3 + 2) % kToneCount));
        painter.setBrush(tone.ground);
        painter.setPen(QPen(tone.line, 0.8));
        painter.drawRoundedRect(QRectF(box.left() + 28, y, 26, step - 9), 4, 4);
        painter.fillRect(QRectF(box.left() + 62, y + 3, box.width() - 100, 3), theme.muted);
        painter.fillRect(QRectF(box.right() - 28, y + 3, 20, 3), theme.text);
    }
}

void ThemeSample::paintEvent(QPaintEvent*)
{
    const Theme& now = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(3, 3, -3, -themesample::kWord);
    QPainterPath outline;
    outline.addRoundedRect(box, 8, 8);
    painter.save();
    painter.setClipPath(outline);
    if (isRightToLeft()) {
        painter.translate(2 * box.center().x(), 0);
        painter.scale(-1, 1);
    }
    if (m_mode == ThemeMode::System) {
        // Both halves: whichever the system asks for.
        paintWindow(painter, box, Theme::light());
        QPainterPath half;
        half.moveTo(box.topRight());
        half.lineTo(box.bottomRight());
        half.lineTo(box.bottomLeft());
        painter.setClipPath(half, Qt::IntersectClip);
        paintWindow(painter, box, Theme::darkOne());
    } else {
        paintWindow(painter, box, m_mode == ThemeMode::Dark ? Theme::darkOne() : Theme::light());
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isChecked() || hasFocus() ? now.accent : now.line, isChecked() ? 2.4 : 1));
    painter.drawPath(outline);
    painter.setPen(isChecked() ? now.accent : now.text);
    painter.setFont(isChecked() ? mediumOf(interfaceFont()) : interfaceFont());
    const QRectF word(0, box.bottom() + 4, width(), themesample::kWord - 4);
    painter.drawText(word, Qt::AlignCenter, text());
    if (hasFocus()) {
        painter.setPen(QPen(now.accent, 1, Qt::DotLine));
        painter.drawRoundedRect(word.adjusted(30, 2, -30, -2), 4, 4);
    }
}

} // namespace tieout
