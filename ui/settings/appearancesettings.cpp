// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearancesettings.h"

#include "ui/settings/settingscard.h"
#include "ui/settings/themesample.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace tieout {

AppearanceSettings::AppearanceSettings(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_modes(new QButtonGroup(this))
    , m_densities(new QButtonGroup(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeTheme());
    column->addWidget(makeDensity());
    connect(&parts.appearance, &Appearance::changed, this, &AppearanceSettings::showChoice);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) {
        m_parts.appearance.setMode(ThemeMode(id));
    });
    connect(m_densities, &QButtonGroup::idClicked, this, [this](int id) {
        m_parts.appearance.setDensity(Density(id));
    });
    showChoice();
}

QWidget* AppearanceSettings::makeTheme()
{
    auto* card = new SettingsCard(tr("Theme"),
                                  tr("Light and dark apply at once. “System” follows the desktop: "
                                     "at once where it announces a change, otherwise at the next "
                                     "start."),
                                  this);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    const std::pair<ThemeMode, QString> modes[] = {{ThemeMode::System, tr("System")},
                                                   {ThemeMode::Light, tr("Light")},
                                                   {ThemeMode::Dark, tr("Dark")}};
    for (const auto& [mode, name] : modes) {
        auto* sample = new ThemeSample(mode, name, m_parts.appearance, card);
        sample->setObjectName(QStringLiteral("theme-") + toText(mode));
        m_modes->addButton(sample, int(mode));
        row->addWidget(sample);
    }
    row->addStretch(1);
    card->column().addLayout(row);
    return card;
}

QWidget* AppearanceSettings::makeDensity()
{
    auto* card = new SettingsCard(tr("Rows of long tables"), {}, this);
    const std::pair<Density, QString> densities[] = {
        {Density::Comfortable, tr("Comfortable")},
        {Density::Compact, tr("Compact: more rows on the screen")}};
    for (const auto& [density, name] : densities) {
        auto* choice = new QRadioButton(name, card);
        choice->setObjectName(density == Density::Compact ? QStringLiteral("compact")
                                                          : QStringLiteral("comfortable"));
        m_densities->addButton(choice, int(density));
        card->column().addWidget(choice, 0, Qt::AlignLeading);
    }
    return card;
}

void AppearanceSettings::showChoice()
{
    m_modes->button(int(m_parts.appearance.mode()))->setChecked(true);
    m_densities->button(int(m_parts.appearance.density()))->setChecked(true);
}

} // namespace tieout
