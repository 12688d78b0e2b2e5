// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmquery.h"

#include "model/domain/keccak.h"

#include <algorithm>
#include <cstring>

namespace tieout {

namespace {

constexpr int kMostDecimals = 255;
constexpr qsizetype kLongestSymbol = 64;
// For a contract that anybody may have written: ten million are many times what a name needs, and
// no node needs long for them.
constexpr char kFewGas[] = R"(,"gas":"0x989680")";

RpcCall blockCall(const QByteArray& block)
{
    return {"eth_getBlockByNumber", "[\"" + block + "\",false]"};
}

RpcCall viewCall(const Account& contract,
                 const QByteArray& input,
                 const QByteArray& block,
                 const QByteArray& more = {})
{
    return {"eth_call",
            "[{\"to\":\"" + rpcHex(contract.bytes.data(), contract.size) + "\",\"data\":\"" +
                input + "\"" + more + "},\"" + block + "\"]"};
}

std::optional<QByteArray> blobOf(const RpcItem& item)
{
    std::string_view text;
    if (item.error || item.result.get(text) != simdjson::SUCCESS)
        return std::nullopt;
    return evmBlob(text);
}

// What balanceOf() of a contract came to, also when the contract failed. Whoever calls has looked
// at the other errors.
Result<Word32> balanceWord(const RpcItem& item)
{
    if (item.error && isContractFailure(*item.error))
        return fail(ErrorCode::Invalid, u"contract_unreadable", item.error->message.left(200));
    const std::optional<QByteArray> bytes = blobOf(item);
    if (!bytes)
        return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("no balance"));
    if (bytes->isEmpty())
        return fail(ErrorCode::NotFound, u"contract_missing");
    if (bytes->size() != 32)
        return fail(ErrorCode::Invalid, u"contract_unreadable", QStringLiteral("no balance"));
    return hash32(*bytes);
}

// A small unsigned number in a word; nothing when it is larger than `most`.
std::optional<int> smallWord(QByteArrayView word, int most)
{
    int value = 0;
    for (const char c : word) {
        value = value * 256 + static_cast<quint8>(c);
        if (value > most)
            return std::nullopt;
    }
    return value;
}

// symbol() is an ABI string on most tokens and a padded bytes32 on a few old ones.
QString symbolText(const QByteArray& answer)
{
    QByteArray text;
    if (answer.size() == 32) {
        text = answer.left(answer.indexOf('\0') < 0 ? 32 : answer.indexOf('\0'));
    } else if (answer.size() >= 96) {
        const auto offset = smallWord(QByteArrayView(answer).first(32), 4'096);
        if (!offset || *offset + 32 > answer.size())
            return {};
        const auto length = smallWord(QByteArrayView(answer).sliced(*offset, 32), 4'096);
        if (!length || *offset + 32 + *length > answer.size())
            return {};
        text = answer.mid(*offset + 32, *length);
    }
    QString out = QString::fromUtf8(text.left(kLongestSymbol));
    out.removeIf([](QChar c) { return !c.isPrint() || c == QChar::ReplacementCharacter; });
    return out;
}

} // namespace

EvmQuery::EvmQuery(RpcSession& session, bool latestStateOnly)
    : m_session(session)
    , m_latestStateOnly(latestStateOnly)
{}

Result<std::optional<EvmHeader>>
EvmQuery::headerItem(Source& source, const RpcItem& item, qint64 number, UtcTime now)
{
    if (item.error)
        return m_session.failure(source, *item.error, now);
    auto header = evmHeader(item.result);
    if (header && *header && (*header)->header.number != number)
        header = fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("height"));
    if (!header)
        source.doubted(header.error().reason, now);
    return header;
}

Result<std::optional<BlockHeader>> EvmQuery::header(qint64 number, UtcTime now)
{
    using Answer = std::optional<BlockHeader>;
    return m_session.any<Answer>(now, [&](Source& source) -> Result<Answer> {
        const auto reply = m_session.ask(source, {blockCall(rpcQuantity(number))}, now);
        if (!reply)
            return fail(reply.error());
        const auto header = headerItem(source, reply->batch.items[0], number, now);
        if (!header)
            return fail(header.error());
        return *header ? Answer((*header)->header) : Answer();
    });
}

Result<std::optional<Receipt>> EvmQuery::receipt(const Hash32& tx, UtcTime now)
{
    using Answer = std::optional<Receipt>;
    const RpcCall call{"eth_getTransactionReceipt", "[\"" + rpcHex(tx.data(), tx.size()) + "\"]"};
    return m_session.any<Answer>(now, [&](Source& source) -> Result<Answer> {
        const auto reply = m_session.ask(source, {call}, now);
        if (!reply)
            return fail(reply.error());
        const RpcItem& item = reply->batch.items[0];
        if (item.error)
            return m_session.failure(source, *item.error, now);
        if (item.result.is_null())
            return Answer();
        std::string_view block, hash, status;
        Receipt receipt;
        std::optional<qint64> number, code;
        if (item.result["blockNumber"].get(block) == simdjson::SUCCESS)
            number = evmQuantity(block);
        if (item.result["status"].get(status) == simdjson::SUCCESS)
            code = evmQuantity(status);
        if (!number || !code || item.result["blockHash"].get(hash) != simdjson::SUCCESS ||
            !evmBytes(hash, receipt.blockHash.data(), receipt.blockHash.size())) {
            source.doubted(QStringLiteral("answer_inconsistent"), now);
            return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("receipt"));
        }
        receipt.block = *number;
        receipt.succeeded = *code == 1;
        return Answer(receipt);
    });
}

