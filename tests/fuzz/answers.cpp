// SPDX-License-Identifier: GPL-3.0-or-later
// What a node answers: the batch, the values in it, and the judgement of a range of blocks.
// Whatever is accepted holds what the headers promise; it is worked out here once more.
#include "chain/rails/evmrange.h"

#include <algorithm>

using namespace tieout;

namespace {

QByteArray lowered(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

QByteArray hexOf(const Hash32& bytes)
{
    return rpcHex(bytes.data(), bytes.size());
}

void readsText(std::string_view text)
{
    if (const auto number = evmQuantity(text))
        TIEOUT_CHECK(evmQuantity(rpcQuantity(*number).toStdString()) == number);
    if (const auto blob = evmBlob(text))
        TIEOUT_CHECK(rpcHex(blob->constData(), static_cast<size_t>(blob->size())) == lowered(text));
    if (const auto hash = evmHash(text))
        TIEOUT_CHECK(hexOf(*hash) == lowered(text));
    const auto account = evmAccount(text);
    if (account)
        TIEOUT_CHECK(rpcHex(account->bytes.data(), account->size) == lowered(text));
    if (const auto call = evmTransferCall(text, Account(), Account()))
        TIEOUT_CHECK(call->to.size == 20);
}

// The log as a node would write it.
QByteArray logText(const TransferLog& log)
{
    const auto word = [](const Account& account) {
        return "\"0x" + QByteArray(24, '0') + rpcHex(account.bytes.data(), account.size).mid(2) +
               '"';
    };
    return "{\"address\":\"" + rpcHex(log.token.bytes.data(), 20) + "\",\"topics\":[\"" +
           hexOf(transferTopic()) + "\"," + word(log.from) + ',' + word(log.to) + "],\"data\":\"" +
           hexOf(log.value) + "\",\"blockHash\":\"" + hexOf(log.blockHash) +
           "\",\"blockNumber\":\"" + rpcQuantity(log.block) + "\",\"transactionHash\":\"" +
           hexOf(log.tx) + "\",\"logIndex\":\"" + rpcQuantity(log.logIndex) + "\"}";
}

// The texts that the log was read from, where each stands there once.
bool isAsWritten(simdjson::dom::element element, const TransferLog& log)
{
    std::vector<QByteArray> topics;
    QByteArray data;
    int times = 0;
    for (const auto& [key, value] : simdjson::dom::object(element)) {
        std::string_view text;
        simdjson::dom::array array;
        if (key == "data" && ++times && value.get(text) == simdjson::SUCCESS)
            data = lowered(text);
        if (key != "topics" || !++times || value.get(array) != simdjson::SUCCESS)
            continue;
        for (const simdjson::dom::element topic : array)
            topics.push_back(lowered(topic.get_string().value()));
    }
    const auto word = [](const Account& account) {
        return "0x" + QByteArray(24, '0') + account.toBytes().toHex();
    };
    return times != 2 ||
           (data == hexOf(log.value) && topics.size() == 3 && topics[1] == word(log.from) &&
            topics[2] == word(log.to) && topics[0] == hexOf(transferTopic()));
}

void readsLog(simdjson::dom::element element)
{
    TransferLog log;
    if (evmLog(element, log) != LogKind::Transfer)
        return;
    TIEOUT_CHECK(log.block >= 0 && log.logIndex >= 0);
    TIEOUT_CHECK(log.token.size == 20 && log.from.size == 20 && log.to.size == 20);
    TIEOUT_CHECK(isAsWritten(element, log));
    simdjson::dom::parser parser;
    TransferLog again;
    TIEOUT_CHECK(evmLog(parser.parse(logText(log).toStdString()), again) == LogKind::Transfer);
    TIEOUT_CHECK(logText(again) == logText(log));
}

void readsElement(simdjson::dom::element element)
{
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS)
        readsText(text);
    if (const auto header = evmHeader(element); header && *header) {
        TIEOUT_CHECK((*header)->header.number >= 0);
        TIEOUT_CHECK((*header)->header.time.ms() >= 0);
    }
    readsLog(element);
    simdjson::dom::array array;
    if (element.get(array) == simdjson::SUCCESS) {
        for (const simdjson::dom::element item : array)
            readsLog(item);
    }
}

bool isOurs(const TransferLog& log)
{
    return log.to.bytes[19] % 2 == 0;
}

void holds(const BlockBatch& batch, const RangeRequest& request, const Contracts& contracts)
{
    TIEOUT_CHECK(batch.from == 10 && batch.to == 11 && batch.headers.size() == 2);
    TIEOUT_CHECK(batch.headers[0].parent == request.after.hash);
    TIEOUT_CHECK(batch.headers[1].parent == batch.headers[0].hash);
    std::pair<qint64, qint32> before{0, -1};
    for (const TransferLog& log : batch.transfers) {
        TIEOUT_CHECK(log.block >= 10 && log.block <= 11 && isOurs(log));
        TIEOUT_CHECK(log.blockHash == batch.headers[static_cast<size_t>(log.block - 10)].hash);
        TIEOUT_CHECK(request.scope == ScanScope::AllTokens || contracts->set.contains(log.token));
        TIEOUT_CHECK(before < std::pair(log.block, log.logIndex));
        before = {log.block, log.logIndex};
    }
}

// Two blocks after one whose hash is all 0x11; asked ahead or not, the verdict is the same.
void judges(const RpcBatch& answer, ScanScope scope)
{
    if (EvmRange::logsError(answer))
        return;
    RangeRequest request;
    request.after.number = 9;
    request.after.hash.fill(0x11);
    request.to = 11;
    request.scope = scope;
    Account token;
    token.size = 20;
    std::fill_n(token.bytes.begin(), 20, quint8(0xaa));
    const Contracts contracts = ContractList::of({token});
    EvmRange range(request, contracts);
    TIEOUT_CHECK(range.calls().size() == answer.items.size());
    const auto batch = range.judge(answer, isOurs);
    RangeRequest early = request;
    early.after.hash = {};
    early.ahead = true;
    EvmRange ahead(early, contracts);
    ahead.read(answer);
    const auto later = ahead.accept(request.after.hash, isOurs);
    TIEOUT_CHECK(batch.has_value() == later.has_value());
    if (!batch) {
        TIEOUT_CHECK(batch.error().code == ErrorCode::Unavailable);
        TIEOUT_CHECK(batch.error().reason == later.error().reason);
        return;
    }
    holds(*batch, request, contracts);
    holds(*later, request, contracts);
    TIEOUT_CHECK(batch->transfers.size() == later->transfers.size());
    for (const BlockHeader& header : range.doubtful())
        TIEOUT_CHECK(header.number == 10 || header.number == 11);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const std::string body(reinterpret_cast<const char*>(data), size);
    JsonRpcReader reader;
    for (const size_t calls : {size_t(1), size_t(5)}) {
        const auto batch = reader.read(body, calls, 1);
        if (!batch) {
            TIEOUT_CHECK(batch.error().code == ErrorCode::Unavailable);
            continue;
        }
        TIEOUT_CHECK(batch->whole ? batch->items.empty() : batch->items.size() == calls);
        for (const RpcItem& item : batch->items) {
            if (item.error)
                TIEOUT_CHECK(item.error->message.size() <= 400 && item.error->data.size() <= 2'000);
            else
                readsElement(item.result);
        }
        if (!batch->whole && calls == 5) {
            judges(*batch, ScanScope::AllTokens);
            judges(*batch, ScanScope::ListedTokens);
        }
    }
    readsText(body);
    return 0;
}
