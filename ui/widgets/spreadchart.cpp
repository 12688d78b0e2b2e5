// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spreadchart.h"

#include "model/tables/paymentstable.h"
#include "ui/theme/fonts.h"

#include <QPainter>

#include <array>

namespace tieout {

namespace spreadchart {

constexpr qreal kHead = 4;
constexpr qreal kRow = 66;
constexpr qreal kLabel = 30;
constexpr qreal kTick = 9;
constexpr std::array kPercents{"p50", "p95", "p99"};

} // namespace spreadchart

SpreadChart::SpreadChart(const Appearance& appearance, const QString& name, QWidget* parent)
    : Chart(appearance, name, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SpreadChart::setRows(std::vector<SpreadRow> rows)
{
    m_rows = std::move(rows);
    m_longest = Duration(1);
    QStringList words;
    std::vector<QStringList> cells{
        {tr("What"), tr("p50 (ms)"), tr("p95 (ms)"), tr("p99 (ms)"), tr("Of")}};
    for (const SpreadRow& row : m_rows) {
        m_longest = std::max(m_longest, row.p99);
        //: What is measured, three durations, then the window and the count.
        words.append(
            tr("%1: p50 %2, p95 %3, p99 %4; %5")
                .arg(row.name, ageText(row.p50), ageText(row.p95), ageText(row.p99), row.note));
        cells.push_back({row.name,
                         QString::number(row.p50.count()),
                         QString::number(row.p95.count()),
                         QString::number(row.p99.count()),
                         row.note});
    }
    setFigures(words.join(u'\n'), std::move(cells));
}

QSize SpreadChart::sizeHint() const
{
    const qreal rows = qreal(std::max<size_t>(1, m_rows.size()));
    return {420, int(spreadchart::kHead + spreadchart::kRow * rows)};
}

QSize SpreadChart::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

std::vector<ChartMark> SpreadChart::layOut() const
{
    std::vector<ChartMark> marks;
    qreal top = spreadchart::kHead;
    const QStringList words = accessibleDescription().split(u'\n');
    for (size_t i = 0; i < m_rows.size(); ++i) {
        marks.push_back(
            {QRectF(0, top, width(), spreadchart::kRow), words.value(qsizetype(i)), {}});
        top += spreadchart::kRow;
    }
    return marks;
}

void SpreadChart::drawRow(QPainter& painter, const SpreadRow& row, qreal top) const
{
    const std::array values{row.p50, row.p95, row.p99};
    const QFont bold = mediumOf(interfaceFont(9.5));
    const QFont small = interfaceFont(8.75);
    const qreal note = QFontMetricsF(small).horizontalAdvance(row.note) + 4;
    painter.setFont(bold);
    painter.setPen(theme().text);
    const QRectF name = mirrored({0, top, std::max<qreal>(60, width() - note - 8), 20});
    painter.drawText(name,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(row.name, Qt::ElideRight, name.width()));
    painter.setFont(small);
    painter.setPen(theme().muted);
    painter.drawText(
        mirrored({width() - note, top, note, 20}), Qt::AlignRight | Qt::AlignVCenter, row.note);
    const qreal wide = width() / qreal(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const qreal left = wide * qreal(i);
        painter.setFont(small);
        painter.setPen(theme().muted);
        painter.drawText(mirrored({left, top + 20, spreadchart::kLabel, 20}),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromLatin1(spreadchart::kPercents[i]));
        painter.setFont(bold);
        painter.setPen(theme().text);
        painter.drawText(
            mirrored({left + spreadchart::kLabel, top + 20, wide - spreadchart::kLabel, 20}),
            Qt::AlignLeft | Qt::AlignVCenter,
            ageText(values[i]));
    }
    const qreal y = top + 48.5;
    const auto x = [&](Duration at) {
        const qreal part = qreal(at.count()) / qreal(m_longest.count());
        return 4 + (width() - 8) * part;
    };
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(x(Duration(0)), y), QPointF(x(m_longest), y));
    const QColor ink = theme().tone(Tone::Progress).line;
    painter.setPen(QPen(ink, 1.5));
    painter.drawLine(QPointF(x(row.p50), y), QPointF(x(row.p99), y));
    for (const Duration at : {row.p95, row.p99})
        painter.drawLine(QPointF(x(at), y - spreadchart::kTick / 2),
                         QPointF(x(at), y + spreadchart::kTick / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(x(row.p50), y), 3.5, 3.5);
}

void SpreadChart::draw(QPainter& painter) const
{
    qreal top = spreadchart::kHead;
    for (const SpreadRow& row : m_rows) {
        drawRow(painter, row, top);
        top += spreadchart::kRow;
    }
}

} // namespace tieout