Result<Word32>
EvmQuery::balanceAt(Source& source, const QByteArray& call, qint64 block, UtcTime now)
{
    RpcCall view{"eth_call", call};
    view.params.replace("@", rpcQuantity(block));
    const auto reply = m_session.ask(source, {view}, now);
    if (!reply)
        return fail(reply.error());
    const RpcItem& item = reply->batch.items[0];
    if (!item.error || isContractFailure(*item.error))
        return balanceWord(item);
    const QString& text = item.error->message;
    const auto says = [&](QStringView words) { return text.contains(words, Qt::CaseInsensitive); };
    if (says(u"latest"))
        return fail(ErrorCode::Invalid, u"balance_latest_only", text);
    if (says(u"missing trie node") || says(u"state") || says(u"pruned") || says(u"archive") ||
        says(u"histor"))
        return fail(ErrorCode::NotFound, u"state_unavailable", text);
    return m_session.failure(source, *item.error, now);
}

// The newest block before and after the call, in one batch: only when both are the block that was
// asked for is the balance that block's.
Result<Word32>
EvmQuery::balanceNow(Source& source, const QByteArray& call, qint64 block, UtcTime now)
{
    RpcCall view{"eth_call", call};
    view.params.replace("@", "latest");
    const auto reply = m_session.ask(source, {blockCall("latest"), view, blockCall("latest")}, now);
    if (!reply)
        return fail(reply.error());
    for (const RpcItem& item : reply->batch.items) {
        if (item.error && !isContractFailure(*item.error))
            return m_session.failure(source, *item.error, now);
    }
    const auto before = evmHeader(reply->batch.items[0].result);
    const auto after = evmHeader(reply->batch.items[2].result);
    if (!before || !*before || !after || !*after)
        return fail(ErrorCode::Unavailable, u"answer_inconsistent");
    if ((*before)->header.number != block || (*after)->header.hash != (*before)->header.hash)
        return fail(ErrorCode::Invalid, u"balance_latest_only");
    return balanceWord(reply->batch.items[1]);
}

