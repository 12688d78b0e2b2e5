// SPDX-License-Identifier: GPL-3.0-or-later
// Source: one RPC endpoint with its health: back-off with jitter, the provider's own waiting times,
// a circuit breaker, latency, the height it last named. Doesn't speak to the network itself.
// Belongs to the rail's thread; `now` is given, chance comes from outside.
#pragma once

#include "chain/rails/rail.h"
#include "chain/rails/spanpolicy.h"

#include <functional>

namespace tieout {

struct SourceConfig
{
    QString name;
    QString operatorName;            // who runs it: a quorum counts operators, not URLs
    QByteArray url;                  // secret: providers put keys into paths
    QByteArray caFile;               // empty: the system's
    std::vector<QByteArray> headers; // secret, such as an API key
};

struct SourceLimits
{
    int connectMs = 5'000;
    int totalMs = 30'000;
    qint64 maxBytes = qint64(64) * 1024 * 1024;
    SpanLimits span;
    Duration firstPause{250};
    Duration longestPause{120'000};
    int breakAfter = 5; // failures in a row until the circuit opens
};

// A number in [0, 1).
using Chance = std::function<double()>;

class Source
{
public:
    Source(SourceConfig config, const SourceLimits& limits, Chance chance);

    const SourceConfig& config() const { return m_config; }
    const SourceLimits& limits() const { return m_limits; }
    SpanPolicy& span() { return m_span; }
    qint64 spanNow() const { return m_span.span(); }

    bool mayAsk(UtcTime now) const { return !m_barred && m_retryAt <= now; }
    bool healthy() const { return !m_barred && m_streak == 0; }
    UtcTime retryAt() const { return m_retryAt; }
    int latencyMs() const { return m_latencyMs; }
    qint64 head() const { return m_head; }
    int streak() const { return m_streak; }

    // Chain id and genesis must be asked before it is used (again).
    bool verified() const { return m_verified; }
    void setVerified() { m_verified = true; }
    // It serves another network: never asked again by this rail.
    void bar(const QString& reason);
    bool barred() const { return m_barred; }

    void sawHead(qint64 number) { m_head = number; }
    void succeeded(int milliseconds);
    // `retryAfterSeconds` −1 when the provider named none.
    void failed(const QString& reason, UtcTime now, int retryAfterSeconds = -1);
    // It lags or contradicted itself: others first for a moment, its circuit stays closed.
    void doubted(const QString& reason, UtcTime now);

    // Tags that the source refused once are not asked for again.
    bool offersSafe = true;
    bool offersFinalized = true;

    SourceHealth health() const;

private:
    Duration pause() const;

    SourceConfig m_config;
    SourceLimits m_limits;
    Chance m_chance;
    SpanPolicy m_span;
    bool m_verified = false;
    bool m_barred = false;
    int m_streak = 0; // failures in a row
    int m_latencyMs = 0;
    qint64 m_head = 0;
    qint64 m_requests = 0;
    qint64 m_failures = 0;
    QString m_lastError;
    UtcTime m_retryAt;
};

} // namespace tieout
