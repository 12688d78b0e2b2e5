// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions on payments share: the payment as the person saw it, and the end that every one
// of them comes to. Engine thread; inside the caller's transaction.
#pragma once

#include "model/actions/actioncontext.h"
#include "model/store/paymentfacts.h"

#include <QJsonObject>

namespace tieout {

// NotFound (payment_unknown); Conflict (payment_changed) unless it still has `expectedVersion`: the
// detail says who changed it last, and how.
Result<LoadedPayment> loadForAction(Database& db, const PaymentId& payment, qint64 expectedVersion);

// Projects the changed facts (projection.h) with one journal entry for the payment, and answers
// {"payment","status","version"} as they are then. `action` is the command's kind.
Result<QJsonObject> endAction(Database& db,
                              const PaymentId& payment,
                              QStringView action,
                              const QJsonObject& data,
                              const ActionContext& context);

// One entry of the journal for a subject that is no payment: a case, a corridor, a saved view.
Outcome writeEntry(Database& db,
                   const QString& subject,
                   qint64 version,
                   QStringView action,
                   const QJsonObject& data,
                   const ActionContext& context);

} // namespace tieout
