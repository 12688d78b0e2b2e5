// SPDX-License-Identifier: GPL-3.0-or-later
// The story of a payment's change: which events it sends out, which cases open and close, and the
// journal entry that keeps it. Used by projection.cpp alone, inside its transaction.
#pragma once

#include "model/actions/projection.h"
#include "model/domain/fulfilment.h"
#include "model/domain/paymentstate.h"
#include "model/store/events.h"
#include "model/store/journal.h"
#include "model/store/paymentfacts.h"

namespace tieout {

struct CaseTurn
{
    // Changed: another amount is in question. Resolved: by the engine, for its fact went away.
    enum Step { Opened, Changed, Resolved };
    Step step = Opened;
    CaseRow row;
};

// Opens what `state` needs, tells an open case that its amount changed (a version higher by one, so
// that nobody decides on what he didn't see) and closes what lost its fact (severity 1 waits for a
// person). Updates the payment's facts, so that a state derived afterwards knows its gates.
Result<std::vector<CaseTurn>>
turnCases(Database& db, LoadedPayment& payment, const PaymentState& state, const Cause& cause);

// In the order in which they happened: detection, confirmation, status, fulfilment.
std::vector<EventType> eventsBetween(const PaymentProjection& before,
                                     const PaymentProjection& after,
                                     const PaymentState& state,
                                     FulfilmentStep step);

// Invalid (the reasons of toCanonicalJson) for text that no JSON can hold.
Result<std::vector<EventRow>> paymentEvents(const std::vector<EventType>& types,
                                            const PaymentRow& row,
                                            const PaymentProjection& next,
                                            const PaymentState& state,
                                            qint64 version,
                                            UtcTime now);
// Nothing for a change of the amount: the payment's own events tell of it.
std::optional<EventRow> caseEvent(const CaseTurn& turn, const PaymentRow& row, UtcTime now);

Result<JournalEntry> paymentEntry(const PaymentRow& row,
                                  const PaymentProjection& next,
                                  const std::vector<EventType>& events,
                                  const std::vector<CaseTurn>& turns,
                                  qint64 version,
                                  const Cause& cause);

} // namespace tieout
