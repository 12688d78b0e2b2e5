// SPDX-License-Identifier: GPL-3.0-or-later
// DecidingRows: what is being decided about the payments of a list, beside their status:
// "deciding…", and since when the engine is waited for. The status itself is the database's. GUI
// thread; follows Decisions.
#pragma once

#include "model/commands/decisions.h"
#include "model/tables/paymentstable.h"

#include <QDeadlineTimer>

namespace tieout {

class DecidingRows final : public QObject
{
    Q_OBJECT

public:
    DecidingRows(Decisions& decisions, PaymentsTable& table, QObject* parent = nullptr);

private:
    void show();
    // Whether an engine that is there would have answered by now.
    bool waitsLong(const CommandId& id);

    Decisions& m_decisions;
    PaymentsTable& m_table;
    QHash<QString, QDeadlineTimer> m_patience; // by the id of the command
    QTimer m_again;
};

} // namespace tieout
