// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxTimeline: which height the chain has at a time, and the time of each block. Piecewise
// even: a new piece begins when the speed changes, when the chain resumes, or when it becomes
// shorter. Value; block times strictly increase with height.
#pragma once

#include "model/domain/utctime.h"

#include <vector>

namespace tieout {

class SandboxTimeline
{
public:
    static constexpr Duration kMinInterval{10};

    SandboxTimeline(UtcTime genesis, Duration interval);

    qint64 heightAt(UtcTime time) const; // 0 before and at genesis
    UtcTime timeOf(qint64 number) const;
    // The first height whose block isn't earlier than `time`.
    qint64 firstNotBefore(UtcTime time) const;
    Duration interval() const { return m_pieces.back().interval; }

    // From `head` on, which must not be above the present height, blocks come every `interval`
    // counted from `from`. What was above `head` is forgotten.
    void restart(qint64 head, UtcTime from, Duration interval);

private:
    struct Piece
    {
        qint64 head = 0; // covers heights above this one
        UtcTime from;
        Duration interval{0};
    };

    UtcTime m_genesis;
    std::vector<Piece> m_pieces;
};

} // namespace tieout
