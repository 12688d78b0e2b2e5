// SPDX-License-Identifier: GPL-3.0-or-later
// LanguageSettings: which language the console speaks from its next start on. GUI thread.
#pragma once

#include "ui/settings/settingsparts.h"

#include <QWidget>

class QLabel;

namespace tieout {

class LanguageSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit LanguageSettings(const SettingsParts& parts, QWidget* parent = nullptr);

private:
    void showNote();

    SettingsParts m_parts;
    QString m_atStart;
    QLabel* m_note;
};

} // namespace tieout
