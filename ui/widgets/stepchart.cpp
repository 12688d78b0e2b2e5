// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepchart.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/numbertext.h"

#include <QPainter>

#include <algorithm>

namespace tieout {

namespace stepchart {

constexpr qreal kRow = 108;
constexpr qreal kTallest = 180;
constexpr qreal kName = 22;
constexpr qreal kCount = 18;
constexpr qreal kFoot = 20;
constexpr qreal kInset = 10;

QFont font()
{
    return interfaceFont(8.75);
}

QString stepsText(const StepBar& bar)
{
    return bar.from == bar.to ? groupedNumber(bar.from)
                              : groupedNumber(bar.from) + QChar(0x2013) + groupedNumber(bar.to);
}

} // namespace stepchart

StepChart::StepChart(const Appearance& appearance, const QString& name, QWidget* parent)
    : Chart(appearance, name, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void StepChart::setRows(std::vector<StepRow> rows)
{
    m_rows = std::move(rows);
    QStringList words;
    std::vector<QStringList> cells{{tr("Group"), tr("From step"), tr("To step"), tr("Count")}};
    for (const StepRow& row : m_rows) {
        for (const StepBar& bar : row.bars) {
            words.append(barWords(row, bar));
            cells.push_back({row.name,
                             QString::number(bar.from),
                             QString::number(bar.to),
                             QString::number(bar.count)});
        }
    }
    setFigures(words.join(u'\n'), std::move(cells));
}

QSize StepChart::sizeHint() const
{
    return {420, int(stepchart::kRow * qreal(std::max<size_t>(1, m_rows.size())))};
}

QSize StepChart::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

QString StepChart::barWords(const StepRow& row, const StepBar& bar) const
{
    const QString goal = row.goals.empty() ? QString() : groupedNumber(row.goals.back());
    const QString steps = stepchart::stepsText(bar);
    //: A rail, then how many confirmations out of how many: "base, 5 of 12 confirmations: 3".
    return goal.isEmpty()
               ? tr("%1, %2 confirmations: %3").arg(row.name, steps, groupedNumber(bar.count))
               : tr("%1, %2 of %3 confirmations: %4")
                     .arg(row.name, steps, goal, groupedNumber(bar.count));
}

qint64 StepChart::lastStep(const StepRow& row) const
{
    const qint64 goal = row.goals.empty() ? 1 : row.goals.back();
    return row.bars.empty() ? goal : std::max(goal, row.bars.back().to);
}

qreal StepChart::rowHeight() const
{
    const qreal share = height() / qreal(std::max<size_t>(1, m_rows.size()));
    return std::clamp(share, stepchart::kRow, stepchart::kTallest);
}

// The middle of a step; between 0 and the last one.
qreal StepChart::stepX(size_t row, qreal step) const
{
    const qreal slots = qreal(lastStep(m_rows[row]) + 1);
    return stepchart::kInset + (width() - 2 * stepchart::kInset) * (step + 0.5) / slots;
}

QRectF StepChart::barBox(size_t row, const StepBar& bar) const
{
    const StepRow& all = m_rows[row];
    qint64 most = 1;
    for (const StepBar& each : all.bars)
        most = std::max(most, each.count);
    const qreal top = rowHeight() * qreal(row) + stepchart::kName + stepchart::kCount;
    const qreal bottom = rowHeight() * qreal(row + 1) - stepchart::kFoot - 6;
    const qreal tall = std::max<qreal>(3, (bottom - top) * qreal(bar.count) / qreal(most));
    const qreal left = stepX(row, qreal(bar.from) - 0.5);
    const qreal right = stepX(row, qreal(bar.to) + 0.5);
    const qreal wide = std::clamp((right - left) * 0.62, 3.0, 22.0);
    const qreal middle = (left + right) / 2;
    return {middle - wide / 2, bottom - tall, wide, tall};
}

std::vector<ChartMark> StepChart::layOut() const
{
    std::vector<ChartMark> marks;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        for (const StepBar& bar : m_rows[row].bars)
            marks.push_back({barBox(row, bar), barWords(m_rows[row], bar), bar.target});
    }
    return marks;
}

void StepChart::drawGoals(QPainter& painter, size_t row) const
{
    const qreal top = rowHeight() * qreal(row) + stepchart::kName + 4;
    const qreal base = rowHeight() * qreal(row + 1) - stepchart::kFoot - 6;
    painter.setFont(stepchart::font());
    const auto label = [&](qreal step, const QString& text) {
        const qreal x = stepX(row, step);
        painter.drawText(
            QRectF(x - 40, base + 4, 80, stepchart::kFoot), Qt::AlignHCenter | Qt::AlignTop, text);
    };
    painter.setPen(theme().muted);
    label(0, groupedNumber(0));
    for (const int goal : m_rows[row].goals) {
        const qreal x = stepX(row, goal);
        painter.setPen(QPen(theme().tone(Tone::Good).line, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, top), QPointF(x, base));
        painter.setPen(theme().muted);
        label(goal, groupedNumber(goal));
    }
}

void StepChart::draw(QPainter& painter) const
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const StepRow& each = m_rows[row];
        const qreal top = rowHeight() * qreal(row);
        const qreal base = top + rowHeight() - stepchart::kFoot - 6;
        painter.setFont(mediumOf(interfaceFont(9.5)));
        painter.setPen(theme().text);
        const qreal name = QFontMetricsF(painter.font()).horizontalAdvance(each.name) + 8;
        painter.drawText(mirrored({0, top, name, stepchart::kName}),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         each.name);
        painter.setFont(stepchart::font());
        painter.setPen(theme().muted);
        painter.drawText(mirrored({name, top, width() - name, stepchart::kName}),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         each.note);
        drawGoals(painter, row);
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(0, base + 0.5), QPointF(width(), base + 0.5));
        for (const StepBar& bar : each.bars) {
            const QRectF box = barBox(row, bar);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().tone(Tone::Progress).line);
            painter.drawRect(box);
            painter.setPen(theme().text);
            painter.drawText(QRectF(box.center().x() - 30, box.top() - 18, 60, 17),
                             Qt::AlignHCenter | Qt::AlignBottom,
                             groupedNumber(bar.count));
        }
    }
}

} // namespace tieout
