// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/caseaction.h"
#include "model/actions/projection.h"
#include "model/actions/railjournal.h"
#include "model/actions/recordblocks.h"
#include "model/actions/watchcases.h"
#include "model/domain/paymentstate.h"
#include "model/store/awaiting.h"
#include "model/store/blocks.h"
#include "model/store/changefeed.h"
#include "model/store/coverage.h"
#include "model/store/failpoint.h"
#include "model/store/paymentfacts.h"
#include "model/store/sightings.h"
#include "model/store/transfercases.h"

namespace tieout {

namespace {

// Which of the payments' transfers above the ancestor had been Confirmed: their withdrawal is of
// severity 1, and after the marks fell nobody could tell.
Outcome
keepReached(Database& db, qint64 rail, qint64 ancestor, const std::vector<PaymentId>& payments)
{
    const auto loaded = loadPayments(db, payments);
    if (!loaded)
        return fail(loaded.error());
    std::vector<ReachedTransfer> reached;
    for (const LoadedPayment& payment : *loaded) {
        for (const MoneyFact& money : payment.facts.money) {
            const bool confirmed =
                money.state == TransferState::Confirmed || money.state == TransferState::Final;
            if (confirmed && money.block && *money.block > ancestor)
                reached.push_back({payment.row.id, money.tx, *money.block, money.amount});
        }
    }
    return rememberReached(db, rail, reached);
}

Outcome lowerRail(Database& db, const RailRow& rail, const BlockRow& ancestor, UtcTime now)
{
    const qint64 number = ancestor.header.number;
    if (auto done = truncateCoverage(db, rail.id, number, ancestor.header.hash); !done)
        return done;
    if (auto done = lowerMarks(db, rail.id, number, now); !done)
        return done;
    return dropAwaitingAbove(db, rail.id, number);
}

// What the binder asked about money that is gone: mined again, it is asked again. The cases that a
// payment's facts demand turn with its projection.
Outcome endCasesOfWithdrawn(Database& db, qint64 rail, qint64 ancestor, UtcTime now)
{
    const auto open = openCasesOfWithdrawn(db, rail, ancestor);
    if (!open)
        return fail(open.error());
    for (const CaseRow& row : *open) {
        if (isDerivedCase(row.code) || !caseRule(row.code).closesByItself())
            continue;
        if (auto done = endGoneCase(db, row, now); !done)
            return done;
    }
    return Done;
}

RailState loweredState(RailState state, const BlockRow& ancestor, bool belowFinalized, UtcTime now)
{
    state.deepestReorg = std::max(state.deepestReorg, state.cursorNumber - ancestor.header.number);
    state.reorgs += 1;
    state.cursorNumber = ancestor.header.number;
    state.cursorHash = toBytes(ancestor.header.hash);
    state.cursorTime = ancestor.header.time;
    // What was called final above the ancestor is gone; up to it the chain stands.
    if (belowFinalized)
        state.finalized = ancestor.header.number;
    if (belowFinalized && !state.frozenAt) {
        state.frozenAt = now;
        state.frozenReason = QStringLiteral("finality_violated");
    }
    return state;
}

// The payments whose money went have cases of their own; this one is about the rail, which stands
// still until a person has seen it.
Outcome noteViolation(Database& db,
                      const RailRow& rail,
                      const RewindSummary& summary,
                      const QJsonObject& data,
                      UtcTime now)
{
    if (!summary.belowFinalized)
        return Done;
    CaseRow row;
    row.code = CaseCode::ReorgPost;
    row.subject = QStringLiteral("rail:") + rail.name;
    const auto noted = noteCase(db, row, data, now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
}

Result<RewindSummary>
rewindInTransaction(Database& db, const RailContext& rail, qint64 ancestor, UtcTime now)
{
    const qint64 id = rail.rail().id;
    const auto state = readRailState(db, id);
    if (!state)
        return fail(state.error());
    const auto row = blockAtOrBelow(db, id, ancestor);
    if (!row)
        return fail(row.error());
    if (!*row || (*row)->header.number != ancestor)
        return fail(ErrorCode::Conflict, u"ancestor_unknown", QString::number(ancestor));
    const auto payments = paymentsAbove(db, id, ancestor);
    if (!payments)
        return fail(payments.error());
    if (auto done = keepReached(db, id, ancestor, *payments); !done)
        return fail(done.error());
    if (auto done = reopenSightings(db, id, ancestor, now); !done)
        return fail(done.error());
    RewindSummary summary;
    const auto withdrawn = withdrawBlocksAbove(db, id, ancestor, now);
    if (!withdrawn)
        return fail(withdrawn.error());
    failpoint("rewind.after-withdrawn");
    summary.withdrawnBlocks = *withdrawn;
    summary.belowFinalized = state->finalized && ancestor < *state->finalized;
    if (auto done = lowerRail(db, rail.rail(), **row, now); !done)
        return fail(done.error());
    failpoint("rewind.after-lowered");
    const QJsonObject data{
        {QStringLiteral("ancestor"), ancestor},
        {QStringLiteral("from"), state->cursorNumber},
        {QStringLiteral("withdrawn_blocks"), summary.withdrawnBlocks},
        {QStringLiteral("withdrawn_tip"), QString::fromLatin1(state->cursorHash.toHex())},
        {QStringLiteral("below_finalized"), summary.belowFinalized}};
    const RailState next = loweredState(*state, **row, summary.belowFinalized, now);
    if (auto done = railEntry(db, next, rail.rail().name, u"rail.rewind", data, now); !done)
        return fail(done.error());
    if (auto done = noteViolation(db, rail.rail(), summary, data, now); !done)
        return fail(done.error());
    if (auto done = endCasesOfWithdrawn(db, id, ancestor, now); !done)
        return fail(done.error());
    Cause cause;
    cause.now = now;
    const auto projected = reproject(db, *payments, cause);
    if (!projected)
        return fail(projected.error());
    summary.changed = projected->changedIds;
    if (auto done = notifyChanged(db, idTexts(summary.changed)); !done)
        return fail(done.error());
    return summary;
}

} // namespace

Result<RewindSummary> rewindChain(const Term& term, RailContext& rail, qint64 ancestor, UtcTime now)
{
    return inTerm(term, [&] { return rewindInTransaction(term.db, rail, ancestor, now); });
}

Outcome
acknowledgeRail(Database& db, qint64 rail, const QString& by, const QString& reason, UtcTime now)
{
    auto state = readRailState(db, rail);
    if (!state)
        return fail(state.error());
    if (!state->frozenAt)
        return fail(ErrorCode::Conflict, u"rail_not_frozen");
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    QString name;
    for (const RailRow& row : *rails) {
        if (row.id == rail)
            name = row.name;
    }
    RailState next = *state;
    next.frozenAt.reset();
    next.frozenReason.clear();
    return railEntry(
        db, next, name, u"rail.acknowledge", {{QStringLiteral("reason"), reason}}, now, by);
}

} // namespace tieout
