// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentrecord.h"

#include <utility>

namespace tieout {

PaymentRecord::PaymentRecord(AsyncStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{}

void PaymentRecord::show(const QString& id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_detail.reset();
    m_error.reset();
    Q_EMIT changed();
    reload();
}

void PaymentRecord::reload()
{
    if (m_id.isEmpty())
        return;
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_store
        .run(AsyncStore::Lane::Page,
             [id = PaymentId::trusted(m_id)](Database& db) { return readPaymentDetail(db, id); })
        .then(this, [this, id = m_id](const Result<PaymentDetail>& answer) {
            m_asking = false;
            // A lane that was cleared for a newer list: this question still stands.
            const bool cleared = !answer && answer.error().code == ErrorCode::Cancelled;
            if (id == m_id && !cleared)
                take(answer);
            if (std::exchange(m_again, false) || cleared)
                reload();
        });
}

void PaymentRecord::take(const Result<PaymentDetail>& answer)
{
    if (answer) {
        m_error.reset();
        m_detail = *answer;
        Q_EMIT changed();
        return;
    }
    m_error = answer.error();
    if (answer.error().code == ErrorCode::NotFound)
        m_detail.reset();
    Q_EMIT failed(answer.error());
}

} // namespace tieout
