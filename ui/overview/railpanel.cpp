// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/railpanel.h"

#include "model/tables/paymentstable.h"
#include "ui/overview/backfillcard.h"
#include "ui/overview/coveragecard.h"
#include "ui/overview/overviewcard.h"
#include "ui/overview/overviewwords.h"
#include "ui/settings/sourcerow.h"
#include "ui/shortcuts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/numbertext.h"
#include "ui/widgets/pilllabel.h"
#include "ui/widgets/raillabel.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace tieout {

namespace railpanel {

constexpr std::chrono::milliseconds kPace{2'000};
constexpr int kMargin = 16;

// A value with the remark beneath it in one line.
QString factText(const RailCell& cell)
{
    return cell.note.isEmpty() ? cell.value : RailPanel::tr("%1 · %2").arg(cell.value, cell.note);
}

// What was asked for in the highest blocks that were read, and what that costs.
QString scanText(const std::vector<CoveragePart>& parts)
{
    if (parts.empty())
        return RailPanel::tr("nothing yet");
    const auto newest =
        std::max_element(parts.begin(),
                         parts.end(),
                         [](const CoveragePart& a, const CoveragePart& b) { return a.to < b.to; });
    if (newest->scope == ScanScope::AllTokens)
        return RailPanel::tr("All tokens: every transfer of each new block is downloaded, some "
                             "hundred logs per block on a busy network. Money in a wrong token is "
                             "found.");
    return RailPanel::tr("Listed tokens: only the corridors' contracts are asked for, a few logs "
                         "per block. Money in another token is not looked for.");
}

} // namespace railpanel

RailPanel::RailPanel(const OverviewParts& parts, QWidget* parent)
    : QScrollArea(parent)
    , m_parts(parts)
    , m_record(parts.store, parts.decisions.account())
{
    setObjectName(QStringLiteral("railPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(new QWidget(this));
    makeCards();
    for (const QKeySequence& keys : keysOfRow("list.back")) {
        auto* back = new QShortcut(keys, this);
        back->setContext(Qt::WidgetWithChildrenShortcut);
        connect(back, &QShortcut::activated, this, &RailPanel::closed);
    }
    setFocusProxy(m_back);
    m_pace.setInterval(railpanel::kPace);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_record.reload();
    });
    connect(&m_record, &RailRecord::changed, this, &RailPanel::showAll);
    connect(&parts.status, &StationStatus::changed, this, &RailPanel::showAll);
}

QWidget* RailPanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_back = new QToolButton(head);
    m_back->setObjectName(QStringLiteral("railBack"));
    m_back->setProperty("framed", true);
    m_back->setText(tr("Overview"));
    m_back->setIcon(lineIcon(QStringLiteral("back")));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setFocusPolicy(Qt::StrongFocus);
    m_back->setToolTip(tr("Back to the overview (Esc)"));
    connect(m_back, &QToolButton::clicked, this, &RailPanel::closed);
    row->addWidget(m_back);
    m_name = new QLabel(head);
    m_name->setFont(mediumOf(interfaceFont(14)));
    m_name->setTextFormat(Qt::PlainText);
    row->addWidget(m_name);
    m_state = new PillLabel(m_parts.appearance, head);
    row->addWidget(m_state);
    row->addStretch(1);
    return head;
}

