// SPDX-License-Identifier: GPL-3.0-or-later
// EngineLog: where the engine tells what it does. The program that starts it gives the function,
// which must be callable from any thread. Events are stable words; values never hold a secret.
#pragma once

#include "model/domain/result.h"

#include <QJsonObject>

#include <functional>

namespace tieout {

enum class LogWeight { Debug, Info, Warning, Error };

struct LogLine
{
    LogWeight weight = LogWeight::Info;
    QString event;         // "rail.rewind"
    QString loop;          // whose thread it was
    QString correlationId; // of a command, a payment, or a rail ("rail:NAME"); empty: none
    QJsonObject data;
};

using EngineLog = std::function<void(const LogLine&)>;

inline QJsonObject errorData(const Error& error)
{
    return {{QStringLiteral("code"), toText(error.code)},
            {QStringLiteral("reason"), error.reason},
            {QStringLiteral("detail"), error.detail}};
}

} // namespace tieout
