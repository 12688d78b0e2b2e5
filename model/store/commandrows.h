// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of commands: what people ask for, and what became of it. People's
// side writes in transactions of its own; the engine's side runs inside the caller's, after
// guardEpoch(). Times are the database's own clock, the one that desks and engines share. Thread of
// the Database.
#pragma once

#include "model/domain/ids.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <optional>
#include <vector>

namespace tieout {

enum class CommandState { Waiting, Running, Succeeded, Refused, Failed, Expired, Cancelled };

QString toText(CommandState state);
std::optional<CommandState> commandStateFromText(QStringView text);
bool isFinal(CommandState state);

// What is submitted. `payload` is canonical JSON: the database hashes exactly this text.
struct NewCommand
{
    CommandId id;
    QString role;
    QString kind;
    QString subject;
    QString subjectSha256; // empty: none
    QString payload;
};

struct CommandRow
{
    CommandId id;
    QString actor;
    QString role;
    QString kind;
    QString subject;
    QString subjectSha256;
    QString payload;
    QString payloadSha256;
    UtcTime submittedAt;
    UtcTime expiresAt;
    CommandState state = CommandState::Waiting;
    QString result; // JSON, empty until it ended
    std::optional<UtcTime> finishedAt;
};

// People's side. `account` is the desk's account on SQLite; on PostgreSQL the login is who acts.
// Idempotent by id. Reasons: class_may_not_submit (Forbidden), payload_too_large, payload_not_plain
// (Invalid), command_id_used (Conflict), too_many_commands (Unavailable).
Result<CommandState> insertCommand(Database& db, const QString& account, const NewCommand& command);
// Only one's own and only while it waits; answers its state now. Reason: not_your_command.
Result<CommandState> cancelCommandRow(Database& db, const QString& account, const CommandId& id);
// NotFound (command_not_found) also for what this login may not see.
Result<CommandRow> readCommandRow(Database& db, const CommandId& id);
// One's own that haven't ended, the oldest first.
Result<std::vector<CommandRow>> openCommandRows(Database& db, const QString& account);
// The clock by which commands expire.
Result<UtcTime> commandClock(Database& db);

// The engine's side.
enum class CommandWork { Any, Short, Long };
Result<std::vector<CommandRow>> nextWaiting(Database& db, CommandWork work, int limit);
Result<std::vector<CommandRow>> runningCommands(Database& db);
// Before it runs: whether it is in time and its actor still holds the class. Reasons:
// command_expired (Conflict), role_revoked (Forbidden).
Outcome mayStillRun(Database& db, const CommandRow& command);
// Long kinds only, in the first of their two transactions.
Outcome startCommand(Database& db, const CommandId& id);
// To Succeeded ("done"), Refused or Failed with a JSON object; Conflict (command_step) when the row
// does not allow it.
Outcome
finishCommand(Database& db, const CommandId& id, CommandState state, const QString& resultJson);
// Marks what waited too long; answers how many.
Result<int> expireCommands(Database& db);

} // namespace tieout
