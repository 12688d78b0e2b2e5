// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the desk program from its start to its end: which database is opened, the start window
// while none is, one console at a time, one console per SQLite file, and the change from one to
// another. GUI thread.
#pragma once

#include "app/console.h"
#include "app/consoleoptions.h"
#include "app/desklock.h"
#include "model/store/connectiontest.h"
#include "ui/start/startwindow.h"

#include <optional>

namespace tieout {

class Session final : public QObject
{
    Q_OBJECT

public:
    // `settings` may be null: then nothing is remembered.
    Session(ConsoleOptions options,
            QSettings* settings,
            Appearance& appearance,
            const Clock& clock,
            QObject* parent = nullptr);
    ~Session() override;

    // What the options name, else the last database, else the choices.
    void begin();
    Console* console() { return m_console.get(); }
    StartWindow& startWindow() { return m_start; }

Q_SIGNALS:
    // 0, or 4 when the person gave up on a database that couldn't be opened.
    void ended(int exitCode);
    // A line for the log: what happened that nobody may have seen in a window.
    void noted(const QString& line);

private:
    void open(const Config& config, bool byConfigFile);
    void openUrl(const QString& url, const QString& password);
    void openSandbox();
    void openConsole();
    void tested(const Result<ConnectionReport>& report);
    void ready();
    void problem(const Error& error);
    void leave(bool orderly);
    void rise();

    ConsoleOptions m_options;
    QSettings* m_settings;
    Appearance& m_appearance;
    const Clock& m_clock;
    Preferences m_preferences;
    StartWindow m_start;
    ConnectionTest m_test;
    Config m_config;
    bool m_byConfigFile = false;
    std::unique_ptr<DeskLock> m_lock;
    std::unique_ptr<Console> m_console;
    std::optional<QString> m_next; // after the console closed: an address, or empty: the choices
    int m_exitCode = 0;
};

} // namespace tieout
