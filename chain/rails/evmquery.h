// SPDX-License-Identifier: GPL-3.0-or-later
// EvmQuery: single questions to a rail's sources: a header, a receipt, a balance at a block, facts
// of a contract, and whether distinct operators agree on a block. Rail thread only.
#pragma once

#include "chain/rails/evmdecode.h"
#include "chain/rails/rpcsession.h"

namespace tieout {

class EvmQuery
{
public:
    // `latestStateOnly`: the nodes answer eth_call for their newest block alone (Tron).
    EvmQuery(RpcSession& session, bool latestStateOnly);

    Result<std::optional<BlockHeader>> header(qint64 number, UtcTime now);
    Result<std::optional<Receipt>> receipt(const Hash32& tx, UtcTime now);
    // NotFound (contract_missing, state_unavailable), Invalid (balance_latest_only,
    // contract_unreadable: it fails or answers no number, which says nothing about the source).
    Result<Word32> balance(const Account& token, const Account& holder, qint64 block, UtcTime now);
    // Invalid (contract_unreadable) when what it says of itself is larger than any answer may be.
    Result<ContractFacts> contract(const Account& token, UtcTime now);
    Result<bool> agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now);

private:
    Result<Word32> balanceAt(Source& source, const QByteArray& call, qint64 block, UtcTime now);
    Result<Word32> balanceNow(Source& source, const QByteArray& call, qint64 block, UtcTime now);
    Result<std::optional<EvmHeader>>
    headerItem(Source& source, const RpcItem& item, qint64 number, UtcTime now);

    RpcSession& m_session;
    bool m_latestStateOnly;
};

} // namespace tieout
