// SPDX-License-Identifier: GPL-3.0-or-later
// CliArgs: the words and options of one call, checked against what its command knows. Pure values.
#pragma once

#include "model/domain/result.h"
#include "model/domain/utctime.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace tieout {

// "--from" with "BLOCK" takes a value; without a value name it is a switch.
struct CliOption
{
    const char* name;
    const char* value;
    const char* help;
};

class CliArgs
{
public:
    // Reasons: option_unknown, option_value_missing, option_repeated. `words` go to the
    // positionals.
    static Result<CliArgs> parse(const QStringList& words, const std::vector<CliOption>& options);

    bool has(const char* name) const { return m_values.contains(QString::fromLatin1(name)); }
    QString text(const char* name, const QString& fallback = {}) const;
    // Reasons: option_missing, and number_malformed, time_malformed or duration_malformed.
    Result<QString> required(const char* name) const;
    Result<qint64> integer(const char* name, std::optional<qint64> fallback = {}) const;
    Result<UtcTime> time(const char* name, UtcTime fallback) const;
    Result<std::optional<Duration>> duration(const char* name) const;
    const QStringList& positionals() const { return m_positionals; }
    QString positional(int index) const { return m_positionals.value(index); }

private:
    QMap<QString, QString> m_values;
    QStringList m_positionals;
};

} // namespace tieout
