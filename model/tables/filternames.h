// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentFilterNames: the names that exist in the database for the payment filter's fields of kind
// Names, kept for completion while a person types. Lives on the GUI thread; reads on the page lane
// when it is asked to refresh; a failed reading keeps what was known.
#pragma once

#include "model/store/asyncstore.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace tieout {

using KnownNames = QHash<QString, QStringList>; // canonical field → names, sorted, none twice

Result<KnownNames> readPaymentFilterNames(Database& db);

class PaymentFilterNames final : public QObject
{
    Q_OBJECT

public:
    explicit PaymentFilterNames(AsyncStore& store, QObject* parent = nullptr);

    void refresh();
    QStringList names(const QString& field) const { return m_names.value(field); }

Q_SIGNALS:
    void changed();

private:
    AsyncStore& m_store;
    KnownNames m_names;
    bool m_asking = false;
};

} // namespace tieout
