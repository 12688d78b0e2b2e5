// SPDX-License-Identifier: GPL-3.0-or-later
// What a rail reads from a chain, as plain values: headers, transfers, sightings, heads. They cross
// from chain/rails into actions. Fixed-size members, because millions of them pass in one batch.
#pragma once

#include "model/domain/utctime.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace tieout {

using Hash32 = std::array<quint8, 32>; // block and chain transaction hashes
using Word32 = std::array<quint8, 32>; // a big-endian EVM word

// An account or contract on any rail: 20 bytes on EVM and Tron, 32 on Solana and Stellar.
struct Account
{
    quint8 size = 0;
    std::array<quint8, 32> bytes{};

    static Account of(QByteArrayView view);
    QByteArray toBytes() const { return {reinterpret_cast<const char*>(bytes.data()), size}; }
    bool operator==(const Account&) const = default;
};

QByteArray toBytes(const Hash32& hash);
Hash32 hash32(QByteArrayView bytes); // exactly 32 bytes
size_t qHash(const Account& account, size_t seed = 0);

// Which canonical blocks keep a row: all from finalized − kDenseBelowFinal on, and below every
// kSparseStep-th for ever, beside those with transfers and the ends of readings.
inline constexpr qint64 kDenseBelowFinal = 256;
inline constexpr qint64 kSparseStep = 16;

struct BlockHeader
{
    qint64 number = 0;
    Hash32 hash{};
    Hash32 parent{};
    UtcTime time;
};

// One credit on the chain. Known by (block hash, log index); the index belongs to the block.
struct TransferLog
{
    qint64 block = 0;
    qint32 logIndex = 0;
    Hash32 blockHash{};
    Hash32 tx{};
    Account token;
    Account from;
    Account to;
    Word32 value{};
    QString reference; // memo; null where the rail has none
};

// A transfer seen before it is in a block.
struct Sighting
{
    Hash32 tx{};
    Account token;
    Account from;
    Account to;
    Word32 value{};
    QString reference;
    UtcTime seenAt;
};

enum class SightingState { Seen, Mined, Replaced, Dropped };

// Which transfers a reading of blocks looked for (coverage rows carry it).
enum class ScanScope { AllTokens, ListedTokens };

QString toText(ScanScope scope);
Result<ScanScope> scanScopeFromText(QStringView text);

// Heights that the chain itself calls firm; nothing where the rail has no such mark.
struct FinalityMarks
{
    std::optional<qint64> safe;
    std::optional<qint64> finalized; // Tron: solidified; Stellar: closed
};

struct RailHead
{
    BlockHeader latest;
    FinalityMarks marks;
    // The header that the same answer gave for the height asked about; nothing if the source has
    // none.
    std::optional<BlockHeader> atTip;
    QString source;
};

// A checked reading of consecutive blocks: parents chain, the end was read
// twice, every transfer's block is among the headers.
struct BlockBatch
{
    qint64 from = 0;
    qint64 to = 0;
    std::vector<BlockHeader> headers; // every block of from..to, in order
    std::vector<TransferLog>
        transfers; // only those to or from watched accounts, in (block, log) order
    ScanScope scope = ScanScope::ListedTokens;
    qint64 scannedLogs = 0; // all that were looked at
    QString source;
};

} // namespace tieout
