// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentspage.h"

#include "ui/errortext.h"
#include "ui/payments/actions/decidingrows.h"
#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/export/exportstrip.h"
#include "ui/payments/export/paymentsexporter.h"
#include "ui/payments/filter/menubutton.h"
#include "ui/payments/filter/paymentcolumns.h"
#include "ui/payments/filter/queuenotice.h"
#include "ui/payments/filter/queueplaceholder.h"
#include "ui/payments/filter/viewcontrol.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/queueview.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace tieout {

PaymentsPage::PaymentsPage(AsyncStore& store,
                           const Clock& clock,
                           const Appearance& appearance,
                           QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_appearance(appearance)
    , m_table(store, clock)
    , m_record(store)
{
    m_bar = new PaymentsFilterBar(store, m_table, appearance, this);
    m_notice = new QueueNotice(this);
    makeBody();
    m_exporter = new PaymentsExporter({store, clock, appearance, m_table, *m_view}, this);
    m_bar->addTool(m_exporter->button());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_exporter->strip());
    layout->addWidget(m_splitter, 1);
    connectList();
    connectBar();
    connect(&appearance, &Appearance::changed, this, [this] { m_view->viewport()->update(); });
    showState();
}

void PaymentsPage::makeBody()
{
    m_view = new QueueView(this);
    m_view->setAccessibleName(tr("Payments"));
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new CellDelegate(m_appearance, m_view));
    m_view->addCopyOf(int(PaymentsTable::Column::Id), tr("Copy the &id"));
    m_view->addCopyOf(int(PaymentsTable::Column::OrderReference), tr("Copy the &order reference"));
    m_columns = new PaymentColumns(*m_view, m_appearance);
    m_bar->addMenu(m_columns->button());
    m_keeper = new SelectionKeeper(m_table, *m_view->selectionModel(), this);
    m_placeholder = new QueuePlaceholder(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_placeholder);
    m_panel = new PaymentPanel(m_record, m_appearance, this);
    m_panel->setMinimumWidth(340);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({940, 430});
}

void PaymentsPage::connectList()
{
    connect(&m_table, &WindowedTable::stateChanged, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::refreshed, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::failed, this, &PaymentsPage::showFailure);
    connect(&m_record, &PaymentRecord::failed, this, [this](const Error& error) {
        if (error.code == ErrorCode::NotFound) // is said in its place
            m_notice->drop(QueueNotice::About::Outside);
    });
    connect(m_keeper, &SelectionKeeper::lost, this, [this](const QString& id) { m_lost = id; });
    connect(m_keeper, &SelectionKeeper::currentChanged, this, &PaymentsPage::showCurrent);
    connect(m_keeper, &SelectionKeeper::restored, this, [this](int row) {
        m_view->scrollTo(m_table.index(row, m_view->currentIndex().column()));
    });
    connect(m_notice, &QueueNotice::retryWanted, &m_table, &PaymentsTable::refresh);
    connect(m_notice, &QueueNotice::clearWanted, this, [this] {
        selectOnceRead(m_record.id());
        m_bar->clear();
    });
    connect(m_placeholder, &QueuePlaceholder::retryWanted, &m_table, &PaymentsTable::refresh);
    connect(m_placeholder, &QueuePlaceholder::clearWanted, m_bar, &PaymentsFilterBar::clear);
}

void PaymentsPage::connectBar()
{
    connect(m_bar, &PaymentsFilterBar::newRowsWanted, this, [this] {
        m_table.refresh();
        m_view->scrollToTop();
    });
    connect(m_bar, &PaymentsFilterBar::leaveWanted, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason);
    });
    const auto showView = [this] {
        if (m_views)
            m_views->showState();
    };
    connect(m_bar, &PaymentsFilterBar::filterApplied, this, [this, showView] {
        m_view->scrollToTop();
        showView();
    });
    connect(m_columns, &PaymentColumns::changed, this, showView);
    connect(m_columns, &PaymentColumns::orderChanged, this, [this, showView] {
        order();
        showView();
    });
}

void PaymentsPage::decideThrough(Decisions& decisions)
{
    m_actions = new PaymentActions({m_store, decisions, m_appearance}, this);
    m_panel->placeActions(m_actions);
    m_bar->addTool(m_actions->makeCreateButton(m_bar));
    m_bar->addLine(m_actions->makeCreationStrip(m_bar));
    new DecidingRows(decisions, m_table, this);
    // A new row waits to be shown; one's own is wanted at once.
    connect(m_actions, &PaymentActions::created, this, [this](const QString& id) {
        selectOnceRead(id);
        m_table.refresh();
    });
    connect(m_actions, &PaymentActions::mayCreateChanged, this, &PaymentsPage::showState);
    connect(m_placeholder, &QueuePlaceholder::createWanted, this, [this] {
        m_actions->createPayment(this);
    });
    m_actions->show(m_keeper->current());
    m_views = new ViewControl(
        {m_store, decisions, m_appearance}, m_clock, [this] { return seen(); }, this);
    m_bar->addMenu(m_views->button(), 1);
    m_bar->addLine(&m_views->strip());
    connect(m_views, &ViewControl::chosen, this, &PaymentsPage::look);
    connect(m_views, &ViewControl::left, m_bar, &PaymentsFilterBar::clear);
}

