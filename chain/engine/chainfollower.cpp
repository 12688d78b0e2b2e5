// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/chainfollower.h"

namespace tieout {

namespace {

BlockHeader before(qint64 number)
{
    BlockHeader header;
    header.number = number - 1;
    return header;
}

} // namespace

Result<BlockHeader> ChainFollower::tip() const
{
    const auto state = readRailState(m_desk.db(), m_desk.id());
    if (!state)
        return fail(state.error());
    BlockHeader tip;
    tip.number = state->cursorNumber;
    if (tip.number >= 0 && state->cursorHash.size() == 32)
        tip.hash = hash32(state->cursorHash);
    tip.time = state->cursorTime;
    return tip;
}

Result<bool> ChainFollower::isReorganised(const BlockHeader& tip, const RailHead& head) const
{
    if (tip.number < 0)
        return false;
    if (head.atTip)
        return head.atTip->hash != tip.hash;
    // A lower head proves something only where we hold a block of that very height.
    const auto row = blockAtOrBelow(m_desk.db(), m_desk.id(), head.latest.number);
    if (!row)
        return fail(row.error());
    return *row && (*row)->header.number == head.latest.number &&
           (*row)->header.hash != head.latest.hash;
}

Result<bool> ChainFollower::isOnChain(const BlockRow& row, qint64 latest, UtcTime now) const
{
    const auto header = m_desk.rail().header(row.header.number, now);
    if (!header)
        return fail(header.error());
    // Ignorance of a height below the head proves nothing: it would rewind deeper than the chain
    // did.
    if (!*header && row.header.number <= latest)
        return fail(ErrorCode::Unavailable, u"source_lagging", QString::number(row.header.number));
    return *header && (*header)->hash == row.header.hash;
}

Result<BlockRow>
ChainFollower::findAncestor(const BlockHeader& tip, qint64 latest, UtcTime now) const
{
    // Being on the chain is a property of a prefix, so a few questions suffice at any depth.
    std::optional<BlockRow> best;
    qint64 high = tip.number; // known to be off the chain
    qint64 low = -1;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        const auto row = blockAtOrBelow(m_desk.db(), m_desk.id(), middle);
        if (!row)
            return fail(row.error());
        if (!*row || (*row)->header.number <= low) {
            low = middle; // no block of ours in this half
            continue;
        }
        const auto same = isOnChain(**row, latest, now);
        if (!same)
            return fail(same.error());
        if (*same) {
            best = **row;
            low = middle;
        } else {
            high = (*row)->header.number;
        }
    }
    if (!best)
        return fail(
            ErrorCode::Conflict,
            u"ancestor_missing",
            QStringLiteral("no stored block of %1 is on the source's chain").arg(m_desk.name()));
    const auto still = isOnChain(*best, latest, now);
    if (!still)
        return fail(still.error());
    if (!*still)
        return fail(ErrorCode::Unavailable, u"answer_inconsistent");
    return *best;
}

Result<qint64> ChainFollower::rewind(const BlockHeader& tip, qint64 latest, UtcTime now) const
{
    const auto ancestor = findAncestor(tip, latest, now);
    if (!ancestor)
        return fail(ancestor.error());
    const auto rewound = rewindChain(m_desk.term, m_desk.context, ancestor->header.number, now);
    if (!rewound)
        return fail(rewound.error());
    m_desk.say(rewound->belowFinalized ? LogWeight::Error : LogWeight::Warning,
               rewound->belowFinalized ? QStringLiteral("rail.finality_violated")
                                       : QStringLiteral("rail.rewind"),
               {{QStringLiteral("from"), tip.number},
                {QStringLiteral("ancestor"), ancestor->header.number},
                {QStringLiteral("payments"), qint64(rewound->changed.size())}});
    return tip.number - ancestor->header.number;
}

Outcome ChainFollower::forward(FollowOutcome& outcome, UtcTime now, Duration budget) const
{
    const qint64 latest = outcome.head.latest.number;
    while (outcome.tip.number < latest) {
        const bool first = outcome.tip.number < 0;
        const BlockHeader after =
            first ? before(m_desk.settings.startBlock.value_or(latest)) : outcome.tip;
        if (after.number >= latest)
            break; // the first block to read doesn't exist yet
        const auto batch = m_desk.rail().blocks(after, latest, m_desk.filter(), now);
        if (!batch)
            return fail(batch.error());
        if (auto done = m_desk.learnTokens(batch->transfers, now); !done)
            return done;
        const auto recorded = recordBlocks(m_desk.term, m_desk.context, *batch, m_desk.clock.now());
        if (!recorded)
            return fail(recorded.error());
        outcome.tip = batch->headers.back();
        outcome.blocks += recorded->blocks;
        if (recorded->transfers > 0)
            m_desk.say(LogWeight::Debug,
                       QStringLiteral("rail.transfers"),
                       {{QStringLiteral("from"), batch->from},
                        {QStringLiteral("to"), batch->to},
                        {QStringLiteral("transfers"), recorded->transfers},
                        {QStringLiteral("bound"), recorded->bound}});
        if (m_desk.clock.now() - now >= budget)
            break;
    }
    outcome.caughtUp = outcome.tip.number >= latest;
    return Done;
}

Result<FollowOutcome> ChainFollower::follow(UtcTime now, Duration budget)
{
    const auto start = tip();
    if (!start)
        return fail(start.error());
    auto head = m_desk.rail().head(start->number, now);
    if (!head)
        return fail(head.error());
    FollowOutcome outcome;
    outcome.head = std::move(head).value();
    outcome.tip = *start;
    const auto reorganised = isReorganised(*start, outcome.head);
    if (!reorganised)
        return fail(reorganised.error());
    if (*reorganised) {
        const auto withdrawn = rewind(*start, outcome.head.latest.number, now);
        if (!withdrawn)
            return fail(withdrawn.error());
        outcome.withdrawn = *withdrawn;
        const auto at = tip();
        if (!at)
            return fail(at.error());
        outcome.tip = *at;
    } else if (start->number > outcome.head.latest.number) {
        outcome.behind = true;
        return outcome;
    }
    if (auto done = forward(outcome, now, budget); !done) {
        // The chain moved between the head and the blocks: the next poll sees how.
        if (done.error().reason != u"tip_changed")
            return fail(done.error());
    }
    return outcome;
}

} // namespace tieout
