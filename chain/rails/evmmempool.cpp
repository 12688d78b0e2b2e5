// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmmempool.h"

#include <cstring>

namespace tieout {

namespace {

constexpr size_t kMostOrigins = 50'000; // about 8 MB; far above what waits for us at any time

RpcCall pendingCall()
{
    return {"eth_getBlockByNumber", R"(["pending",true])"};
}

std::string_view textOf(simdjson::dom::element object, const char* key)
{
    std::string_view text;
    if (object[key].get(text) != simdjson::SUCCESS)
        return {};
    return text;
}

} // namespace

size_t EvmMempool::Hash32Hash::operator()(const Hash32& hash) const
{
    size_t out;
    std::memcpy(&out, hash.data(), sizeof out); // a hash is random enough as it is
    return out;
}

EvmMempool::EvmMempool(RpcSession& session, bool txpool)
    : m_session(session)
    , m_txpool(txpool)
{}

std::optional<EvmMempool::Waiting> EvmMempool::waiting(simdjson::dom::element transaction)
{
    const auto hash = evmHash(textOf(transaction, "hash"));
    const auto sender = evmAccount(textOf(transaction, "from"));
    if (!hash || !sender)
        return std::nullopt;
    Waiting out;
    out.tx = *hash;
    out.origin = {*sender, evmQuantity(textOf(transaction, "nonce")).value_or(-1)};
    const auto token = evmAccount(textOf(transaction, "to")); // empty for a deployment
    if (token)
        out.transfer = evmTransferCall(textOf(transaction, "input"), *token, *sender);
    return out;
}

// txpool_content: {"pending": {sender: {nonce: transaction}}, "queued": …}; what is queued can't be
// mined yet, so it is not shown.
void EvmMempool::readPool(simdjson::dom::element pool, std::vector<Waiting>& out)
{
    simdjson::dom::object senders, nonces;
    if (pool["pending"].get(senders) != simdjson::SUCCESS)
        return;
    for (const auto& sender : senders) {
        if (sender.value.get(nonces) != simdjson::SUCCESS)
            continue;
        for (const auto& nonce : nonces) {
            if (auto one = waiting(nonce.value))
                out.push_back(std::move(*one));
        }
    }
}

Result<std::vector<EvmMempool::Waiting>> EvmMempool::read(Source& source, UtcTime now)
{
    std::vector<RpcCall> calls = {{"eth_getBlockByNumber", R"(["latest",false])"}, pendingCall()};
    if (m_txpool)
        calls.push_back({"txpool_content", "[]"});
    const auto reply = m_session.ask(source, calls, now);
    if (!reply)
        return fail(reply.error());
    std::vector<Waiting> out;
    const std::vector<RpcItem>& items = reply->batch.items;
    if (m_txpool && !items[2].error)
        readPool(items[2].result, out);
    if (items[0].error || items[1].error || items[1].result.is_null())
        return out; // no such tag: nothing to show
    const auto latest = evmHeader(items[0].result);
    if (!latest || !*latest)
        return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("latest"));
    // Some nodes answer their latest block: what is in it is mined.
    const auto number = evmQuantity(textOf(items[1].result, "number"));
    if (number && *number <= (*latest)->header.number)
        return out;
    simdjson::dom::array transactions;
    if (items[1].result["transactions"].get(transactions) != simdjson::SUCCESS)
        return out;
    for (const simdjson::dom::element transaction : transactions) {
        if (auto one = waiting(transaction))
            out.push_back(std::move(*one));
    }
    return out;
}

void EvmMempool::remember(const Waiting& waiting)
{
    if (!m_origins.emplace(waiting.tx, waiting.origin).second)
        return;
    m_order.push_back(waiting.tx);
    if (m_order.size() > kMostOrigins) {
        m_origins.erase(m_order.front());
        m_order.pop_front();
    }
}

