// SPDX-License-Identifier: GPL-3.0-or-later
// The commands loop's work: each waiting command's action, state and result in
// one transaction, a refusal committed as well. Works that need the engine's reach go to a handler
// of chain/commands. The thread of the loop that owns the Database.
#pragma once

#include "model/actions/term.h"
#include "model/store/commandrows.h"

#include <QJsonObject>

#include <vector>

namespace tieout {

class LongCommandHandler
{
public:
    virtual ~LongCommandHandler() = default;
    // Kinds that end in the transaction they are run in (sandbox.speed, sandbox.scenario): inside
    // it.
    virtual Result<QJsonObject> runNow(Database& db, const CommandRow& command, UtcTime now) = 0;
    // Kinds that take longer (rail.backfill, source.test, file.import): outside any transaction,
    // once "running" is committed. Must not block; the answer comes by finishLongCommand(), unless
    // this fails, which ends the command.
    virtual Outcome begin(const CommandRow& command, UtcTime now) = 0;
};

// The action of a kind, inside the caller's transaction; the command's row itself stays as it is.
// Reasons: those of the action, payload_invalid, not_available_yet (proposals and approvals),
// command_kind_unknown.
Result<QJsonObject>
runCommand(Database& db, const CommandRow& command, LongCommandHandler* handler, UtcTime now);

struct CommandStep
{
    int done = 0;
    int refused = 0;
    int started = 0; // long ones
    int expired = 0;
    int deferred = 0; // wait for addresses; tried again at the next step
    bool corridorsChanged = false;
    std::vector<CommandId> ended; // for the change feed

    bool didAnything() const { return done + refused + started + expired > 0; }
};

inline constexpr int kCommandsPerStep = 100;

// One round: ends what waited too long, runs what waits, oldest first. Fails only when the engine
// can't go on: lease_lost, a lost connection, a full disk; what was not reached waits.
Result<CommandStep> stepCommands(const Term& term, LongCommandHandler* handler, UtcTime now);

// The second transaction of a long command: done, or failed with its reason.
Outcome finishLongCommand(const Term& term, const CommandId& id, const Result<QJsonObject>& result);

// At the begin of a term: what an earlier one had running is failed (engine_restarted). Answers how
// many.
Result<int> failAbandoned(const Term& term);

} // namespace tieout
