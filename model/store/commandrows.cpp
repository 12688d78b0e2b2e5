// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/commandrows.h"

#include "model/crypto/hash.h"
#include "model/store/raisedreason.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

#include <array>

namespace tieout {

namespace {

struct CommandStateName
{
    CommandState state;
    QStringView name;
};

constexpr std::array<CommandStateName, 7> kCommandStateNames{
    {{CommandState::Waiting, u"waiting"},
     {CommandState::Running, u"running"},
     {CommandState::Succeeded, u"done"},
     {CommandState::Refused, u"refused"},
     {CommandState::Failed, u"failed"},
     {CommandState::Expired, u"expired"},
     {CommandState::Cancelled, u"cancelled"}}};

QString commandSql(const QString& rest)
{
    return QStringLiteral(
               "SELECT c.id, c.actor, c.class, c.kind, c.subject, c.subject_sha256, c.payload,"
               " c.payload_sha256, c.submitted_at, c.expires_at, c.state, c.result,"
               " c.finished_at FROM command c WHERE ") +
           rest;
}

CommandRow commandFrom(const Statement& row)
{
    CommandRow command;
    command.id = CommandId::trusted(row.text(0));
    command.actor = row.text(1);
    command.role = row.text(2);
    command.kind = row.text(3);
    command.subject = row.text(4);
    command.subjectSha256 = row.text(5);
    command.payload = row.text(6);
    command.payloadSha256 = row.text(7);
    command.submittedAt = row.time(8);
    command.expiresAt = row.time(9);
    command.state = commandStateFromText(row.text(10)).value_or(CommandState::Failed);
    command.result = row.text(11);
    command.finishedAt = row.optionalTime(12);
    return command;
}

Result<std::vector<CommandRow>> commandsFrom(Statement& rows)
{
    std::vector<CommandRow> commands;
    while (rows.next())
        commands.push_back(commandFrom(rows));
    if (auto done = rows.finish(); !done)
        return fail(done.error());
    return commands;
}

Result<CommandState> commandStateFromRow(Statement& row, QStringView reasonWhenMissing)
{
    std::optional<CommandState> state;
    while (row.next())
        state = commandStateFromText(row.text(0));
    if (auto done = row.finish(); !done)
        return fail(withRaisedReason(done.error()));
    if (!state)
        return fail(ErrorCode::Forbidden, reasonWhenMissing);
    return *state;
}

void bindSubjectHash(Statement& statement, const QString& hash)
{
    if (hash.isEmpty())
        statement.bindNull(u":subject_sha256");
    else
        statement.bind(u":subject_sha256", hash);
}

Result<CommandState> submitOnPostgres(Database& db, const NewCommand& command)
{
    Statement door(
        db, u"SELECT tieout.submit(:id, :class, :kind, :subject, :subject_sha256, :payload)");
    door.bind(u":id", command.id).bind(u":class", command.role).bind(u":kind", command.kind);
    door.bind(u":subject", command.subject).bind(u":payload", command.payload);
    bindSubjectHash(door, command.subjectSha256);
    return commandStateFromRow(door, u"command_not_found");
}

bool isSameCommand(const CommandRow& row, const QString& account, const NewCommand& command)
{
    return row.actor == account && row.role == command.role && row.kind == command.kind &&
           row.subject == command.subject && row.subjectSha256 == command.subjectSha256 &&
           row.payload == command.payload;
}

Result<CommandState> submitOnSqlite(Database& db, const QString& account, const NewCommand& command)
{
    const QByteArray bytes = command.payload.toUtf8();
    if (bytes.size() > 65536)
        return fail(ErrorCode::Invalid, u"payload_too_large");
    auto known = readCommandRow(db, command.id);
    if (known) {
        if (isSameCommand(*known, account, command))
            return known->state;
        return fail(ErrorCode::Conflict, u"command_id_used");
    }
    if (known.error().code != ErrorCode::NotFound)
        return fail(known.error());
    Statement insert(
        db,
        u"INSERT INTO command (id, actor, class, kind, subject, subject_sha256, payload,"
        u" payload_sha256, submitted_at, expires_at)"
        u" SELECT :id, :actor, :class, k.kind, :subject, :subject_sha256, :payload,"
        u" :payload_sha256, c.ms, c.ms + k.ttl_ms"
        u" FROM command_kind k CROSS JOIN db_clock c WHERE k.kind = :kind");
    insert.bind(u":id", command.id).bind(u":actor", account).bind(u":class", command.role);
    insert.bind(u":kind", command.kind).bind(u":subject", command.subject);
    insert.bind(u":payload", command.payload);
    insert.bind(u":payload_sha256", QString::fromLatin1(sha256Hex(bytes)));
    bindSubjectHash(insert, command.subjectSha256);
    if (auto done = insert.exec(); !done)
        return fail(withRaisedReason(done.error()));
    // No such kind: nobody may submit it.
    if (insert.rowsAffected() != 1)
        return fail(ErrorCode::Forbidden, u"class_may_not_submit", command.kind);
    return CommandState::Waiting;
}

Result<CommandState> cancelOnSqlite(Database& db, const QString& account, const CommandId& id)
{
    Statement cancel(
        db,
        u"UPDATE command SET state = 'cancelled', finished_at = (SELECT ms FROM db_clock)"
        u" WHERE id = :id AND actor = :actor AND state = 'waiting'");
    cancel.bind(u":id", id).bind(u":actor", account);
    if (auto done = cancel.exec(); !done)
        return fail(withRaisedReason(done.error()));
    Statement read(db, u"SELECT state FROM command WHERE id = :id AND actor = :actor");
    read.bind(u":id", id).bind(u":actor", account);
    return commandStateFromRow(read, u"not_your_command");
}

// PostgreSQL stamps finished_at itself and gives the engine no right to that column.
QString endSql(const Database& db, const QString& set, const QString& where)
{
    const QString stamp = db.dialect() == Dialect::Sqlite
                              ? QStringLiteral(", finished_at = (SELECT ms FROM db_clock)")
                              : QString();
    return QStringLiteral("UPDATE command SET %1%2 WHERE %3").arg(set, stamp, where);
}

Outcome updateOneCommand(Statement& update, const CommandId& id)
{
    if (auto done = update.exec(); !done)
        return fail(withRaisedReason(done.error()));
    if (update.rowsAffected() != 1)
        return fail(ErrorCode::NotFound, u"command_not_found", id.text());
    return Done;
}

} // namespace

QString toText(CommandState state)
{
    for (const auto& entry : kCommandStateNames) {
        if (entry.state == state)
            return entry.name.toString();
    }
    return {};
}

std::optional<CommandState> commandStateFromText(QStringView text)
{
    for (const auto& entry : kCommandStateNames) {
        if (entry.name == text)
            return entry.state;
    }
    return std::nullopt;
}

bool isFinal(CommandState state)
{
    return state != CommandState::Waiting && state != CommandState::Running;
}

Result<CommandState> insertCommand(Database& db, const QString& account, const NewCommand& command)
{
    return inTransaction(db, [&] {
        return db.dialect() == Dialect::PostgreSql ? submitOnPostgres(db, command)
                                                   : submitOnSqlite(db, account, command);
    });
}

Result<CommandState> cancelCommandRow(Database& db, const QString& account, const CommandId& id)
{
    return inTransaction(db, [&]() -> Result<CommandState> {
        if (db.dialect() == Dialect::Sqlite)
            return cancelOnSqlite(db, account, id);
        Statement door(db, u"SELECT tieout.cancel(:id)");
        door.bind(u":id", id);
        return commandStateFromRow(door, u"not_your_command");
    });
}

Result<CommandRow> readCommandRow(Database& db, const CommandId& id)
{
    Statement read(db, commandSql(QStringLiteral("c.id = :id")));
    read.bind(u":id", id);
    auto rows = commandsFrom(read);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorCode::NotFound, u"command_not_found", id.text());
    return rows->front();
}