Result<std::vector<Sighting>>
EvmMempool::look(const WatchFilter& watched, const AccountSet* listed, UtcTime now)
{
    using Answer = std::vector<Sighting>;
    return m_session.any<Answer>(now, [&](Source& source) -> Result<Answer> {
        const auto all = read(source, now);
        if (!all)
            return fail(all.error());
        Answer out;
        for (const Waiting& one : *all) {
            if (!one.transfer || (listed && !listed->contains(one.transfer->token)) ||
                !watched(*one.transfer))
                continue;
            remember(one);
            Sighting sighting;
            sighting.tx = one.tx;
            sighting.token = one.transfer->token;
            sighting.from = one.transfer->from;
            sighting.to = one.transfer->to;
            sighting.value = one.transfer->value;
            sighting.seenAt = now;
            out.push_back(std::move(sighting));
        }
        return out;
    });
}

// What a node knows by hash; nothing when it doesn't know the transaction at all.
Result<std::optional<PendingState>>
EvmMempool::byHash(Source& source, const Hash32& tx, UtcTime now)
{
    using Answer = std::optional<PendingState>;
    const RpcCall call{"eth_getTransactionByHash", "[\"" + rpcHex(tx.data(), tx.size()) + "\"]"};
    const auto reply = m_session.ask(source, {call}, now);
    if (!reply)
        return fail(reply.error());
    const RpcItem& item = reply->batch.items[0];
    if (item.error)
        return m_session.failure(source, *item.error, now);
    if (item.result.is_null())
        return Answer();
    if (auto one = waiting(item.result))
        remember(*one);
    const bool mined = evmHash(textOf(item.result, "blockHash")).has_value();
    return Answer(PendingState{mined ? SightingState::Mined : SightingState::Seen, {}});
}

// The node forgot it. Its sender's nonce tells why: used by another transaction, or still free.
Result<PendingState> EvmMempool::gone(Source& source, const Hash32& tx, UtcTime now)
{
    const auto known = m_origins.find(tx);
    if (known == m_origins.end() || known->second.nonce < 0)
        return PendingState{SightingState::Dropped, {}};
    const Origin origin = known->second;
    const auto waitingNow = read(source, now);
    if (!waitingNow)
        return fail(waitingNow.error());
    for (const Waiting& one : *waitingNow) {
        if (one.tx != tx && one.origin.sender == origin.sender && one.origin.nonce == origin.nonce)
            return PendingState{SightingState::Replaced, one.tx};
    }
    const RpcCall count{"eth_getTransactionCount",
                        "[\"" + rpcHex(origin.sender.bytes.data(), origin.sender.size) +
                            "\",\"latest\"]"};
    const auto reply = m_session.ask(source, {count}, now);
    if (!reply)
        return fail(reply.error());
    std::string_view text;
    const RpcItem& item = reply->batch.items[0];
    if (item.error || item.result.get(text) != simdjson::SUCCESS)
        return PendingState{SightingState::Dropped, {}};
    if (evmQuantity(text).value_or(0) <= origin.nonce)
        return PendingState{SightingState::Dropped, {}};
    // Its nonce is used: by a replacement that we may have seen waiting, else by an unknown one.
    PendingState out{SightingState::Replaced, {}};
    for (const auto& [hash, other] : m_origins) {
        if (hash != tx && other.sender == origin.sender && other.nonce == origin.nonce)
            out.replacedBy = hash;
    }
    return out;
}

Result<PendingState> EvmMempool::state(const Hash32& tx, UtcTime now)
{
    Source* last = nullptr;
    // One node's ignorance isn't enough while another one can be asked.
    std::set<const Source*> tried;
    std::optional<Error> error;
    while (tried.size() < 2) {
        const Result<Source*> chosen = m_session.source(now, tried);
        if (!chosen) {
            if (chosen.error().code != ErrorCode::Unavailable)
                return fail(chosen.error());
            error = error ? error : chosen.error();
            break;
        }
        tried.insert(*chosen);
        const auto answer = byHash(**chosen, tx, now);
        if (!answer) {
            if (answer.error().code != ErrorCode::Unavailable)
                return fail(answer.error());
            error = answer.error();
            continue;
        }
        if (*answer)
            return **answer;
        last = *chosen;
    }
    if (!last)
        return fail(error.value_or(Error{ErrorCode::Unavailable, QStringLiteral("no_source"), {}}));
    return gone(*last, tx, now);
}

} // namespace tieout
