// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentspage.h"

#include "ui/errortext.h"
#include "ui/payments/actions/paymentactions.h"
#include "ui/payments/paymentpanel.h"
#include "ui/payments/paymentsfilterbar.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/queueview.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
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
    , m_appearance(appearance)
    , m_table(store, clock)
    , m_record(store)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new PaymentsFilterBar(m_table, this);
    layout->addWidget(m_bar);
    layout->addWidget(makeNotice());
    layout->addWidget(makeBody(), 1);
    setUpView();
    connect(m_bar, &PaymentsFilterBar::filterApplied, m_view, &QTableView::scrollToTop);
    connect(m_bar, &PaymentsFilterBar::newRowsWanted, this, [this] {
        m_table.refresh();
        m_view->scrollToTop();
    });
    connect(&m_table, &WindowedTable::stateChanged, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::refreshed, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::failed, this, [this](const Error& error) {
        if (error.code == ErrorCode::Cancelled)
            return;
        m_noticeText->setText(errorText(error));
        m_notice->show();
    });
    connect(m_keeper, &SelectionKeeper::currentChanged, &m_record, &PaymentRecord::show);
    connect(m_keeper, &SelectionKeeper::restored, this, [this](int row) {
        m_view->scrollTo(m_table.index(row, 0));
    });
    connect(&appearance, &Appearance::changed, this, [this] { m_view->viewport()->update(); });
    showState();
}

QWidget* PaymentsPage::makeNotice()
{
    m_notice = new QWidget(this);
    m_notice->setObjectName(QStringLiteral("notice"));
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(12, 6, 12, 6);
    auto* icon = new QLabel(m_notice);
    icon->setPixmap(lineIcon(QStringLiteral("alert")).pixmap(18, 18));
    row->addWidget(icon);
    m_noticeText = new QLabel(m_notice);
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextFormat(Qt::PlainText);
    row->addWidget(m_noticeText, 1);
    auto* retry = new QToolButton(m_notice);
    retry->setText(tr("Retry"));
    retry->setProperty("framed", true);
    connect(retry, &QToolButton::clicked, this, [this] { m_table.refresh(); });
    row->addWidget(retry);
    m_notice->hide();
    return m_notice;
}

QWidget* PaymentsPage::makeBody()
{
    m_view = new QueueView(this);
    m_view->setAccessibleName(tr("Payments"));
    m_emptyText = new QLabel(this);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setMargin(48);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyText->setBackgroundRole(QPalette::Base);
    m_emptyText->setAutoFillBackground(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_emptyText);
    m_panel = new PaymentPanel(m_record, m_appearance, this);
    m_panel->setMinimumWidth(340);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({940, 430});
    return m_splitter;
}

void PaymentsPage::setUpView()
{
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new CellDelegate(m_appearance, m_view));
    m_keeper = new SelectionKeeper(m_table, *m_view->selectionModel(), this);
    const int letter = QFontMetrics(interfaceFont()).averageCharWidth();
    for (int column = 0; column < m_table.columnCount(); ++column)
        m_view->setColumnWidth(column,
                               PaymentsTable::widthOf(PaymentsTable::Column(column)) * letter + 20);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(PaymentsTable::Column::Created), Qt::DescendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &PaymentsPage::sortBy);
}

void PaymentsPage::decideThrough(Decisions& decisions)
{
    m_actions = new PaymentActions({m_store, decisions, m_appearance}, this);
    m_panel->placeActions(m_actions);
    auto* make = new QToolButton(m_bar);
    make->setObjectName(QStringLiteral("newPayment"));
    make->setText(tr("&New payment…"));
    make->setProperty("framed", true);
    make->setFocusPolicy(Qt::StrongFocus);
    m_bar->layout()->addWidget(make);
    connect(make, &QToolButton::clicked, this, [this] { m_actions->createPayment(window()); });
    connect(m_keeper, &SelectionKeeper::currentChanged, m_actions, &PaymentActions::show);
    // A new row waits to be shown; one's own is wanted at once.
    connect(m_actions, &PaymentActions::created, this, [this](const QString& id) {
        connect(
            &m_table,
            &WindowedTable::refreshed,
            this,
            [this, id] { m_keeper->select(id); },
            Qt::SingleShotConnection);
        m_table.refresh();
    });
    m_actions->show(m_keeper->current());
}

void PaymentsPage::start()
{
    m_table.setQuery({});
}

void PaymentsPage::sortBy(int section)
{
    const auto by = PaymentsTable::sortOf(PaymentsTable::Column(section));
    if (!by)
        return;
    const bool age = PaymentsTable::Column(section) == PaymentsTable::Column::Age;
    const bool same = m_table.query().sort == *by;
    // A second click turns the order; words begin with A, times with the latest.
    const bool descending = same ? !m_table.query().descending : *by == PaymentSort::Created;
    const Qt::SortOrder order = descending != age ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_view->horizontalHeader()->setSortIndicator(section, order);
    m_table.sort(section, order);
}

void PaymentsPage::showState()
{
    const bool filtered = !m_table.query().filter.isEmpty();
    if (m_table.state() != WindowedTable::State::Failed)
        m_notice->setVisible(false);
    if (m_table.rowCount() > 0) {
        const bool first = m_stack->currentIndex() != 0;
        m_stack->setCurrentIndex(0);
        // The keys work at once, but never leave the field that somebody types in.
        if (first && !m_bar->isSearching())
            m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_table.state() == WindowedTable::State::Loading)
        m_emptyText->setText(tr("Reading payments…"));
    else if (m_table.state() == WindowedTable::State::Failed)
        m_emptyText->setText(tr("No payments could be read."));
    else if (filtered)
        m_emptyText->setText(
            tr("No payment matches this filter.\nRemove a chip or change the search."));
    else
        m_emptyText->setText(tr("No payments yet.\nThey appear here as soon as one is created."));
    m_stack->setCurrentIndex(1);
}

QByteArray PaymentsPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_splitter->saveState() << m_view->horizontalHeader()->saveState();
    return state;
}

void PaymentsPage::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    QByteArray splitter;
    QByteArray header;
    in >> splitter >> header;
    if (in.status() != QDataStream::Ok)
        return;
    m_splitter->restoreState(splitter);
    m_view->horizontalHeader()->restoreState(header);
    // The order is the default's; a remembered indicator would tell of another.
    m_view->horizontalHeader()->setSortIndicator(int(PaymentsTable::Column::Created),
                                                 Qt::DescendingOrder);
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
}

} // namespace tieout
