// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tokens and of transfers: slim, insert-only, known by block and log index. Writes inside
// the caller's transaction, on the thread of the Database.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct TokenRow
{
    qint64 id = 0;
    qint64 rail = 0;
    Account account;
    QString symbol; // empty while unknown
    std::optional<int> decimals;
    bool listed = false; // of a corridor
};

// A transfer with its block's row and its token's; `amount` is 0 when `word` had to be kept raw.
struct TransferRow
{
    qint64 blockId = 0;
    qint64 tokenId = 0;
    Amount amount;
    bool raw = false;
    const TransferLog* log = nullptr;
};

struct TransferLabelRow
{
    qint64 blockId = 0;
    qint32 logIndex = 0;
    QString label;
};

Result<std::vector<TokenRow>> readTokens(Database& db, qint64 rail);
// Each rail numbers its tokens in a range of its own, so that two rails never meet at one number.
inline constexpr int kTokenIdBits = 32;
// Answers the row's id; a token that is known keeps its id, and becomes listed when `row` is.
Result<qint64> ensureToken(Database& db, const TokenRow& row);
Outcome insertTransfers(Database& db, const std::vector<TransferRow>& rows);
// Log indexes that a block's row has.
Result<std::vector<qint32>> transferIndexes(Database& db, qint64 blockId);
Outcome insertTransferLabels(Database& db, const std::vector<TransferLabelRow>& rows);

// For lists: one transfer as people and the command line see it.
struct TransferView
{
    QString rail;
    qint64 block = 0;
    Hash32 blockHash{};
    UtcTime time;
    Hash32 tx{};
    qint32 logIndex = 0;
    QByteArray from;
    QByteArray to;
    QByteArray token;
    QString symbol;
    int decimals = 0;
    Amount amount;
    QString reference;
    QString labels;
    QString paymentId; // empty without a link
    std::optional<UtcTime> withdrawnAt;
};

struct TransferQuery
{
    qint64 rail = 0; // 0: all
    qint64 fromBlock = 0;
    qint64 toBlock = INT64_MAX;
    QByteArray tx; // empty: any
    bool withWithdrawn = true;
    int limit = 1000;
    qint64 afterBlockId = 0; // keyset: rows behind (block id, log index)
    qint32 afterLogIndex = -1;
};

// In the order of (block id, log index); `lastKey` of a page is its last row's blockId.
Result<std::vector<std::pair<qint64, TransferView>>> listTransfers(Database& db,
                                                                   const TransferQuery& query);

} // namespace tieout
