// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewboard.h"

#include "model/domain/filter.h"
#include "model/tables/paymentstable.h"
#include "ui/overview/depthlist.h"
#include "ui/overview/intakelist.h"
#include "ui/overview/overviewcard.h"
#include "ui/overview/overviewwords.h"
#include "ui/overview/railline.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/spreadchart.h"
#include "ui/widgets/stackchart.h"
#include "ui/widgets/stepchart.h"

#include <QBoxLayout>
#include <QDateTime>

#include <algorithm>

namespace tieout {

namespace overviewboard {

constexpr int kMargin = 16;

// So many steps that bars can be told apart; one bar then stands for several.
StepRow stepRow(const ConfirmingRail& rail)
{
    StepRow row;
    row.name = rail.rail;
    row.goals = rail.needs;
    const qint64 last = std::max<qint64>(rail.needs.empty() ? 0 : rail.needs.back(),
                                         rail.steps.empty() ? 0 : rail.steps.back().have);
    const qint64 wide = last / StepChart::kMostSlots + 1;
    for (const ConfirmingRail::Step& step : rail.steps) {
        const qint64 from = step.have / wide * wide;
        if (row.bars.empty() || row.bars.back().from != from)
            row.bars.push_back({from, from + wide - 1, 0, {}});
        StepBar& bar = row.bars.back();
        bar.count += step.payments.count;
        bar.target = wide == 1 ? step.payments.filter
                               : QStringLiteral("status:confirming rail:%1 confirmations:%2..%3")
                                     .arg(quotedFilterText(rail.rail, false))
                                     .arg(bar.from)
                                     .arg(bar.to);
    }
    QStringList notes{OverviewBoard::tr("%n payment(s)", nullptr, int(rail.payments))};
    if (rail.byMark > 0)
        notes.append(
            OverviewBoard::tr("%n of them for a mark of the chain", nullptr, int(rail.byMark)));
    row.note = notes.join(QStringLiteral(" · "));
    return row;
}

QString windowText(const TimesTaken& taken, UtcTime now)
{
    const auto days = std::chrono::duration_cast<std::chrono::hours>(now - taken.since) / 24;
    if (taken.cut && days.count() < 1)
        //: A window of time that ends now, such as "the last 5 h 12 m".
        return OverviewBoard::tr("the last %1").arg(ageText(now - taken.since));
    return OverviewBoard::tr("%n day(s)", nullptr, int(std::max<qint64>(1, days.count())));
}

void addSpread(std::vector<SpreadRow>& rows,
               const QString& name,
               const Spread& spread,
               const QString& window)
{
    if (spread.payments == 0)
        return;
    //: How many were measured, and over how long: "2 113 payments · 30 days".
    const QString note = OverviewBoard::tr("%1 · %2").arg(
        OverviewBoard::tr("%n payment(s)", nullptr, int(spread.payments)), window);
    rows.push_back({name, note, spread.p50, spread.p95, spread.p99});
}

} // namespace overviewboard

OverviewBoard::OverviewBoard(Overview& overview,
                             StationStatus& status,
                             const Appearance& appearance,
                             QWidget* parent)
    : QScrollArea(parent)
    , m_overview(overview)
    , m_status(status)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("overviewBoard"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(new QWidget(this));
    makeCards();
    place();
    connect(&overview, &Overview::changed, this, &OverviewBoard::showFigures);
    connect(&status, &StationStatus::changed, this, [this] {
        showRails();
        if (m_status.lostSince())
            showFigures();
    });
    showRails();
    showFigures();
}

void OverviewBoard::makeCards()
{
    const auto card = [this](const QString& title) {
        return new OverviewCard(m_appearance, title, widget());
    };
    m_railsCard = card(tr("Rails"));
    m_railsCard->body().addWidget(new RailHeader(m_appearance, this));
    m_queuesCard = card(tr("Queues"));
    m_queues = new DepthList(m_appearance, false, this);
    m_queuesCard->body().addWidget(m_queues, 0, Qt::AlignTop);
    m_casesCard = card(tr("Open cases"));
    m_cases = new DepthList(m_appearance, true, this);
    m_casesCard->body().addWidget(m_cases, 0, Qt::AlignTop);
    m_intakeCard = card(tr("Money in today"));
    m_intake = new IntakeList(m_appearance, this);
    m_intakeCard->body().addWidget(m_intake, 0, Qt::AlignTop);
    m_ageingCard = card(tr("Ageing of open payments"));
    m_ageing = new StackChart(m_appearance, tr("Ageing of open payments"), this);
    m_ageingCard->body().addWidget(m_ageing, 1);
    m_confirmingCard = card(tr("Confirmations in progress"));
    m_confirming = new StepChart(m_appearance, tr("Confirmations in progress"), this);
    m_confirmingCard->body().addWidget(m_confirming, 1);
    m_timesCard = card(tr("Time from first seen"));
    m_times = new SpreadChart(m_appearance, tr("Time from first seen"), this);
    m_timesCard->body().addWidget(m_times, 0, Qt::AlignTop);
    for (DepthList* list : {m_queues, m_cases})
        connect(list, &DepthList::opened, this, &OverviewBoard::opened);
    connect(m_intake, &IntakeList::opened, this, &OverviewBoard::opened);
    for (Chart* chart : std::initializer_list<Chart*>{m_ageing, m_confirming, m_times})
        connect(chart, &Chart::opened, this, &OverviewBoard::opened);
}

void OverviewBoard::place()
{
    auto* all = new QVBoxLayout(widget());
    constexpr int kMargin = overviewboard::kMargin;
    all->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    all->setSpacing(kMargin);
    all->addWidget(m_railsCard);
    // Columns of their own: a short block leaves no hole beside a long one, and none is higher
    // than what it shows.
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kMargin);
    for (const auto& [above, below] : {std::pair{m_queuesCard, m_ageingCard},
                                       std::pair{m_casesCard, m_confirmingCard},
                                       std::pair{m_intakeCard, m_timesCard}}) {
        auto* column = new QVBoxLayout;
        column->setSpacing(kMargin);
        column->addWidget(above);
        column->addWidget(below);
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    all->addLayout(columns, 1);
}

void OverviewBoard::showRails()
{
    const auto& view = m_status.view();
    if (view && !m_status.error())
        m_railsAsOf = m_status.now();
    const OverviewBlock<bool> block{
        view ? std::optional<bool>(true) : std::nullopt, m_railsAsOf, m_status.error()};
    m_railsCard->present(block,
                         m_status.lostSince(),
                         tr("No rail has been watched on this database yet.\n"
                            "Rails are named in the engine's configuration; they appear here as "
                            "soon as it runs."),
                         view && view->rails.empty());
    if (!view)
        return;
    while (m_rows.size() < view->rails.size()) {
        auto* row = new RailLine(m_appearance, this);
        connect(row, &RailLine::clicked, this, [this, row] { Q_EMIT railOpened(row->rail()); });
        m_railsCard->body().addWidget(row);
        m_rows.push_back(row);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < view->rails.size());
        if (i < view->rails.size())
            m_rows[i]->setRail(view->rails[i], m_status.now());
    }
    m_railsCard->setNote(view->rails.empty() ? QString() : tr("Enter opens a rail"));
    // The keys work at once, but never leave what somebody uses.
    const bool isFirst = !m_rows.empty() && !std::exchange(m_hadRows, true);
    QWidget* used = window()->focusWidget();
    if (isFirst && isVisible() && !(used && isAncestorOf(used)))
        focusRail(0);
}

