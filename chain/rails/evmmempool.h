// SPDX-License-Identifier: GPL-3.0-or-later
// EvmMempool: transfers that wait in a node's pending block or pool, and what became of them. Keeps
// sender and nonce of what it saw, because a replaced transaction is simply gone from the node.
// A source whose "pending" is only its latest block has no mempool to show. Rail thread only.
#pragma once

#include "chain/rails/evmrange.h"
#include "chain/rails/rpcsession.h"

#include <deque>
#include <unordered_map>

namespace tieout {

class EvmMempool
{
public:
    // `txpool`: also ask txpool_content, which most public providers refuse.
    EvmMempool(RpcSession& session, bool txpool);

    Result<std::vector<Sighting>>
    look(const WatchFilter& watched, const AccountSet* listed, UtcTime now);
    Result<PendingState> state(const Hash32& tx, UtcTime now);

private:
    struct Origin
    {
        Account sender;
        qint64 nonce = -1;
    };
    struct Hash32Hash
    {
        size_t operator()(const Hash32& hash) const;
    };
    struct Waiting // one transaction of the pending block
    {
        Hash32 tx{};
        Origin origin;
        std::optional<TransferLog> transfer;
    };

    Result<std::vector<Waiting>> read(Source& source, UtcTime now);
    static std::optional<Waiting> waiting(simdjson::dom::element transaction);
    static void readPool(simdjson::dom::element pool, std::vector<Waiting>& out);
    void remember(const Waiting& waiting);
    Result<std::optional<PendingState>> byHash(Source& source, const Hash32& tx, UtcTime now);
    Result<PendingState> gone(Source& source, const Hash32& tx, UtcTime now);

    RpcSession& m_session;
    bool m_txpool;
    std::unordered_map<Hash32, Origin, Hash32Hash> m_origins;
    std::deque<Hash32> m_order; // oldest first: the memory is bounded
};

} // namespace tieout
