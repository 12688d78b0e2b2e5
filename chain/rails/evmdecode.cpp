// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/rails/evmdecode.h"

#include "model/domain/keccak.h"

#include <algorithm>
#include <cstring>

namespace tieout {

namespace {

constexpr std::array<quint8, 256> makeNibbles()
{
    std::array<quint8, 256> table{};
    for (quint8& entry : table)
        entry = 0xff;
    for (int i = 0; i < 10; ++i)
        table[static_cast<size_t>('0' + i)] = static_cast<quint8>(i);
    for (int i = 0; i < 6; ++i) {
        table[static_cast<size_t>('a' + i)] = static_cast<quint8>(10 + i);
        table[static_cast<size_t>('A' + i)] = static_cast<quint8>(10 + i);
    }
    return table;
}

constexpr std::array<quint8, 256> kNibbles = makeNibbles();

// 0xff in the answer of any digit shows up in the upper half of the sum of all.
bool hexDigits(const char* text, quint8* out, size_t size)
{
    quint8 bad = 0;
    for (size_t i = 0; i < size; ++i) {
        const quint8 high = kNibbles[static_cast<quint8>(text[2 * i])];
        const quint8 low = kNibbles[static_cast<quint8>(text[2 * i + 1])];
        bad = static_cast<quint8>(bad | high | low);
        out[i] = static_cast<quint8>((high << 4) | low);
    }
    return (bad & 0xf0) == 0;
}

bool zeroes(const quint8* bytes, size_t size)
{
    return std::all_of(bytes, bytes + size, [](quint8 b) { return b == 0; });
}

constexpr size_t kWord = 32;
constexpr size_t kAddress = 20;

// The last 20 bytes of a word whose upper 12 are zero; dirty words are spoofs.
bool cleanAddress(const quint8* word, Account& out)
{
    if (!zeroes(word, kWord - kAddress))
        return false;
    out.size = kAddress;
    std::memcpy(out.bytes.data(), word + (kWord - kAddress), kAddress);
    return true;
}

bool addressText(std::string_view text, Account& out)
{
    out.size = kAddress;
    return evmBytes(text, out.bytes.data(), kAddress);
}

// The fields of a log as the parser gives them; one pass over the object's keys.
struct RawLog
{
    std::string_view address, data, blockHash, block, tx, index;
    simdjson::dom::array topics;
    bool hasTopics = false;
    bool removed = false;
    bool hasBlock = false;

