// SPDX-License-Identifier: GPL-3.0-or-later
// Log: one line per event on standard error, as text or as a JSON object with correlation id. What
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

private:
    LogConfig m_config;
    QStringList m_secrets;
    const Clock& m_clock;
    FILE* m_stream;
    std::mutex m_mutex;
};

// Everything in a configuration that must not be seen: passwords, and what sources call secret; the
// longest first.
QStringList secretsOf(const Config& config);

} // namespace tieout
