// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsPage (Ctrl+,): connections, rails and sources, appearance, language, notifications: a
// list of sections and the one that is chosen. Everything is applied when it is touched; there is
// no button to save. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace tieout {

class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Section { Connections, Sources, Appearance, Language, Notifications };

    explicit SettingsPage(const SettingsParts& parts, QWidget* parent = nullptr);

    void showSection(Section section);

Q_SIGNALS:
    // Another database than the open one: an address of the recent ones, or empty: any.
    void databaseWanted(const QString& url);

private:
    void addSection(const QString& name, const QString& icon, QWidget* content);

    QListWidget* m_sections;
    QStackedWidget* m_stack;
};

} // namespace tieout
