// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/secondlook.h"

#include "model/actions/recordblocks.h"
#include "model/actions/runcommand.h"
#include "model/actions/watchcases.h"
#include "model/store/blocks.h"
#include "model/store/coverage.h"
#include "model/store/failpoint.h"

#include <map>
#include <utility>

namespace tieout {

namespace {

constexpr qint64 kSlice = 1'000;
constexpr qint64 kThinEvery = 64; // blocks: a transaction for each single one would cost too much

// Where a transfer stands on the chain.
using TransferPlace = std::pair<QByteArray, qint32>;

bool isSame(const StoredTransfer& stored, const TransferLog& log)
{
    return stored.tx == log.tx && stored.token == log.token.toBytes() &&
           stored.from == log.from.toBytes() && stored.to == log.to.toBytes() &&
           stored.value == log.value && stored.reference == log.reference;
}

} // namespace

Result<BlockBatch> SecondLook::read(qint64 from, qint64 to, bool second, UtcTime now)
{
    BlockHeader after;
    after.number = from - 1;
    const auto row = blockAtOrBelow(m_desk.db(), m_desk.id(), from - 1);
    if (!row)
        return fail(row.error());
    if (*row && (*row)->header.number == from - 1)
        after = (*row)->header;
    auto batch = second ? m_desk.rail().reread(after, to, m_desk.filter(), now)
                        : m_desk.rail().blocks(after, to, m_desk.filter(), now);
    if (!batch)
        return batch;
    if (auto learnt = m_desk.learnTokens(batch->transfers, now); !learnt)
        return fail(learnt.error());
    return batch;
}

Result<SecondLook::Comparison> SecondLook::compare(const BlockBatch& batch)
{
    const auto filter = oldestFilter(m_desk.db(), m_desk.id(), batch.from, batch.to);
    if (!filter)
        return fail(filter.error());
    const bool grew = *filter && **filter < m_desk.context.filterVersion();
    // Only what a filter chooses: all tokens at a deposit address were asked for then, too.
    const auto isNews = [&](const TransferLog& log) {
        return grew && (batch.scope == ScanScope::ListedTokens || m_desk.context.own(log.to) ||
                        m_desk.context.own(log.from));
    };
    const auto stored = canonicalTransfers(m_desk.db(), m_desk.id(), batch.from, batch.to);
    if (!stored)
        return fail(stored.error());
    std::map<TransferPlace, const StoredTransfer*> first;
    for (const StoredTransfer& each : *stored) {
        // A reading that asked for listed tokens only can't have seen the others again.
        if (batch.scope == ScanScope::AllTokens || each.listed)
            first.emplace(TransferPlace(toBytes(each.blockHash), each.logIndex), &each);
    }
    Comparison found;
    for (const TransferLog& log : batch.transfers) {
        const auto same = first.find({toBytes(log.blockHash), log.logIndex});
        if (same == first.end())
            ++(isNews(log) ? found.added : found.differences);
        else if (!isSame(*same->second, log))
            ++found.differences;
        if (same != first.end())
            first.erase(same);
    }
    found.differences += static_cast<int>(first.size());
    return found;
}

Outcome SecondLook::store(const BlockBatch& batch, UtcTime now)
{
    const auto recorded = recordBackfill(m_desk.term, m_desk.context, batch, now);
    if (recorded)
        return Done;
    // The chain moved since our blocks were read: the next poll rewinds, then it is read again.
    if (recorded.error().reason == u"block_differs")
        return fail(ErrorCode::Unavailable, u"tip_changed", recorded.error().detail);
    return fail(recorded.error());
}

Outcome SecondLook::tell(const BlockBatch& batch, int differences, UtcTime now)
{
    const QJsonObject evidence{{QStringLiteral("from"), batch.from},
                               {QStringLiteral("to"), batch.to},
                               {QStringLiteral("transfers"), differences},
                               {QStringLiteral("source"), batch.source}};
    m_desk.say(LogWeight::Error, QStringLiteral("rail.second_reading_differs"), evidence);
    const auto noted =
        noteRailCase(m_desk.term, m_desk.name(), CaseCode::NodeDisagree, evidence, now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
}

Result<bool> SecondLook::again(qint64 finalized, UtcTime now)
{
    const auto from = firstReadOnce(m_desk.db(), m_desk.id());
    if (!from)
        return fail(from.error());
    if (!*from || **from > finalized)
        return false;
    const auto batch = read(**from, std::min(finalized, **from + kSlice - 1), true, now);
    if (!batch)
        return fail(batch.error());
    const auto found = compare(*batch);
    if (!found)
        return fail(found.error());
    if (found->differences > 0) {
        // Before what makes the two readings equal: a difference that is gone is never told.
        if (auto done = tell(*batch, found->differences, now); !done)
            return fail(done.error());
        failpoint("second.before-stored");
    }
    if (found->differences > 0 || found->added > 0) {
        if (auto done = store(*batch, now); !done)
            return fail(done.error());
    }
    auto marked = inTerm(m_desk.term, [&] {
        return markSecondReading(m_desk.db(),
                                 m_desk.id(),
                                 batch->from,
                                 batch->to,
                                 batch->headers.back().hash,
                                 batch->source,
                                 found->differences,
                                 now);
    });
    if (!marked)
        return fail(marked.error());
    return true;
}

Outcome SecondLook::thin()
{
    const auto state = readRailState(m_desk.db(), m_desk.id());
    if (!state)
        return fail(state.error());
    const auto once = firstReadOnce(m_desk.db(), m_desk.id());
    if (!once)
        return fail(once.error());
    const qint64 below = std::min({state->finalized.value_or(-1) - kDenseBelowFinal,
                                   state->cursorNumber,
                                   once->value_or(INT64_MAX)});
    m_thinned = std::min(m_thinned, std::max<qint64>(-1, below - 1)); // the chain was rewound
    if (below - m_thinned < kThinEvery)
        return Done;
    const auto thinned = inTerm(m_desk.term, [&] {
        return thinBlocks(m_desk.db(), m_desk.id(), m_thinned, below, static_cast<int>(kSlice));
    });
    if (!thinned)
        return fail(thinned.error());
    m_thinned = thinned->through.value_or(below - 1);
    return Done;
}

Result<bool> SecondLook::fillGap(qint64 tip, UtcTime now)
{
    const auto coverage = readCoverage(m_desk.db(), m_desk.id());
    if (!coverage)
        return fail(coverage.error());
    if (coverage->empty())
        return false;
    const qint64 first =
        std::min(coverage->front().from, m_desk.settings.startBlock.value_or(INT64_MAX));
    const auto gaps = coverageGaps(m_desk.db(), m_desk.id(), first, tip);
    if (!gaps)
        return fail(gaps.error());
    if (gaps->empty()) {
        if (auto done = endRailCase(m_desk.term, m_desk.name(), CaseCode::RailGap, now); !done)
            return fail(done.error());
        return false;
    }
    const Gap gap = gaps->front();
    const QJsonObject evidence{{QStringLiteral("from"), gap.from}, {QStringLiteral("to"), gap.to}};
    const auto noted = noteRailCase(m_desk.term, m_desk.name(), CaseCode::RailGap, evidence, now);
    if (!noted)
        return noted;
    const auto batch = read(gap.from, std::min(gap.to, gap.from + kSlice - 1), false, now);
    if (!batch)
        return fail(batch.error());
    if (auto done = store(*batch, now); !done)
        return fail(done.error());
    m_desk.say(LogWeight::Info,
               QStringLiteral("rail.gap_read"),
               {{QStringLiteral("from"), batch->from}, {QStringLiteral("to"), batch->to}});
    return true;
}

Result<bool> SecondLook::backfill(qint64 tip, UtcTime now)
{
    const auto row = runningBackfill(m_desk.db(), m_desk.id());
    if (!row)
        return fail(row.error());
    if (!*row)
        return false;
    const BackfillRow& work = **row;
    const qint64 last = std::min(work.to, tip);
    qint64 next = work.next;
    BackfillState state = BackfillState::Running;
    std::optional<Error> problem;
    if (next <= last) {
        const auto batch = read(next, std::min(last, next + kSlice - 1), false, now);
        // Also when the engine stops: the next one goes on from here.
        if (!batch && (batch.error().code == ErrorCode::Unavailable ||
                       batch.error().code == ErrorCode::Cancelled))
            return fail(batch.error());
        const Outcome stored = batch ? store(*batch, now) : Outcome(fail(batch.error()));
        if (!stored && stored.error().code == ErrorCode::Unavailable)
            return fail(stored.error());
        if (stored)
            next = batch->to + 1;
        else
            state = BackfillState::Failed;
        if (!stored)
            problem = stored.error();
        if (!stored)
            m_desk.say(LogWeight::Error,
                       QStringLiteral("rail.backfill_failed"),
                       errorData(stored.error()));
    }
    if (next > last && state == BackfillState::Running)
        state = BackfillState::Finished;
    auto moved =
        inTerm(m_desk.term, [&] { return moveBackfill(m_desk.db(), work.id, next, state); });
    if (!moved)
        return fail(moved.error());
    if (state != BackfillState::Running) {
        if (auto done = answer(work, last, problem); !done)
            return fail(done.error());
    }
    return true;
}

Outcome
SecondLook::answer(const BackfillRow& work, qint64 last, const std::optional<Error>& problem)
{
    Result<QJsonObject> result = QJsonObject{{QStringLiteral("rail"), m_desk.name()},
                                             {QStringLiteral("from"), work.from},
                                             {QStringLiteral("to"), last}};
    if (problem)
        result = fail(*problem);
    const auto told = finishLongCommand(m_desk.term, CommandId::trusted(work.id), result);
    // After a restart the command had its answer already; the blocks are read all the same.
    if (!told && told.error().reason != u"command_step")
        return told;
    return Done;
}

} // namespace tieout
