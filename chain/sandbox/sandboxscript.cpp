// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/sandboxscript.h"

#include <algorithm>
#include <iterator>

namespace tieout {

void SandboxScript::post(SandboxAction action)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(action));
}

void SandboxScript::post(std::vector<SandboxAction> actions)
{
    const std::lock_guard lock(m_mutex);
    std::move(actions.begin(), actions.end(), std::back_inserter(m_waiting));
}

std::vector<SandboxAction> SandboxScript::take(SandboxNetwork network)
{
    const std::lock_guard lock(m_mutex);
    std::vector<SandboxAction> taken;
    const auto mine =
        std::stable_partition(m_waiting.begin(), m_waiting.end(), [&](const auto& each) {
            return each.network != network;
        });
    std::move(mine, m_waiting.end(), std::back_inserter(taken));
    m_waiting.erase(mine, m_waiting.end());
    return taken;
}

} // namespace tieout
