// SPDX-License-Identifier: GPL-3.0-or-later
// NotificationSettings: whether the desktop is told of cases of severity 1. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

namespace tieout {

class NotificationSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit NotificationSettings(const SettingsParts& parts, QWidget* parent = nullptr);
};

} // namespace tieout