void OverviewBoard::focusRail(qint64 rail)
{
    for (RailLine* row : m_rows) {
        if (row->isVisibleTo(this) && (rail == 0 || row->rail() == rail))
            return row->setFocus(Qt::OtherFocusReason);
    }
}

void OverviewBoard::showFigures()
{
    const auto& lost = m_status.lostSince();
    showQueues();
    const auto& intake = m_overview.intake();
    m_intakeCard->present(intake,
                          lost,
                          tr("No money was confirmed since 00:00 UTC."),
                          intake.value && intake.value->sums.empty());
    if (intake.value) {
        m_intake->setIntake(*intake.value);
        const QString day = QDateTime::fromMSecsSinceEpoch(intake.value->from.ms(), Qt::UTC)
                                .date()
                                .toString(Qt::ISODate);
        //: A day in UTC.
        m_intakeCard->setNote(tr("UTC day %1").arg(day));
    }
    showAgeing();
    showConfirming();
    showTimes();
}

void OverviewBoard::showQueues()
{
    const auto& queues = m_overview.queues();
    const auto& lost = m_status.lostSince();
    m_queuesCard->present(queues, lost, {}, false);
    std::vector<QueueDepth> payments;
    std::vector<QueueDepth> cases;
    qint64 open = 0;
    if (queues.value) {
        for (const QueueDepth& depth : *queues.value) {
            (isSeverity(depth.queue) ? cases : payments).push_back(depth);
            open += depth.cases.cases;
        }
        m_queues->setDepths(payments, m_overview.now());
        m_cases->setDepths(cases, m_overview.now());
        m_queuesCard->setNote(tr("as of %1 UTC").arg(clockText(queues.asOf)));
        m_casesCard->setNote(open == 0 ? QString() : tr("%n open", "cases", int(open)));
    }
    m_casesCard->present(queues,
                         lost,
                         tr("No open cases.\nEverything that was found is decided."),
                         queues.value && open == 0);
}

