// SPDX-License-Identifier: GPL-3.0-or-later
// Console: the composition of the desk program: on SQLite an engine inside the process, the lanes,
// the change feed, the theme, the window; on PostgreSQL the same without an engine. GUI thread. The
// order of the members is the order of the stop: the window first, the engine last.
#pragma once

#include "app/enginefactory.h"
#include "model/store/asyncstore.h"
#include "model/store/changefeed.h"
#include "model/store/writegate.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/appearance.h"

#include <QSettings>

namespace tieout {

struct ConsoleParts
{
    Config config;
    ThemeMode theme = ThemeMode::System;
    bool withEngine = true; // where the database allows one inside
    bool remembers = true;  // geometry and columns
};

class Console final : public QObject
{
    Q_OBJECT

public:
    Console(ConsoleParts parts, const Clock& clock, QObject* parent = nullptr);
    ~Console() override;

    // Starts the engine where there is one, then reads. Reasons: those of startEmbeddedEngine.
    Outcome start();
    MainWindow& window() { return *m_window; }
    Appearance& appearance() { return m_appearance; }

private:
    ConsoleParts m_parts;
    const Clock& m_clock;
    WriteGate m_gate;
    Appearance m_appearance;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AsyncStore> m_store;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tieout
