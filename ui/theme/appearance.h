// SPDX-License-Identifier: GPL-3.0-or-later
// Appearance: which theme and density the console wears now, and the one place that switches them,
// live, for every window. GUI thread; made once by the composition and handed to whoever paints.
// The system's choice of light or dark is read from its palette when this is made; whoever learns
// of a change tells it.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace tieout {

enum class ThemeMode { System, Light, Dark };
enum class Density { Comfortable, Compact };

// Of rows in long tables, in device-independent pixels.
constexpr int rowHeightOf(Density density)
{
    return density == Density::Compact ? 22 : 28;
}

class Appearance final : public QObject
{
    Q_OBJECT

public:
    // Takes over style, fonts and palette of the application.
    explicit Appearance(ThemeMode mode, QObject* parent = nullptr);

    const Theme& theme() const { return m_dark ? Theme::darkOne() : Theme::light(); }
    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    void setSystemDark(bool dark);
    void toggleDark(); // to light or dark, whatever the system's
    Density density() const { return m_density; }
    void setDensity(Density density);
    void toggleDensity();

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode;
    Density m_density = Density::Comfortable;
    bool m_systemDark = false;
    bool m_dark = false;
};

} // namespace tieout
