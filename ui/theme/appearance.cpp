// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"

#include "ui/theme/fonts.h"

#include <QApplication>
#include <QPainter>
#include <QPolygonF>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace tieout {

namespace appearance {

constexpr int kTickBox = 16;

// Fusion, but for three things: an underlined letter is shaped apart from its neighbours, which
// breaks every word whose letters join: there the keys work and aren't shown. A tick box has an
// edge that is seen in the dark, like that of a radio button. And a menu's tick is a line, which is
// as sharp as the screen, not a pattern of dots.
class DeskStyle final : public QProxyStyle
{
public:
    DeskStyle()
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    {}

    int styleHint(StyleHint hint,
                  const QStyleOption* option,
                  const QWidget* widget,
                  QStyleHintReturn* answer) const override
    {
        if (hint == SH_UnderlineShortcut && QGuiApplication::isRightToLeft())
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }

    int pixelMetric(PixelMetric metric,
                    const QStyleOption* option,
                    const QWidget* widget) const override
    {
        if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight)
            return kTickBox;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption* option,
                       QPainter* painter,
                       const QWidget* widget) const override
    {
        if (element == PE_IndicatorCheckBox)
            drawTickBox(*option, *painter);
        else if (element == PE_IndicatorMenuCheckMark)
            drawTick(option->rect, option->palette.color(QPalette::Text), *painter);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

private:
    // As large as a tick box has it, in the middle of `place`.
    static void drawTick(const QRectF& place, const QColor& color, QPainter& painter)
    {
        QRectF box(0, 0, kTickBox - 1, kTickBox - 1);
        box.moveCenter(place.center());
        const auto at = [&](qreal x, qreal y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.43, 0.72), at(0.77, 0.31)});
        painter.restore();
    }

    static void drawTickBox(const QStyleOption& option, QPainter& painter)
    {
        const QPalette& palette = option.palette;
        const bool on = option.state.testFlag(State_On);
        const bool enabled = option.state.testFlag(State_Enabled);
        const bool filled = on && enabled;
        const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(filled || option.state.testFlag(State_HasFocus)
                           ? palette.color(QPalette::Highlight)
                           : palette.color(QPalette::PlaceholderText));
        painter.setBrush(filled ? palette.color(QPalette::Highlight)
                                : palette.color(enabled ? QPalette::Base : QPalette::Window));
        painter.drawRoundedRect(box, 4, 4);
        if (on)
            drawTick(box,
                     filled ? palette.color(QPalette::HighlightedText)
                            : palette.color(QPalette::PlaceholderText),
                     painter);
        painter.restore();
    }
};

} // namespace appearance

Appearance::Appearance(ThemeMode mode, QObject* parent)
    : QObject(parent)
    , m_mode(mode)
{
    // The system's palette before ours tells whether it is dark.
    const QPalette system = QApplication::palette();
    m_systemDark =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    QApplication::setStyle(new appearance::DeskStyle);
    loadFonts();
    QApplication::setFont(interfaceFont());
    QToolTip::setFont(interfaceFont(9.5));
    apply();
}

void Appearance::setMode(ThemeMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
    Q_EMIT changed();
}

void Appearance::setSystemDark(bool dark)
{
    m_systemDark = dark;
    if (m_mode != ThemeMode::System || m_dark == dark)
        return;
    apply();
    Q_EMIT changed();
}

void Appearance::toggleDark()
{
    setMode(m_dark ? ThemeMode::Light : ThemeMode::Dark);
}

void Appearance::toggleDensity()
{
    setDensity(m_density == Density::Compact ? Density::Comfortable : Density::Compact);
}

void Appearance::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    Q_EMIT changed();
}

void Appearance::apply()
{
    m_dark = m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemDark);
    QApplication::setPalette(theme().palette());
    qApp->setStyleSheet(theme().styleSheet());
}

} // namespace tieout
