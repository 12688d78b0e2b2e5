// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/projection.h"
#include "model/actions/railjournal.h"
#include "model/actions/recordblocks.h"
#include "model/store/awaiting.h"
#include "model/store/changefeed.h"
#include "model/store/coverage.h"
#include "model/store/failpoint.h"
#include "model/store/payments.h"
#include "model/store/writegate.h"

#include <algorithm>

namespace tieout {

namespace {

// A mark of the chain says nothing about blocks that we haven't read.
FinalityMarks clipped(const FinalityMarks& marks, qint64 cursor)
{
    const auto clip = [cursor](const std::optional<qint64>& mark) {
        return mark ? std::optional<qint64>(std::min(*mark, cursor)) : mark;
    };
    return {clip(marks.safe), clip(marks.finalized)};
}

Result<bool> isGapless(Database& db, const RailState& state)
{
    const auto rows = readCoverage(db, state.rail);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return false;
    qint64 next = rows->front().from;
    for (const CoverageRow& row : *rows) {
        if (row.from != next)
            return false;
        next = row.to + 1;
    }
    return next > state.cursorNumber;
}

std::vector<ConfirmationRule> rulesOf(const RailContext& rail, const std::vector<QString>& awaited)
{
    std::vector<ConfirmationRule> rules = rail.rules();
    for (const QString& text : awaited) {
        const auto rule = ConfirmationRule::fromText(text);
        if (rule && std::find(rules.begin(), rules.end(), *rule) == rules.end())
            rules.push_back(*rule);
    }
    return rules;
}

class Promoter
{
public:
    Promoter(Database& db, const RailContext& rail, const HeadFacts& head, UtcTime now)
        : m_db(db)
        , m_rail(rail)
        , m_head(head)
        , m_now(now)
        , m_most(db.writeGate() != nullptr ? kMaxPromotionsInTurn : kMaxPromotions)
    {}

    Result<PromoteSummary> run()
    {
        auto state = readRailState(m_db, m_rail.rail().id);
        if (!state)
            return fail(state.error());
        m_state = *state;
        if (auto done = noteHead(); !done)
            return fail(done.error());
        if (auto done = moveMarks(); !done)
            return fail(done.error());
        m_summary.promoted = static_cast<qint64>(m_payments.size());
        if (auto done = passDeadlines(); !done)
            return fail(done.error());
        Cause cause;
        cause.now = m_now;
        if (m_state.cursorNumber >= 0)
            cause.readUntil = m_state.cursorTime;
        const auto projected = reproject(m_db, m_payments, cause);
        if (!projected)
            return fail(projected.error());
        m_summary.changed = projected->changedIds;
        // Deadlines that changed nothing would come again without an end.
        m_summary.more = m_summary.more || (m_moreDeadlines && !m_summary.changed.empty());
        if (auto done = notifyChanged(m_db, idTexts(m_summary.changed)); !done)
            return fail(done.error());
        return std::move(m_summary);
    }

private:
    void takeHead(RailState& next) const
    {
        next.headNumber = m_head.latest.number;
        next.headTime = m_head.latest.time;
        next.headSeenAt = m_now;
        next.safe = m_head.marks.safe;
        if (m_head.marks.finalized > m_state.finalized) {
            next.finalized = m_head.marks.finalized;
            next.finalizedHead = m_head.latest.number;
        } else if (m_head.marks.finalized == m_state.finalized) {
            next.finalizedHead = std::max(m_state.finalizedHead, m_head.latest.number);
        }
        next.agreeing = m_head.agreeing;
    }

    Outcome noteHead()
    {
        const qint64 rowVersion = m_state.version;
        RailState next = m_state;
        next.healthy = m_head.healthy && m_head.answered;
        next.healthReason = m_head.reason;
        if (m_head.answered)
            takeHead(next);
        next.version = rowVersion;
        m_state = next;
        return writeRailState(m_db, next);
    }

    Outcome moveMarks()
    {
        const auto gapless = isGapless(m_db, m_state);
        const auto marks = readMarks(m_db, m_rail.rail().id);
        const auto awaited = awaitedRules(m_db, m_rail.rail().id);
        if (!gapless)
            return fail(gapless.error());
        if (!marks)
            return fail(marks.error());
        if (!awaited)
            return fail(awaited.error());
        for (const ConfirmationRule& rule : rulesOf(m_rail, *awaited)) {
            if (rule.quorum > 1)
                m_summary.quorums.insert(rule.quorum);
            const QString text = rule.toText();
            const auto at = marks->find(text);
            PromotionInput input;
            input.head = m_state.cursorNumber;
            input.marks = clipped(m_head.marks, m_state.cursorNumber);
            input.previous = at == marks->end() ? std::nullopt : std::optional<qint64>(at->second);
            input.healthy = m_state.healthy && !m_state.frozenAt;
            input.gapless = *gapless;
            input.agreeing = m_head.agreeing;
            const auto mark = promotedMark(rule, input);
            if (auto done = applyMark(text, input.previous, mark); !done)
                return done;
        }
        return Done;
    }

    Outcome applyMark(const QString& rule,
                      const std::optional<qint64>& before,
                      const std::optional<qint64>& mark)
    {
        if (!mark)
            return Done;
        if (mark != before) {
            if (auto done = writeMark(m_db, m_rail.rail().id, rule, *mark, m_now); !done)
                return done;
            failpoint("promote.after-mark");
        }
        const int room = m_most - static_cast<int>(m_payments.size());
        if (room <= 0) {
            m_summary.more = true;
            return Done;
        }
        auto ids = takeAwaiting(m_db, m_rail.rail().id, rule, *mark, room);
        if (!ids)
            return fail(ids.error());
        m_summary.more = m_summary.more || static_cast<int>(ids->size()) == room;
        m_payments.insert(m_payments.end(), ids->begin(), ids->end());
        return Done;
    }

    Outcome passDeadlines()
    {
        if (m_state.cursorNumber < 0)
            return Done;
        auto expired = pendingPast(m_db, m_rail.rail().id, m_state.cursorTime, m_most);
        if (!expired)
            return fail(expired.error());
        auto ended = topUpPast(m_db, m_rail.rail().id, m_state.cursorTime, m_most);
        if (!ended)
            return fail(ended.error());
        m_moreDeadlines = static_cast<int>(std::max(expired->size(), ended->size())) == m_most;
        m_summary.expired = static_cast<qint64>(expired->size());
        m_payments.insert(m_payments.end(), expired->begin(), expired->end());
        m_payments.insert(m_payments.end(), ended->begin(), ended->end());
        return Done;
    }

    Database& m_db;
    const RailContext& m_rail;
    const HeadFacts& m_head;
    UtcTime m_now;
    int m_most;
    bool m_moreDeadlines = false;
    RailState m_state;
    std::vector<PaymentId> m_payments;
    PromoteSummary m_summary;
};

} // namespace

Result<PromoteSummary>
promote(const Term& term, RailContext& rail, const HeadFacts& head, UtcTime now)
{
    const BulkTurn turn(term.db.writeGate());
    auto summary = inTerm(term, [&] { return Promoter(term.db, rail, head, now).run(); });
    turn.leaveGap();
    return summary;
}

} // namespace tieout
