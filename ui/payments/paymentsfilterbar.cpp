// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/paymentsfilterbar.h"

#include "ui/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace tieout {

PaymentsFilterBar::PaymentsFilterBar(PaymentsTable& table, QWidget* parent)
    : QWidget(parent)
    , m_table(table)
{
    setObjectName(QStringLiteral("toolBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(makeSearch(), 2);
    row->addWidget(makeStatusFilter());
    m_chips = new QWidget(this);
    m_chipRow = new QHBoxLayout(m_chips);
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(6);
    row->addWidget(m_chips);
    row->addStretch(1);
    m_new = new QToolButton(this);
    m_new->setObjectName(QStringLiteral("showNew"));
    m_new->setProperty("framed", true);
    m_new->setIcon(lineIcon(QStringLiteral("up")));
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_new->hide();
    row->addWidget(m_new);
    m_count = new QLabel(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_count);
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &PaymentsFilterBar::apply);
    connect(m_new, &QToolButton::clicked, this, &PaymentsFilterBar::newRowsWanted);
    connect(&table, &WindowedTable::countChanged, this, &PaymentsFilterBar::showCount);
    connect(&table, &WindowedTable::announced, this, &PaymentsFilterBar::announce);
}

QWidget* PaymentsFilterBar::makeSearch()
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Order, customer or payment id"));
    m_search->setAccessibleName(tr("Search payments"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &PaymentsFilterBar::apply);
    return m_search;
}

QWidget* PaymentsFilterBar::makeStatusFilter()
{
    auto* button = new QToolButton(this);
    button->setProperty("framed", true);
    button->setText(tr("Status"));
    button->setAccessibleName(tr("Filter by status"));
    button->setIcon(lineIcon(QStringLiteral("filter")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    m_statuses = new QMenu(button);
    for (const auto& word : wordsOf(PaymentStatus{})) {
        QAction* action = m_statuses->addAction(translatedWord(word.label));
        action->setCheckable(true);
        action->setData(int(word.value));
        connect(action, &QAction::toggled, this, [this] { m_typing.start(); });
    }
    button->setMenu(m_statuses);
    return button;
}

void PaymentsFilterBar::apply()
{
    m_typing.stop();
    PaymentQuery query = m_table.query();
    query.filter = {};
    QStringList statuses;
    for (const QAction* action : m_statuses->actions()) {
        if (action->isChecked())
            statuses.append(toText(PaymentStatus(action->data().toInt())));
    }
    if (!statuses.isEmpty())
        query.filter.terms.push_back(filterTerm(QStringLiteral("status"), statuses));
    if (const QString text = m_search->text().trimmed(); !text.isEmpty())
        query.filter.terms.push_back(filterTerm({}, {text}));
    if (query == m_table.query())
        return;
    m_table.setQuery(query);
    showChips();
    Q_EMIT filterApplied();
}

void PaymentsFilterBar::clear()
{
    m_search->clear();
    for (QAction* action : m_statuses->actions())
        action->setChecked(false);
    apply();
}

void PaymentsFilterBar::showChips()
{
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction* action : m_statuses->actions()) {
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
    auto* all = new QToolButton(m_chips);
    all->setText(tr("Clear all"));
    connect(all, &QToolButton::clicked, this, &PaymentsFilterBar::clear);
    m_chipRow->addWidget(all);
}

void PaymentsFilterBar::showCount()
{
    const QString number = QLocale::c().toString(m_table.rowCount()).replace(u',', QChar(0x2009));
    //: %1 is the number, grouped by threes; %n chooses the form.
    m_count->setText(m_table.isCountExact()
                         ? tr("%1 payment(s)", nullptr, m_table.rowCount()).arg(number)
                         : tr("%1+ payments").arg(number));
    m_count->setAccessibleName(m_count->text());
}

void PaymentsFilterBar::announce(qint64 newRows, bool reordered)
{
    m_new->setVisible(newRows > 0 || reordered);
    m_new->setText(newRows > 0 ? tr("%n new", nullptr, int(newRows)) : tr("Order changed"));
    m_new->setToolTip(newRows > 0 ? tr("Show the new payments")
                                  : tr("Some payments changed their place: read the list again"));
    m_new->setAccessibleName(m_new->text());
}

void PaymentsFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PaymentsFilterBar::search(const QString& text)
{
    m_search->setText(text);
    apply();
}

bool PaymentsFilterBar::isSearching() const
{
    return m_search->hasFocus();
}

} // namespace tieout
