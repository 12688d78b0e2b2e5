// SPDX-License-Identifier: GPL-3.0-or-later
// Rails, where the watcher stands on each, and the health of their sources. Heights are block
// numbers. Thread of the Database; writes inside the caller's transaction.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/confirmation.h"
#include "model/store/database.h"

#include <map>

namespace tieout {

struct RailRow
{
    qint64 id = 0;
    QString name;
    QString family;
    QString chain; // CAIP-2
    QByteArray genesis;
    QString explorer = {}; // a template of explorerUrl(); empty: none
};

struct RailState
{
    qint64 rail = 0;
    qint64 cursorNumber = -1; // the last block that was read; -1 before the first
    QByteArray cursorHash;
    UtcTime cursorTime;
    qint64 headNumber = -1;
    UtcTime headTime;
    UtcTime headSeenAt;
    std::optional<qint64> safe;
    std::optional<qint64> finalized; // the highest stated; lowered by a rewind only
    qint64 finalizedHead = -1;       // the highest head with which that was stated
    bool healthy = false;
    QString healthReason;
    int agreeing = 1; // distinct operators known to name the tip; 0: fewer than the rail demands
    std::optional<UtcTime> frozenAt; // nothing is settled by itself until a person acknowledges
    QString frozenReason;
    qint64 reorgs = 0;
    qint64 deepestReorg = 0;
    qint64 version = 0;
};

struct SourceHealthRow
{
    qint64 rail = 0;
    QString name;
    QString operatorName;
    bool healthy = false;
    qint64 head = 0;
    qint64 requests = 0;
    qint64 failures = 0;
    int latencyMs = 0;
    qint64 span = 0;
    QString lastError;
    UtcTime retryAt;
};

// Makes the rail on first sight; a new explorer replaces the old one. Conflict
// (rail_chain_mismatch, rail_genesis_mismatch) when the name is known with another chain: such a
// database must not be read on.
Result<RailRow> ensureRail(Database& db, const RailRow& wanted);
Result<RailRow> railByName(Database& db, const QString& name); // NotFound (rail_unknown)
Result<std::vector<RailRow>> readRails(Database& db);
Result<RailState> readRailState(Database& db, qint64 rail);
Result<std::vector<RailState>> readRailStates(Database& db);
// Counts version up.
Outcome writeRailState(Database& db, const RailState& state);
Outcome writeSourceHealth(Database& db, const SourceHealthRow& row, UtcTime now);
Result<std::vector<SourceHealthRow>> readSourceHealth(Database& db, qint64 rail);

// Promotion marks by rule text.
using Marks = std::map<QString, qint64>;
Result<Marks> readMarks(Database& db, qint64 rail);
Outcome writeMark(Database& db, qint64 rail, const QString& rule, qint64 number, UtcTime now);
// A rewind: no mark stands above `ancestor`.
Outcome lowerMarks(Database& db, qint64 rail, qint64 ancestor, UtcTime now);

} // namespace tieout
