// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of blocks: one canonical block at a height, and those that lost their place. Writes inside
// the caller's transaction, on the thread of the Database.
#pragma once

#include "model/domain/blocks.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

struct BlockRow
{
    qint64 id = 0;
    BlockHeader header;
    std::optional<UtcTime> withdrawnAt;
};

// Each rail numbers in a range of its own, so that two of them never meet at one number.
inline constexpr int kBlockIdBits = 40;
Result<qint64> nextBlockId(Database& db, qint64 rail);
Outcome insertBlocks(Database& db, qint64 rail, const std::vector<BlockRow>& rows);
// Blocks of these heights that were withdrawn: a chain may return to them.
Result<std::vector<BlockRow>> withdrawnBlocks(Database& db, qint64 rail, qint64 from, qint64 to);
Result<std::vector<BlockRow>> canonicalBlocks(Database& db, qint64 rail, qint64 from, qint64 to);
// A returning block clears its mark, and its transfers return with it.
Outcome restoreBlock(Database& db, qint64 id);
// Everything canonical above `ancestor` loses its place; answers how many blocks did.
Result<qint64> withdrawBlocksAbove(Database& db, qint64 rail, qint64 ancestor, UtcTime now);
// Housekeeping far below finality: of the next `limit` canonical rows above `after` and below
// `below`, deletes those that only make the table dense (blocks.h of domain). Withdrawn rows, rows
// with transfers and ends of coverage rows stay. PostgreSQL refuses (Forbidden, not_allowed) what
// isn't below finalized − kDenseBelowFinal and the cursor.
struct ThinnedBlocks
{
    std::optional<qint64> through; // the last height that was looked at; nothing when none was left
    qint64 deleted = 0;
};
Result<ThinnedBlocks> thinBlocks(Database& db, qint64 rail, qint64 after, qint64 below, int limit);
// The canonical block at or next below a height that we hold a row for.
Result<std::optional<BlockRow>> blockAtOrBelow(Database& db, qint64 rail, qint64 number);

} // namespace tieout
