// SPDX-License-Identifier: GPL-3.0-or-later
// Footer: the status bar: each rail with its head, lag and source, the engine, the database, and
// the UTC clock. GUI thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tieout {

class RailLabel;
class StateLabel;

class Footer final : public QWidget
{
    Q_OBJECT

public:
    Footer(StationStatus& status, const Appearance& appearance, QWidget* parent = nullptr);

    // Stops the clock's text at a moment; for pictures.
    void showClock();

private:
    void showStatus();
    void showRails();
    void showEngine();
    void showDatabase();

    StationStatus& m_status;
    const Appearance& m_appearance;
    QHBoxLayout* m_rails;
    std::vector<RailLabel*> m_labels;
    QLabel* m_message;
    StateLabel* m_engine;
    StateLabel* m_database;
    QLabel* m_clock;
    QTimer m_tick;
};

// "engine running, term 3", "no engine for 4 m": one wording for strip and footer; empty before the
// first reading.
QString engineText(const std::optional<StationView>& view);

} // namespace tieout
