// SPDX-License-Identifier: GPL-3.0-or-later
// CoverageCard: which blocks of a rail were read: the bar with its gaps to scale, each gap by its
// range with the way to have it read, and what was read alike (source, scope, watched set). GUI
// thread.
#pragma once

#include "model/tables/overviewrail.h"
#include "model/tables/stationstatus.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/coveragebar.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace tieout {

class OverviewCard;

class CoverageCard final : public QWidget
{
    Q_OBJECT

public:
    CoverageCard(const Appearance& appearance, QWidget* parent = nullptr);

    // Without a detail: still reading, or `error`.
    void setCoverage(const RailStatus& rail,
                     const std::optional<RailDetail>& detail,
                     const std::optional<Error>& error);
    CoverageBar& bar() { return *m_bar; }

Q_SIGNALS:
    void backfillWanted(const tieout::BlockRange& range);

private:
    void showGaps(const RailDetail& detail);
    void showParts(const RailDetail& detail);
    QWidget* makeGap(const BlockRange& gap);

    const Appearance& m_appearance;
    OverviewCard* m_card;
    CoverageBar* m_bar;
    QLabel* m_gapsTitle;
    QVBoxLayout* m_gaps;
    QGridLayout* m_parts;
    std::vector<BlockRange> m_shownGaps;
    std::vector<CoveragePart> m_shownParts;
};

} // namespace tieout
