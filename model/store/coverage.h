// SPDX-License-Identifier: GPL-3.0-or-later
// The coverage ledger: which blocks were read, from which source, when, at which scope, with which
// hash at the end. Ranges of a rail never overlap. Writes inside the caller's transaction.
#pragma once

#include "model/domain/blocks.h"
#include "model/store/database.h"

#include <vector>

namespace tieout {

struct CoverageRow
{
    qint64 rail = 0;
    qint64 from = 0;
    qint64 to = 0;
    Hash32 endHash{};
    ScanScope scope = ScanScope::ListedTokens;
    qint64 filterVersion = 0; // what was looked for: RailContext::filterVersion()
    QString source;
    UtcTime readAt;
    QString secondSource; // empty until the second reading
    std::optional<UtcTime> secondReadAt;
    int differences = 0; // that the second reading found; they agree only if there are none
};

struct Gap
{
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const Gap&) const = default;
};

// Grows the range that ends right before, if scope, filter and source are the same; else a new one.
// Blocks that are covered already keep their row and get its second reading when `second` is set.
Outcome addCoverage(Database& db, const CoverageRow& row);
Outcome truncateCoverage(Database& db, qint64 rail, qint64 ancestor, const Hash32& ancestorHash);
Result<std::vector<CoverageRow>> readCoverage(Database& db, qint64 rail);
// What of from..to no row covers.
Result<std::vector<Gap>> coverageGaps(Database& db, qint64 rail, qint64 from, qint64 to);
// Marks the second reading of from..to, whose last block is `endHash`: a row that goes on is split,
// and rows that then say the same become one. Those of a reading that differs stay apart.
Outcome markSecondReading(Database& db,
                          qint64 rail,
                          qint64 from,
                          qint64 to,
                          const Hash32& endHash,
                          const QString& source,
                          int differences,
                          UtcTime now);
// The oldest filter that a block of from..to was read with; nothing when none was read.
Result<std::optional<qint64>> oldestFilter(Database& db, qint64 rail, qint64 from, qint64 to);
// The first block that is covered and was read once only; nothing when all were read twice.
Result<std::optional<qint64>> firstReadOnce(Database& db, qint64 rail);

} // namespace tieout
