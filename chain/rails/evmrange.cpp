// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmrange.h"

#include <algorithm>
#include <tuple>

namespace tieout {

namespace {

constexpr size_t kLogsExpected = 16'384;

Failure contradiction(QStringView what)
{
    return fail(ErrorCode::Unavailable, u"answer_inconsistent", what.toString());
}

Failure lagging()
{
    return fail(ErrorCode::Unavailable, u"source_lagging", QStringLiteral("block unknown"));
}

RpcCall headerCall(qint64 number)
{
    return {"eth_getBlockByNumber", "[\"" + rpcQuantity(number) + "\",false]"};
}

// The filter's closing part: Transfer logs, of these contracts or of any.
QByteArray logFilterTail(ScanScope scope, const std::vector<Account>& tokens)
{
    QByteArray out = "\"topics\":[\"";
    out += rpcHex(transferTopic().data(), transferTopic().size()) + "\"]";
    if (scope == ScanScope::AllTokens)
        return out;
    out += ",\"address\":[";
    // An empty list would mean any contract; nobody has the zero address.
    if (tokens.empty())
        out += "\"0x" + QByteArray(40, '0') + '"';
    for (size_t i = 0; i < tokens.size(); ++i) {
        out += i ? ",\"" : "\"";
        out += rpcHex(tokens[i].bytes.data(), tokens[i].size) + '"';
    }
    return out + ']';
}

// Providers repeat logs and mix their order; the key is (block hash, log index).
Outcome putInOrder(std::vector<TransferLog>& logs)
{
    const auto key = [](const TransferLog& l) { return std::tie(l.block, l.logIndex); };
    const auto isOutOfOrder = [&](const auto& a, const auto& b) { return key(a) >= key(b); };
    if (std::adjacent_find(logs.begin(), logs.end(), isOutOfOrder) == logs.end())
        return Done;
    std::sort(
        logs.begin(), logs.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (size_t i = 1; i < logs.size(); ++i) {
        const TransferLog &a = logs[i - 1], &b = logs[i];
        const bool same = a.tx == b.tx && a.token == b.token && a.from == b.from && a.to == b.to &&
                          a.value == b.value;
        if (key(a) == key(b) && !same)
            return contradiction(u"two logs with one index");
    }
    const auto end = std::unique(
        logs.begin(), logs.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); });
    logs.erase(end, logs.end());
    return Done;
}

} // namespace

Contracts ContractList::of(std::vector<Account> contracts)
{
    AccountSet set(contracts.begin(), contracts.end());
    return std::make_shared<const ContractList>(ContractList{std::move(contracts), std::move(set)});
}

EvmRange::EvmRange(RangeRequest request, Contracts contracts)
    : m_request(std::move(request))
    , m_contracts(std::move(contracts))
    , m_verdict(contradiction(u"not read"))
{
    TIEOUT_CHECK(blocks() > 0);
}

bool EvmRange::confirms() const
{
    return m_request.ahead || m_request.after.hash != Hash32{};
}

std::vector<RpcCall> EvmRange::calls() const
{
    std::vector<RpcCall> out;
    out.reserve(static_cast<size_t>(blocks() + 3));
    if (confirms())
        out.push_back(headerCall(m_request.after.number));
    for (qint64 number = from(); number <= m_request.to; ++number)
        out.push_back(headerCall(number));
    out.push_back({"eth_getLogs",
                   "[{\"fromBlock\":\"" + rpcQuantity(from()) + "\",\"toBlock\":\"" +
                       rpcQuantity(m_request.to) + "\"," +
                       logFilterTail(m_request.scope, m_contracts->list) + "}]"});
    out.push_back(headerCall(m_request.to));
    return out;
}

RpcCall EvmRange::logsOfBlock(const Hash32& block) const
{
    return {"eth_getLogs",
            "[{\"blockHash\":\"" + rpcHex(block.data(), block.size()) + "\"," +
                logFilterTail(m_request.scope, m_contracts->list) + "}]"};
}

const RpcError* EvmRange::logsError(const RpcBatch& batch)
{
    const RpcItem& item = batch.items[batch.items.size() - 2];
    return item.error ? &*item.error : nullptr;
}

// Tip, headers and the end once more; what lies between them is judged afterwards.
Outcome EvmRange::readHeaders(const RpcBatch& batch)
{
    const size_t last = batch.items.size() - 1;
    for (size_t i = 0; i <= last; ++i) {
        if (i == last - 1)
            continue; // the logs
        if (batch.items[i].error)
            return lagging();
        auto header = evmHeader(batch.items[i].result);
        if (!header)
            return fail(header.error());
        if (!*header)
            return lagging();
        if (i == 0 && confirms()) {
            if ((*header)->header.number != m_request.after.number)
                return contradiction(u"another height than asked");
            m_tip = (*header)->header.hash;
        } else if (i == last) {
            if ((*header)->header.hash != m_headers.back().header.hash)
                return contradiction(u"the end changed");
        } else {
            m_headers.push_back(std::move(**header));
        }
    }
    Hash32 parent = m_tip ? *m_tip : m_headers.front().header.parent;
    qint64 number = from();
    for (const EvmHeader& header : m_headers) {
        if (header.header.number != number++)
            return contradiction(u"another height than asked");
        if (header.header.parent != parent)
            return contradiction(u"parents don't chain");
        parent = header.header.hash;
    }
    return Done;
}

