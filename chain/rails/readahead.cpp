// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/readahead.h"

#include <algorithm>

namespace tieout {

RangeReader* ReadAhead::freeReader()
{
    const auto it = std::find_if(
        m_readers.begin(), m_readers.end(), [](const RangeReader& each) { return each.isFree(); });
    return it == m_readers.end() ? nullptr : &*it;
}

bool ReadAhead::hasRoom()
{
    return freeReader() != nullptr;
}

std::optional<qint64> ReadAhead::end() const
{
    return m_ranges.empty() ? std::nullopt : std::optional(m_ranges.back().request.to);
}

void ReadAhead::ask(RpcSession& session,
                    Source& source,
                    const RangeRequest& request,
                    Contracts contracts)
{
    RangeReader* reader = freeReader();
    TIEOUT_CHECK(reader && end().value_or(request.after.number) == request.after.number);
    EvmRange range(request, std::move(contracts));
    const std::vector<RpcCall> calls = range.calls();
    const RpcFlight flight = session.flightAhead(source, calls.size());
    HttpRequest http = session.request(flight, calls);
    http.maxBytes = std::min(http.maxBytes, kMostBytes);
    reader->start({std::move(http), flight.calls, flight.firstId, std::move(range)});
    m_ranges.push_back({request, flight, reader});
}

RangeAnswer ReadAhead::take()
{
    RangeAnswer answer = m_ranges.front().reader->take();
    m_ranges.pop_front();
    return answer;
}

void ReadAhead::drop()
{
    for (const Range& range : m_ranges)
        range.reader->abandon();
    m_ranges.clear();
}

void ReadAhead::interrupt()
{
    for (RangeReader& reader : m_readers)
        reader.interrupt();
}

} // namespace tieout
