// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include "app/enginefactory.h"
#include "model/store/changefeed.h"
#include "model/store/environment.h"
#include "model/store/lease.h"
#include "model/store/migrations.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSemaphore>
#include <QStandardPaths>

#include <cstdio>

namespace tieout {

namespace {

constexpr Duration kDefaultWait{30'000};
constexpr Duration kFeedPoll{20}; // of a SQLite file
constexpr Duration kTurnOfOthers{250};

void writeLine(FILE* stream, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

QString cellText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

QString nextStep(const Error& error)
{
    struct Advice
    {
        const char* reason;
        const char* text;
    };
    static constexpr Advice kAdvice[] = {
        {"database_empty", "run: tieoutd migrate"},
        {"database_older", "run: tieoutd migrate"},
        {"database_newer", "this program is older than the database: install the newer one"},
        {"database_unreachable", "check that the server runs and that the address is right"},
        {"environment_mismatch", "the configuration names another environment than the database"},
        {"class_may_not_submit", "use a login that holds the class"},
        {"no_engine_answered", "see: tieoutd status"},
        {"lease_held", "another engine runs; it will answer"},
        {"address_mismatch",
         "let nobody pay; see: tieoutd cases list, tieoutd verify addresses; then reissue"},
        {"payment_changed", "look at the payment again, then decide"},
        {"backfill_below_start", "start_block of the configuration is how a rail begins earlier"},
        {"source_url_not_plain",
         "put the address into the configuration and test that source by its name"},
        {"config_invalid", "correct the lines that are named"},
        {"option_unknown", "see: tieoutd --help"},
        {"command_unknown", "see: tieoutd --help"},
    };
    for (const Advice& advice : kAdvice) {
        if (error.reason == QLatin1String(advice.reason))
            return QLatin1String(advice.text);
    }
    return {};
}

// A file that isn't there is no server that doesn't answer.
QString fileStep(const Error& error, const DatabaseAddress& address)
{
    if (error.reason != u"database_unreachable" || address.dialect() != Dialect::Sqlite)
        return {};
    const QFileInfo file(address.url);
    if (file.exists())
        return QStringLiteral("check that you may read that file");
    return file.dir().exists()
               ? QStringLiteral("there is no such file; to make it, run: tieoutd migrate")
               : QStringLiteral("there is no such folder: make it, then run: tieoutd migrate");
}

bool isDatabaseTrouble(const Error& error)
{
    return error.reason.startsWith(u"database_") || error.reason == u"connection_lost" ||
           error.reason == u"environment_mismatch" || error.reason == u"environment_missing" ||
           error.reason == u"migration_changed" || error.reason == u"disk_full";
}

bool isUsage(const Error& error)
{
    return error.reason.startsWith(u"option_") || error.reason == u"command_unknown" ||
           error.reason == u"operands" || error.reason == u"number_malformed" ||
           error.reason == u"time_malformed" || error.reason == u"duration_malformed";
}

} // namespace

QString hexOf(const QByteArray& bytes)
{
    return QStringLiteral("0x") + QString::fromLatin1(bytes.toHex());
}

QString defaultDatabasePath()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/tieout"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("sandbox.sqlite"));
}

ExitCode exitCodeOf(const Error& error)
{
    if (isUsage(error))
        return ExitCode::Usage;
    if (error.reason.startsWith(u"config_"))
        return ExitCode::Configuration;
    if (isDatabaseTrouble(error))
        return ExitCode::Database;
    if (error.reason == u"no_engine_answered" || error.reason == u"command_expired")
        return ExitCode::NoEngine;
    return error.code == ErrorCode::Internal || error.code == ErrorCode::Corrupt
               ? ExitCode::Internal
               : ExitCode::Refused;
}

DatabaseAddress Cli::address() const
{
    return databaseAddress(m_config);
}

Outcome Cli::load(const CliArgs& args)
{
    m_json = args.has("json");
    if (args.has("config")) {
        auto config = loadConfigFile(args.text("config"), processEnvironment());
        if (!config)
            return fail(config.error());
        m_config = std::move(config).value();
    } else {
        m_config = sandboxConfig(defaultDatabasePath());
    }
    if (args.has("database"))
        m_config.database.url = args.text("database");
    if (m_config.database.password.isEmpty())
        m_config.database.password = qEnvironmentVariable("TIEOUT_DATABASE_PASSWORD");
    m_log = std::make_unique<Log>(m_config.log, secretsOf(m_config), m_clock);
    m_messages = std::make_unique<QtMessages>(*m_log);
    return Done;
}

Result<std::unique_ptr<Database>> Cli::open(OpenMode mode) const
{
    auto db = Database::open(address(), QStringLiteral("tieoutd"), mode);
    if (!db)
        return db;
    if (auto good = demandSchema(**db); !good)
        return fail(good.error());
    if (auto good = demandEnvironment(**db, toText(m_config.environment)); !good)
        return fail(good.error());
    return db;
}

void Cli::print(const QString& line) const
{
    writeLine(stdout, m_log ? m_log->redacted(line) : line);
}

void Cli::printJson(const QJsonObject& object) const
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

void Cli::printRows(const char* name, const QStringList& columns, const QJsonArray& rows) const
{
    if (m_json)
        return printJson({{QLatin1String(name), rows}});
    QList<qsizetype> widths;
    for (const QString& column : columns)
        widths.append(column.size());
    for (const auto& row : rows) {
        for (qsizetype i = 0; i < columns.size(); ++i)
            widths[i] = std::max(widths[i], cellText(row.toObject().value(columns[i])).size());
    }
    const auto line = [&](const auto& cell) {
        QString text;
        for (qsizetype i = 0; i < columns.size(); ++i)
            text += QString(cell(columns[i])).leftJustified(widths[i] + 2);
        print(text.trimmed());
    };
    line([](const QString& column) { return column; });
    for (const auto& row : rows)
        line([&](const QString& column) { return cellText(row.toObject().value(column)); });
}

ExitCode Cli::fails(const Error& told) const
{
    // Words about a connection may have several lines; one is what a script can read.
    Error error = told;
    error.detail = told.detail.simplified();
    const QString ofFile = fileStep(error, address());
    const QString advice = ofFile.isEmpty() ? nextStep(error) : ofFile;
    if (m_json) {
        QJsonObject object = errorData(error);
        if (!advice.isEmpty())
            object.insert(QStringLiteral("next"), advice);
        const QJsonObject whole{{QStringLiteral("error"), object}};
        writeLine(stderr,
                  m_log ? m_log->redacted(QString::fromUtf8(
                              QJsonDocument(whole).toJson(QJsonDocument::Compact)))
                        : QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact)));
        return exitCodeOf(error);
    }
    QString line = QStringLiteral("tieoutd: ") + error.reason;
    if (!error.detail.isEmpty())
        line += QStringLiteral(": ") + error.detail;
    if (!advice.isEmpty())
        line += QStringLiteral(" (%1)").arg(advice);
    writeLine(stderr, m_log ? m_log->redacted(line) : line);
    return exitCodeOf(error);
}

