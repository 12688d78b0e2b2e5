// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxScript: the one door through which another thread reaches a sandbox chain. Any thread
// posts actions; the rail's thread takes those of its network at each call and adds them to its
// chain. A small mutex-guarded list; nothing waits on it longer than a copy.
#pragma once

#include "chain/sandbox/sandboxaction.h"

#include <mutex>
#include <vector>

namespace tieout {

class SandboxScript
{
public:
    void post(SandboxAction action);
    void post(std::vector<SandboxAction> actions);
    std::vector<SandboxAction> take(SandboxNetwork network);

private:
    std::mutex m_mutex;
    std::vector<SandboxAction> m_waiting;
};

} // namespace tieout
