// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/footer.h"

#include "model/tables/paymentstable.h"
#include "ui/errortext.h"
#include "ui/widgets/raillabel.h"

#include <QBoxLayout>
#include <QLabel>

namespace tieout {

namespace footer {

// An engine that never was has been silent since 1970.
constexpr Duration kNever{std::chrono::hours(24 * 365)};

} // namespace footer

QString engineText(const std::optional<StationView>& view)
{
    if (!view)
        return {};
    if (view->engineAlive)
        return Footer::tr("engine running, term %1").arg(view->engineEpoch);
    if (view->engineEpoch == 0 || view->engineSilence > footer::kNever)
        return Footer::tr("no engine");
    return Footer::tr("no engine for %1").arg(ageText(view->engineSilence));
}

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
    m_engine = new StateLabel(appearance, this);
    m_engine->setObjectName(QStringLiteral("engineState"));
    m_database = new StateLabel(appearance, this);
    m_database->setObjectName(QStringLiteral("databaseState"));
    row->addWidget(m_engine);
    row->addWidget(m_database);
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
    if (m_status.lostSince())
        showDatabase();
}

void Footer::showRails()
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
    m_message->setVisible(count == 0);
    if (!view)
        m_message->setText(m_status.error() ? QString() : tr("Reading the state of the rails…"));
    else
        m_message->setText(tr("No rail has been watched yet"));
}

void Footer::showEngine()
{
    const auto& view = m_status.view();
    m_engine->setVisible(view.has_value());
    if (!view)
        return;
    const QString text = engineText(view);
    const Look look =
        view->engineAlive ? Look{Tone::Good, Shape::Check} : Look{Tone::Caution, Shape::Triangle};
    m_engine->setState(look,
                       tr("Engine"),
                       text,
                       view->engineAlive
                           ? tr("%1\nHeld by %2").arg(text, view->engineHolder)
                           : tr("%1\nWhat people decide waits until one works again").arg(text));
}

void Footer::showDatabase()
{
    const QString name = tr("Database");
    if (const auto& since = m_status.lostSince()) {
        const QString text =
            tr("database lost, reconnecting for %1").arg(ageText(m_status.now() - *since));
        m_database->setState({Tone::Bad, Shape::Cross}, name, text, errorText(*m_status.error()));
        return;
    }
    if (const auto& error = m_status.error()) {
        m_database->setState(
            {Tone::Bad, Shape::Triangle}, name, tr("database can't be read"), errorText(*error));
        return;
    }
    const bool read = m_status.view().has_value();
    m_database->setState(read ? Look{Tone::Good, Shape::Check} : Look{Tone::Waiting, Shape::Ring},
                         name,
                         read ? tr("connected") : tr("connecting…"),
                         read ? tr("The database answers") : tr("Waiting for the first answer"));
}

void Footer::showStatus()
{
    showRails();
    showEngine();
    showDatabase();
}

} // namespace tieout
