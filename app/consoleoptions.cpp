// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consoleoptions.h"

#include <QCommandLineParser>
#include <QDir>
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
                       "Exit codes: 0 done, 2 unknown options, 3 configuration, 4 database."));
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
         QStringLiteral("Write pictures of the pages, light and dark, and stop."),
         QStringLiteral("DIR")},
        {QStringLiteral("theme"),
         QStringLiteral("light, dark or system; otherwise as chosen in the settings."),
         QStringLiteral("NAME")},
    });
}

Result<ThemeMode> theme(const QString& name)
{
    if (name == u"light")
        return ThemeMode::Light;
    if (name == u"dark")
        return ThemeMode::Dark;
    if (name == u"system")
        return ThemeMode::System;
    return fail(ErrorCode::Invalid, u"unknown_option", QStringLiteral("--theme ") + name);
}

} // namespace consoleoptions

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
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (folder.isEmpty() || !QDir().mkpath(folder))
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
    options.screenshots = parser.value(QStringLiteral("screenshots"));
    options.sandbox = parser.isSet(QStringLiteral("sandbox"));
    if (parser.isSet(QStringLiteral("theme"))) {
        const auto theme = consoleoptions::theme(parser.value(QStringLiteral("theme")));
        if (!theme)
            return fail(theme.error());
        options.theme = *theme;
    }
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
    return options;
}

} // namespace tieout
