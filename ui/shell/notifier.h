// SPDX-License-Identifier: GPL-3.0-or-later
// Notifier: an icon in the desktop's notification area while notifications are switched on and the
// desktop has one: a message per new case of severity 1, their number in the tool tip, a click asks
// for the window. GUI thread.
#pragma once

#include "model/tables/casealarms.h"
#include "ui/settings/preferences.h"

#include <QSystemTrayIcon>

#include <memory>

namespace tieout {

class Notifier final : public QObject
{
    Q_OBJECT

public:
    Notifier(CaseAlarms& alarms, const Preferences& preferences, QObject* parent = nullptr);

    bool isOn() const { return m_icon != nullptr; }

Q_SIGNALS:
    void windowWanted();
    // What the desktop was told; also without an icon, as long as it is switched on.
    void told(const QString& title, const QString& text);

private:
    void tell(const std::vector<SevereCase>& cases);
    void showCount(int count);
    void followPreferences();

    CaseAlarms& m_alarms;
    const Preferences& m_preferences;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace tieout
