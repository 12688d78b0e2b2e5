// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/sourcepool.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr int kLatencyStep = 500; // ms: smaller differences don't matter

// Who wrote one name in two ways must not thereby be two voices.
QString operatorOf(const Source& source)
{
    return source.config().operatorName.trimmed().toLower();
}

} // namespace

void SourcePool::add(std::unique_ptr<Source> source)
{
    m_sources.push_back(std::move(source));
}

qint64 SourcePool::bestHead() const
{
    qint64 best = 0;
    for (const auto& source : m_sources) {
        if (!source->barred())
            best = std::max(best, source->head());
    }
    return best;
}

bool SourcePool::better(const Source& a, const Source& b) const
{
    const qint64 wanted = bestHead() - kLagAllowed;
    // A source that was not asked for its head yet is not thereby behind.
    const auto lags = [wanted](const Source& s) { return s.head() > 0 && s.head() < wanted; };
    if (lags(a) != lags(b))
        return !lags(a);
    if (a.streak() != b.streak())
        return a.streak() < b.streak();
    return a.latencyMs() / kLatencyStep < b.latencyMs() / kLatencyStep;
}

Source* SourcePool::choose(UtcTime now, const std::set<const Source*>& tried)
{
    const auto eligible = [&](const Source& s) { return s.mayAsk(now) && !tried.contains(&s); };
    Source* best = m_current && eligible(*m_current) ? m_current : nullptr;
    for (const auto& source : m_sources) {
        if (eligible(*source) && (!best || better(*source, *best)))
            best = source.get();
    }
    if (best && tried.empty())
        m_current = best;
    return best;
}

std::vector<Source*> SourcePool::distinctOperators(UtcTime now, int count) const
{
    std::vector<Source*> sorted;
    for (const auto& source : m_sources) {
        if (source->mayAsk(now))
            sorted.push_back(source.get());
    }
    std::stable_sort(sorted.begin(), sorted.end(), [this](const Source* a, const Source* b) {
        return better(*a, *b);
    });
    std::vector<Source*> out;
    std::set<QString> operators;
    for (Source* source : sorted) {
        if (count >= 0 && static_cast<int>(out.size()) >= count)
            break;
        if (operators.insert(operatorOf(*source)).second)
            out.push_back(source);
    }
    return out;
}

int SourcePool::operatorCount() const
{
    std::set<QString> operators;
    for (const auto& source : m_sources) {
        if (!source->barred())
            operators.insert(operatorOf(*source));
    }
    return static_cast<int>(operators.size());
}

} // namespace tieout
