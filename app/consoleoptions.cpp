// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consoleoptions.h"

#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace tieout {

namespace consoleoptions {

void fill(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("The desk console of Tieout. Without options it opens the last database, "
                       "and at the first\n"
                       "time asks which: the sandbox, a file or PostgreSQL.\n\n"
                       "The password of a PostgreSQL login comes from TIEOUT_DATABASE_PASSWORD.\n"
                       "Exit codes: 0 done, 1 the sandbox doesn't tie or a picture is missing, 2 "
                       "unknown options,\n3 configuration, 4 database."));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this text and stop.")},
        {{QStringLiteral("v"), QStringLiteral("version")},
         QStringLiteral("Show the version and stop.")},
        {QStringLiteral("sandbox"),
         QStringLiteral("Open the sandbox of this person: a SQLite file in the data folder, with "
                        "the engine inside the console.")},
        {QStringLiteral("database"),
         QStringLiteral("A SQLite file, or postgresql://USER@HOST/NAME."),
         QStringLiteral("URL")},
        {QStringLiteral("config"),
         QStringLiteral("The configuration that tieoutd reads too."),
         QStringLiteral("FILE")},
        {QStringLiteral("headless"),
         QStringLiteral(
             "Play the sandbox without a window; print its queue and a reconciliation.")},
        {QStringLiteral("screenshots"),
         QStringLiteral("Write a picture of every page and state, from the sandbox unless "
                        "something else is named, and stop."),
         QStringLiteral("DIR")},
        {QStringLiteral("theme"),
         QStringLiteral("light, dark or system; otherwise as chosen in the settings. For pictures "
                        "also both, which is what they are drawn in otherwise."),
         QStringLiteral("NAME")},
        {QStringLiteral("lang"),
         QStringLiteral("The language, such as en; otherwise as chosen in the settings."),
         QStringLiteral("CODE")},
        {QStringLiteral("scale"),
         QStringLiteral("Pixels for each point of a picture: 1, 1.5 or 2."),
         QStringLiteral("FACTOR")},
        {QStringLiteral("size"),
         QStringLiteral("Points of the window in a picture; otherwise 1440x900."),
         QStringLiteral("WxH")},
    });
}

Error unknown(const char* option, const QString& value)
{
    return {ErrorCode::Invalid,
            QStringLiteral("unknown_option"),
            QStringLiteral("--%1 %2").arg(QLatin1String(option), value)};
}

Outcome readTheme(const QString& name, ConsoleOptions& options)
{
    if (name == u"both" && !options.screenshots.isEmpty())
        return Done;
    if (name == u"light")
        options.theme = ThemeMode::Light;
    else if (name == u"dark")
        options.theme = ThemeMode::Dark;
    else if (name == u"system")
        options.theme = ThemeMode::System;
    else
        return fail(unknown("theme", name));
    options.pictureThemes = {*options.theme};
    return Done;
}

Outcome readSize(const QString& text, ConsoleOptions& options)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(\\d{3,4})x(\\d{3,4})\\z"));
    const auto match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const QSize least(640, 480);
    const QSize most(7'680, 4'320);
    if (size.expandedTo(least) != size || size.boundedTo(most) != size)
        return fail(unknown("size", text));
    options.pictureSize = size;
    return Done;
}

Outcome readPictures(const QCommandLineParser& parser, ConsoleOptions& options)
{
    options.screenshots = parser.value(QStringLiteral("screenshots"));
    options.pictureThemes = {ThemeMode::Light, ThemeMode::Dark};
    options.pictureSize = {1'440, 900};
    for (const char* option : {"scale", "size"}) {
        const QString name = QString::fromLatin1(option);
        if (parser.isSet(name) && options.screenshots.isEmpty())
            return fail(unknown(option, QStringLiteral("(--screenshots)")));
    }
    const QString scale = parser.value(QStringLiteral("scale"));
    if (parser.isSet(QStringLiteral("scale")) && !isPictureScale(scale))
        return fail(unknown("scale", scale));
    if (parser.isSet(QStringLiteral("theme"))) {
        if (auto read = readTheme(parser.value(QStringLiteral("theme")), options); !read)
            return read;
    }
    return parser.isSet(QStringLiteral("size"))
               ? readSize(parser.value(QStringLiteral("size")), options)
               : Done;
}

} // namespace consoleoptions

bool isPictureScale(QStringView text)
{
    return text == u"1" || text == u"1.5" || text == u"2";
}

QString consoleHelp()
{
    QCommandLineParser parser;
    consoleoptions::fill(parser);
    return parser.helpText();
}

Config embeddedSandbox(const QString& path)
{
    Config config;
    config.environment = Environment::Sandbox;
    config.database.url = path;
    RailConfig rail;
    rail.name = QStringLiteral("sandbox");
    rail.family = RailFamily::Sandbox;
    config.rails.push_back(rail);
    return config;
}

Result<QString> defaultSandboxPath()
{
    // Where tieoutd has it too.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/tieout");
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Forbidden, u"folder_unwritable", folder);
    return QDir(folder).filePath(QStringLiteral("sandbox.sqlite"));
}

Result<ConsoleOptions> parseConsoleOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    consoleoptions::fill(parser);
    if (!parser.parse(arguments))
        return fail(ErrorCode::Invalid, u"unknown_option", parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::Invalid,
                    u"unknown_option",
                    parser.positionalArguments().join(QLatin1Char(' ')));
    ConsoleOptions options;
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    options.headless = parser.isSet(QStringLiteral("headless"));
    options.sandbox = parser.isSet(QStringLiteral("sandbox"));
    options.language = parser.value(QStringLiteral("lang"));
    if (auto read = consoleoptions::readPictures(parser, options); !read)
        return fail(read.error());
    options.config.database.password = qEnvironmentVariable("TIEOUT_DATABASE_PASSWORD");
    options.configFile = parser.value(QStringLiteral("config"));
    if (!options.configFile.isEmpty()) {
        auto config = loadConfigFile(options.configFile, processEnvironment());
        if (!config)
            return fail(config.error());
        options.config = std::move(config).value();
        options.named = true;
    }
    QString database = parser.value(QStringLiteral("database"));
    if (!database.isEmpty()) {
        if (database.startsWith(u"sqlite:"))
            database.remove(0, 7);
        if (options.configFile.isEmpty())
            options.config = embeddedSandbox(database);
        options.config.database.url = database;
        options.config.database.password = qEnvironmentVariable("TIEOUT_DATABASE_PASSWORD");
        options.named = true;
    }
    if (options.sandbox && options.named)
        return fail(consoleoptions::unknown("sandbox", QStringLiteral("(--database, --config)")));
    // It plays a sandbox of its own and would pass over what was named.
    if (options.headless && options.named)
        return fail(consoleoptions::unknown("headless", QStringLiteral("(--database, --config)")));
    return options;
}

} // namespace tieout