Outcome EvmRange::checkLog(LogKind kind, const TransferLog& log) const
{
    switch (kind) {
    case LogKind::Transfer:
    case LogKind::Other:
        break;
    case LogKind::Unasked:
        return contradiction(u"a log that was not asked for");
    case LogKind::Withdrawn:
        return contradiction(u"a withdrawn log");
    case LogKind::Malformed:
        return contradiction(u"malformed log");
    }
    if (log.block < from() || log.block > m_request.to)
        return contradiction(u"a log of another range");
    const EvmHeader& header = m_headers[static_cast<size_t>(log.block - from())];
    if (header.header.hash != log.blockHash)
        return contradiction(u"a log of another block");
    if (m_request.scope == ScanScope::ListedTokens && !m_contracts->set.contains(log.token))
        return contradiction(u"a log of another contract");
    return Done;
}

Outcome EvmRange::readLogs(simdjson::dom::element logs)
{
    simdjson::dom::array array;
    if (logs.get(array) != simdjson::SUCCESS)
        return contradiction(u"logs are no array");
    m_hadLogs.assign(m_headers.size(), false);
    m_transfers.reserve(
        std::min(array.size(), kLogsExpected)); // a hostile answer can't ask for more
    TransferLog log;
    for (const simdjson::dom::element element : array) {
        const LogKind kind = evmLog(element, log);
        if (const Outcome fine = checkLog(kind, log); !fine)
            return fine;
        ++m_scanned;
        m_hadLogs[static_cast<size_t>(log.block - from())] = true;
        if (kind == LogKind::Transfer)
            m_transfers.push_back(log);
    }
    return Done;
}

Outcome EvmRange::readAll(const RpcBatch& batch)
{
    if (batch.items.size() != static_cast<size_t>(blocks()) + (confirms() ? 3 : 2))
        return contradiction(u"calls without an answer");
    if (const Outcome headers = readHeaders(batch); !headers)
        return headers;
    const RpcItem& logs = batch.items[batch.items.size() - 2];
    if (logs.error)
        return contradiction(u"logs refused");
    return readLogs(logs.result);
}

void EvmRange::read(const RpcBatch& batch)
{
    m_verdict = readAll(batch);
}

Result<BlockBatch> EvmRange::accept(const Hash32& tip, const WatchFilter& watched)
{
    if (m_tip && *m_tip != tip)
        return fail(ErrorCode::Unavailable, u"tip_changed");
    if (!m_verdict)
        return fail(m_verdict.error());
    BlockBatch out;
    out.from = from();
    out.to = m_request.to;
    out.scope = m_request.scope;
    out.scannedLogs = m_scanned;
    out.transfers = std::move(m_transfers);
    std::erase_if(out.transfers, [&](const TransferLog& log) { return !watched(log); });
    if (const Outcome ordered = putInOrder(out.transfers); !ordered)
        return fail(ordered.error());
    out.headers.reserve(m_headers.size());
    for (const EvmHeader& header : m_headers)
        out.headers.push_back(header.header);
    return out;
}

Result<BlockBatch> EvmRange::judge(const RpcBatch& batch, const WatchFilter& watched)
{
    read(batch);
    return accept(m_request.after.hash, watched);
}

std::vector<BlockHeader> EvmRange::doubtful() const
{
    const BloomBits topic =
        bloomBits(QByteArrayView(reinterpret_cast<const char*>(transferTopic().data()), 32));
    std::vector<BloomBits> tokens;
    if (m_request.scope == ScanScope::ListedTokens) {
        for (const Account& token : m_contracts->list)
            tokens.push_back(bloomBits(
                QByteArrayView(reinterpret_cast<const char*>(token.bytes.data()), token.size)));
    }
    std::vector<BlockHeader> out;
    for (size_t i = 0; i < m_headers.size(); ++i) {
        const EvmHeader& header = m_headers[i];
        if (m_hadLogs[i] || !header.hasBloom || !bloomMayHold(header.bloom, topic))
            continue;
        const bool asked = m_request.scope == ScanScope::AllTokens ||
                           std::any_of(tokens.begin(), tokens.end(), [&](const BloomBits& bits) {
                               return bloomMayHold(header.bloom, bits);
                           });
        if (asked)
            out.push_back(header.header);
    }
    return out;
}

Outcome EvmRange::judgeDoubt(const BlockHeader& block, simdjson::dom::element logs) const
{
    simdjson::dom::array array;
    if (logs.get(array) != simdjson::SUCCESS)
        return contradiction(u"logs are no array");
    TransferLog log;
    for (const simdjson::dom::element element : array) {
        const LogKind kind = evmLog(element, log);
        if (const Outcome fine = checkLog(kind, log); !fine)
            return fine;
        if (log.block == block.number)
            return contradiction(u"logs that the range had left out");
    }
    return Done;
}

} // namespace tieout
