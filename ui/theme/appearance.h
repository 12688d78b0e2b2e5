// SPDX-License-Identifier: GPL-3.0-or-later
// Appearance: which theme the console wears now, and the one place that switches it, live, for
// every window. GUI thread; made once by the composition and handed to whoever paints.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace tieout {

enum class ThemeMode { System, Light, Dark };

class Appearance final : public QObject
{
    Q_OBJECT

public:
    // Takes over style, fonts and palette of the application.
    explicit Appearance(ThemeMode mode, QObject* parent = nullptr);

    const Theme& theme() const { return m_dark ? Theme::darkOne() : Theme::light(); }
    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode;
    bool m_systemDark = false;
    bool m_dark = false;
};

} // namespace tieout
