// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tieout.h"

#include "app/consolepictures.h"
#include "app/enginefactory.h"
#include "app/headlessrun.h"
#include "app/session.h"
#include "app/systemscheme.h"
#include "model/store/environment.h"
#include "model/store/migrations.h"
#include "model/store/systemclock.h"
#include "ui/errortext.h"
#include "ui/theme/language.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QSettings>

#include <cstdio>

namespace tieout {

namespace {

constexpr int kUsage = 2;
constexpr int kConfiguration = 3;
constexpr int kDatabase = 4;

void say(FILE* stream, const QString& text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

int complain(const Error& error, int code)
{
    say(stderr, errorText(error));
    if (!error.detail.isEmpty())
        say(stderr, error.detail);
    return code;
}

// Pictures of a database that can't be opened would be missing without a word why.
Outcome demandDatabase(const Config& config)
{
    const auto db =
        Database::open(databaseAddress(config), QStringLiteral("pictures"), OpenMode::ReadOnly);
    if (!db)
        return fail(db.error());
    if (auto good = demandSchema(**db); !good)
        return good;
    return demandEnvironment(**db, toText(config.environment));
}

int runPictures(const Config& config, const ConsoleOptions& options, const Clock& clock)
{
    Appearance appearance(options.pictureThemes.front());
    Console console({config, false, nullptr}, appearance, clock);
    ConsolePictures pictures(
        console,
        clock,
        {options.screenshots, options.pictureThemes, options.pictureSize, !options.named});
    QObject::connect(
        &pictures, &ConsolePictures::taken, qApp, [](const QString& file) { say(stdout, file); });
    QObject::connect(&pictures, &ConsolePictures::failed, qApp, [](const QString& scene) {
        say(stderr, QStringLiteral("no picture: ") + scene);
    });
    QObject::connect(
        &pictures,
        &ConsolePictures::finished,
        qApp,
        [](bool complete) { QApplication::exit(complete ? 0 : 1); },
        Qt::QueuedConnection);
    console.start();
    pictures.start();
    return QApplication::exec();
}

int runSession(const ConsoleOptions& options, QSettings& settings, const Clock& clock)
{
    const Preferences preferences(&settings);
    Appearance appearance(options.theme.value_or(preferences.theme()));
    appearance.setDensity(preferences.density());
    std::optional<SystemScheme> scheme;
    if (const auto bus = SystemScheme::sessionBus()) {
        scheme.emplace(*bus);
        QObject::connect(&*scheme, &SystemScheme::changed, &appearance, &Appearance::setSystemDark);
    }
    // A window may close before the next one opens.
    QApplication::setQuitOnLastWindowClosed(false);
    Session session(options, &settings, appearance, clock);
    QObject::connect(
        &session, &Session::noted, qApp, [](const QString& line) { say(stderr, line); });
    QObject::connect(
        &session,
        &Session::ended,
        qApp,
        [](int code) { QApplication::exit(code); },
        Qt::QueuedConnection);
    session.begin();
    return QApplication::exec();
}

int runHeadless(const ConsoleOptions& options, const Clock& clock)
{
    HeadlessRun run(clock.now());
    if (const auto played = run.play(); !played)
        return complain(played.error(), kDatabase);
    if (options.headless) {
        const auto report = run.report();
        if (!report)
            return complain(report.error(), kDatabase);
        say(stdout, *report);
    }
    if (options.screenshots.isEmpty())
        return 0;
    if (const auto decided = run.decide(); !decided)
        return complain(decided.error(), kDatabase);
    return runPictures(run.config(), options, run.clock());
}

} // namespace

int runConsole(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tieout"));
    QApplication::setOrganizationName(QStringLiteral("tieout"));
    QApplication::setApplicationVersion(QStringLiteral(TIEOUT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("tieout"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/tieout/desktop/tieout.svg")));
    QSettings settings;
    auto parsed = parseConsoleOptions(QApplication::arguments());
    const QString wish = parsed && !parsed->language.isEmpty() ? parsed->language
                                                               : Preferences(&settings).language();
    const QString language =
        chooseLanguage(wish, QLocale::system().uiLanguages(), availableLanguages());
    wearLanguage(language, app);
    if (parsed && !parsed->language.isEmpty() && parsed->language != language)
        parsed = fail(
            ErrorCode::Invalid, u"unknown_option", QStringLiteral("--lang ") + parsed->language);
    if (!parsed)
        return complain(parsed.error(),
                        parsed.error().reason == u"unknown_option" ? kUsage : kConfiguration);
    ConsoleOptions options = std::move(parsed).value();
    if (options.help || options.version) {
        say(stdout, options.help ? consoleHelp() : QStringLiteral("tieout " TIEOUT_VERSION));
        return 0;
    }
    const SystemClock clock;
    if (options.headless || (!options.screenshots.isEmpty() && !options.named))
        return runHeadless(options, clock);
    if (!options.screenshots.isEmpty()) {
        const auto good = demandDatabase(options.config);
        return good ? runPictures(options.config, options, clock)
                    : complain(good.error(), kDatabase);
    }
    return runSession(options, settings, clock);
}

} // namespace tieout
