// SPDX-License-Identifier: GPL-3.0-or-later
// What the facts of payments imply, written down: projections, events, cases and journal entries,
// in the transaction that changed the facts. Every action that touches a payment's facts ends here,
// so that no state changes without its entry. Engine thread; inside the caller's transaction.
#pragma once

#include "model/domain/ids.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace tieout {

struct Cause
{
    UtcTime now;
    QString actor = QStringLiteral("engine");
    QString action = QStringLiteral("payment.derive"); // the journal's word
    QJsonObject data;                                  // what the journal keeps beside the change
    // A payment that gets an entry (and a new version) even if its projection stays as it was: what
    // a person decided leaves a trace.
    std::optional<PaymentId> subject;
    bool eachIsSubject = false; // one act of a person that concerns all of them
    bool isSubject(const PaymentId& id) const
    {
        return eachIsSubject || (subject && *subject == id);
    }

    // The time of the last block that was read: what lets deadlines pass.
    std::optional<UtcTime> readUntil;
    // Money mined in these heights of a rail was not known before: it begins to wait for its rules.
    struct Await
    {
        qint64 rail = 0;
        qint64 from = 0;
        qint64 to = 0;
        bool newBlocks = false;
    };
    std::optional<Await> await;
};

struct ProjectionSummary
{
    qint64 evaluated = 0;
    qint64 changed = 0;
    qint64 events = 0;
    std::vector<PaymentId> changedIds; // for the change feed
};

Result<ProjectionSummary>
reproject(Database& db, const std::vector<PaymentId>& payments, const Cause& cause);

// For `tieoutd verify`: payments whose stored projection is not what their facts imply now. Inside
// the caller's snapshot (store/snapshot.h) while an engine may run; needs no right to write.
Result<std::vector<PaymentId>> divergedProjections(Database& db,
                                                   const std::vector<PaymentId>& payments);

} // namespace tieout
