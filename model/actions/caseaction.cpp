// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/caseaction.h"

#include "model/actions/paymentaction.h"

#include <QJsonDocument>

namespace tieout {

Result<std::optional<CaseStory>> beginCase(Database& db, const CaseRow& row, QJsonObject data)
{
    const bool logged = !caseRule(row.code).owner.has_value();
    const auto opened = logged ? logCase(db, row) : openCase(db, row);
    if (!opened)
        return fail(opened.error());
    if (!*opened)
        return std::optional<CaseStory>();
    data.insert(QStringLiteral("case"), row.id.text());
    data.insert(QStringLiteral("code"), toText(row.code));
    data.insert(QStringLiteral("subject"), row.subject);
    if (row.payment)
        data.insert(QStringLiteral("payment"), row.payment->text());
    CaseStory story;
    story.event.id = EventId::make(row.openedAt);
    story.event.type = EventType::CaseOpened;
    story.event.subject = row.id.text();
    story.event.subjectVersion = 1;
    story.event.payload = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    story.event.at = row.openedAt;
    story.entry.id = EntryId::make(row.openedAt);
    story.entry.action = QStringLiteral("case.open");
    story.entry.actor = QStringLiteral("engine");
    story.entry.subject = row.id.text();
    story.entry.subjectVersion = 1;
    story.entry.data = std::move(data);
    story.entry.at = row.openedAt;
    return std::optional(std::move(story));
}

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

Outcome endGoneCase(Database& db, const CaseRow& row, UtcTime now)
{
    const CaseEnding ending{
        QStringLiteral("automatic"), QStringLiteral("fact_gone"), u"case.close", {}};
    return endCase(db, row, ending, {now, QStringLiteral("engine"), {}, {}});
}

} // namespace tieout
