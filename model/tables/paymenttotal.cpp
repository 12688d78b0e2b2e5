// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymenttotal.h"

#include "model/store/paymentqueue.h"
#include "model/tables/windowedtable.h"

namespace tieout {

PaymentTotal::PaymentTotal(AsyncStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{}

void PaymentTotal::note(qint64 rows)
{
    m_noted = std::max(m_noted, rows);
}

void PaymentTotal::refresh()
{
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_store
        .run(AsyncStore::Lane::Scan,
             [](Database& db) {
                 return countPayments(db, {}, {}, {}, WindowedTable::kBoundedCount + 1);
             })
        .then(this, [this](const Result<qint64>& answer) {
            m_asking = false;
            const bool cleared = !answer && answer.error().code == ErrorCode::Cancelled;
            if (std::exchange(m_again, false) || cleared)
                return refresh();
            if (!answer)
                return;
            m_exact = *answer <= WindowedTable::kBoundedCount;
            m_count = m_exact ? *answer : std::max(WindowedTable::kBoundedCount, m_noted);
            Q_EMIT changed();
        });
}

} // namespace tieout