void RailPanel::makeCards()
{
    auto* grid = new QGridLayout(widget());
    grid->setContentsMargins(
        railpanel::kMargin, railpanel::kMargin, railpanel::kMargin, railpanel::kMargin);
    grid->setSpacing(railpanel::kMargin);
    grid->addWidget(makeHead(), 0, 0, 1, 2);
    m_trouble = new Callout(m_parts.appearance, Look{Tone::Caution, tieout::Shape::Triangle}, this);
    grid->addWidget(m_trouble, 1, 0, 1, 2);
    m_coverage = new CoverageCard(m_parts.appearance, this);
    grid->addWidget(m_coverage, 2, 0, 1, 2);
    auto* state = new OverviewCard(m_parts.appearance, tr("State"), this);
    m_facts = new FactGrid(state);
    state->body().addWidget(m_facts, 0, Qt::AlignTop);
    state->showBody();
    grid->addWidget(state, 3, 0);
    m_sourcesCard = new OverviewCard(m_parts.appearance, tr("Sources"), this);
    grid->addWidget(m_sourcesCard, 4, 0, Qt::AlignTop);
    m_backfill = new BackfillCard(m_parts, this);
    grid->addWidget(m_backfill, 3, 1, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(4, 1);
    connect(m_coverage, &CoverageCard::backfillWanted, this, [this](const BlockRange& range) {
        m_backfill->fill(range);
        ensureWidgetVisible(m_backfill);
    });
    connect(m_backfill, &BackfillCard::asked, &m_record, &RailRecord::reload);
}

const RailStatus* RailPanel::status() const
{
    const auto& view = m_parts.status.view();
    if (!view)
        return nullptr;
    for (const RailStatus& rail : view->rails) {
        if (rail.rail == m_record.rail())
            return &rail;
    }
    return nullptr;
}

void RailPanel::showRail(qint64 rail)
{
    m_record.show(rail);
    if (rail == 0)
        return m_pace.stop();
    m_pace.start();
    verticalScrollBar()->setValue(0);
    showAll();
}

void RailPanel::noteChanged()
{
    if (isVisible())
        m_record.reload();
}

void RailPanel::showAll()
{
    const RailStatus* rail = status();
    if (!rail)
        return;
    m_name->setText(rail->name);
    setAccessibleName(tr("Rail %1").arg(rail->name));
    m_state->setState(railStateText(*rail), lookOfRail(*rail));
    const QString trouble = railTroubleReason(*rail);
    m_trouble->setVisible(!trouble.isEmpty());
    if (!trouble.isEmpty())
        m_trouble->setWords(trouble, railTroubleEffect(*rail));
    showFacts(*rail);
    showSources(*rail);
    m_coverage->setCoverage(*rail, m_record.detail(), m_record.error());
    m_backfill->setRail(*rail, m_record.detail());
}

void RailPanel::showFacts(const RailStatus& rail)
{
    std::vector<Fact> facts{
        {tr("Chain"), rail.chain, true},
        {tr("Head"), railpanel::factText(headCell(rail))},
        {tr("Read up to"), rail.cursor < 0 ? tr("nothing yet") : groupedNumber(rail.cursor)},
        {tr("Behind"), railpanel::factText(lagCell(rail, m_parts.status.now()))},
        {tr("Finality"), railpanel::factText(finalityCell(rail))}};
    if (const auto& detail = m_record.detail())
        facts.push_back({tr("Scan"), railpanel::scanText(detail->parts)});
    if (rail.safe)
        facts.push_back({tr("Safe mark"), groupedNumber(*rail.safe)});
    facts.push_back({tr("Reorganisations"), railpanel::factText(reorgsCell(rail))});
    if (rail.frozenAt)
        facts.push_back({tr("Frozen since"), tr("%1 UTC").arg(tableTime(*rail.frozenAt))});
    m_facts->setFacts(facts);
}

void RailPanel::emptySources()
{
    for (const auto& [name, source] : m_sources) {
        source.row->deleteLater();
        source.pause->deleteLater();
    }
    m_sources.clear();
}

void RailPanel::showSources(const RailStatus& rail)
{
    if (rail.rail != m_sourcesOf)
        emptySources();
    m_sourcesOf = rail.rail;
    m_sourcesCard->setNote(railpanel::factText({sourcesCell(rail).value, {}}));
    if (rail.sourceList.empty())
        return m_sourcesCard->showMessage(
            tr("No source has reported yet. Sources are named in the engine's configuration."));
    m_sourcesCard->showBody();
    for (const SourceStatus& source : rail.sourceList) {
        Source& shown = m_sources[source.name];
        if (!shown.row) {
            shown.row = new SourceRow(
                {m_parts.decisions, m_parts.appearance, rail.name, source.name}, m_sourcesCard);
            shown.pause = new QLabel(m_sourcesCard);
            shown.pause->setTextFormat(Qt::PlainText);
            shown.pause->setFont(interfaceFont(9.25));
            m_sourcesCard->body().addWidget(shown.row);
            m_sourcesCard->body().addWidget(shown.pause);
        }
        shown.row->setStatus(source);
        const bool paused = source.retryAt > m_parts.status.now();
        shown.pause->setVisible(paused);
        if (paused)
            shown.pause->setText(
                tr("Paused after failures; asked again at %1 UTC").arg(clockText(source.retryAt)));
    }
}

} // namespace tieout