void PaymentsPage::keepHistoryIn(QSettings* settings)
{
    m_bar->keepHistoryIn(settings);
}

void PaymentsPage::start()
{
    m_table.setQuery(m_columns->ordered(m_table.query()));
    if (m_views)
        m_views->list().refresh();
}

// A list that is being read finds no row yet.
void PaymentsPage::selectOnceRead(const QString& id)
{
    connect(
        &m_table,
        &WindowedTable::refreshed,
        this,
        [this, id] { m_keeper->select(id); },
        Qt::SingleShotConnection);
}

PaymentsView PaymentsPage::seen() const
{
    return {m_bar->text(), m_columns->order(), m_columns->places()};
}

void PaymentsPage::look(const PaymentsView& view)
{
    m_columns->show(view.columns);
    m_columns->setOrder(view.order);
    m_bar->search(view.filter);
    order();
}

void PaymentsPage::order()
{
    const PaymentQuery query = m_columns->ordered(m_table.query());
    if (query != m_table.query())
        m_table.setQuery(query);
}

std::vector<SavedViewRow> PaymentsPage::savedViews() const
{
    const auto* views = m_views && m_views->list().views() ? &*m_views->list().views() : nullptr;
    return views ? views->rows : std::vector<SavedViewRow>();
}

void PaymentsPage::chooseView(const QString& id)
{
    if (m_views)
        m_views->choose(id);
}

// A payment that somebody reads stays beside the list also when the filter leaves it out.
void PaymentsPage::showCurrent(const QString& id)
{
    const QString lost = std::exchange(m_lost, {});
    if (id.isEmpty() && !lost.isEmpty() && lost == m_record.id()) {
        const bool isFiltered = !m_table.query().filter.isEmpty();
        m_record.reload(); // it may be gone
        return m_notice->say(
            isFiltered ? QueueNotice::About::Outside : QueueNotice::About::Nothing,
            tr("The payment beside is not in this list: the filter leaves it out."));
    }
    m_notice->drop(QueueNotice::About::Outside);
    m_record.show(id);
    if (m_actions)
        m_actions->show(id);
}

void PaymentsPage::showFailure(const Error& error)
{
    // Of a database that doesn't answer the window tells above all pages.
    if (error.code == ErrorCode::Cancelled || isDatabaseLost(error))
        return;
    m_notice->say(QueueNotice::About::Failure, errorText(error));
    showState();
}

void PaymentsPage::showState()
{
    const bool failed = m_table.state() == WindowedTable::State::Failed;
    if (!failed)
        m_notice->drop(QueueNotice::About::Failure);
    if (m_table.state() == WindowedTable::State::Ready)
        m_shown = m_table.query();
    // Rows of the filter or the order before, below those of now, would be a lie.
    if (m_table.rowCount() == 0 || (failed && m_shown != m_table.query())) {
        m_placeholder->showStateOf(m_table, m_actions && m_actions->mayCreate());
        m_stack->setCurrentIndex(1);
        return;
    }
    const bool first = m_stack->currentIndex() != 0;
    m_stack->setCurrentIndex(0);
    // The keys work at once, but never leave the field that somebody types in.
    if (first && !m_bar->isSearching())
        m_view->setFocus(Qt::OtherFocusReason);
}

QByteArray PaymentsPage::saveState() const
{
    const QJsonObject state{
        {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
        {QStringLiteral("columns"), toJson(m_columns->places())},
        {QStringLiteral("sort"), toJson(m_columns->order())}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void PaymentsPage::restoreState(const QByteArray& state)
{
    const QJsonObject kept = QJsonDocument::fromJson(state).object();
    if (kept.isEmpty())
        return;
    const QString splitter = kept.value(u"splitter").toString();
    m_splitter->restoreState(QByteArray::fromBase64(splitter.toLatin1()));
    m_columns->show(columnsFromJson(kept.value(u"columns").toArray()));
    m_columns->setOrder(orderFromJson(kept.value(u"sort").toObject()));
}

void PaymentsPage::focusSearch()
{
    m_bar->focusSearch();
}

void PaymentsPage::search(const QString& text)
{
    m_bar->search(text);
}

void PaymentsPage::noteChanged(const QStringList& ids)
{
    if (ids.isEmpty())
        m_table.noteManyChanged();
    else
        m_table.noteChanged(ids);
    if (ids.isEmpty() || ids.contains(m_record.id()))
        m_record.reload();
    if (m_actions)
        m_actions->noteChanged(ids);
    if (m_views)
        m_views->list().noteChanged(ids);
}

} // namespace tieout
