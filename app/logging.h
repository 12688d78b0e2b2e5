// SPDX-License-Identifier: GPL-3.0-or-later
// Log: one line per event on standard error, as text or as a JSON object: at, level, event, loop,
// and where they are known correlation_id (a command, a payment, "rail:NAME") and data. What
// is known as a secret is taken out of every line, and of every URL only scheme, host and port are
// left. Any thread.
#pragma once

#include "app/config.h"
#include "chain/engine/enginelog.h"

#include <QStringList>

#include <cstdio>
#include <mutex>

namespace tieout {

class Clock;

class Log
{
public:
    Log(const LogConfig& config, QStringList secrets, const Clock& clock, FILE* stream = stderr);

    void write(const LogLine& line);
    EngineLog sink();
    // Without secrets; what is printed for people goes through it as well.
    QString redacted(const QString& text) const;
    // Every string in it; what JSON is written of goes through it first.
    QJsonValue redacted(const QJsonValue& value) const;

private:
    LogConfig m_config;
    QStringList m_secrets;
    const Clock& m_clock;
    FILE* m_stream;
    std::mutex m_mutex;
};

// While it lives, what Qt itself says is a line of the log instead of a bare line among them. One
// at a time, made before other threads begin and ended after them.
class QtMessages
{
public:
    explicit QtMessages(Log& log);
    ~QtMessages();
    Q_DISABLE_COPY_MOVE(QtMessages)

private:
    QtMessageHandler m_before;
};

// Everything in a configuration that must not be seen: passwords, and what sources call secret; the
// longest first.
QStringList secretsOf(const Config& config);

} // namespace tieout
