// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"

#include "ui/theme/fonts.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace tieout {

namespace appearance {

// Fusion, but for one thing: an underlined letter is shaped apart from its neighbours, which
// breaks every word whose letters join. There the keys work and aren't shown.
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
