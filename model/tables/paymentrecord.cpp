// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentrecord.h"

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
    ++m_generation;
    if (m_id.isEmpty())
        return;
    m_store
        .run(AsyncStore::Lane::Page,
             [id = PaymentId::trusted(m_id)](Database& db) { return readPaymentDetail(db, id); })
        .then(this, [this, generation = m_generation](const Result<PaymentDetail>& answer) {
            if (generation != m_generation)
                return;
            if (!answer && answer.error().code == ErrorCode::Cancelled) {
                // The lane was cleared for a newer list; this question still stands.
                reload();
                return;
            }
            if (!answer) {
                m_error = answer.error();
                if (answer.error().code == ErrorCode::NotFound)
                    m_detail.reset();
                Q_EMIT failed(answer.error());
                return;
            }
            m_error.reset();
            m_detail = *answer;
            Q_EMIT changed();
        });
}

} // namespace tieout
