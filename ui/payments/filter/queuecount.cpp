// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/queuecount.h"

#include "ui/widgets/numbertext.h"

namespace tieout {

namespace queuecount {

QString bounded(qint64 number, bool exact)
{
    return exact ? groupedNumber(number) : groupedNumber(number) + u'+';
}

} // namespace queuecount

QueueCount::QueueCount(AsyncStore& store, PaymentsTable& table, QWidget* parent)
    : QLabel(parent)
    , m_table(table)
    , m_total(store)
{
    setObjectName(QStringLiteral("queueCount"));
    setForegroundRole(QPalette::PlaceholderText);
    connect(&table, &WindowedTable::countChanged, this, &QueueCount::show);
    connect(&m_total, &PaymentTotal::changed, this, &QueueCount::show);
    connect(&table, &WindowedTable::refreshed, this, [this] {
        if (!m_table.query().filter.isEmpty())
            m_total.refresh();
    });
    connect(&table, &WindowedTable::announced, this, [this](qint64 newRows) {
        if (newRows > 0 && !m_table.query().filter.isEmpty())
            m_total.refresh();
    });
}

void QueueCount::show()
{
    using queuecount::bounded;
    const int rows = m_table.rowCount();
    const bool exact = m_table.isCountExact();
    const QString shown = bounded(rows, exact);
    QString text;
    if (m_table.query().filter.isEmpty()) {
        m_total.note(rows);
        //: %1 is the number, grouped by threes; %n chooses the form.
        text = exact ? tr("%1 payment(s)", nullptr, rows).arg(shown) : tr("%1 payments").arg(shown);
    } else if (m_total.count() && *m_total.count() >= rows) {
        //: How many payments match the filter, of how many there are.
        text = tr("%1 of %2").arg(shown, bounded(*m_total.count(), m_total.isExact()));
    } else {
        //: %1 is the number, grouped by threes; %n chooses the form.
        text = tr("%1 match(es)", nullptr, rows).arg(shown);
    }
    setText(text);
    setAccessibleName(text);
    setToolTip(exact ? QString() : tr("There are more than have been counted so far"));
}

} // namespace tieout
