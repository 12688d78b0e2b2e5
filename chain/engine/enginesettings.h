// SPDX-License-Identifier: GPL-3.0-or-later
// EngineSettings: everything that an engine is told when it starts; app makes it from the
// configuration. Plain values; secrets are in it (URLs of sources), so it is never logged.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

enum class RailKind { Evm, Tron, Sandbox };

struct RailSourceSettings
{
    QString name;
    QString operatorName;
    QString url; // secret
    QString caFile;
};

struct RailSettings
{
    QString name;
    RailKind kind = RailKind::Evm;
    QString chain; // CAIP-2
    std::optional<Hash32> genesis;
    QString explorer; // a template of explorerUrl(); empty: none
    Duration poll{2'000};
    bool scanAllTokens = true;
    std::optional<qint64> startBlock; // nothing: the head at the first start
    int quorum = 1;
    bool mempool = true;
    std::vector<RailSourceSettings> sources;
    qint64 maxResponseBytes = 64 << 20;
    int timeoutMs = 20'000;
    int connectTimeoutMs = 5'000;
    qint64 maxSpan = 2'000;
    qint64 targetBytes = 4'000'000;
    // A head older than this pauses promotions and, past twice of it, opens RAIL-STALL.
    Duration headAgeLimit{180'000};
    // In the mempool longer than this: STUCK-CONF.
    Duration stuckAfter{1'800'000};
};

struct XpubSettings
{
    QString name;
    QString family; // evm, tron
    QString key;
};

struct SandboxSettings
{
    double speed = 1.0; // the chain's blocks against one every two seconds
    quint64 seed = 1;
    bool playScenarios = true;                    // once, when the sandbox is new
    QString account = QStringLiteral("operator"); // who applies its corridors on SQLite
};

struct EngineSettings
{
    QString environment = QStringLiteral("sandbox");
    DatabaseAddress database;
    std::vector<RailSettings> rails;
    std::vector<XpubSettings> xpubs;
    qint64 lookAhead = 1'000;
    Duration sealEvery{1'000};
    SandboxSettings sandbox;
};

} // namespace tieout