void OverviewBoard::showAgeing()
{
    const auto& ageing = m_overview.ageing();
    qint64 all = 0;
    std::vector<StackPart> parts;
    std::vector<StackColumn> columns;
    if (ageing.value) {
        for (size_t band = 0; band < Overview::kAgeBands.size(); ++band)
            columns.push_back({ageBandText(band), {}});
        for (const AgeingRow& row : *ageing.value) {
            parts.push_back({translatedWord(labelOf(row.status)), lookOf(row.status)});
            for (size_t band = 0; band < row.bands.size(); ++band) {
                const BoundedCount& count = row.bands[band];
                columns[band].cells.push_back({count.count, count.more, count.filter});
                all += count.count;
            }
        }
    }
    m_ageingCard->present(ageing,
                          m_status.lostSince(),
                          tr("No payments are open.\nNew ones are made on the page Payments."),
                          ageing.value && all == 0);
    m_ageingCard->setNote(all == 0 ? QString() : tr("since they were created"));
    if (all > 0)
        m_ageing->setStacks(std::move(parts), std::move(columns));
}

void OverviewBoard::showConfirming()
{
    const auto& confirming = m_overview.confirming();
    m_confirmingCard->present(
        confirming,
        m_status.lostSince(),
        tr("No payment is confirming.\n"
           "Once money is mined, each rail shows here how many confirmations its payments have."),
        confirming.value && confirming.value->empty());
    if (!confirming.value)
        return;
    std::vector<StepRow> rows;
    bool more = false;
    for (const ConfirmingRail& rail : *confirming.value) {
        rows.push_back(overviewboard::stepRow(rail));
        more = more || rail.more;
    }
    m_confirmingCard->setNote(more
                                  ? tr("of the first %1").arg(groupedNumber(Overview::kMostCounted))
                              : rows.empty() ? QString()
                                             : tr("blocks on the deciding transfer"));
    m_confirming->setRows(std::move(rows));
}

void OverviewBoard::showTimes()
{
    const auto& times = m_overview.times();
    std::vector<SpreadRow> rows;
    if (times.value) {
        const QString window = overviewboard::windowText(*times.value, m_overview.now());
        for (const RailTimes& rail : times.value->rails) {
            //: A rail, then what was reached.
            overviewboard::addSpread(
                rows, tr("%1 · confirmed").arg(rail.rail), rail.toConfirmed, window);
            overviewboard::addSpread(rows, tr("%1 · final").arg(rail.rail), rail.toFinal, window);
        }
        m_timesCard->setNote(rows.empty() ? QString() : tr("measured here; no promise"));
    }
    m_timesCard->present(times,
                         m_status.lostSince(),
                         tr("Nothing was confirmed within 30 days.\n"
                            "Half, 95 and 99 of a hundred payments are told apart here."),
                         times.value && rows.empty());
    m_times->setRows(std::move(rows));
}

} // namespace tieout
