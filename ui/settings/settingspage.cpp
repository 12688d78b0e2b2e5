// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/appearancesettings.h"
#include "ui/settings/connectionsettings.h"
#include "ui/settings/languagesettings.h"
#include "ui/settings/notificationsettings.h"
#include "ui/settings/sourcesettings.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

namespace tieout {

namespace settingspage {

constexpr int kSections = 210;
constexpr int kSectionHeight = 38;
constexpr int kWidest = 900;

} // namespace settingspage

SettingsPage::SettingsPage(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_sections(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sections->setObjectName(QStringLiteral("sections"));
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->setIconSize({18, 18});
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("settingsSide"));
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(settingspage::kSections);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 14, 8, 8);
    sideColumn->addWidget(m_sections);
    row->addWidget(side);
    row->addWidget(m_stack, 1);
    auto* connections = new ConnectionSettings(parts, this);
    connect(connections, &ConnectionSettings::databaseWanted, this, &SettingsPage::databaseWanted);
    addSection(tr("Connections"), QStringLiteral("plug"), connections);
    addSection(tr("Rails and sources"), QStringLiteral("rail"), new SourceSettings(parts, this));
    addSection(tr("Appearance"), QStringLiteral("contrast"), new AppearanceSettings(parts, this));
    addSection(tr("Language"), QStringLiteral("language"), new LanguageSettings(parts, this));
    addSection(tr("Notifications"), QStringLiteral("bell"), new NotificationSettings(parts, this));
    connect(m_sections, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
    setFocusProxy(m_sections);
}

void SettingsPage::addSection(const QString& name, const QString& icon, QWidget* content)
{
    auto* item = new QListWidgetItem(lineIcon(icon), name);
    item->setSizeHint({0, settingspage::kSectionHeight});
    m_sections->addItem(item);
    auto* area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // it follows the focus of what it holds
    auto* inner = new QWidget(area);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(28, 22, 28, 28);
    column->setSpacing(16);
    auto* head = new QLabel(name, inner);
    head->setFont(mediumOf(interfaceFont(15)));
    column->addWidget(head);
    content->setMaximumWidth(settingspage::kWidest);
    auto* row = new QHBoxLayout;
    row->addWidget(content, 1'000);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    area->setWidget(inner);
    m_stack->addWidget(area);
}

void SettingsPage::showSection(Section section)
{
    m_sections->setCurrentRow(int(section));
}

} // namespace tieout
