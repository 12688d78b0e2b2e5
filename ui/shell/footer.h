// SPDX-License-Identifier: GPL-3.0-or-later
// Footer: the status bar: each rail with its head, lag and source, and the UTC clock. GUI thread.
#pragma once

#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tieout {

class RailLabel;

class Footer final : public QWidget
{
    Q_OBJECT

public:
    Footer(StationStatus& status, const Appearance& appearance, QWidget* parent = nullptr);

    // Stops the clock's text at a moment; for pictures.
    void showClock();

private:
    void showStatus();

    StationStatus& m_status;
    const Appearance& m_appearance;
    QHBoxLayout* m_rails;
    std::vector<RailLabel*> m_labels;
    QLabel* m_message;
    QLabel* m_clock;
    QTimer m_tick;
};

} // namespace tieout
