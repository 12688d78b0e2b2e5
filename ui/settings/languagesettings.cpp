// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languagesettings.h"

#include "ui/settings/settingscard.h"
#include "ui/theme/language.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>

namespace tieout {

LanguageSettings::LanguageSettings(const SettingsParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_atStart(parts.preferences.language())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new SettingsCard(tr("Language of the console"),
                                  tr("Used from the next start on, with the direction of its "
                                     "script. Journal, logs and stored values keep their words."),
                                  this);
    auto* group = new QButtonGroup(this);
    QList<Language> languages = availableLanguages();
    languages.prepend({QString(), tr("The system's language")});
    for (const Language& each : languages) {
        auto* choice = new QRadioButton(each.name, card);
        choice->setObjectName(QStringLiteral("language-") + each.code);
        choice->setChecked(each.code == m_atStart);
        group->addButton(choice);
        connect(choice, &QRadioButton::clicked, this, [this, code = each.code] {
            m_parts.preferences.setLanguage(code);
            showNote();
        });
        card->column().addWidget(choice, 0, Qt::AlignLeading);
    }
    m_note = mutedLabel({}, card);
    m_note->setObjectName(QStringLiteral("languageNote"));
    card->column().addWidget(m_note);
    column->addWidget(card);
    showNote();
}

void LanguageSettings::showNote()
{
    const bool same = m_parts.preferences.language() == m_atStart;
    m_note->setVisible(!same);
    m_note->setText(tr("Close and start Tieout again to read it in this language."));
}

} // namespace tieout
