// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentspage.h"

#include "ui/errortext.h"
#include "ui/payments/paymentpanel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/queueview.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace tieout {

PaymentsPage::PaymentsPage(AsyncStore& store,
                           const Clock& clock,
                           const Appearance& appearance,
                           QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_table(store, clock)
    , m_record(store)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(makeNotice());
    layout->addWidget(makeBody(), 1);
    setUpView();
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &PaymentsPage::applyFilter);
    connect(&m_table, &WindowedTable::countChanged, this, &PaymentsPage::showCount);
    connect(&m_table, &WindowedTable::stateChanged, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::refreshed, this, &PaymentsPage::showState);
    connect(&m_table, &WindowedTable::announced, this, &PaymentsPage::announce);
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
    showChips();
    showState();
}

QWidget* PaymentsPage::makeToolBar()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Order, customer or payment id"));
    m_search->setAccessibleName(tr("Search payments"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &PaymentsPage::applyFilter);
    row->addWidget(m_search, 2);
    m_status = new QToolButton(bar);
    m_status->setProperty("framed", true);
    m_status->setText(tr("Status"));
    m_status->setAccessibleName(tr("Filter by status"));
    m_status->setIcon(lineIcon(QStringLiteral("filter")));
    m_status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_status->setPopupMode(QToolButton::InstantPopup);
    makeStatusMenu();
    row->addWidget(m_status);
    m_chips = new QWidget(bar);
    m_chipRow = new QHBoxLayout(m_chips);
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(6);
    row->addWidget(m_chips);
    row->addStretch(1);
    m_new = new QToolButton(bar);
    m_new->setObjectName(QStringLiteral("showNew"));
    m_new->setProperty("framed", true);
    m_new->setIcon(lineIcon(QStringLiteral("up")));
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_new->hide();
    connect(m_new, &QToolButton::clicked, this, [this] {
        m_table.refresh();
        m_view->scrollToTop();
    });
    row->addWidget(m_new);
    m_count = new QLabel(bar);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_count);
    return bar;
}

void PaymentsPage::makeStatusMenu()
{
    m_statusMenu = new QMenu(m_status);
    for (const auto& word : wordsOf(PaymentStatus{})) {
        QAction* action = m_statusMenu->addAction(translatedWord(word.label));
        action->setCheckable(true);
        action->setData(int(word.value));
        connect(action, &QAction::toggled, this, [this] { m_typing.start(0); });
    }
    m_status->setMenu(m_statusMenu);
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
    m_splitter->setSizes({900, 400});
    return m_splitter;
}

void PaymentsPage::setUpView()
{
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new CellDelegate(m_appearance, m_view));
    m_keeper = new SelectionKeeper(m_table, *m_view->selectionModel(), this);
    const int letter = QFontMetrics(interfaceFont()).averageCharWidth();
    for (int column = 0; column < m_table.columnCount(); ++column)
        m_view->setColumnWidth(
            column, PaymentsTable::widthOf(PaymentsTable::Column(column)) * (letter + 1) + 12);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(PaymentsTable::Column::Created), Qt::DescendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &PaymentsPage::sortBy);
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
    const Qt::SortOrder order
        = descending != age ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_view->horizontalHeader()->setSortIndicator(section, order);
    m_table.sort(section, order);
}

void PaymentsPage::applyFilter()
{
    m_typing.stop();
    PaymentQuery query = m_table.query();
    query.text = m_search->text().trimmed();
    query.statuses.clear();
    for (const QAction* action : m_statusMenu->actions()) {
        if (action->isChecked())
            query.statuses.push_back(PaymentStatus(action->data().toInt()));
    }
    if (query == m_table.query())
        return;
    m_table.setQuery(query);
    m_view->scrollToTop();
    showChips();
}

void PaymentsPage::clearFilter()
{
    m_search->clear();
    for (QAction* action : m_statusMenu->actions())
        action->setChecked(false);
    applyFilter();
}

void PaymentsPage::showChips()
{
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction* action : m_statusMenu->actions()) {
        if (!action->isChecked())
            continue;
        auto* chip = new QToolButton(m_chips);
        chip->setProperty("framed", true);
        chip->setText(action->text());
        chip->setIcon(lineIcon(QStringLiteral("close")));
        chip->setIconSize({12, 12});
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setAccessibleName(tr("Remove the filter %1").arg(action->text()));
        connect(chip, &QToolButton::clicked, action, [action] { action->setChecked(false); });
        m_chipRow->addWidget(chip);
    }
    if (m_chipRow->isEmpty())
        return;
    auto* clear = new QToolButton(m_chips);
    clear->setText(tr("Clear all"));
    connect(clear, &QToolButton::clicked, this, &PaymentsPage::clearFilter);
    m_chipRow->addWidget(clear);
}

void PaymentsPage::showCount()
{
    const QString number
        = QLocale::c().toString(m_table.rowCount()).replace(u',', QChar(0x2009));
    m_count->setText(m_table.isCountExact() ? tr("%n payment(s)", nullptr, m_table.rowCount())
                                                  .replace(QString::number(m_table.rowCount()), number)
                                            : tr("%1+ payments").arg(number));
    m_count->setAccessibleName(m_count->text());
}

void PaymentsPage::showState()
{
    const bool filtered
        = !m_table.query().text.isEmpty() || !m_table.query().statuses.empty();
    if (m_table.state() != WindowedTable::State::Failed)
        m_notice->setVisible(false);
    if (m_table.rowCount() > 0) {
        m_stack->setCurrentIndex(0);
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

void PaymentsPage::announce(qint64 newRows, bool reordered)
{
    m_new->setVisible(newRows > 0 || reordered);
    m_new->setText(newRows > 0 ? tr("%n new", nullptr, int(newRows)) : tr("Order changed"));
    m_new->setToolTip(newRows > 0 ? tr("Show the new payments")
                                  : tr("Some payments changed their place: read the list again"));
    m_new->setAccessibleName(m_new->text());
}

void PaymentsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
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

void PaymentsPage::noteChanged(const QStringList& ids)
{
    if (ids.isEmpty())
        m_table.noteManyChanged();
    else
        m_table.noteChanged(ids);
    if (ids.isEmpty() || ids.contains(m_record.id()))
        m_record.reload();
}

} // namespace tieout
