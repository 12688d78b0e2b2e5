// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionbanner.h"

#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/callout.h"

#include <QBoxLayout>
#include <QToolButton>

namespace tieout {

ConnectionBanner::ConnectionBanner(StationStatus& status,
                                   const Appearance& appearance,
                                   QWidget* parent)
    : QWidget(parent)
    , m_status(status)
    , m_words(new Callout(appearance, {Tone::Bad, Shape::Triangle}, this))
{
    setObjectName(QStringLiteral("connectionBanner"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    auto* retry = new QToolButton(this);
    retry->setProperty("framed", true);
    retry->setText(tr("Try now"));
    connect(retry, &QToolButton::clicked, &status, &StationStatus::refresh);
    row->addWidget(retry);
    connect(&status, &StationStatus::changed, this, &ConnectionBanner::showStatus);
    showStatus();
}

void ConnectionBanner::showStatus()
{
    const auto& error = m_status.error();
    setVisible(error.has_value());
    if (!error)
        return;
    const auto& since = m_status.lostSince();
    m_words->setWords(since ? tr("No answer from the database since %1 UTC").arg(tableTime(*since))
                            : tr("The database can't be read"),
                      m_status.view()
                          ? tr("%1 What is on screen is from before.").arg(errorText(*error))
                          : errorText(*error));
}

} // namespace tieout
