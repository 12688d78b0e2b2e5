// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionSettings: which database is open and how it is reached, a test of it, and the databases
// of the last times. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tieout {

class ConnectionView;
class FactGrid;

class ConnectionSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionSettings(const SettingsParts& parts, QWidget* parent = nullptr);

Q_SIGNALS:
    void databaseWanted(const QString& url); // empty: any other

private:
    QWidget* makeOpen();
    QWidget* makeRecent();
    void showFacts();
    void showRecent();

    SettingsParts m_parts;
    FactGrid* m_facts = nullptr;
    ConnectionView* m_view = nullptr;
    QPushButton* m_test = nullptr;
    QVBoxLayout* m_recent = nullptr;
};

} // namespace tieout
