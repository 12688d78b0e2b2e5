// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/bulkinsert.h"
#include "model/store/payments.h"
#include "model/store/sessiontable.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

constexpr char16_t kChangeColumns[] =
    u"id text, version bigint, status text, detection text, confirmation text, recognition text,"
    u" verdict text, labels text, received numeric(39,0), confirmed numeric(39,0),"
    u" remaining numeric(39,0), deciding_number bigint, required text, confirmed_at bigint,"
    u" final_at bigint, fulfilment text, released_at bigint, expired_at bigint,"
    u" top_up_closed_at bigint";

void addOptional(BulkInsert& bulk, const std::optional<UtcTime>& time)
{
    if (time)
        bulk.time(*time);
    else
        bulk.null();
}

Outcome copyChanges(Database& db, const std::vector<ProjectionChange>& changes)
{
    BulkInsert bulk(db,
                    "projection_change",
                    "id, version, status, detection, confirmation, recognition, verdict, labels, "
                    "received, confirmed, remaining, deciding_number, required, confirmed_at, "
                    "final_at, fulfilment, released_at, expired_at, top_up_closed_at");
    for (const ProjectionChange& change : changes) {
        const PaymentProjection& p = change.projection;
        bulk.text(change.id.text()).integer(change.version).text(p.status).text(p.detection);
        bulk.text(p.confirmation).text(p.recognition).text(p.verdict).text(p.labels);
        bulk.amount(p.received).amount(p.confirmed).amount(p.remaining);
        if (p.decidingNumber)
            bulk.integer(*p.decidingNumber);
        else
            bulk.null();
        bulk.text(p.required);
        addOptional(bulk, p.confirmedAt);
        addOptional(bulk, p.finalAt);
        bulk.text(toText(p.fulfilment));
        addOptional(bulk, p.releasedAt);
        addOptional(bulk, p.expiredAt);
        addOptional(bulk, p.topUpClosedAt);
        bulk.endRow();
    }
    return bulk.end();
}

} // namespace

Outcome writeProjections(Database& db, const std::vector<ProjectionChange>& changes, UtcTime now)
{
    if (changes.empty())
        return Done;
    if (auto done = sessionTable(db, u"projection_change", kChangeColumns); !done)
        return done;
    if (auto done = copyChanges(db, changes); !done)
        return done;
    Statement s(db,
                u"UPDATE payment SET status = c.status, detection = c.detection,"
                u" confirmation = c.confirmation, recognition = c.recognition, verdict = c.verdict,"
                u" labels = c.labels, received = c.received, confirmed = c.confirmed,"
                u" remaining = c.remaining, deciding_number = c.deciding_number,"
                u" required = c.required, confirmed_at = c.confirmed_at, final_at = c.final_at,"
                u" fulfilment = c.fulfilment, released_at = c.released_at,"
                u" expired_at = c.expired_at, top_up_closed_at = c.top_up_closed_at,"
                u" updated_at = :now, version = payment.version + 1"
                u" FROM projection_change c"
                u" WHERE payment.id = c.id AND payment.version = c.version");
    s.bind(u":now", now);
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != static_cast<qint64>(changes.size()))
        return fail(ErrorCode::Conflict, u"projection_raced");
    return Done;
}

} // namespace tieout
