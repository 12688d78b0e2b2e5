// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/railhealth.h"

#include "model/actions/watchcases.h"

namespace tieout {

namespace {

constexpr int kFailuresUntilPause = 3;
constexpr int kFreshBlocks = 30;
constexpr Duration kSourcesEvery{1'000};

} // namespace

Duration RailHealth::headAgeLimit() const
{
    // Where the block time is known (the sandbox), it says how old a head may be.
    const Duration block = m_desk.port.blockTime();
    return block.count() > 0 ? std::max(Duration(5'000), block * kFreshBlocks)
                             : m_desk.settings.headAgeLimit;
}

QString RailHealth::troubleOf(const FollowOutcome& outcome, bool gapless, UtcTime now) const
{
    if (outcome.behind)
        return QStringLiteral("source_behind");
    if (now - outcome.head.latest.time > headAgeLimit())
        return QStringLiteral("head_stale");
    if (!outcome.caughtUp)
        return QStringLiteral("catching_up");
    if (!gapless)
        return QStringLiteral("gap");
    return {};
}

Result<bool> RailHealth::isAgreed(const FollowOutcome& outcome, UtcTime now)
{
    const int quorum = std::max(m_desk.settings.quorum, m_desk.context.quorum());
    if (quorum <= 1 || outcome.tip.number < 0)
        return true;
    if (outcome.tip.number == m_agreedAt && outcome.tip.hash == m_agreedHash)
        return true;
    const auto agreed = m_desk.rail().agreed(outcome.tip.number, outcome.tip.hash, quorum, now);
    if (!agreed && agreed.error().code == ErrorCode::Conflict) {
        const auto noted = noteRailCase(m_desk.term,
                                        m_desk.name(),
                                        CaseCode::NodeDisagree,
                                        {{QStringLiteral("block"), outcome.tip.number}},
                                        now);
        if (!noted)
            return noted;
        return false;
    }
    if (!agreed && agreed.error().code == ErrorCode::Unavailable)
        return false; // fewer operators than the quorum answer
    if (agreed && *agreed) {
        m_agreedAt = outcome.tip.number;
        m_agreedHash = outcome.tip.hash;
    }
    return agreed;
}

void RailHealth::watchFinality(const RailHead& head)
{
    if (!head.marks.finalized)
        return;
    if (m_finalized && *head.marks.finalized < *m_finalized)
        m_desk.say(LogWeight::Error,
                   QStringLiteral("rail.finality_backwards"),
                   {{QStringLiteral("was"), *m_finalized},
                    {QStringLiteral("now"), *head.marks.finalized},
                    {QStringLiteral("source"), head.source}});
    m_finalized = std::max(m_finalized.value_or(-1), *head.marks.finalized);
}

Outcome RailHealth::watchForStall(UtcTime headTime, const QString& trouble, UtcTime now)
{
    if (trouble.isEmpty() || trouble == u"catching_up")
        m_goodAt = now;
    else if (m_goodAt == UtcTime())
        m_goodAt = std::max(headTime, now - headAgeLimit());
    if (now - m_goodAt < headAgeLimit() * 2)
        return Done;
    const auto noted = noteRailCase(
        m_desk.term,
        m_desk.name(),
        CaseCode::RailStall,
        {{QStringLiteral("reason"), trouble}, {QStringLiteral("head_time"), headTime.toText()}},
        now);
    if (!noted)
        return fail(noted.error());
    if (*noted)
        m_desk.say(LogWeight::Error,
                   QStringLiteral("rail.stalled"),
                   {{QStringLiteral("reason"), trouble}});
    return Done;
}

Result<bool> RailHealth::note(const FollowOutcome& outcome, bool gapless, UtcTime now)
{
    m_failures = 0;
    watchFinality(outcome.head);
    HeadFacts facts;
    facts.latest = outcome.head.latest;
    facts.marks = outcome.head.marks;
    facts.reason = troubleOf(outcome, gapless, now);
    facts.healthy = facts.reason.isEmpty();
    const auto agreed = isAgreed(outcome, now);
    if (!agreed)
        return agreed;
    facts.agreed = *agreed;
    m_last = facts;
    m_hasLast = true;
    const auto promoted = promote(m_desk.term, m_desk.context, facts, now);
    if (!promoted)
        return fail(promoted.error());
    if (auto done = watchForStall(facts.latest.time, facts.reason, now); !done)
        return fail(done.error());
    return promoted->more;
}

Outcome RailHealth::noteFailure(const Error& error, UtcTime now)
{
    ++m_failures;
    if (m_failures < kFailuresUntilPause || !m_hasLast)
        return Done;
    m_last.healthy = false;
    m_last.reason = error.reason;
    const auto promoted = promote(m_desk.term, m_desk.context, m_last, now);
    if (!promoted)
        return fail(promoted.error());
    return watchForStall(m_last.latest.time, error.reason, now);
}

Outcome RailHealth::writeSources(UtcTime now)
{
    if (now - m_sourcesAt < kSourcesEvery && now >= m_sourcesAt)
        return Done;
    m_sourcesAt = now;
    const auto sources = m_desk.rail().health();
    return inTerm(m_desk.term, [&]() -> Outcome {
        for (const SourceHealth& each : sources) {
            SourceHealthRow row;
            row.rail = m_desk.id();
            row.name = each.name;
            row.operatorName = each.operatorName;
            row.healthy = each.healthy;
            row.head = each.head;
            row.requests = each.requests;
            row.failures = each.failures;
            row.latencyMs = each.latencyMs;
            row.span = each.span;
            row.lastError = each.lastError;
            row.retryAt = each.retryAt;
            if (auto done = writeSourceHealth(m_desk.db(), row, now); !done)
                return done;
        }
        return Done;
    });
}

} // namespace tieout
