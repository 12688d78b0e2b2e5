// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxfaults.h"

#include <algorithm>

namespace tieout {

SandboxFaults::SandboxFaults(quint64 seed)
    : m_state(seed)
{}

void SandboxFaults::setChance(SandboxFault fault, int permille)
{
    TIEOUT_CHECK(permille >= 0 && permille <= 1000);
    m_chance[static_cast<size_t>(fault)] = permille;
}

void SandboxFaults::addWindow(SandboxFault fault, UtcTime from, UtcTime to)
{
    m_windows.push_back({fault, from, to});
}

void SandboxFaults::clear()
{
    m_chance.fill(0);
    m_windows.clear();
}

bool SandboxFaults::strikes(SandboxFault fault, UtcTime now)
{
    const bool certain = std::any_of(m_windows.begin(), m_windows.end(), [&](const Window& window) {
        return window.fault == fault && window.from <= now && now < window.to;
    });
    const int chance = m_chance[static_cast<size_t>(fault)];
    // Drawn only where there is a chance, so that a window doesn't shift the other faults.
    return (chance > 0 && below(1000) < chance) || certain;
}

qint64 SandboxFaults::below(qint64 bound)
{
    TIEOUT_CHECK(bound > 0);
    return static_cast<qint64>(draw() % static_cast<quint64>(bound));
}

// splitmix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
quint64 SandboxFaults::draw()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace tieout
