// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingscard.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/leading.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

QLabel* mutedLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

SettingsCard::SettingsCard(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_text(mutedLabel(text, this))
{
    setProperty("card", true);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(title);
    m_column->setContentsMargins(20, 16, 20, 18);
    m_column->setSpacing(10);
    auto* head = new QLabel(title, this);
    head->setFont(mediumOf(interfaceFont(11)));
    head->setTextFormat(Qt::PlainText);
    alignLeading(*head);
    m_column->addWidget(head);
    m_column->addWidget(m_text);
    m_text->setVisible(!text.isEmpty());
}

void SettingsCard::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

} // namespace tieout
