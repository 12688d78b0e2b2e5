// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/footer.h"

#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/shell/raillabel.h"
#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

Footer::Footer(StationStatus& status, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_status(status)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(28);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(18);
    m_rails = new QHBoxLayout;
    m_rails->setSpacing(18);
    row->addLayout(m_rails);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    row->addWidget(m_message);
    row->addStretch(1);
    m_clock = new QLabel(this);
    m_clock->setAccessibleName(tr("Clock"));
    row->addWidget(m_clock);
    connect(&status, &StationStatus::changed, this, &Footer::showStatus);
    m_tick.setInterval(1'000);
    connect(&m_tick, &QTimer::timeout, this, &Footer::showClock);
    m_tick.start();
    showClock();
    showStatus();
}

void Footer::showClock()
{
    //: The time of day in UTC.
    m_clock->setText(tr("%1 UTC").arg(tableTime(m_status.now())));
}

void Footer::showStatus()
{
    const auto& view = m_status.view();
    const size_t count = view ? view->rails.size() : 0;
    while (m_labels.size() < count) {
        m_labels.push_back(new RailLabel(m_appearance, this));
        m_rails->addWidget(m_labels.back());
    }
    for (size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setVisible(i < count);
        if (i < count)
            m_labels[i]->setRail(view->rails[i], m_status.now());
    }
    if (m_status.error())
        m_message->setText(errorText(*m_status.error()));
    else if (!view)
        m_message->setText(tr("Reading the state of the rails…"));
    else
        m_message->setText(count == 0 ? tr("No rail has been watched yet") : QString());
}

} // namespace tieout