Result<std::vector<CommandRow>> openCommandRows(Database& db, const QString& account)
{
    const QString mine = db.dialect() == Dialect::PostgreSql ? QStringLiteral("session_user")
                                                             : QStringLiteral(":account");
    Statement read(db,
                   commandSql(QStringLiteral("c.actor = %1 AND c.state IN ('waiting', 'running')"
                                             " ORDER BY c.submitted_at, c.id")
                                  .arg(mine)));
    if (db.dialect() == Dialect::Sqlite)
        read.bind(u":account", account);
    return commandsFrom(read);
}

Result<UtcTime> commandClock(Database& db)
{
    Statement read(db, u"SELECT ms FROM db_clock");
    UtcTime now;
    if (read.next())
        now = read.time(0);
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return now;
}

Result<std::vector<CommandRow>> nextWaiting(Database& db, CommandWork work, int limit)
{
    QString sql =
        QStringLiteral("c.state = 'waiting' AND c.expires_at >= (SELECT ms FROM db_clock) ");
    if (work == CommandWork::Short)
        sql += QStringLiteral("AND c.kind IN (SELECT kind FROM command_kind WHERE NOT long) ");
    else if (work == CommandWork::Long)
        sql += QStringLiteral("AND c.kind IN (SELECT kind FROM command_kind WHERE long) ");
    sql += QStringLiteral("ORDER BY c.submitted_at, c.id LIMIT :limit");
    Statement read(db, commandSql(sql));
    read.bind(u":limit", limit);
    return commandsFrom(read);
}

