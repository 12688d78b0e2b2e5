// SPDX-License-Identifier: GPL-3.0-or-later
// RailPanel: all about one rail: its state in figures, coverage with gaps, sources with health and
// a test, backfill. Escape or Alt+Left goes back. GUI thread.
#pragma once

#include "model/tables/overviewrail.h"
#include "ui/overview/overviewparts.h"

#include <QScrollArea>

#include <map>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tieout {

class BackfillCard;
class Callout;
class CoverageCard;
class FactGrid;
class OverviewCard;
class PillLabel;
class SourceRow;

class RailPanel final : public QScrollArea
{
    Q_OBJECT

public:
    explicit RailPanel(const OverviewParts& parts, QWidget* parent = nullptr);

    void showRail(qint64 rail); // 0: none, reads nothing
    qint64 rail() const { return m_record.rail(); }
    void noteChanged();
    RailRecord& record() { return m_record; }

Q_SIGNALS:
    void closed();

private:
    struct Source
    {
        SourceRow* row;
        QLabel* pause;
    };

    QWidget* makeHead();
    void makeCards();
    void showAll();
    void showFacts(const RailStatus& rail);
    void showSources(const RailStatus& rail);
    void emptySources();
    const RailStatus* status() const;

    const OverviewParts m_parts;
    RailRecord m_record;
    QTimer m_pace;
    qint64 m_sourcesOf = 0;
    std::map<QString, Source> m_sources;
    QToolButton* m_back;
    QLabel* m_name;
    PillLabel* m_state;
    Callout* m_trouble;
    FactGrid* m_facts;
    OverviewCard* m_sourcesCard;
    CoverageCard* m_coverage;
    BackfillCard* m_backfill;
};

} // namespace tieout
