// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/bindtransfers.h"
#include "model/actions/projection.h"
#include "model/actions/railjournal.h"
#include "model/actions/recordblocks.h"
#include "model/store/bindinglookup.h"
#include "model/store/changefeed.h"
#include "model/store/sightings.h"

namespace tieout {

namespace {

TransferLog asLog(const Sighting& seen)
{
    TransferLog log;
    log.tx = seen.tx;
    log.token = seen.token;
    log.from = seen.from;
    log.to = seen.to;
    log.value = seen.value;
    log.reference = seen.reference;
    return log;
}

Result<RecordSummary>
projectChanged(Database& db, const std::vector<PaymentId>& payments, UtcTime now)
{
    Cause cause;
    cause.now = now;
    const auto projected = reproject(db, payments, cause);
    if (!projected)
        return fail(projected.error());
    if (auto done = notifyChanged(db, idTexts(projected->changedIds)); !done)
        return fail(done.error());
    RecordSummary summary;
    summary.payments = projected->changed;
    summary.changed = projected->changedIds;
    return summary;
}

Result<RecordSummary>
writeSightings(Database& db, RailContext& rail, const std::vector<Sighting>& seen, UtcTime now)
{
    rail.forgetNew();
    std::vector<TransferLog> logs;
    logs.reserve(seen.size()); // credits point into it
    std::vector<Credit> credits;
    for (const Sighting& sighting : seen) {
        const auto token = rail.token(db, sighting.token);
        if (!token)
            return fail(token.error());
        SightingRow row;
        row.sighting = sighting;
        row.tokenId = token->id;
        const auto amount = Amount::fromWord(sighting.value.data(), token->decimals.value_or(0));
        row.amount = amount.value_or(Amount(0, token->decimals.value_or(0)));
        const auto isNew = recordSighting(db, rail.rail().id, row, now);
        if (!isNew)
            return fail(isNew.error());
        if (!*isNew)
            continue;
        logs.push_back(asLog(sighting));
        credits.push_back({&logs.back(), 0, *token, row.amount, !amount, sighting.seenAt});
    }
    const auto atOwn = linksAtOwn(db, rail);
    if (!atOwn)
        return fail(atOwn.error());
    const auto bound = bindTransfers(db, rail, credits, *atOwn, now);
    if (!bound)
        return fail(bound.error());
    auto summary = projectChanged(db, bound->payments, now);
    if (!summary)
        return summary;
    RecordSummary counted = std::move(summary).value();
    counted.transfers = static_cast<qint64>(credits.size());
    counted.bound = bound->bound;
    return counted;
}

} // namespace

Result<RecordSummary>
recordSightings(const Term& term, RailContext& rail, const std::vector<Sighting>& seen, UtcTime now)
{
    if (seen.empty())
        return RecordSummary{};
    auto summary = inTerm(term, [&] { return writeSightings(term.db, rail, seen, now); });
    if (summary)
        rail.keepNew();
    return summary;
}

Result<RecordSummary> recordPending(const Term& term,
                                    RailContext& rail,
                                    const Hash32& tx,
                                    SightingState state,
                                    const std::optional<Hash32>& replacedBy,
                                    UtcTime now)
{
    return inTerm(term, [&]() -> Result<RecordSummary> {
        if (auto done = setSightingState(term.db, rail.rail().id, tx, state, replacedBy, now);
            !done)
            return fail(done.error());
        const auto payments = linkedPayments(term.db, rail.rail().id, tx);
        if (!payments)
            return fail(payments.error());
        return projectChanged(term.db, *payments, now);
    });
}

} // namespace tieout
