// SPDX-License-Identifier: GPL-3.0-or-later
// AppearanceSettings: theme and density, applied at once and kept. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

class QButtonGroup;

namespace tieout {

class AppearanceSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit AppearanceSettings(const SettingsParts& parts, QWidget* parent = nullptr);

private:
    QWidget* makeTheme();
    QWidget* makeDensity();
    void showChoice();

    SettingsParts m_parts;
    QButtonGroup* m_modes = nullptr;
    QButtonGroup* m_densities = nullptr;
};

} // namespace tieout
