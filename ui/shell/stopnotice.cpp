// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stopnotice.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/announce.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace tieout {

StopNotice::StopNotice(const Appearance& appearance, QWidget& window)
    : Overlay(appearance, window)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("stopNotice"));
    setHeld(true);
    setPlace(440, -1);
    column().setContentsMargins(28, 24, 28, 26);
    column().setSpacing(10);
    m_title->setFont(mediumOf(interfaceFont(13)));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(6);
    bar->setAccessibleName(tr("Stopping the engine"));
    column().addWidget(m_title);
    column().addWidget(m_text);
    column().addSpacing(6);
    column().addWidget(bar);
}

void StopNotice::open()
{
    m_title->setText(tr("Stopping the engine…"));
    m_text->setText(tr("It finishes the step it is at and hands its lease back. The window closes "
                       "by itself."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
    Overlay::open();
    announce(*this);
}

void StopNotice::showForced()
{
    m_title->setText(tr("The engine needs longer than expected"));
    m_text->setText(tr("Its open calls are being interrupted. Nothing is lost: what was not "
                       "committed is done again at the next start."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
    announce(*this);
}

QString StopNotice::text() const
{
    return m_title->text();
}

} // namespace tieout
