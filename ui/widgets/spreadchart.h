// SPDX-License-Identifier: GPL-3.0-or-later
// SpreadChart: how long something takes, as figures for half, 95 and 99 of a hundred, each row with
// a thin line on a common scale beneath. GUI thread.
#pragma once

#include "model/domain/utctime.h"
#include "ui/widgets/chart.h"

namespace tieout {

struct SpreadRow
{
    QString name;
    QString note; // window and count
    Duration p50{0};
    Duration p95{0};
    Duration p99{0};
};

class SpreadChart final : public Chart
{
    Q_OBJECT

public:
    SpreadChart(const Appearance& appearance, const QString& name, QWidget* parent = nullptr);

    void setRows(std::vector<SpreadRow> rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    std::vector<ChartMark> layOut() const override;
    void draw(QPainter& painter) const override;

private:
    void drawRow(QPainter& painter, const SpreadRow& row, qreal top) const;

    std::vector<SpreadRow> m_rows;
    Duration m_longest{1};
};

} // namespace tieout
