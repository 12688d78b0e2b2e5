// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/railhealth.h"

#include "model/actions/watchcases.h"

namespace tieout {

namespace {

constexpr int kFailuresUntilPause = 3;
constexpr int kFreshBlocks = 30;
constexpr Duration kSourcesEvery{1'000};
constexpr QStringView kFinalityBackwards = u"finality_backwards";

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
    if (!m_takingBack.isEmpty())
        return kFinalityBackwards.toString();
    return {};
}

Result<int> RailHealth::agreeing(const BlockHeader& tip, UtcTime now)
{
    const int own = m_desk.settings.quorum;
    if (tip.number < 0 || (own <= 1 && m_quorums.empty()))
        return 1;
    if (tip.number != m_agreedAt || tip.hash != m_agreedHash)
        m_agreed = own <= 1 ? 1 : 0;
    m_agreedAt = tip.number;
    m_agreedHash = tip.hash;
    // What every rule of the rail needs comes first, then what single rules ask for beyond it.
    std::set<int> counts = m_quorums;
    counts.insert(own);
    counts.erase(counts.begin(), counts.find(own));
    for (const int count : counts) {
        if (count <= m_agreed)
            continue;
        const auto agreed = m_desk.rail().agreed(tip.number, tip.hash, count, now);
        if (!agreed && agreed.error().code == ErrorCode::Conflict) {
            m_agreedAt = -1; // asked again at the next poll
            const auto noted = noteRailCase(m_desk.term,
                                            m_desk.name(),
                                            CaseCode::NodeDisagree,
                                            {{QStringLiteral("block"), tip.number}},
                                            now);
            return noted ? Result<int>(0) : Result<int>(fail(noted.error()));
        }
        if (!agreed && agreed.error().code != ErrorCode::Unavailable)
            return fail(agreed.error());
        if (!agreed || !*agreed)
            break; // fewer operators than that answer
        m_agreed = count;
    }
    return m_agreed;
}

Outcome RailHealth::watchFinality(const RailHead& head, UtcTime now)
{
    const auto state = readRailState(m_desk.db(), m_desk.id());
    if (!state)
        return fail(state.error());
    const qint64 was = state->finalized.value_or(-1);
    const qint64 finalized = head.marks.finalized.value_or(was);
    // A head that is lower too is a source that lags or a chain that was rewound, and a frozen rail
    // has told already that its finality broke.
    const bool backwards =
        finalized < was && head.latest.number >= state->finalizedHead && !state->frozenAt;
    const bool fresh = backwards && m_takingBack.isEmpty();
    m_takingBack = backwards ? head.source : QString();
    if (!fresh)
        return Done;
    const QJsonObject evidence{{QStringLiteral("finalized_was"), was},
                               {QStringLiteral("finalized"), finalized},
                               {QStringLiteral("head"), head.latest.number},
                               {QStringLiteral("source"), head.source}};
    m_desk.say(LogWeight::Error, QStringLiteral("rail.finality_backwards"), evidence);
    const auto noted =
        noteRailCase(m_desk.term, m_desk.name(), CaseCode::NodeDisagree, evidence, now);
    return noted ? Outcome(Done) : Outcome(fail(noted.error()));
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
    if (auto done = watchFinality(outcome.head, now); !done)
        return fail(done.error());
    HeadFacts facts;
    facts.latest = outcome.head.latest;
    facts.marks = outcome.head.marks;
    facts.reason = troubleOf(outcome, gapless, now);
    facts.healthy = facts.reason.isEmpty();
    const auto agreed = agreeing(outcome.tip, now);
    if (!agreed)
        return fail(agreed.error());
    facts.agreeing = *agreed;
    const auto promoted = promote(m_desk.term, m_desk.context, facts, now);
    if (!promoted)
        return fail(promoted.error());
    m_quorums = promoted->quorums;
    if (auto done = watchForStall(facts.latest.time, facts.reason, now); !done)
        return fail(done.error());
    m_failures = 0;
    return promoted->more;
}

Outcome RailHealth::noteFailure(const Error& error, UtcTime now)
{
    ++m_failures;
    // The wrong network doesn't become the right one by asking again.
    if (m_failures < kFailuresUntilPause && error.code != ErrorCode::Forbidden)
        return Done;
    HeadFacts facts;
    facts.reason = error.reason;
    facts.answered = false;
    const auto promoted = promote(m_desk.term, m_desk.context, facts, now);
    if (!promoted)
        return fail(promoted.error());
    const auto state = readRailState(m_desk.db(), m_desk.id());
    if (!state)
        return fail(state.error());
    return watchForStall(state->headTime, error.reason, now);
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
            if (each.name == m_takingBack) {
                row.healthy = false;
                row.lastError = kFinalityBackwards.toString();
            }
            row.retryAt = each.retryAt;
            if (auto done = writeSourceHealth(m_desk.db(), row, now); !done)
                return done;
        }
        return Done;
    });
}

} // namespace tieout
