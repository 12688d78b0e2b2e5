// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/queuenotice.h"

#include "ui/widgets/announce.h"
#include "ui/widgets/iconlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tieout {

QueueNotice::QueueNotice(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(QStringLiteral("alert"), 18, this))
    , m_text(new QLabel(this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("notice"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setProperty("framed", true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QToolButton::clicked, this, [this] {
        m_about == About::Outside ? Q_EMIT clearWanted() : Q_EMIT retryWanted();
    });
    hide();
}

void QueueNotice::say(About about, const QString& text)
{
    m_about = about;
    m_text->setText(text);
    m_icon->setVisible(about == About::Failure);
    m_text->setForegroundRole(about == About::Failure ? QPalette::WindowText
                                                      : QPalette::PlaceholderText);
    m_button->setText(about == About::Outside ? tr("Clear filter") : tr("Retry"));
    m_button->setAccessibleName(m_button->text());
    setAccessibleName(text);
    setVisible(about != About::Nothing);
    if (about != About::Nothing)
        announce(*this);
}

void QueueNotice::drop(About about)
{
    if (m_about == about)
        say(About::Nothing);
}

} // namespace tieout
