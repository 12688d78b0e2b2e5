// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include "model/domain/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <atomic>

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

// The log that hears Qt's own messages: their handler is a plain function.
std::atomic<Log*> hearing = nullptr;

void hear(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    // What failed is told by whoever asked for it; Qt's warnings are for programmers.
    const bool isGrave = type == QtCriticalMsg || type == QtFatalMsg;
    if (Log* log = hearing.load())
        log->write({isGrave ? LogWeight::Error : LogWeight::Debug,
                    QStringLiteral("qt.message"),
                    QStringLiteral("main"),
                    {},
                    {{QStringLiteral("text"), text.simplified()}}});
}

} // namespace

QtMessages::QtMessages(Log& log)
{
    TIEOUT_CHECK(hearing.exchange(&log) == nullptr);
    m_before = qInstallMessageHandler(hear);
}

QtMessages::~QtMessages()
{
    qInstallMessageHandler(m_before);
    hearing = nullptr;
}

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

// Before it is written as JSON, whose escapes would hide a secret or end a URL.
QJsonValue Log::redacted(const QJsonValue& value) const
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray clean;
        for (const auto& each : value.toArray())
            clean.append(redacted(QJsonValue(each)));
        return clean;
    }
    if (!value.isObject())
        return value;
    QJsonObject clean;
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at)
        clean.insert(at.key(), redacted(at.value()));
    return clean;
}

void Log::write(const LogLine& line)
{
    if (line.weight < leastWeight(m_config.level))
        return;
    const QString at = m_clock.now().toText();
    const QJsonObject data = redacted(QJsonValue(line.data)).toObject();
    const QString correlationId = redacted(line.correlationId);
    QString text;
    if (m_config.format == LogFormat::Json) {
        QJsonObject object{{QStringLiteral("at"), at},
                           {QStringLiteral("level"), weightWord(line.weight)},
                           {QStringLiteral("event"), line.event},
                           {QStringLiteral("loop"), line.loop}};
        if (!correlationId.isEmpty())
            object.insert(QStringLiteral("correlation_id"), correlationId);
        if (!data.isEmpty())
            object.insert(QStringLiteral("data"), data);
        text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    } else {
        text =
            QStringLiteral("%1 %2 %3 %4").arg(at, weightWord(line.weight), line.loop, line.event);
        if (!correlationId.isEmpty())
            text += u' ' + correlationId;
        if (!data.isEmpty())
            text += u' ' + QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    }
    const QByteArray bytes = text.toUtf8() + '\n';
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
