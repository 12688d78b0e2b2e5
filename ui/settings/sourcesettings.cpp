// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sourcesettings.h"

#include "model/tables/paymentstable.h"
#include "ui/settings/settingscard.h"
#include "ui/settings/sourcerow.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/railreason.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

struct SourceSettings::RailCard
{
    SettingsCard* card;
    std::map<QString, SourceRow*> rows; // by source
};

namespace sourcesettings {

QString railText(const RailStatus& rail, UtcTime now)
{
    QStringList parts;
    if (rail.head >= 0)
        parts.append(SourceSettings::tr("Head %1, %2 ago")
                         .arg(groupedNumber(rail.head), ageText(now - rail.headTime)));
    else
        parts.append(SourceSettings::tr("No head yet"));
    if (rail.sources > 0)
        parts.append(SourceSettings::tr("%1 of %2 sources healthy")
                         .arg(rail.healthySources)
                         .arg(rail.sources));
    else
        parts.append(SourceSettings::tr("no source has reported yet"));
    if (!rail.healthy && !rail.healthReason.isEmpty())
        parts.append(railReasonText(rail.healthReason));
    if (rail.frozen)
        parts.append(SourceSettings::tr("frozen until a person acknowledges"));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace sourcesettings

SourceSettings::SourceSettings(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_column(new QVBoxLayout(this))
    , m_rails(new QVBoxLayout)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(16);
    m_rails->setSpacing(16);
    m_column->addLayout(m_rails);
    m_empty = mutedLabel(tr("No rail has been watched on this database yet. Rails are named in the "
                            "engine's configuration."),
                         this);
    m_column->addWidget(m_empty);
    m_column->addWidget(mutedLabel(
        tr("Sources are part of the engine's configuration, for their addresses may hold keys: "
           "change them there and start the engine again."),
        this));
    connect(&parts.status, &StationStatus::changed, this, &SourceSettings::showStatus);
    showStatus();
}

SourceSettings::~SourceSettings() = default;

SourceSettings::RailCard& SourceSettings::cardOf(const RailStatus& rail)
{
    auto& card = m_cards[rail.rail];
    if (!card) {
        card = std::make_unique<RailCard>();
        card->card = new SettingsCard(rail.name, {}, this);
        m_rails->addWidget(card->card);
    }
    return *card;
}

void SourceSettings::showStatus()
{
    const auto& view = m_parts.status.view();
    m_empty->setVisible(view && view->rails.empty());
    if (!view)
        return;
    for (const RailStatus& rail : view->rails) {
        RailCard& card = cardOf(rail);
        card.card->setText(sourcesettings::railText(rail, m_parts.status.now()));
        for (const SourceStatus& source : rail.sourceList) {
            SourceRow*& row = card.rows[source.name];
            if (!row) {
                row = new SourceRow({m_parts.decisions, m_parts.appearance, rail.name, source.name},
                                    card.card);
                card.card->column().addWidget(row);
            }
            row->setStatus(source);
        }
    }
}

} // namespace tieout
