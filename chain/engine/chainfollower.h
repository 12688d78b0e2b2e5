// SPDX-License-Identifier: GPL-3.0-or-later
// ChainFollower: one poll of the head and what follows from it: a reorganisation found
// and rewound, or blocks read forward until the cursor is at the head or the time is over. Errors
// are those of the rail and of the recording actions. Watch thread.
#pragma once

#include "chain/engine/raildesk.h"
#include "model/actions/recordblocks.h"
#include "model/store/blocks.h"

namespace tieout {

struct FollowOutcome
{
    RailHead head;
    BlockHeader tip; // our cursor afterwards; number −1 before the first block
    bool caughtUp = false;
    bool behind = false; // the source is lower than we are, and nothing proves a reorganisation
    qint64 blocks = 0;
    qint64 withdrawn = 0;
};

class ChainFollower
{
public:
    explicit ChainFollower(const RailDesk& desk)
        : m_desk(desk)
    {}

    // Ends early once `budget` has passed by the desk's clock.
    Result<FollowOutcome> follow(UtcTime now, Duration budget);

private:
    Result<BlockHeader> tip() const;
    Result<bool> isReorganised(const BlockHeader& tip, const RailHead& head) const;
    // The highest stored block that is on the source's chain, whose head is at `latest`.
    Result<BlockRow> findAncestor(const BlockHeader& tip, qint64 latest, UtcTime now) const;
    Result<bool> isOnChain(const BlockRow& row, qint64 latest, UtcTime now) const;
    Result<qint64> rewind(const BlockHeader& tip, qint64 latest, UtcTime now) const;
    Outcome forward(FollowOutcome& outcome, UtcTime now, Duration budget) const;

    const RailDesk& m_desk;
};

} // namespace tieout
