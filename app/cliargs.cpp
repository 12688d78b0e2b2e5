// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cliargs.h"

#include "model/domain/durationtext.h"

namespace tieout {

Result<CliArgs> CliArgs::parse(const QStringList& words, const std::vector<CliOption>& options)
{
    CliArgs args;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (!word.startsWith(u"--")) {
            args.m_positionals.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto known = std::find_if(options.begin(), options.end(), [&](const CliOption& o) {
            return name == QLatin1String(o.name);
        });
        if (known == options.end())
            return fail(ErrorCode::Invalid, u"option_unknown", QStringLiteral("--") + name);
        if (args.m_values.contains(name))
            return fail(ErrorCode::Invalid, u"option_repeated", QStringLiteral("--") + name);
        QString value;
        if (known->value != nullptr) {
            if (equals >= 0)
                value = word.mid(equals + 1);
            else if (i + 1 < words.size())
                value = words[++i];
            else
                return fail(
                    ErrorCode::Invalid, u"option_value_missing", QStringLiteral("--") + name);
        }
        args.m_values.insert(name, value);
    }
    return args;
}

QString CliArgs::text(const char* name, const QString& fallback) const
{
    return m_values.value(QString::fromLatin1(name), fallback);
}

Result<QString> CliArgs::required(const char* name) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return fail(
            ErrorCode::Invalid, u"option_missing", QStringLiteral("--") + QLatin1String(name));
    return value;
}

Result<qint64> CliArgs::integer(const char* name, std::optional<qint64> fallback) const
{
    if (!has(name) && fallback)
        return *fallback;
    const auto value = required(name);
    if (!value)
        return fail(value.error());
    bool good = false;
    const qint64 number = value->toLongLong(&good);
    if (!good || number < 0)
        return fail(
            ErrorCode::Invalid, u"number_malformed", QStringLiteral("--") + QLatin1String(name));
    return number;
}

Result<UtcTime> CliArgs::time(const char* name, UtcTime fallback) const
{
    return has(name) ? UtcTime::parse(text(name)) : Result<UtcTime>(fallback);
}

Result<std::optional<Duration>> CliArgs::duration(const char* name) const
{
    if (!has(name))
        return std::optional<Duration>();
    const auto value = durationFromText(text(name));
    if (!value)
        return fail(value.error());
    return std::optional<Duration>(*value);
}

} // namespace tieout
