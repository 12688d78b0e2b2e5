// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the frame of the console: environment strip, navigation, pages, status bar, palette.
// It composes and decides nothing; pages live in folders of their own. GUI thread.
#pragma once

#include "model/commands/decisions.h"
#include "model/store/changefeed.h"
#include "model/tables/casealarms.h"
#include "model/tables/stationstatus.h"
#include "ui/settings/preferences.h"

#include <QMainWindow>

namespace tieout {

class CloseNotice;
class CommandPalette;
class EnvironmentFrame;
class EnvironmentStrip;
class OverviewPage;
class PageStack;
class PaymentsPage;
class SettingsPage;
class ShortcutSheet;
class Shortcuts;
class StopNotice;

struct WindowParts
{
    AsyncStore& store;
    const Clock& clock;
    Appearance& appearance;
    QString databaseName;          // for people: no secrets
    QString person;                // who acts: the account of the desk or the login
    QSettings* settings = nullptr; // nothing is remembered without
};

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);

    void start();
    void follow(ChangeFeed& feed);
    // `key` names its icon and its place in the memory: a word that never changes.
    void addPage(const QString& name, const QString& key, QWidget* page);
    void showPage(QWidget* page);
    // Comes to the front, also from the dock.
    void rise();
    // False when decisions live in this window alone (Submitting, Lost): then it asks whether to
    // close anyway, and closes by itself when that is wanted.
    bool mayClose();
    // From now on only the end of the engine is waited for; late: it takes longer than expected.
    void showStopping();
    void showStoppingLate();

    OverviewPage& overview() { return *m_overview; }
    PaymentsPage& payments() { return *m_payments; }
    SettingsPage& settings() { return *m_settings; }
    EnvironmentStrip& strip() { return *m_strip; }
    StationStatus& status() { return m_status; }
    CommandPalette& palette() { return *m_palette; }
    const Shortcuts& shortcuts() const { return *m_shortcuts; }
    const Preferences& preferences() const { return m_preferences; }

Q_SIGNALS:
    // Another database instead of this one: an address of the recent ones, or empty: any.
    void databaseWanted(const QString& url);
    // What wanted to close it has to wait for another wish.
    void kept();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeFrame();
    void makePages();
    void makeOverlays();
    void makeActions();
    void showStatus();
    void showAppearance();
    void showPayments(const QString& filter);
    void showPayment(const QString& id);
    std::vector<Decision> unanswered() const;
    void remember();
    void restore();

    WindowParts m_parts;
    Preferences m_preferences;
    StationStatus m_status;
    CaseAlarms m_alarms;
    Decisions m_decisions;
    QTimer m_tick;
    Shortcuts* m_shortcuts;
    EnvironmentFrame* m_frame = nullptr;
    EnvironmentStrip* m_strip = nullptr;
    PageStack* m_pages = nullptr;
    OverviewPage* m_overview = nullptr;
    PaymentsPage* m_payments = nullptr;
    SettingsPage* m_settings = nullptr;
    CommandPalette* m_palette = nullptr;
    ShortcutSheet* m_sheet = nullptr;
    StopNotice* m_stop = nullptr;
    CloseNotice* m_close = nullptr;
    bool m_closesAnyway = false;
};

} // namespace tieout
