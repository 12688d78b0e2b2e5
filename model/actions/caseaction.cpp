// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/caseaction.h"

#include "model/actions/paymentaction.h"
#include "model/store/events.h"

#include <QJsonDocument>

namespace tieout {

Outcome
endCase(Database& db, const CaseRow& row, const CaseEnding& ending, const ActionContext& context)
{
    if (auto done =
            resolveCase(db, row, ending.resolution, ending.reason, context.actor, context.now);
        !done)
        return done;
    QJsonObject data = ending.data;
    data.insert(QStringLiteral("case"), row.id.text());
    data.insert(QStringLiteral("code"), toText(row.code));
    data.insert(QStringLiteral("subject"), row.subject);
    data.insert(QStringLiteral("resolution"), ending.resolution);
    if (row.payment)
        data.insert(QStringLiteral("payment"), row.payment->text());
    EventRow event;
    event.id = EventId::make(context.now);
    event.type = EventType::CaseResolved;
    event.subject = row.id.text();
    event.subjectVersion = row.version + 1;
    event.correlationId = context.correlationId;
    event.payload = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    event.at = context.now;
    if (auto done = insertEvents(db, {event}); !done)
        return done;
    data.insert(QStringLiteral("reason"), ending.reason);
    return writeEntry(db, row.id.text(), row.version + 1, ending.action, data, context);
}

} // namespace tieout
