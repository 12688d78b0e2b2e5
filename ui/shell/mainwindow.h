// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the frame of the console: environment strip, navigation, pages, status bar. It
// composes and decides nothing; pages live in folders of their own. GUI thread.
#pragma once

#include "model/store/changefeed.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QMainWindow>

class QButtonGroup;
class QSettings;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace tieout {

class EnvironmentFrame;
class EnvironmentStrip;
class Footer;
class PaymentsPage;

struct WindowParts
{
    AsyncStore& store;
    const Clock& clock;
    Appearance& appearance;
    QString databaseName;          // for people: no secrets
    QString person;                // login and role
    QSettings* settings = nullptr; // nothing is remembered without
};

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);

    void start();
    void follow(ChangeFeed& feed);
    PaymentsPage& payments() { return *m_payments; }
    EnvironmentStrip& strip() { return *m_strip; }
    StationStatus& status() { return m_status; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeRail();
    void addPage(const QString& name, const QString& icon, QWidget* page);
    void makeShortcuts();
    void showStatus();
    void showThemeButton();
    void restore();

    WindowParts m_parts;
    StationStatus m_status;
    QTimer m_tick;
    EnvironmentFrame* m_frame = nullptr;
    EnvironmentStrip* m_strip = nullptr;
    QStackedWidget* m_pages = nullptr;
    QVBoxLayout* m_railLayout = nullptr;
    QButtonGroup* m_navigation = nullptr;
    QToolButton* m_theme = nullptr;
    PaymentsPage* m_payments = nullptr;
};

} // namespace tieout
