// SPDX-License-Identifier: GPL-3.0-or-later
// CoverageBar: the blocks of a rail from the first that was read to its head, to scale, with the
// gaps in it. The smallest gap stays visible. Heights are block numbers. GUI thread.
#pragma once

#include "ui/widgets/chart.h"

namespace tieout {

struct BlockRange
{
    qint64 from = 0;
    qint64 to = 0; // included

    qint64 blocks() const { return to - from + 1; }
    bool operator==(const BlockRange&) const = default;
};

// "1 204 – 1 209", and with its count: "1 204 – 1 209 · 6 blocks".
QString rangeText(const BlockRange& range);
QString rangeWords(const BlockRange& range);

class CoverageBar final : public Chart
{
    Q_OBJECT

public:
    explicit CoverageBar(const Appearance& appearance, QWidget* parent = nullptr);

    // `read`: the last block that was read; from there to the head nothing was yet. A mark of a gap
    // opens "from-to".
    void setCoverage(const BlockRange& watched, qint64 read, std::vector<BlockRange> gaps);
    QSize sizeHint() const override { return {600, 52}; }
    QSize minimumSizeHint() const override { return {200, 52}; }

protected:
    std::vector<ChartMark> layOut() const override;
    void draw(QPainter& painter) const override;

private:
    QRectF boxOf(const BlockRange& range) const;

    BlockRange m_watched;
    qint64 m_read = 0;
    std::vector<BlockRange> m_gaps;
};

} // namespace tieout
