// SPDX-License-Identifier: GPL-3.0-or-later
// EvmRange: the forward step of rails.md 6.4 as one batch, and the judgement of its answer. Our
// tip, every header of the range, the logs of the range, the end header once more: accepted only
// when tip and end stand, parents chain, and every log was asked for and lies in one of those
// blocks. Pure. Errors (Unavailable): source_lagging, tip_changed, answer_inconsistent;
// span_refused when SpanPolicy was told and a smaller range is to be asked.
#pragma once

#include "chain/rails/evmdecode.h"
#include "chain/rails/jsonrpc.h"
#include "chain/rails/rail.h"

#include <unordered_set>

namespace tieout {

struct AccountHash
{
    size_t operator()(const Account& account) const { return qHash(account); }
};

using AccountSet = std::unordered_set<Account, AccountHash>;

struct RangeRequest
{
    BlockHeader after; // a zero hash: nothing to confirm
    qint64 to = 0;
    ScanScope scope = ScanScope::ListedTokens;
    bool operator==(const RangeRequest& other) const
    {
        return after.number == other.after.number && after.hash == other.after.hash &&
               to == other.to && scope == other.scope;
    }
};

class EvmRange
{
public:
    // `tokens` are the contracts asked for under ScanScope::ListedTokens.
    EvmRange(RangeRequest request, const std::vector<Account>& tokens, const AccountSet& listed);

    std::vector<RpcCall> calls() const;
    // The error that the logs call got, if any: the caller decides about spans and limits.
    const RpcError* logsError(const RpcBatch& batch) const;
    qint64 from() const { return m_request.after.number + 1; }
    qint64 blocks() const { return m_request.to - m_request.after.number; }

    Result<BlockBatch> judge(const RpcBatch& batch, const WatchFilter& watched);
    // After judge: blocks whose bloom may hold a transfer that was asked for, yet gave no log.
    std::vector<BlockHeader> doubtful() const;
    // The answers of eth_getLogs by block hash for some of them, in the same order. Inconsistent
    // when a log turns up that the range had left out.
    static RpcCall
    logsOfBlock(const Hash32& block, ScanScope scope, const std::vector<Account>& tokens);
    Outcome judgeDoubt(const BlockHeader& block, simdjson::dom::element logs) const;

private:
    bool confirms() const; // our tip is part of the batch
    Outcome readHeaders(const RpcBatch& batch);
    Outcome checkLog(LogKind kind, const TransferLog& log) const;
    Outcome readLogs(simdjson::dom::element logs, const WatchFilter& watched, BlockBatch& out);

    RangeRequest m_request;
    const std::vector<Account>& m_tokens;
    const AccountSet& m_listed;
    std::vector<EvmHeader> m_headers;
    std::vector<bool> m_hadLogs;
};

} // namespace tieout
