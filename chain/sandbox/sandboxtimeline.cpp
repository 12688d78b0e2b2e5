// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxtimeline.h"

#include <algorithm>

namespace tieout {

SandboxTimeline::SandboxTimeline(UtcTime genesis, Duration interval)
    : m_genesis(genesis)
    , m_pieces{{0, genesis, interval}}
{
    TIEOUT_CHECK(interval >= kMinInterval);
}

qint64 SandboxTimeline::heightAt(UtcTime time) const
{
    if (time < m_genesis)
        return 0;
    return firstNotBefore(time + Duration(1)) - 1;
}

UtcTime SandboxTimeline::timeOf(qint64 number) const
{
    if (number <= 0)
        return m_genesis;
    const auto above = std::find_if(m_pieces.rbegin(), m_pieces.rend(), [&](const Piece& piece) {
        return piece.head < number;
    });
    TIEOUT_CHECK(above != m_pieces.rend());
    return above->from + above->interval * (number - above->head);
}

qint64 SandboxTimeline::firstNotBefore(UtcTime time) const
{
    if (time <= m_genesis)
        return 0;
    // The last piece that begins before the time; what a later piece covers is later still.
    size_t i = m_pieces.size() - 1;
    while (i > 0 && m_pieces[i].from >= time)
        --i;
    const Piece& piece = m_pieces[i];
    const Duration passed = time - piece.from;
    const qint64 steps = (passed + piece.interval - Duration(1)) / piece.interval;
    const qint64 number = piece.head + steps;
    if (i + 1 < m_pieces.size())
        return std::min(number, m_pieces[i + 1].head + 1);
    return number;
}

void SandboxTimeline::restart(qint64 head, UtcTime from, Duration interval)
{
    TIEOUT_CHECK(head >= 0 && interval >= kMinInterval);
    TIEOUT_CHECK(from >= timeOf(head));
    std::erase_if(m_pieces, [&](const Piece& piece) { return piece.head >= head; });
    m_pieces.push_back({head, from, interval});
}

} // namespace tieout
