// SPDX-License-Identifier: GPL-3.0-or-later
// QueueCount: how many payments the filter shows, of how many: "37 of 1 204", "10 000+ payments".
// GUI thread.
#pragma once

#include "model/tables/paymentstable.h"
#include "model/tables/paymenttotal.h"

#include <QLabel>

namespace tieout {

class QueueCount final : public QLabel
{
    Q_OBJECT

public:
    QueueCount(AsyncStore& store, PaymentsTable& table, QWidget* parent = nullptr);

private:
    void show();

    PaymentsTable& m_table;
    PaymentTotal m_total;
};

} // namespace tieout
