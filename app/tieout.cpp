// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tieout.h"

#include "app/consoleoptions.h"
#include "app/consolepictures.h"
#include "app/headlessrun.h"
#include "model/store/systemclock.h"
#include "ui/errortext.h"

#include <QApplication>
#include <QMessageBox>
#include <QTranslator>

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

// Runs the event loop until the window is closed or the pictures are taken.
int runWindow(const ConsoleParts& parts, const Clock& clock, const QString& screenshots)
{
    Console console(parts, clock);
    if (const auto started = console.start(); !started) {
        if (!screenshots.isEmpty())
            return complain(started.error(), kDatabase);
        auto* box = new QMessageBox(QMessageBox::Critical,
                                    QStringLiteral("Tieout"),
                                    errorText(started.error()),
                                    QMessageBox::Close);
        box->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(box, &QMessageBox::finished, qApp, [] { QApplication::exit(kDatabase); });
        box->open();
        return QApplication::exec();
    }
    if (screenshots.isEmpty()) {
        console.window().show();
        return QApplication::exec();
    }
    ConsolePictures pictures(console, screenshots);
    QObject::connect(
        &pictures,
        &ConsolePictures::finished,
        qApp,
        [](const QStringList& files) {
            for (const QString& file : files)
                say(stdout, file);
            QApplication::exit(files.isEmpty() ? 1 : 0);
        },
        Qt::QueuedConnection);
    pictures.start();
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
    ConsoleParts parts;
    parts.config = run.config();
    parts.theme = options.theme;
    parts.withEngine = false;
    parts.remembers = false;
    return runWindow(parts, run.clock(), options.screenshots);
}

} // namespace

int runConsole(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tieout"));
    QApplication::setOrganizationName(QStringLiteral("tieout"));
    QApplication::setApplicationVersion(QStringLiteral(TIEOUT_VERSION));
    // The source language is English; its file holds the plurals.
    QTranslator english;
    if (english.load(QStringLiteral(":/i18n/tieout_en.qm")))
        QApplication::installTranslator(&english);
    auto parsed = parseConsoleOptions(QApplication::arguments());
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
    if (!options.named) {
        const auto path = defaultSandboxPath();
        if (!path)
            return complain(path.error(), kDatabase);
        options.config = embeddedSandbox(*path);
    }
    ConsoleParts parts;
    parts.config = options.config;
    parts.theme = options.theme;
    parts.remembers = options.screenshots.isEmpty();
    return runWindow(parts, clock, options.screenshots);
}

} // namespace tieout
