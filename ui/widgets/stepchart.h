// SPDX-License-Identifier: GPL-3.0-or-later
// StepChart: how far things have come on a scale of whole steps, one row of thin bars for each
// group, with a line at every step that some of them must reach. GUI thread.
#pragma once

#include "ui/theme/statuslook.h"
#include "ui/widgets/chart.h"

namespace tieout {

struct StepBar
{
    qint64 from = 0; // steps, both included
    qint64 to = 0;
    qint64 count = 0;
    QString target;
};

struct StepRow
{
    QString name;
    QString note; // beside the name, quiet
    std::vector<StepBar> bars;
    std::vector<int> goals; // ascending
};

class StepChart final : public Chart
{
    Q_OBJECT

public:
    static constexpr int kMostSlots = 24;

    StepChart(const Appearance& appearance, const QString& name, QWidget* parent = nullptr);

    void setRows(std::vector<StepRow> rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    std::vector<ChartMark> layOut() const override;
    void draw(QPainter& painter) const override;

private:
    qint64 lastStep(const StepRow& row) const;
    QRectF barBox(size_t row, const StepBar& bar) const;
    qreal rowHeight() const;
    qreal stepX(size_t row, qreal step) const; // from the leading edge
    void drawGoals(QPainter& painter, size_t row) const;
    QString barWords(const StepRow& row, const StepBar& bar) const;

    std::vector<StepRow> m_rows;
};

} // namespace tieout
