// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/writegate.h"

namespace tieout {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kSharedFor{10};
constexpr std::chrono::milliseconds kGap{5}; // a waiting process asks every 2 ms (database.cpp)

} // namespace

void WriteGate::enter()
{
    std::unique_lock lock(m_mutex);
    const quint64 ticket = m_nextTicket++;
    if (ticket == m_serving)
        return;
    ++m_waiting;
    m_turn.wait(lock, [&] { return ticket == m_serving; });
    --m_waiting;
}

void WriteGate::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_serving;
    }
    m_turn.notify_all();
}

void WriteGate::noteOtherProcess()
{
    m_sharedUntil = SteadyClock::now() + kSharedFor;
}

bool WriteGate::isShared() const
{
    return SteadyClock::now() < m_sharedUntil.load();
}

void WriteGate::leaveGap()
{
    enter();
    {
        std::unique_lock lock(m_mutex);
        m_turn.wait_for(lock, kGap, [] { return false; });
    }
    m_lastGap = SteadyClock::now();
    leave();
}

bool BulkTurn::isOver() const
{
    return m_gate != nullptr && (m_gate->someoneWaits() || isLongAgo(m_began));
}

void BulkTurn::leaveGap() const
{
    if (m_gate != nullptr && isLongAgo(m_gate->lastGap()))
        m_gate->leaveGap();
}

bool BulkTurn::isLongAgo(SteadyClock::time_point when) const
{
    return SteadyClock::now() - when >= (m_gate->isShared() ? kLongestShared : kLongest);
}

} // namespace tieout
