// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/mempoolwatch.h"

#include "model/actions/recordblocks.h"
#include "model/actions/watchcases.h"
#include "model/store/failpoint.h"
#include "model/store/sightings.h"
#include "model/store/watchinputs.h"

namespace tieout {

namespace {

constexpr int kMostPending = 500;
// A block time that is known gives the patience: thirty blocks.
constexpr int kPatienceBlocks = 30;

} // namespace

Duration MempoolWatch::patience() const
{
    const Duration block = m_desk.port.blockTime();
    if (block.count() > 0)
        return std::min(block * kPatienceBlocks, m_desk.settings.stuckAfter);
    return m_desk.settings.stuckAfter;
}

Result<bool> MempoolWatch::hasFailed(const Hash32& tx, UtcTime now)
{
    const auto receipt = m_desk.rail().receipt(tx, now);
    if (!receipt)
        return fail(receipt.error());
    if (!*receipt || (*receipt)->succeeded)
        return false;
    const auto noted = noteTransactionCase(m_desk.term,
                                           m_desk.context,
                                           CaseCode::TxReverted,
                                           tx,
                                           {{QStringLiteral("block"), (*receipt)->block}},
                                           now);
    return noted ? Result<bool>(true) : noted;
}

Outcome MempoolWatch::settle(const Hash32& tx, PendingState state, UtcTime now)
{
    bool failed = false;
    if (state.state == SightingState::Mined) {
        // The watcher has not read its block yet, or it failed and left no transfer: such money is
        // as gone as what was dropped.
        const auto answer = hasFailed(tx, now);
        if (!answer)
            return fail(answer.error());
        failed = *answer;
        if (failed)
            state.state = SightingState::Dropped;
    }
    // The sighting is settled last: while it is open, an engine that died in between is followed by
    // one that does all of this again, and none of it twice.
    if (auto done = settleCases(tx, state, failed, now); !done)
        return done;
    failpoint("mempool.before-settled");
    const auto recorded =
        recordPending(m_desk.term, m_desk.context, tx, state.state, state.replacedBy, now);
    if (!recorded)
        return fail(recorded.error());
    m_desk.say(LogWeight::Debug,
               QStringLiteral("mempool.left"),
               {{QStringLiteral("tx"), QString::fromLatin1(toBytes(tx).toHex())}});
    m_stuck.erase(tx);
    return Done;
}

Outcome
MempoolWatch::settleCases(const Hash32& tx, const PendingState& state, bool failed, UtcTime now)
{
    if (auto done = endTransactionCase(m_desk.term, m_desk.context, CaseCode::StuckConf, tx, now);
        !done || failed || state.state == SightingState::Mined)
        return done;
    QJsonObject evidence{{QStringLiteral("state"), toText(state.state)}};
    if (state.replacedBy)
        evidence.insert(QStringLiteral("replaced_by"),
                        QString::fromLatin1(toBytes(*state.replacedBy).toHex()));
    const auto noted =
        noteTransactionCase(m_desk.term, m_desk.context, CaseCode::Replaced, tx, evidence, now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
}

Outcome MempoolWatch::follow(const Hash32& tx, UtcTime firstSeenAt, UtcTime now)
{
    const auto state = m_desk.rail().pending(tx, now);
    if (!state)
        return fail(state.error());
    if (state->state != SightingState::Seen)
        return settle(tx, *state, now);
    if (now - firstSeenAt < patience() || m_stuck.contains(tx))
        return Done;
    m_stuck.insert(tx);
    const auto noted =
        noteTransactionCase(m_desk.term,
                            m_desk.context,
                            CaseCode::StuckConf,
                            tx,
                            {{QStringLiteral("first_seen_at"), firstSeenAt.toText()}},
                            now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
}

Outcome MempoolWatch::step(UtcTime now)
{
    if (!m_desk.settings.mempool)
        return Done;
    const auto seen = m_desk.rail().mempool(m_desk.filter(), now);
    if (!seen)
        return fail(seen.error());
    if (!seen->empty()) {
        std::vector<TransferLog> asLogs(seen->size());
        for (size_t i = 0; i < seen->size(); ++i)
            asLogs[i].token = (*seen)[i].token;
        if (auto done = m_desk.learnTokens(asLogs, now); !done)
            return done;
        const auto recorded = recordSightings(m_desk.term, m_desk.context, *seen, now);
        if (!recorded)
            return fail(recorded.error());
    }
    const auto open = openSightingTimes(m_desk.db(), m_desk.id(), kMostPending);
    if (!open)
        return fail(open.error());
    for (const OpenSighting& each : *open) {
        if (auto done = follow(each.tx, each.firstSeenAt, now); !done)
            return done;
    }
    return Done;
}

} // namespace tieout
