// SPDX-License-Identifier: GPL-3.0-or-later
// EVM JSON into plain values, straight from the parser's strings. A Transfer is topic0 of
// Transfer(address,address,uint256), exactly three topics, one word of data and two clean address
// words; anything else of that topic is not a transfer (ERC-721, spoofs). Pure; any thread.
// Reasons (Unavailable): answer_inconsistent for shapes that no node may give.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/result.h"

#include <array>
#include <optional>
#include <simdjson.h>
#include <string_view>

namespace tieout {

using LogsBloom = std::array<quint8, 256>;

struct EvmHeader
{
    BlockHeader header;
    LogsBloom bloom{};
    bool hasBloom = false; // false where the chain leaves it empty (Tron)
};

enum class LogKind {
    Transfer,
    Other,     // of the topic, but not a transfer of tokens
    Unasked,   // another topic: the provider ignored the filter
    Withdrawn, // removed, or without a block
    Malformed,
};

// "0x" and exactly 2 · size digits.
bool evmBytes(std::string_view text, quint8* out, size_t size);
std::optional<qint64> evmQuantity(std::string_view text);
std::optional<Hash32> evmHash(std::string_view text);
std::optional<Account> evmAccount(std::string_view text); // 20 bytes
// The raw bytes of "0x…" of any even length.
std::optional<QByteArray> evmBlob(std::string_view text);

// Nothing for JSON null (a block that the source doesn't have).
Result<std::optional<EvmHeader>> evmHeader(simdjson::dom::element block);

// Fills `out` for LogKind::Transfer; for Other, block, blockHash and logIndex are filled too.
LogKind evmLog(simdjson::dom::element log, TransferLog& out);

// The three bits that an address or topic sets in a bloom (Yellow Paper 4.3.1).
using BloomBits = std::array<quint16, 3>;
BloomBits bloomBits(QByteArrayView item);
bool bloomMayHold(const LogsBloom& bloom, const BloomBits& bits);
// The topic of Transfer(address,address,uint256).
const Hash32& transferTopic();

// Calldata of transfer and transferFrom: token and sender come from the transaction around it.
// Nothing for any other call.
std::optional<TransferLog>
evmTransferCall(std::string_view input, const Account& token, const Account& sender);

} // namespace tieout