Result<std::optional<CommandAnswer>> Cli::runAlone(Database& db, const CommandId& id)
{
    const auto lease = readLease(db);
    if (!lease)
        return fail(lease.error());
    if (lease->isHeld)
        return std::optional<CommandAnswer>();
    EngineSettings settings = engineSettingsFrom(m_config);
    settings.sandbox.playScenarios = false;
    const EngineLog quiet = [this](const LogLine& line) {
        if (line.weight >= LogWeight::Warning)
            m_log->write(line);
    };
    Engine engine(settings, m_clock, {quiet, nullptr, {}});
    auto answer = readCommand(db, id);
    for (int round = 0; round < 3 && answer && !isFinal(answer->state); ++round) {
        const auto stepped = engine.stepOnce(m_clock.now());
        // Another call was quicker: the command waits still, and nothing was refused.
        if (!stepped && stepped.error().reason.startsWith(u"lease_"))
            return std::optional<CommandAnswer>();
        if (!stepped)
            return fail(stepped.error());
        answer = readCommand(db, id);
    }
    if (!answer)
        return fail(answer.error());
    return std::optional(std::move(answer).value());
}

Result<CommandAnswer> Cli::waitForAnswer(Database& db, const CommandId& id, const CliArgs& args)
{
    const auto wait = args.duration("wait");
    if (!wait)
        return fail(wait.error());
    const UtcTime deadline = m_clock.now() + wait->value_or(kDefaultWait);
    // Released by every hint, so that an answer is read as soon as it stands.
    QSemaphore news;
    const ChangeBell bell(address(), {[&](const QStringList&) { news.release(); }, {}}, kFeedPoll);
    bool mayRun = db.dialect() == Dialect::Sqlite;
    for (;;) {
        if (mayRun) {
            auto ran = runAlone(db, id);
            if (!ran)
                return fail(ran.error());
            mayRun = !ran->has_value();
            if (*ran && isFinal((*ran)->state))
                return std::move(**ran);
        }
        // Whoever holds the lease may end without having seen this command: then it is our turn.
        const UtcTime until = mayRun ? std::min(deadline, m_clock.now() + kTurnOfOthers) : deadline;
        auto answer = waitForCommand(db, id, m_clock, until, [&](Duration atMost) {
            if (news.tryAcquire(1, static_cast<int>(atMost.count())))
                (void)news.tryAcquire(news.available()); // the same look answers them all
        });
        if (!answer || isFinal(answer->state) || until == deadline)
            return answer;
    }
}

