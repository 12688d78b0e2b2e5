// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/writegate.h"

namespace tieout {

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

} // namespace tieout
