// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stackchart.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/numbertext.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace tieout {

namespace stackchart {

constexpr qreal kLegendRow = 20;
constexpr qreal kFoot = 22;
constexpr qreal kHead = 20; // for the totals above the columns
constexpr qreal kWidest = 44;
constexpr qreal kThinnest = 2; // one among thousands is seen
constexpr qreal kShape = 10;

QFont font()
{
    return interfaceFont(8.75);
}

qint64 totalOf(const StackColumn& column)
{
    return std::accumulate(column.cells.begin(),
                           column.cells.end(),
                           qint64(0),
                           [](qint64 sum, const StackCell& cell) { return sum + cell.count; });
}

bool isMore(const StackColumn& column)
{
    return std::any_of(
        column.cells.begin(), column.cells.end(), [](const StackCell& cell) { return cell.more; });
}

} // namespace stackchart

StackChart::StackChart(const Appearance& appearance, const QString& name, QWidget* parent)
    : Chart(appearance, name, parent)
{}

QString StackChart::countText(qint64 count, bool more) const
{
    return more ? groupedNumber(count) + u'+' : groupedNumber(count);
}

void StackChart::setStacks(std::vector<StackPart> parts, std::vector<StackColumn> columns)
{
    m_parts.clear();
    m_columns.clear();
    for (StackColumn& column : columns)
        m_columns.push_back({column.name, {}});
    QStringList words;
    std::vector<QStringList> cells{{QString()}};
    for (const StackColumn& column : columns)
        cells.front().append(column.name);
    for (size_t part = 0; part < parts.size(); ++part) {
        QStringList line{parts[part].name};
        qint64 total = 0;
        for (const StackColumn& column : columns) {
            const StackCell& cell = column.cells[part];
            total += cell.count;
            line.append(QString::number(cell.count));
            if (cell.count > 0)
                //: A state, an age, how many: "Underpaid, 1 h to 4 h: 12".
                words.append(
                    tr("%1, %2: %3")
                        .arg(parts[part].name, column.name, countText(cell.count, cell.more)));
        }
        cells.push_back(line);
        if (total == 0)
            continue;
        m_parts.push_back(parts[part]);
        for (size_t i = 0; i < columns.size(); ++i)
            m_columns[i].cells.push_back(columns[i].cells[part]);
    }
    setFigures(words.join(u'\n'), std::move(cells));
}

qreal StackChart::legendHeight() const
{
    const QFontMetricsF metrics(stackchart::font());
    qreal x = 0;
    int rows = 1;
    for (const StackPart& part : m_parts) {
        const qreal wide = metrics.horizontalAdvance(part.name) + stackchart::kShape + 5 + 16;
        if (x > 0 && x + wide > width()) {
            x = 0;
            ++rows;
        }
        x += wide;
    }
    return rows * stackchart::kLegendRow + 4;
}

QRectF StackChart::columnBox(size_t column) const
{
    const qreal step = width() / std::max<qreal>(1, qreal(m_columns.size()));
    const qreal wide = std::min(stackchart::kWidest, step * 0.56);
    const qreal top = legendHeight() + stackchart::kHead;
    return {
        step * qreal(column) + (step - wide) / 2, top, wide, height() - top - stackchart::kFoot};
}

qreal StackChart::unit() const
{
    qint64 most = 1;
    for (const StackColumn& column : m_columns)
        most = std::max(most, stackchart::totalOf(column));
    const qreal room = columnBox(0).height() - stackchart::kThinnest * qreal(m_parts.size());
    return std::max<qreal>(0, room) / qreal(most);
}

QRectF StackChart::segment(size_t column, size_t part) const
{
    const QRectF box = columnBox(column);
    const qreal one = unit();
    qreal bottom = box.bottom();
    for (size_t i = 0; i <= part; ++i) {
        const qint64 count = m_columns[column].cells[i].count;
        if (count == 0)
            continue;
        const qreal tall = qreal(count) * one + stackchart::kThinnest;
        if (i == part)
            return {box.left(), bottom - tall, box.width(), tall};
        bottom -= tall;
    }
    return {};
}

std::vector<ChartMark> StackChart::layOut() const
{
    std::vector<ChartMark> marks;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        for (size_t part = 0; part < m_parts.size(); ++part) {
            const StackCell& cell = m_columns[column].cells[part];
            if (cell.count == 0)
                continue;
            marks.push_back({segment(column, part),
                             tr("%1, %2: %3")
                                 .arg(m_parts[part].name,
                                      m_columns[column].name,
                                      countText(cell.count, cell.more)),
                             cell.target});
        }
    }
    return marks;
}

void StackChart::drawLegend(QPainter& painter) const
{
    const QFontMetricsF metrics(stackchart::font());
    qreal x = 0;
    qreal y = 0;
    for (const StackPart& part : m_parts) {
        const qreal text = metrics.horizontalAdvance(part.name);
        const qreal wide = text + stackchart::kShape + 5 + 16;
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += stackchart::kLegendRow;
        }
        const QRectF shape = mirrored({x,
                                       y + (stackchart::kLegendRow - stackchart::kShape) / 2,
                                       stackchart::kShape,
                                       stackchart::kShape});
        drawShape(painter, shape, part.look.shape, theme().tone(part.look.tone).line);
        painter.setPen(theme().muted);
        painter.drawText(
            mirrored({x + stackchart::kShape + 5, y, text + 8, stackchart::kLegendRow}),
            Qt::AlignVCenter | Qt::AlignLeft,
            part.name);
        x += wide;
    }
}

void StackChart::draw(QPainter& painter) const
{
    painter.setFont(stackchart::font());
    drawLegend(painter);
    const qreal base = height() - stackchart::kFoot;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        qreal top = base;
        for (size_t part = 0; part < m_parts.size(); ++part) {
            const QRectF box = segment(column, part);
            if (box.isEmpty())
                continue;
            top = std::min(top, box.top());
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().tone(m_parts[part].look.tone).line);
            // A hair of the ground between the parts.
            painter.drawRect(box.adjusted(0, box.height() > 3 ? 1 : 0.5, 0, 0));
        }
        const qreal step = width() / qreal(m_columns.size());
        const QRectF slot(step * qreal(column), 0, step, 0);
        const StackColumn& each = m_columns[column];
        const qint64 total = stackchart::totalOf(each);
        painter.setPen(theme().text);
        painter.setFont(mediumOf(stackchart::font()));
        if (total > 0)
            painter.drawText(QRectF(slot.left(), top - 20, step, 18),
                             Qt::AlignHCenter | Qt::AlignBottom,
                             countText(total, stackchart::isMore(each)));
        painter.setFont(stackchart::font());
        painter.setPen(theme().muted);
        painter.drawText(QRectF(slot.left(), base + 4, step, stackchart::kFoot - 4),
                         Qt::AlignHCenter | Qt::AlignVCenter,
                         each.name);
    }
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(0, base + 0.5), QPointF(width(), base + 0.5));
}

} // namespace tieout