Result<QJsonObject> Cli::act(QStringView kind,
                             const char* role,
                             const QString& subject,
                             const QJsonObject& payload,
                             const CliArgs& args)
{
    auto db = open();
    if (!db)
        return fail(db.error());
    CommandRequest request;
    request.id = CommandId::make(m_clock.now());
    if (args.has("command-id")) {
        auto id = CommandId::parse(args.text("command-id"));
        if (!id)
            return fail(id.error());
        request.id = std::move(id).value();
    }
    request.role = args.text("role", QLatin1String(role));
    request.kind = kind.toString();
    request.subject = subject;
    request.payload = payload;
    const auto state = submit(**db, args.text("account", QStringLiteral("operator")), request);
    if (!state)
        return fail(state.error());
    const auto answer = waitForAnswer(**db, request.id, args);
    if (!answer)
        return fail(answer.error());
    if (!isFinal(answer->state))
        return fail(ErrorCode::Unavailable,
                    u"no_engine_answered",
                    QStringLiteral("%1 is %2").arg(request.id.text(), toText(answer->state)));
    if (answer->error)
        return fail(*answer->error);
    QJsonObject result = answer->result;
    result.insert(QStringLiteral("command"), request.id.text());
    return result;
}

ExitCode Cli::actAndPrint(QStringView kind,
                          const char* role,
                          const QString& subject,
                          const QJsonObject& payload,
                          const CliArgs& args)
{
    const auto result = act(kind, role, subject, payload, args);
    if (!result)
        return fails(result.error());
    printAnswer(*result);
    return ExitCode::Ok;
}

void Cli::printAnswer(const QJsonObject& result) const
{
    if (m_json)
        return printJson(result);
    for (auto at = result.begin(); at != result.end(); ++at) {
        const QString value =
            at->isArray() || at->isObject()
                ? QString::fromUtf8(
                      QJsonDocument(QJsonObject{{at.key(), *at}}).toJson(QJsonDocument::Compact))
                : cellText(*at);
        if (!value.isEmpty())
            print(at.key().leftJustified(18) + value);
    }
}

} // namespace tieout
