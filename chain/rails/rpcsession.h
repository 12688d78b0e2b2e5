// SPDX-License-Identifier: GPL-3.0-or-later
// RpcSession: asks the sources of one rail over HTTP and turns whatever they do into the reasons of
// rail.h: statuses, limits, waiting times, pages that are not JSON. Keeps each source's health and
// checks chain id and genesis before a source is used and again after it was away. Rail thread
// only, but for interrupt; another thread may fetch and parse an answer of which settle then says
// what it means.
#pragma once

#include "chain/rails/httpclient.h"
#include "chain/rails/jsonrpc.h"
#include "chain/rails/sourcepool.h"

#include <optional>

namespace tieout {

struct ChainIdentity
{
    qint64 chainId = 0;
    std::optional<Hash32> genesis; // pinned by the first source when nothing is configured
};

// A batch whose answer is on its way.
struct RpcFlight
{
    Source* source = nullptr;
    HttpClient::Ticket ticket = 0; // of those that were sent
    size_t calls = 0;
    qint64 firstId = 0;
    bool ahead = false; // asked before it was needed: its silence and its time say nothing
};

struct RpcReply
{
    qint64 bytes = 0;
    int milliseconds = 0;
    RpcBatch batch; // valid until the session reads the next reply
};

class RpcSession
{
public:
    explicit RpcSession(ChainIdentity identity);

    SourcePool& pool() { return m_pool; }
    const SourcePool& pool() const { return m_pool; }
    const ChainIdentity& identity() const { return m_identity; }

    // A source that may be asked and serves the right chain. Errors: no_source, Forbidden.
    Result<Source*> source(UtcTime now, const std::set<const Source*>& tried = {});
    // Chain id and genesis of one source.
    Outcome verify(Source& source, UtcTime now);
    // The answer of eth_chainId; a source of another chain is barred.
    Outcome checkChainId(Source& source, simdjson::dom::element answer, UtcTime now);

    // One batch, answered by items: a batch refused as a whole is a failure.
    Result<RpcReply> ask(Source& source, const std::vector<RpcCall>& calls, UtcTime now);
    RpcFlight send(Source& source, const std::vector<RpcCall>& calls);
    // `whole` errors that are limits become failures; others stay in the batch for the caller.
    Result<RpcReply> receive(const RpcFlight& flight, UtcTime now);
    void drop(const RpcFlight& flight) { m_http.discard(flight.ticket); }

    // For those who send by a client of their own: a flight, its request, and what came of it.
    RpcFlight flightAhead(Source& source, size_t calls);
    HttpRequest request(const RpcFlight& flight, const std::vector<RpcCall>& calls) const;
    Result<RpcReply> settle(const RpcFlight& flight,
                            const Result<HttpAnswer>& answer,
                            Result<RpcBatch> batch,
                            UtcTime now);

    // Tries the sources one after the other until `fn(source)` has an answer or a final error;
    // tip_changed is final, because it most likely is a reorganisation.
    template<class T, class Fn>
    Result<T> any(UtcTime now, Fn fn);

    // What an item's error means; rate limits are noted on the source.
    Failure failure(Source& source, const RpcError& error, UtcTime now);

    void interrupt() { m_http.interrupt(); }

private:
    Result<RpcReply>
    weigh(Source& source, const HttpAnswer& answer, Result<RpcBatch> batch, UtcTime now);

    ChainIdentity m_identity;
    SourcePool m_pool;
    HttpClient m_http;
    JsonRpcReader m_reader;
    qint64 m_nextId = 1;
};

// Whether the contract that was called failed, which is an answer of the chain and no failure of
// the source. Its text is the contract author's.
bool isContractFailure(const RpcError& error);
// Whether an error only says "not so fast", and for how long (−1: not said). Never true for a call
// that failed in its contract.
bool isRateLimit(const RpcError& error, int* seconds);

template<class T, class Fn>
Result<T> RpcSession::any(UtcTime now, Fn fn)
{
    std::set<const Source*> tried;
    std::optional<Error> last;
    while (tried.size() < m_pool.size()) {
        Result<Source*> chosen = source(now, tried);
        if (!chosen) {
            if (last && chosen.error().code == ErrorCode::Unavailable)
                break;
            return fail(chosen.error());
        }
        tried.insert(*chosen);
        Result<T> answer = fn(**chosen);
        if (answer || answer.error().code != ErrorCode::Unavailable ||
            answer.error().reason == u"tip_changed")
            return answer;
        last = answer.error();
    }
    return last ? Result<T>(fail(*last)) : Result<T>(fail(ErrorCode::Unavailable, u"no_source"));
}

} // namespace tieout
