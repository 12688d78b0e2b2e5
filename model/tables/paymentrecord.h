// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentRecord: the one payment that a detail shows, read on the page lane and read again when the
// feed names it. What was read stays when a later reading fails, and error() says so; a payment
// that is gone is not kept. Lives on the GUI thread; only the latest question is answered.
#pragma once

#include "model/store/asyncstore.h"
#include "model/store/paymentdetail.h"

#include <QObject>

namespace tieout {

class PaymentRecord final : public QObject
{
    Q_OBJECT

public:
    explicit PaymentRecord(AsyncStore& store, QObject* parent = nullptr);

    // An empty id shows nothing.
    void show(const QString& id);
    void reload();
    QString id() const { return m_id; }
    const std::optional<PaymentDetail>& detail() const { return m_detail; }
    // Why the last reading failed; nothing while it is awaited or when it went well.
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();                          // detail() is another one, or nothing
    void failed(const tieout::Error& error); // error() is another one

private:
    void take(const Result<PaymentDetail>& answer);

    AsyncStore& m_store;
    QString m_id;
    bool m_asking = false;
    bool m_again = false;
    std::optional<PaymentDetail> m_detail;
    std::optional<Error> m_error;
};

} // namespace tieout
