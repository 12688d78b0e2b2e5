// SPDX-License-Identifier: GPL-3.0-or-later
// StackChart: counts in columns, each a stack of named parts; the parts are named above with their
// totals, the columns below. GUI thread.
#pragma once

#include "ui/theme/statuslook.h"
#include "ui/widgets/chart.h"

namespace tieout {

struct StackPart
{
    QString name;
    Look look;
};

struct StackCell
{
    qint64 count = 0;
    bool more = false; // at least so many
    QString target;
};

struct StackColumn
{
    QString name;
    std::vector<StackCell> cells; // one of each part
};

class StackChart final : public Chart
{
    Q_OBJECT

public:
    StackChart(const Appearance& appearance, const QString& name, QWidget* parent = nullptr);

    void setStacks(std::vector<StackPart> parts, std::vector<StackColumn> columns);
    QSize sizeHint() const override { return {420, 236}; }
    QSize minimumSizeHint() const override { return {260, 200}; }

protected:
    std::vector<ChartMark> layOut() const override;
    void draw(QPainter& painter) const override;

private:
    QRectF segment(size_t column, size_t part) const;
    qreal legendHeight() const;
    qreal unit() const; // pixels of one
    QRectF columnBox(size_t column) const;
    void drawLegend(QPainter& painter) const;
    QString countText(qint64 count, bool more) const;

    std::vector<StackPart> m_parts; // those that have any
    std::vector<StackColumn> m_columns;
};

} // namespace tieout
