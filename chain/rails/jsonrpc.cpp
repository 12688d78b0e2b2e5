// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/jsonrpc.h"

#include <charconv>

namespace tieout {

namespace {

constexpr char kRpcDigits[] = "0123456789abcdef";

QString shortText(std::string_view text)
{
    constexpr size_t kMost = 400;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), kMost)));
}

// Some nodes leave the code out, some providers send a plain string for the whole error.
RpcError readError(simdjson::dom::element element)
{
    RpcError error;
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) {
        error.message = shortText(text);
        return error;
    }
    int64_t code = 0;
    if (element["code"].get(code) == simdjson::SUCCESS)
        error.code = code;
    if (element["message"].get(text) == simdjson::SUCCESS)
        error.message = shortText(text);
    simdjson::dom::element data;
    if (element["data"].get(data) == simdjson::SUCCESS && !data.is_null()) {
        const std::string json = simdjson::minify(data);
        error.data = QByteArray::fromStdString(json).left(2'000);
    }
    return error;
}

// Ids come back as numbers, but a few gateways turn them into strings.
std::optional<qint64> readId(simdjson::dom::element answer)
{
    simdjson::dom::element id;
    if (answer["id"].get(id) != simdjson::SUCCESS)
        return std::nullopt;
    int64_t number = 0;
    if (id.get(number) == simdjson::SUCCESS)
        return number;
    std::string_view text;
    if (id.get(text) != simdjson::SUCCESS)
        return std::nullopt;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool looksLikePage(const std::string& body)
{
    const size_t first = body.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return first != std::string::npos && body[first] != '{' && body[first] != '[';
}

Failure inconsistent(QStringView what)
{
    return fail(ErrorCode::Unavailable, u"answer_inconsistent", what.toString());
}

} // namespace

QByteArray rpcBatchText(const std::vector<RpcCall>& calls, qint64 firstId)
{
    QByteArray out;
    qsizetype size = 2;
    for (const RpcCall& call : calls)
        size += 64 + call.method.size() + call.params.size();
    out.reserve(size);
    out += '[';
    for (const RpcCall& call : calls) {
        if (out.size() > 1)
            out += ',';
        out += R"({"jsonrpc":"2.0","id":)";
        out += QByteArray::number(firstId++);
        out += R"(,"method":")";
        out += call.method;
        out += R"(","params":)";
        out += call.params;
        out += '}';
    }
    out += ']';
    return out;
}

QByteArray rpcQuantity(qint64 value)
{
    TIEOUT_CHECK(value >= 0);
    return "0x" + QByteArray::number(value, 16);
}

QByteArray rpcHex(const void* bytes, size_t size)
{
    const auto* from = static_cast<const unsigned char*>(bytes);
    QByteArray out(static_cast<qsizetype>(2 + 2 * size), '0');
    out[1] = 'x';
    for (size_t i = 0; i < size; ++i) {
        out[static_cast<qsizetype>(2 + 2 * i)] = kRpcDigits[from[i] >> 4];
        out[static_cast<qsizetype>(3 + 2 * i)] = kRpcDigits[from[i] & 15];
    }
    return out;
}

Result<RpcBatch> JsonRpcReader::read(const std::string& body, size_t calls, qint64 firstId)
{
    if (body.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorCode::Unavailable, u"source_truncated", QStringLiteral("empty answer"));
    if (looksLikePage(body))
        return fail(ErrorCode::Unavailable, u"source_not_json");
    simdjson::dom::element root;
    if (const auto code = m_parser.parse(body).get(root); code != simdjson::SUCCESS) {
        // Text that begins as JSON and doesn't parse was cut short or mangled on its way.
        return fail(ErrorCode::Unavailable,
                    u"source_truncated",
                    QString::fromLatin1(simdjson::error_message(code)));
    }
    RpcBatch batch;
    simdjson::dom::element element;
    simdjson::dom::array answers;
    if (root.get(answers) != simdjson::SUCCESS) {
        if (root["error"].get(element) == simdjson::SUCCESS && !element.is_null())
            batch.whole = readError(element);
        else if (root["Error"].get(element) == simdjson::SUCCESS) // TronGrid's suspension
            batch.whole = readError(element);
        else
            return inconsistent(u"one object for a batch");
        return batch;
    }
    batch.items.resize(calls);
    std::vector<bool> seen(calls, false);
    size_t count = 0;
    for (simdjson::dom::element answer : answers) {
        const bool failed = answer["error"].get(element) == simdjson::SUCCESS && !element.is_null();
        const std::optional<qint64> id = readId(answer);
        if (!id && failed) {
            batch.whole = readError(element);
            batch.items.clear();
            return batch;
        }
        if (!id || *id < firstId || *id >= firstId + static_cast<qint64>(calls))
            return inconsistent(u"an answer to nothing that was asked");
        const auto index = static_cast<size_t>(*id - firstId);
        if (seen[index])
            return inconsistent(u"two answers for one call");
        seen[index] = true;
        ++count;
        if (failed)
            batch.items[index].error = readError(element);
        else if (answer["result"].get(batch.items[index].result) != simdjson::SUCCESS)
            return inconsistent(u"neither result nor error");
    }
    if (count != calls)
        return inconsistent(u"calls without an answer");
    return batch;
}

} // namespace tieout
