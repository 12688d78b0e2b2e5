// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commands/submit.h"

#include "model/crypto/canonicaljson.h"

#include <QJsonDocument>

#include <algorithm>

namespace tieout {

namespace {

Error errorOfState(const CommandRow& row, const QJsonObject& result)
{
    switch (row.state) {
    case CommandState::Expired:
        return {ErrorCode::Unavailable,
                QStringLiteral("command_expired"),
                QStringLiteral("no engine ran it before %1").arg(row.expiresAt.toText())};
    case CommandState::Cancelled:
        return {ErrorCode::Cancelled, QStringLiteral("command_cancelled"), {}};
    case CommandState::Refused:
    case CommandState::Failed:
    case CommandState::Waiting:
    case CommandState::Running:
    case CommandState::Succeeded:
        break;
    }
    return refusalFromJson(result);
}

CommandAnswer answerFrom(const CommandRow& row)
{
    CommandAnswer answer;
    answer.state = row.state;
    answer.submittedAt = row.submittedAt;
    answer.expiresAt = row.expiresAt;
    answer.result = QJsonDocument::fromJson(row.result.toUtf8()).object();
    if (isFinal(row.state) && row.state != CommandState::Succeeded)
        answer.error = errorOfState(row, answer.result);
    return answer;
}

constexpr ErrorCode kErrorCodes[] = {ErrorCode::NotFound,
                                     ErrorCode::Conflict,
                                     ErrorCode::Invalid,
                                     ErrorCode::Forbidden,
                                     ErrorCode::Unavailable,
                                     ErrorCode::Corrupt,
                                     ErrorCode::Cancelled,
                                     ErrorCode::Internal};

} // namespace

Result<CommandState> submit(Database& db, const QString& account, const CommandRequest& request)
{
    if (request.role.isEmpty())
        return fail(ErrorCode::Invalid, u"command_role");
    if (request.subject.size() > kMaxSubjectLength)
        return fail(ErrorCode::Invalid, u"subject_too_long");
    auto text = toCanonicalJson(request.payload);
    if (!text)
        return fail(ErrorCode::Invalid, u"payload_not_plain", text.error().reason);
    if (text->size() > kMaxPayloadBytes)
        return fail(
            ErrorCode::Invalid, u"payload_too_large", QStringLiteral("%1 bytes").arg(text->size()));
    return insertCommand(db,
                         account,
                         {request.id,
                          request.role,
                          request.kind,
                          request.subject,
                          request.subjectSha256,
                          QString::fromUtf8(*text)});
}

Result<CommandState> cancelCommand(Database& db, const QString& account, const CommandId& id)
{
    return cancelCommandRow(db, account, id);
}

Result<CommandAnswer> readCommand(Database& db, const CommandId& id)
{
    auto row = readCommandRow(db, id);
    if (!row)
        return fail(row.error());
    return answerFrom(*row);
}

Result<CommandAnswer> waitForCommand(Database& db,
                                     const CommandId& id,
                                     const Clock& clock,
                                     UtcTime deadline,
                                     const WaitForNews& waitForNews)
{
    // A lost notification costs at most this long.
    constexpr Duration kLongestWait{250};
    for (;;) {
        auto answer = readCommand(db, id);
        if (!answer || isFinal(answer->state))
            return answer;
        const UtcTime now = clock.now();
        if (now >= deadline)
            return answer;
        waitForNews(std::min(kLongestWait, deadline - now));
    }
}

QJsonObject refusalToJson(const Error& error)
{
    return {{QStringLiteral("code"), toText(error.code)},
            {QStringLiteral("reason"), error.reason},
            {QStringLiteral("detail"), error.detail.left(4000)}};
}

Error refusalFromJson(const QJsonObject& json)
{
    Error error;
    error.reason = json.value(u"reason").toString(QStringLiteral("refused"));
    error.detail = json.value(u"detail").toString();
    const QString name = json.value(u"code").toString();
    for (const ErrorCode code : kErrorCodes) {
        if (toText(code) == name)
            error.code = code;
    }
    return error;
}

} // namespace tieout
