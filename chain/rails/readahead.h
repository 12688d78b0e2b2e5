// SPDX-License-Identifier: GPL-3.0-or-later
// ReadAhead: the next ranges of a rail, in order of height and without gaps, on their way through
// a few RangeReaders while the rail's thread stores what came before. What they bring was asked for
// by height alone and is still to be judged against our tip. At most kReaders answers of at most
// kMostBytes each are held. Rail thread only, but for interrupt.
#pragma once

#include "chain/rails/rangereader.h"
#include "chain/rails/rpcsession.h"

#include <array>
#include <deque>

namespace tieout {

class ReadAhead
{
public:
    // Two: while one parses, the other's answer comes in, so that the source never waits for us.
    static constexpr int kReaders = 2;
    // Well above what spans aim at; a larger answer is asked for again when it is its turn.
    static constexpr qint64 kMostBytes = qint64(16) * 1024 * 1024;

    struct Range
    {
        RangeRequest request;
        RpcFlight flight;
        RangeReader* reader = nullptr;
    };

    bool hasRoom();
    // The height up to which ranges are asked for; nothing when there are none.
    std::optional<qint64> end() const;
    // Only when there is room; `request` begins where the last one ended.
    void ask(RpcSession& session, Source& source, const RangeRequest& request, Contracts contracts);

    const Range* front() const { return m_ranges.empty() ? nullptr : &m_ranges.front(); }
    // Waits for the front and removes it.
    RangeAnswer take();
    void drop();

    // Any thread, for ever.
    void interrupt();

private:
    RangeReader* freeReader();

    std::array<RangeReader, kReaders> m_readers;
    std::deque<Range> m_ranges;
};

} // namespace tieout
