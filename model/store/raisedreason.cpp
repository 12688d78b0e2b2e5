// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/raisedreason.h"

#include <QHash>
#include <QRegularExpression>

namespace tieout {

namespace {

ErrorCode codeOfRaised(const QString& reason)
{
    static const QHash<QString, ErrorCode> codes{
        {QStringLiteral("class_may_not_submit"), ErrorCode::Forbidden},
        {QStringLiteral("class_may_not_upload"), ErrorCode::Forbidden},
        {QStringLiteral("not_your_command"), ErrorCode::Forbidden},
        {QStringLiteral("not_approved"), ErrorCode::Forbidden},
        {QStringLiteral("not_what_was_approved"), ErrorCode::Forbidden},
        {QStringLiteral("kept"), ErrorCode::Forbidden},
        {QStringLiteral("payload_too_large"), ErrorCode::Invalid},
        {QStringLiteral("payload_not_plain"), ErrorCode::Invalid},
        {QStringLiteral("too_many_commands"), ErrorCode::Unavailable},
        {QStringLiteral("too_much_uploaded"), ErrorCode::Unavailable},
    };
    return codes.value(reason, ErrorCode::Conflict);
}

} // namespace

Error withRaisedReason(Error error)
{
    static const QRegularExpression raised(QStringLiteral("\\btieout:([a-z_]+)"));
    const auto match = raised.match(error.detail);
    if (match.hasMatch()) {
        error.reason = match.captured(1);
        error.code = codeOfRaised(error.reason);
    }
    return error;
}

} // namespace tieout