Result<std::vector<CommandRow>> runningCommands(Database& db)
{
    Statement read(db,
                   commandSql(QStringLiteral("c.state = 'running' ORDER BY c.submitted_at, c.id")));
    return commandsFrom(read);
}

Outcome mayStillRun(Database& db, const CommandRow& command)
{
    Statement read(
        db,
        db.dialect() == Dialect::PostgreSql
            ? u"SELECT (holds(actor, class))::int, (now_ms() <= expires_at)::int FROM command"
              u" WHERE id = :id"
            : u"SELECT EXISTS (SELECT 1 FROM account_holds h"
              u" WHERE h.name = command.actor AND h.class = command.class),"
              u" (SELECT ms FROM db_clock) <= expires_at FROM command WHERE id = :id");
    read.bind(u":id", command.id);
    bool holds = false;
    bool inTime = false;
    if (read.next()) {
        holds = read.boolean(0);
        inTime = read.boolean(1);
    }
    if (auto done = read.finish(); !done)
        return fail(done.error());
    if (!holds)
        return fail(ErrorCode::Forbidden,
                    u"role_revoked",
                    QStringLiteral("%1 is no longer %2").arg(command.actor, command.role));
    if (!inTime)
        return fail(ErrorCode::Conflict, u"command_expired");
    return Done;
}

Outcome startCommand(Database& db, const CommandId& id)
{
    Statement update(db, u"UPDATE command SET state = 'running' WHERE id = :id");
    update.bind(u":id", id);
    return updateOneCommand(update, id);
}

Outcome
finishCommand(Database& db, const CommandId& id, CommandState state, const QString& resultJson)
{
    TIEOUT_CHECK(state == CommandState::Succeeded || state == CommandState::Refused ||
                 state == CommandState::Failed);
    Statement update(
        db,
        endSql(db, QStringLiteral("state = :state, result = :result"), QStringLiteral("id = :id")));
    update.bind(u":state", toText(state)).bind(u":result", resultJson).bind(u":id", id);
    return updateOneCommand(update, id);
}

Result<int> expireCommands(Database& db)
{
    Statement update(
        db,
        endSql(db,
               QStringLiteral("state = 'expired'"),
               QStringLiteral("state = 'waiting' AND expires_at < (SELECT ms FROM db_clock)")));
    if (auto done = update.exec(); !done)
        return fail(withRaisedReason(done.error()));
    return int(update.rowsAffected());
}

} // namespace tieout