    bool read(simdjson::dom::object log)
    {
        for (const auto& [key, value] : log) {
            bool fine = true;
            if (key == "address")
                fine = value.get(address) == simdjson::SUCCESS;
            else if (key == "topics")
                hasTopics = value.get(topics) == simdjson::SUCCESS;
            else if (key == "data")
                fine = value.get(data) == simdjson::SUCCESS;
            else if (key == "blockHash")
                hasBlock = value.get(blockHash) == simdjson::SUCCESS;
            else if (key == "blockNumber")
                fine = value.is_null() || value.get(block) == simdjson::SUCCESS;
            else if (key == "transactionHash")
                fine = value.get(tx) == simdjson::SUCCESS;
            else if (key == "logIndex")
                fine = value.is_null() || value.get(index) == simdjson::SUCCESS;
            else if (key == "removed")
                fine = value.get(removed) == simdjson::SUCCESS;
            if (!fine)
                return false;
        }
        return hasTopics;
    }
};

} // namespace

bool evmBytes(std::string_view text, quint8* out, size_t size)
{
    return text.size() == 2 + 2 * size && text[0] == '0' && text[1] == 'x' &&
           hexDigits(text.data() + 2, out, size);
}

std::optional<qint64> evmQuantity(std::string_view text)
{
    if (text.size() < 3 || text.size() > 18 || text[0] != '0' || text[1] != 'x')
        return std::nullopt;
    quint64 value = 0;
    for (const char c : text.substr(2)) {
        const quint8 digit = kNibbles[static_cast<quint8>(c)];
        if (digit == 0xff)
            return std::nullopt;
        value = (value << 4) | digit;
    }
    if (value > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(value);
}

std::optional<Hash32> evmHash(std::string_view text)
{
    Hash32 hash;
    if (!evmBytes(text, hash.data(), hash.size()))
        return std::nullopt;
    return hash;
}

std::optional<Account> evmAccount(std::string_view text)
{
    Account account;
    if (!addressText(text, account))
        return std::nullopt;
    return account;
}

std::optional<QByteArray> evmBlob(std::string_view text)
{
    if (text.size() < 2 || text.size() % 2 != 0)
        return std::nullopt;
    const size_t size = text.size() / 2 - 1;
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!evmBytes(text, reinterpret_cast<quint8*>(out.data()), size))
        return std::nullopt;
    return out;
}

Result<std::optional<EvmHeader>> evmHeader(simdjson::dom::element block)
{
    if (block.is_null())
        return std::optional<EvmHeader>();
    const auto bad = [](QStringView what) {
        return fail(ErrorCode::Unavailable, u"answer_inconsistent", what.toString());
    };
    std::string_view number, hash, parent, time, bloom;
    if (block["number"].get(number) != simdjson::SUCCESS ||
        block["hash"].get(hash) != simdjson::SUCCESS ||
        block["parentHash"].get(parent) != simdjson::SUCCESS ||
        block["timestamp"].get(time) != simdjson::SUCCESS)
        return bad(u"header without its fields");
    EvmHeader out;
    const std::optional<qint64> height = evmQuantity(number);
    const std::optional<qint64> seconds = evmQuantity(time);
    constexpr qint64 kLatest = 253'402'300'799; // the end of the year 9999
    if (!height || !seconds || *seconds > kLatest ||
        !evmBytes(hash, out.header.hash.data(), out.header.hash.size()) ||
        !evmBytes(parent, out.header.parent.data(), out.header.parent.size()))
        return bad(u"malformed header");
    out.header.number = *height;
    out.header.time = UtcTime::fromMs(*seconds * 1'000);
    if (block["logsBloom"].get(bloom) == simdjson::SUCCESS &&
        evmBytes(bloom, out.bloom.data(), out.bloom.size()))
        out.hasBloom = true;
    return std::optional<EvmHeader>(out);
}

LogKind evmLog(simdjson::dom::element log, TransferLog& out)
{
    simdjson::dom::object object;
    RawLog raw;
    if (log.get(object) != simdjson::SUCCESS || !raw.read(object))
        return LogKind::Malformed;
    if (raw.removed || !raw.hasBlock)
        return LogKind::Withdrawn;
    const std::optional<qint64> block = evmQuantity(raw.block);
    const std::optional<qint64> index = evmQuantity(raw.index);
    if (!block || !index || *index > std::numeric_limits<qint32>::max() ||
        !evmBytes(raw.blockHash, out.blockHash.data(), out.blockHash.size()) ||
        !evmBytes(raw.tx, out.tx.data(), out.tx.size()) || !addressText(raw.address, out.token))
        return LogKind::Malformed;
    out.block = *block;
    out.logIndex = static_cast<qint32>(*index);
    std::array<quint8, kWord> words[3];
    size_t count = 0;
    for (const simdjson::dom::element topic : raw.topics) {
        std::string_view text;
        if (topic.get(text) != simdjson::SUCCESS)
            return LogKind::Malformed;
        if (count < 3 && !evmBytes(text, words[count].data(), kWord))
            return LogKind::Malformed;
        ++count;
    }
    if (count == 0 || words[0] != transferTopic())
        return LogKind::Unasked;
    if (count != 3 || !evmBytes(raw.data, out.value.data(), out.value.size()))
        return LogKind::Other;
    if (!cleanAddress(words[1].data(), out.from) || !cleanAddress(words[2].data(), out.to))
        return LogKind::Other;
    return LogKind::Transfer;
}

BloomBits bloomBits(QByteArrayView item)
{
    const QByteArray digest = keccak256(item);
    BloomBits bits{};
    for (size_t i = 0; i < bits.size(); ++i) {
        const unsigned high = static_cast<quint8>(digest[static_cast<qsizetype>(2 * i)]);
        const unsigned low = static_cast<quint8>(digest[static_cast<qsizetype>(2 * i + 1)]);
        bits[i] = static_cast<quint16>(((high << 8) | low) & 2'047);
    }
    return bits;
}

bool bloomMayHold(const LogsBloom& bloom, const BloomBits& bits)
{
    return std::all_of(bits.begin(), bits.end(), [&](quint16 bit) {
        return bloom[255u - bit / 8u] & (1u << (bit % 8));
    });
}

const Hash32& transferTopic()
{
    static const Hash32 topic = hash32(keccak256("Transfer(address,address,uint256)"));
    return topic;
}

std::optional<TransferLog>
evmTransferCall(std::string_view input, const Account& token, const Account& sender)
{
    constexpr std::string_view kTransfer = "0xa9059cbb"; // transfer(address,uint256)
    constexpr std::string_view kTransferFrom =
        "0x23b872dd"; // transferFrom(address,address,uint256)
    const bool plain = input.starts_with(kTransfer);
    const size_t words = plain ? 2 : 3;
    // A contract ignores what follows its arguments, so longer calldata still moves the money.
    if ((!plain && !input.starts_with(kTransferFrom)) || input.size() < 10 + words * 2 * kWord)
        return std::nullopt;
    std::array<quint8, 3 * kWord> data{};
    if (!hexDigits(input.data() + 10, data.data(), words * kWord))
        return std::nullopt;
    TransferLog out;
    out.token = token;
    out.from = sender;
    const quint8* at = data.data();
    if (!plain) {
        if (!cleanAddress(at, out.from))
            return std::nullopt;
        at += kWord;
    }
    if (!cleanAddress(at, out.to))
        return std::nullopt;
    std::memcpy(out.value.data(), at + kWord, kWord);
    return out;
}

} // namespace tieout
