// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coveragebar.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/numbertext.h"

#include <QPainter>
#include <QPainterPath>

namespace tieout {

namespace coveragebar {

constexpr qreal kHeight = 22;
constexpr qreal kTop = 4;
constexpr qreal kThinnest = 4;

} // namespace coveragebar

QString rangeText(const BlockRange& range)
{
    if (range.from == range.to)
        return groupedNumber(range.from);
    //: The first and the last block of a range.
    return CoverageBar::tr("%1 – %2").arg(groupedNumber(range.from), groupedNumber(range.to));
}

QString rangeWords(const BlockRange& range)
{
    //: A range of blocks, then how many there are.
    return CoverageBar::tr("%1 · %n block(s)", nullptr, int(range.blocks())).arg(rangeText(range));
}

CoverageBar::CoverageBar(const Appearance& appearance, QWidget* parent)
    : Chart(appearance, tr("Blocks that were read"), parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CoverageBar::setCoverage(const BlockRange& watched, qint64 read, std::vector<BlockRange> gaps)
{
    m_watched = watched;
    m_read = read;
    m_gaps = std::move(gaps);
    QStringList words{tr("Watched: %1").arg(rangeWords(watched)),
                      tr("%n gap(s)", nullptr, int(m_gaps.size()))};
    std::vector<QStringList> cells{{tr("State"), tr("From"), tr("To"), tr("Blocks")}};
    const auto line = [&](const QString& state, const BlockRange& range) {
        cells.push_back({state,
                         QString::number(range.from),
                         QString::number(range.to),
                         QString::number(range.blocks())});
    };
    line(tr("watched"), watched);
    for (const BlockRange& gap : m_gaps) {
        words.append(tr("Gap: %1").arg(rangeWords(gap)));
        line(tr("gap"), gap);
    }
    if (m_read < watched.to)
        line(tr("not read yet"), {m_read + 1, watched.to});
    setFigures(words.join(u'\n'), std::move(cells));
}

QRectF CoverageBar::boxOf(const BlockRange& range) const
{
    const qreal all = qreal(std::max<qint64>(1, m_watched.blocks()));
    const qreal left = width() * qreal(range.from - m_watched.from) / all;
    const qreal wide = std::max(coveragebar::kThinnest, width() * qreal(range.blocks()) / all);
    return {std::min(left, width() - wide), coveragebar::kTop, wide, coveragebar::kHeight};
}

std::vector<ChartMark> CoverageBar::layOut() const
{
    std::vector<ChartMark> marks;
    for (const BlockRange& gap : m_gaps)
        marks.push_back({boxOf(gap),
                         tr("Gap: %1").arg(rangeWords(gap)),
                         QStringLiteral("%1-%2").arg(gap.from).arg(gap.to)});
    return marks;
}

void CoverageBar::draw(QPainter& painter) const
{
    const QRectF bar(0, coveragebar::kTop, width(), coveragebar::kHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, 4, 4);
    painter.save();
    painter.setClipPath(shape);
    const ToneColors& good = theme().tone(Tone::Good);
    painter.fillRect(bar, good.ground);
    painter.fillRect(QRectF(0, bar.bottom() - 3, width(), 3), good.line);
    if (m_read < m_watched.to) {
        const QRectF ahead = boxOf({m_read + 1, m_watched.to});
        painter.fillRect(ahead, theme().tone(Tone::Neutral).ground);
        painter.fillRect(ahead, QBrush(theme().tone(Tone::Neutral).line, Qt::BDiagPattern));
    }
    for (const BlockRange& gap : m_gaps) {
        const QRectF box = boxOf(gap);
        painter.fillRect(box.adjusted(-1, 0, 1, 0), theme().surface);
        painter.fillRect(box, theme().tone(Tone::Bad).line);
    }
    painter.restore();
    painter.setFont(interfaceFont(8.75));
    painter.setPen(theme().muted);
    const QRectF foot(0, bar.bottom() + 4, width(), 18);
    painter.drawText(
        foot, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter, groupedNumber(m_watched.from));
    //: The newest block of a chain, below the end of a bar.
    painter.drawText(foot,
                     Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter,
                     tr("head %1").arg(groupedNumber(m_watched.to)));
}

} // namespace tieout
