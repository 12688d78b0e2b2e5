// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include "model/domain/clock.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace tieout {

namespace {

constexpr qsizetype kShortestSecret = 4;

LogWeight leastWeight(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return LogWeight::Debug;
    case LogLevel::Info:
        return LogWeight::Info;
    case LogLevel::Warning:
        return LogWeight::Warning;
    case LogLevel::Error:
        break;
    }
    return LogWeight::Error;
}

QString weightWord(LogWeight weight)
{
    switch (weight) {
    case LogWeight::Debug:
        return QStringLiteral("debug");
    case LogWeight::Info:
        return QStringLiteral("info");
    case LogWeight::Warning:
        return QStringLiteral("warning");
    case LogWeight::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

Log::Log(const LogConfig& config, QStringList secrets, const Clock& clock, FILE* stream)
    : m_config(config)
    , m_secrets(std::move(secrets))
    , m_clock(clock)
    , m_stream(stream)
{}

QString Log::redacted(const QString& text) const
{
    QString clean = text;
    for (const QString& secret : m_secrets)
        clean.replace(secret, QStringLiteral("***"));
    static const QRegularExpression kUrl(
        QStringLiteral("\\b(?:https?|wss?|postgres(?:ql)?)://[^\\s\"'<>]+"));
    qsizetype from = 0;
    for (auto match = kUrl.match(clean, from); match.hasMatch(); match = kUrl.match(clean, from)) {
        const QString shown = redactedUrl(match.captured());
        clean.replace(match.capturedStart(), match.capturedLength(), shown);
        from = match.capturedStart() + shown.size();
    }
    return clean;
}

void Log::write(const LogLine& line)
{
    if (line.weight < leastWeight(m_config.level))
        return;
    const QString at = m_clock.now().toText();
    QString text;
    if (m_config.format == LogFormat::Json) {
        QJsonObject object{{QStringLiteral("at"), at},
                           {QStringLiteral("level"), weightWord(line.weight)},
                           {QStringLiteral("event"), line.event},
                           {QStringLiteral("loop"), line.loop}};
        if (!line.correlationId.isEmpty())
            object.insert(QStringLiteral("correlation_id"), line.correlationId);
        if (!line.data.isEmpty())
            object.insert(QStringLiteral("data"), line.data);
        text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    } else {
        text =
            QStringLiteral("%1 %2 %3 %4").arg(at, weightWord(line.weight), line.loop, line.event);
        if (!line.correlationId.isEmpty())
            text += u' ' + line.correlationId;
        if (!line.data.isEmpty())
            text +=
                u' ' + QString::fromUtf8(QJsonDocument(line.data).toJson(QJsonDocument::Compact));
    }
    const QByteArray bytes = redacted(text).toUtf8() + '\n';
    const std::lock_guard lock(m_mutex);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_stream);
    std::fflush(m_stream);
}

EngineLog Log::sink()
{
    return [this](const LogLine& line) { write(line); };
}

QStringList secretsOf(const Config& config)
{
    QStringList secrets;
    const auto add = [&secrets](const QString& text) {
        if (text.size() >= kShortestSecret && !secrets.contains(text))
            secrets.append(text);
    };
    add(config.database.password);
    add(QUrl(config.database.url).password()); // one from the command line may have it
    for (const RailConfig& rail : config.rails) {
        for (const auto& source : rail.sources)
            std::for_each(source.secrets.begin(), source.secrets.end(), add);
    }
    std::sort(secrets.begin(), secrets.end(), [](const QString& a, const QString& b) {
        return a.size() > b.size();
    });
    return secrets;
}

} // namespace tieout
