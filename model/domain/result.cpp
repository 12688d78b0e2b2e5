// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/result.h"

namespace tieout {

QString toText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace tieout
