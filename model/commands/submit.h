// SPDX-License-Identifier: GPL-3.0-or-later
// How a console or a command line acts: it submits a command, and reads what the engine made of it.
// The payload travels as canonical JSON, whose hash is what others later approve. Blocking calls on
// the thread of the Database. Rules are the engine's; here are only shape and size.
#pragma once

#include "model/domain/clock.h"
#include "model/store/commandrows.h"

#include <QJsonObject>

#include <functional>

namespace tieout {

inline constexpr qsizetype kMaxPayloadBytes = 65'536;
inline constexpr qsizetype kMaxSubjectLength = 120;

struct CommandRequest
{
    CommandId id; // an idempotency key: the same words under it again change nothing
    QString role; // the class the person acts as
    QString kind;
    QString subject;       // the id of what it is about, or empty
    QString subjectSha256; // what an approver saw, else empty
    QJsonObject payload;
};

// What became of a command. `result` is the engine's answer when it is done; `error` tells why it
// is not (refused, failed, expired: command_expired, cancelled: command_cancelled).
struct CommandAnswer
{
    CommandState state = CommandState::Waiting;
    QJsonObject result;
    std::optional<Error> error;
    UtcTime submittedAt;
    UtcTime expiresAt;
};

// `account` acts on SQLite; on PostgreSQL the login does and `account` is not looked at. Reasons of
// insertCommand(), and payload_too_large, payload_not_plain, subject_too_long, command_role.
Result<CommandState> submit(Database& db, const QString& account, const CommandRequest& request);
Result<CommandState> cancelCommand(Database& db, const QString& account, const CommandId& id);
Result<CommandAnswer> readCommand(Database& db, const CommandId& id);

// Blocks at most as long as it is given and may come back earlier, e.g. when the change feed
// speaks.
using WaitForNews = std::function<void(Duration atMost)>;
// Until the command ended or `deadline` passed; answers the last state read in either case.
Result<CommandAnswer> waitForCommand(Database& db,
                                     const CommandId& id,
                                     const Clock& clock,
                                     UtcTime deadline,
                                     const WaitForNews& waitForNews);

// A refusal as it stands in `result`, and back: {"code","detail","reason"}.
QJsonObject refusalToJson(const Error& error);
Error refusalFromJson(const QJsonObject& json);

} // namespace tieout
