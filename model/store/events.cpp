// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/events.h"

#include "model/store/bulkinsert.h"
#include "model/store/statement.h"

namespace tieout {

Outcome insertEvents(Database& db, const std::vector<EventRow>& rows)
{
    if (rows.empty())
        return Done;
    BulkInsert bulk(
        db,
        "event",
        "id, type, schema_version, subject, subject_version, step, correlation_id, payload, at");
    for (const EventRow& row : rows) {
        bulk.text(row.id.text()).text(toText(row.type)).integer(1).text(row.subject);
        bulk.integer(row.subjectVersion)
            .integer(row.step)
            .text(row.correlationId)
            .text(row.payload)
            .time(row.at);
        bulk.endRow();
    }
    return bulk.end();
}

Result<std::vector<EventRow>> readEvents(Database& db, const QString& subject)
{
    Statement s(
        db,
        u"SELECT id, type, subject, subject_version, step, correlation_id, payload, at FROM event"
        u" WHERE subject = :subject ORDER BY subject_version, step, id");
    s.bind(u":subject", subject);
    std::vector<EventRow> rows;
    while (s.next()) {
        rows.push_back({EventId::trusted(s.text(0)),
                        fromText<EventType>(s.text(1)).value_or(EventType::EndpointTest),
                        s.text(2),
                        s.integer(3),
                        static_cast<int>(s.integer(4)),
                        s.text(5),
                        s.text(6),
                        s.time(7)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
