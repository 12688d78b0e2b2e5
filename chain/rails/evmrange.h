// SPDX-License-Identifier: GPL-3.0-or-later
// EvmRange: the forward step as one batch, and the judgement of its answer. Our
// tip, every header of the range, the logs of the range, the end header once more: accepted only
// when tip and end stand, parents chain, and every log was asked for and lies in one of those
// blocks. Pure; one thread at a time. Errors (Unavailable): source_lagging, tip_changed,
// answer_inconsistent.
#pragma once

#include "chain/rails/evmdecode.h"
#include "chain/rails/jsonrpc.h"
#include "chain/rails/rail.h"

#include <memory>
#include <unordered_set>

namespace tieout {

struct AccountHash
{
    size_t operator()(const Account& account) const { return qHash(account); }
};

using AccountSet = std::unordered_set<Account, AccountHash>;

// The contracts asked for under ScanScope::ListedTokens. Never changed, so threads may share it.
struct ContractList
{
    std::vector<Account> list;
    AccountSet set; // the same

    static std::shared_ptr<const ContractList> of(std::vector<Account> contracts);
};

using Contracts = std::shared_ptr<const ContractList>;

struct RangeRequest
{
    BlockHeader after; // a zero hash: nothing to confirm, unless it is asked ahead
    qint64 to = 0;
    ScanScope scope = ScanScope::ListedTokens;
    bool ahead = false; // the hash of `after` isn't known yet: accept is told
};

class EvmRange
{
public:
    EvmRange(RangeRequest request, Contracts contracts);

    std::vector<RpcCall> calls() const;
    // The error that the logs call got, if any: the caller decides about spans and limits.
    static const RpcError* logsError(const RpcBatch& batch);
    qint64 from() const { return m_request.after.number + 1; }
    qint64 to() const { return m_request.to; }
    qint64 blocks() const { return m_request.to - m_request.after.number; }

    // Takes in everything of the answer; nothing of this points into it afterwards. What is wrong
    // is kept for accept.
    void read(const RpcBatch& batch);
    // After read, once: the verdict, given the hash of our tip (ignored when there is nothing to
    // confirm), and the transfers that are ours.
    Result<BlockBatch> accept(const Hash32& tip, const WatchFilter& watched);
    // Both at once, of a range that wasn't asked ahead.
    Result<BlockBatch> judge(const RpcBatch& batch, const WatchFilter& watched);
    // After accept: blocks whose bloom may hold a transfer that was asked for, yet gave no log.
    std::vector<BlockHeader> doubtful() const;
    // The answers of eth_getLogs by block hash for some of them, in the same order. Inconsistent
    // when a log turns up that the range had left out.
    RpcCall logsOfBlock(const Hash32& block) const;
    Outcome judgeDoubt(const BlockHeader& block, simdjson::dom::element logs) const;

private:
    bool confirms() const; // our tip is part of the batch
    Outcome readAll(const RpcBatch& batch);
    Outcome readHeaders(const RpcBatch& batch);
    Outcome checkLog(LogKind kind, const TransferLog& log) const;
    Outcome readLogs(simdjson::dom::element logs);

    RangeRequest m_request;
    Contracts m_contracts;
    Outcome m_verdict;           // of read
    std::optional<Hash32> m_tip; // at after.number, as the answer says
    std::vector<EvmHeader> m_headers;
    std::vector<bool> m_hadLogs;
    std::vector<TransferLog> m_transfers; // all of them, as they came
    qint64 m_scanned = 0;
};

} // namespace tieout
