// SPDX-License-Identifier: GPL-3.0-or-later
// MempoolWatch: transfers before they are mined, and what becomes of them: mined, replaced,
// dropped, mined and failed (TX-REVERTED), or waiting for too long (STUCK-CONF). Watch thread.
#pragma once

#include "chain/engine/raildesk.h"

#include <set>

namespace tieout {

class MempoolWatch
{
public:
    explicit MempoolWatch(const RailDesk& desk)
        : m_desk(desk)
    {}

    Outcome step(UtcTime now);

private:
    Outcome follow(const Hash32& tx, UtcTime firstSeenAt, UtcTime now);
    Result<bool> hasFailed(const Hash32& tx, UtcTime now);
    Outcome settle(const Hash32& tx, PendingState state, UtcTime now);
    Outcome settleCases(const Hash32& tx, const PendingState& state, bool failed, UtcTime now);
    Duration patience() const;

    const RailDesk& m_desk;
    std::set<Hash32> m_stuck; // what STUCK-CONF was opened for by this process
};

} // namespace tieout
