// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/paymentaction.h"

#include "model/actions/projection.h"
#include "model/store/journal.h"
#include "model/store/lastentry.h"

namespace tieout {

namespace {

Error changedMeanwhile(Database& db, const PaymentRow& row, qint64 expectedVersion)
{
    QString detail =
        QStringLiteral("expected version %1, it is %2").arg(expectedVersion).arg(row.version);
    const auto last = entryOfVersion(db, row.id.text(), row.version);
    if (last && last->has_value()) {
        const LastEntry& entry = **last;
        detail += QStringLiteral(": %1 by %2 at %3").arg(entry.action, entry.actor, entry.at);
    }
    return {ErrorCode::Conflict, QStringLiteral("payment_changed"), detail};
}

} // namespace

Result<LoadedPayment> loadForAction(Database& db, const PaymentId& payment, qint64 expectedVersion)
{
    auto loaded = loadPayments(db, {payment});
    if (!loaded)
        return fail(loaded.error());
    std::vector<LoadedPayment> payments = std::move(loaded).value();
    if (payments.empty())
        return fail(ErrorCode::NotFound, u"payment_unknown", payment.text());
    if (payments.front().row.version != expectedVersion)
        return fail(changedMeanwhile(db, payments.front().row, expectedVersion));
    return std::move(payments.front());
}

Result<QJsonObject> endAction(Database& db,
                              const PaymentId& payment,
                              QStringView action,
                              const QJsonObject& data,
                              const ActionContext& context)
{
    Cause cause;
    cause.now = context.now;
    cause.actor = context.actor;
    cause.action = action.toString();
    cause.data = data;
    cause.subject = payment;
    if (const auto projected = reproject(db, {payment}, cause); !projected)
        return fail(projected.error());
    const auto row = readPayment(db, payment);
    if (!row)
        return fail(row.error());
    return QJsonObject{{QStringLiteral("payment"), payment.text()},
                       {QStringLiteral("status"), row->projection.status},
                       {QStringLiteral("version"), row->version}};
}

Outcome writeEntry(Database& db,
                   const QString& subject,
                   qint64 version,
                   QStringView action,
                   const QJsonObject& data,
                   const ActionContext& context)
{
    JournalEntry entry;
    entry.id = EntryId::make(context.now);
    entry.action = action.toString();
    entry.actor = context.actor;
    entry.subject = subject;
    entry.subjectVersion = version;
    entry.data = data;
    entry.at = context.now;
    return appendJournal(db, entry);
}

} // namespace tieout
