// SPDX-License-Identifier: GPL-3.0-or-later
// Console: one open database: on SQLite an engine inside the process, the lanes, the change feed,
// the window; on PostgreSQL the same without an engine. Nothing here waits: the engine begins and
// ends on its host's thread, and a closed window stays until it has. GUI thread. The order of the
// members is the order of the stop: the window first, the engine last.
#pragma once

#include "app/enginehost.h"
#include "model/store/asyncstore.h"
#include "model/store/changefeed.h"
#include "model/store/writegate.h"
#include "ui/shell/mainwindow.h"

class QSettings;

namespace tieout {

struct ConsoleParts
{
    Config config;
    bool withEngine = true;        // where the database allows one inside
    QSettings* settings = nullptr; // geometry, columns, preferences; nothing is kept without
    QString person = {};           // who acts on SQLite; empty: the desk's operator
};

class Console final : public QObject
{
    Q_OBJECT

public:
    Console(ConsoleParts parts,
            Appearance& appearance,
            const Clock& clock,
            QObject* parent = nullptr);
    ~Console() override;

    // Answered by ready(), or by failed() with a reason of startEmbeddedEngine(); at once where
    // there is no engine to start.
    void start();
    const Config& config() const { return m_parts.config; }
    AsyncStore& store() { return *m_store; }
    MainWindow& window() { return *m_window; }
    Appearance& appearance() { return m_appearance; }

Q_SIGNALS:
    void ready();
    void failed(const tieout::Error& error);
    // The window is closed and the engine has ended, orderly or not.
    void closed(bool orderly);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin();
    void stopEngine();

    ConsoleParts m_parts;
    Appearance& m_appearance;
    const Clock& m_clock;
    WriteGate m_gate;
    std::unique_ptr<EngineHost> m_engine;
    std::unique_ptr<AsyncStore> m_store;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_late;
    bool m_stopping = false;
    bool m_stopped = false;
    bool m_orderly = true;
};

// For people: a file's name, or a server's address without secrets.
QString nameOfDatabase(const DatabaseAddress& address);

} // namespace tieout
