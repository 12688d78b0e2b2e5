// SPDX-License-Identifier: GPL-3.0-or-later
// SourceSettings: every rail with its sources, their health as the engine last saw it, and a test
// of any of them now. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

#include <map>
#include <memory>

class QVBoxLayout;

namespace tieout {

class SourceSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceSettings(const SettingsParts& parts, QWidget* parent = nullptr);
    ~SourceSettings() override;

private:
    struct RailCard;

    void showStatus();
    RailCard& cardOf(const RailStatus& rail);

    SettingsParts m_parts;
    QVBoxLayout* m_column;
    QWidget* m_empty;
    std::map<qint64, std::unique_ptr<RailCard>> m_cards; // by rail
    QVBoxLayout* m_rails;
};

} // namespace tieout
