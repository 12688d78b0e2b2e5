// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notificationsettings.h"

#include "ui/settings/settingscard.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QSystemTrayIcon>

namespace tieout {

NotificationSettings::NotificationSettings(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const bool possible = QSystemTrayIcon::isSystemTrayAvailable();
    auto* card = new SettingsCard(
        tr("Desktop notifications"),
        tr("One message for each new case of severity 1, the kind that stops money. Nothing else "
           "makes noise."),
        this);
    auto* box = new QCheckBox(tr("Tell me of cases of severity 1"), card);
    box->setObjectName(QStringLiteral("notifies"));
    box->setChecked(parts.preferences.notifies());
    box->setEnabled(possible);
    connect(box, &QCheckBox::toggled, &parts.preferences, &Preferences::setNotifies);
    card->column().addWidget(box);
    if (!possible)
        card->column().addWidget(mutedLabel(
            tr("This desktop has no notification area, so that there is nowhere to tell it."),
            card));
    column->addWidget(card);
}

} // namespace tieout
