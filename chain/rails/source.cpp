// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/source.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Duration kBrokenPause{5'000}; // an open circuit rests at least this long
constexpr Duration kDoubtPause{200};
constexpr int kLongestRetryAfter = 3'600; // seconds; a provider may not switch itself off for ever

} // namespace

Source::Source(SourceConfig config, const SourceLimits& limits, Chance chance)
    : m_config(std::move(config))
    , m_limits(limits)
    , m_chance(std::move(chance))
    , m_span(limits.span)
{}

void Source::bar(const QString& reason)
{
    m_barred = true;
    m_verified = false;
    m_lastError = reason;
}

void Source::succeeded(int milliseconds)
{
    ++m_requests;
    m_streak = 0;
    // A moving average over about four answers; the first one counts in full.
    m_latencyMs = m_latencyMs == 0 ? milliseconds : (3 * m_latencyMs + milliseconds) / 4;
    m_lastError.clear();
    m_retryAt = {};
}

// Between half and one and a half of a pause that doubles with each failure in a row, so that the
// sources of many programs don't come back in step.
Duration Source::pause() const
{
    const int doublings = std::clamp(m_streak - 1, 0, 20);
    qint64 ms =
        std::min<qint64>(m_limits.firstPause.count() << doublings, m_limits.longestPause.count());
    if (m_streak >= m_limits.breakAfter)
        ms = std::max<qint64>(ms, kBrokenPause.count());
    const auto share = static_cast<qint64>(m_chance() * 1'000.0);
    return Duration(ms / 2 + ms * std::clamp<qint64>(share, 0, 1'000) / 1'000);
}

void Source::failed(const QString& reason, UtcTime now, int retryAfterSeconds)
{
    ++m_requests;
    ++m_failures;
    ++m_streak;
    m_lastError = reason;
    Duration rest = pause();
    if (retryAfterSeconds > 0)
        rest = std::max(rest, Duration(1'000) * std::min(retryAfterSeconds, kLongestRetryAfter));
    m_retryAt = now + rest;
    const bool away =
        reason == u"source_unreachable" || reason == u"source_timeout" || reason == u"source_tls";
    if (away || m_streak >= m_limits.breakAfter)
        m_verified = false; // who comes back may be another node
}

void Source::doubted(const QString& reason, UtcTime now)
{
    ++m_failures;
    m_lastError = reason;
    m_retryAt = now + kDoubtPause;
}

SourceHealth Source::health() const
{
    SourceHealth out;
    out.name = m_config.name;
    out.operatorName = m_config.operatorName;
    out.healthy = healthy();
    out.head = m_head;
    out.requests = m_requests;
    out.failures = m_failures;
    out.latencyMs = m_latencyMs;
    out.span = m_span.span();
    out.lastError = m_lastError;
    out.retryAt = m_retryAt;
    return out;
}

} // namespace tieout
