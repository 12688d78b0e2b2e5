// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: immutable events, written in the transaction of the state that they tell of. Delivery
// comes later. Thread of the Database.
#pragma once

#include "model/domain/ids.h"
#include "model/domain/words.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct EventRow
{
    EventId id;
    EventType type = EventType::PaymentCreated;
    QString subject;
    qint64 subjectVersion = 0;
    int step = 0; // the order within one version of a subject
    QString correlationId;
    QString payload; // JSON
    UtcTime at;
};

Outcome insertEvents(Database& db, const std::vector<EventRow>& rows);
Result<std::vector<EventRow>> readEvents(Database& db, const QString& subject);

} // namespace tieout
