// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentTotal: how many payments there are, whatever the filter, counted no further than a bound.
// Lives on the GUI thread; counts on the scan lane when it is asked to.
#pragma once

#include "model/store/asyncstore.h"

#include <QObject>

#include <optional>

namespace tieout {

class PaymentTotal final : public QObject
{
    Q_OBJECT

public:
    explicit PaymentTotal(AsyncStore& store, QObject* parent = nullptr);

    void refresh();
    // What a list without a filter has counted: payments are never deleted, so it stays true as a
    // lower bound.
    void note(qint64 rows);
    // Nothing before the first answer.
    std::optional<qint64> count() const { return m_count; }
    // Otherwise count() is a lower bound.
    bool isExact() const { return m_exact; }

Q_SIGNALS:
    void changed();

private:
    AsyncStore& m_store;
    std::optional<qint64> m_count;
    qint64 m_noted = 0;
    bool m_exact = false;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace tieout
