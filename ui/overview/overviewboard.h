// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewBoard: the blocks of the overview, as Overview and StationStatus have read them. GUI
// thread.
#pragma once

#include "model/tables/overview.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"

#include <QScrollArea>

namespace tieout {

class DepthList;
class IntakeList;
class OverviewCard;
class RailLine;
class SpreadChart;
class StackChart;
class StepChart;

class OverviewBoard final : public QScrollArea
{
    Q_OBJECT

public:
    OverviewBoard(Overview& overview,
                  StationStatus& status,
                  const Appearance& appearance,
                  QWidget* parent = nullptr);

    // The row that has or had the keyboard, or the first one.
    void focusRail(qint64 rail);

Q_SIGNALS:
    void opened(const QString& filter);
    void railOpened(qint64 rail);

private:
    void makeCards();
    void place();
    void showRails();
    void showFigures();
    void showQueues();
    void showAgeing();
    void showConfirming();
    void showTimes();

    Overview& m_overview;
    StationStatus& m_status;
    const Appearance& m_appearance;
    UtcTime m_railsAsOf;
    bool m_hadRows = false;
    std::vector<RailLine*> m_rows;
    OverviewCard* m_railsCard;
    OverviewCard* m_queuesCard;
    OverviewCard* m_casesCard;
    OverviewCard* m_intakeCard;
    OverviewCard* m_ageingCard;
    OverviewCard* m_confirmingCard;
    OverviewCard* m_timesCard;
    DepthList* m_queues;
    DepthList* m_cases;
    IntakeList* m_intake;
    StackChart* m_ageing;
    StepChart* m_confirming;
    SpreadChart* m_times;
};

} // namespace tieout
