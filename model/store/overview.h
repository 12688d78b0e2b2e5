// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview counts beyond the lists of payments: money confirmed in a span of time, how far
// confirming payments are, how long settled ones took, open cases by severity, and what the
// coverage ledger of a rail says as a whole. Every reading is bounded. Reads only; thread of the
// Database; errors are those of Statement.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/blocks.h"
#include "model/domain/confirmation.h"
#include "model/store/coverage.h"

#include <optional>
#include <vector>

namespace tieout {

// Payments of a corridor whose money was confirmed within the span, and what of it is confirmed
// now.
struct ConfirmedSum
{
    QString corridor;
    QString symbol;
    qint64 payments = 0;
    Amount confirmed;

    bool operator==(const ConfirmedSum&) const = default;
};

// from <= confirmed_at < before; by corridor.
Result<std::vector<ConfirmedSum>> confirmedWithin(Database& db, UtcTime from, UtcTime before);

// Confirming payments of a rail with as many confirmations, of those that the rule asks for.
struct ConfirmingCount
{
    QString rail;
    qint64 have = 0; // 0: above the head that was seen last
    std::optional<ConfirmationRule> rule;
    qint64 payments = 0;

    bool operator==(const ConfirmingCount&) const = default;
};

// Of the first `most` ones; by rail and confirmations.
Result<std::vector<ConfirmingCount>> confirmingCounts(Database& db, int most);

// When money of a payment was first seen (the earlier of the mempool and the earliest
// block time, withdrawn blocks included), and when it was confirmed and final.
struct SettledTimes
{
    QString rail;
    std::optional<UtcTime> firstSeen; // nothing when no transfer is linked any more
    UtcTime confirmedAt;
    std::optional<UtcTime> finalAt;
};

// Confirmed since then; the newest `most`, newest first.
Result<std::vector<SettledTimes>> settledTimes(Database& db, UtcTime since, int most);

struct OpenCases
{
    qint64 cases = 0; // counted up to `most`
    qint64 withoutPayment = 0;
    qint64 overdue = 0;
    std::optional<UtcTime> oldest;
    QString oldestPayment; // empty: the oldest is about something else
    QString oldestSubject;

    bool operator==(const OpenCases&) const = default;
};

Result<OpenCases> openCasesOfSeverity(Database& db, int severity, UtcTime now, int most);
// Only the oldest and the count.
Result<OpenCases> openCasesOfCode(Database& db, const QString& code, int most);

// The ledger of one rail as a whole. Between `first` and `last` lie `gaps` gaps.
struct CoverageSum
{
    std::optional<qint64> first; // nothing: no block was read
    qint64 last = 0;
    qint64 blocks = 0; // that were read
    qint64 gaps = 0;
    qint64 missing = 0; // blocks in them

    bool operator==(const CoverageSum&) const = default;
};

Result<CoverageSum> coverageSum(Database& db, qint64 rail);
// Between the first and the last covered block, lowest first.
Result<std::vector<Gap>> innerGaps(Database& db, qint64 rail, int most);

// What was read alike: one source, one scope, one version of the watched set.
struct CoveragePart
{
    QString source;
    ScanScope scope = ScanScope::ListedTokens;
    qint64 filterVersion = 0;
    qint64 from = 0;
    qint64 to = 0;
    qint64 blocks = 0;
    qint64 readTwice = 0; // of these
    UtcTime lastReadAt;

    bool operator==(const CoveragePart&) const = default;
};

// By their first block.
Result<std::vector<CoveragePart>> coverageParts(Database& db, qint64 rail, int most);

} // namespace tieout