Result<Word32>
EvmQuery::balance(const Account& token, const Account& holder, qint64 block, UtcTime now)
{
    const QByteArray input =
        "0x70a08231" + QByteArray(24, '0') + rpcHex(holder.bytes.data(), holder.size).mid(2);
    const QByteArray call = viewCall(token, input, "@").params; // @: the block, filled in below
    std::optional<Error> pruned;                                // another source may be an archive
    Result<Word32> answer = m_session.any<Word32>(now, [&](Source& source) -> Result<Word32> {
        Result<Word32> one = m_latestStateOnly ? balanceNow(source, call, block, now)
                                               : balanceAt(source, call, block, now);
        if (one || one.error().reason != u"state_unavailable")
            return one;
        pruned = one.error();
        return fail(ErrorCode::Unavailable, u"state_unavailable");
    });
    if (!answer && pruned && answer.error().code == ErrorCode::Unavailable)
        return fail(*pruned);
    return answer;
}

Result<ContractFacts> EvmQuery::contract(const Account& token, UtcTime now)
{
    const QByteArray address = rpcHex(token.bytes.data(), token.size);
    const std::vector<RpcCall> calls = {{"eth_getCode", "[\"" + address + "\",\"latest\"]"},
                                        viewCall(token, "0x95d89b41", "latest", kFewGas),
                                        viewCall(token, "0x313ce567", "latest", kFewGas)};
    bool tooLarge = false; // for one source, whatever the others that are away would have said
    const auto ask = [&](Source& source) -> Result<ContractFacts> {
        const auto reply = m_session.ask(source, calls, now);
        if (!reply) {
            tooLarge = tooLarge || reply.error().reason == u"source_too_large";
            return fail(reply.error());
        }
        const RpcItem& codeItem = reply->batch.items[0];
        if (codeItem.error)
            return m_session.failure(source, *codeItem.error, now);
        const std::optional<QByteArray> code = blobOf(codeItem);
        if (!code)
            return fail(ErrorCode::Unavailable, u"answer_inconsistent", QStringLiteral("code"));
        ContractFacts facts;
        if (code->isEmpty())
            return facts;
        facts.codeHash = keccak256(*code);
        // A contract without these functions reverts, which is an answer too.
        if (const auto symbol = blobOf(reply->batch.items[1]))
            facts.symbol = symbolText(*symbol);
        if (const auto decimals = blobOf(reply->batch.items[2]); decimals && decimals->size() == 32)
            facts.decimals = smallWord(*decimals, kMostDecimals);
        return facts;
    };
    Result<ContractFacts> answer = m_session.any<ContractFacts>(now, ask);
    if (!answer && tooLarge && answer.error().code == ErrorCode::Unavailable)
        return fail(ErrorCode::Invalid, u"contract_unreadable");
    return answer;
}

Result<bool> EvmQuery::agreed(qint64 number, const Hash32& hash, int quorum, UtcTime now)
{
    if (quorum <= 1)
        return true;
    std::vector<RpcFlight> flights;
    for (Source* source : m_session.pool().distinctOperators(now)) {
        if (!source->verified()) {
            const Outcome verified = m_session.verify(*source, now);
            if (!verified && verified.error().code != ErrorCode::Unavailable) {
                for (const RpcFlight& flight : flights)
                    m_session.drop(flight);
                return fail(verified.error());
            }
            if (!verified)
                continue;
        }
        flights.push_back(m_session.send(*source, {blockCall(rpcQuantity(number))}));
    }
    int same = 0;
    bool other = false;
    std::optional<Error> stop;
    for (const RpcFlight& flight : flights) {
        const auto reply = m_session.receive(flight, now);
        if (!reply) {
            if (reply.error().code != ErrorCode::Unavailable)
                stop = reply.error();
            continue;
        }
        if (reply->batch.whole)
            continue;
        const auto header = headerItem(*flight.source, reply->batch.items[0], number, now);
        if (!header || !*header)
            continue; // it says nothing about that height
        if ((*header)->header.hash == hash)
            ++same;
        else
            other = true;
    }
    if (stop)
        return fail(*stop);
    if (other)
        return fail(ErrorCode::Conflict, u"sources_disagree");
    return same >= quorum;
}

} // namespace tieout
