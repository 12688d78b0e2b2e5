// SPDX-License-Identifier: GPL-3.0-or-later
// What every payment is right after it was created, whatever it is about.
#pragma once

#include "model/store/payments.h"

namespace tieout::test {

// Of a row with its id, policy and deadline: the rest of its columns.
inline void finishNewPayment(PaymentRow& row)
{
    const Amount& due = row.policy.due;
    row.topUpUntil = row.expiresAt + row.policy.topUpWindow;
    row.correlationId = row.id.text();
    row.acceptedShortfall = due.zero();
    row.version = 1;
    PaymentProjection& p = row.projection;
    p.status = QStringLiteral("pending");
    p.detection = QStringLiteral("created");
    p.confirmation = QStringLiteral("none");
    p.recognition = QStringLiteral("not-eligible");
    p.verdict = QStringLiteral("none");
    p.received = p.confirmed = due.zero();
    p.remaining = due;
}

} // namespace tieout::test
