// SPDX-License-Identifier: GPL-3.0-or-later
// How an EntryList looks.
#include "ui/theme/icons.h"
#include "ui/widgets/entrylist.h"
#include "ui/widgets/numbertext.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextOption>

#include <algorithm>

namespace tieout {

namespace entrypainting {

// From the node of what takes back, along its column, to an arrow at what was taken back.
void drawBracket(QPainter& painter, const QPointF& from, const QPointF& to, qreal x, qreal toward)
{
    constexpr qreal kRound = 5;
    QPainterPath path(from);
    path.lineTo(x + toward * kRound, from.y());
    path.quadTo(x, from.y(), x, from.y() + kRound);
    path.lineTo(x, to.y() - kRound);
    path.quadTo(x, to.y(), x + toward * kRound, to.y());
    path.lineTo(to);
    painter.drawPath(path);
    painter.drawPolyline(
        QPolygonF{to + QPointF(-toward * 3, -3), to, to + QPointF(-toward * 3, 3)});
}

// One line at an edge of its box. Amounts, ids and times read from the left in every language.
void drawWords(QPainter& painter, const QRectF& box, Qt::Alignment edge, const QString& text)
{
    const Qt::LayoutDirection layout = painter.layoutDirection();
    const Qt::Alignment side = QStyle::visualAlignment(layout, edge);
    QTextOption option(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    option.setTextDirection(hasLettersToTheLeft(text) ? layout : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    painter.drawText(box, text, option);
}

} // namespace entrypainting

bool EntryList::isUndone(size_t entry) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& each) {
        return each.undoes == entry;
    });
}

void EntryList::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!layOut().boxes[i].box.intersects(event->rect()))
            continue;
        if (m_threaded && i + 1 < m_entries.size())
            paintThread(painter, i);
        paintEntry(painter, i);
    }
    paintBrackets(painter);
    if (!hasFocus() || m_entries.empty())
        return;
    painter.setPen(QPen(m_appearance.theme().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(boxOf(m_current).adjusted(-3.5, 0.5, 3.5, -0.5), 4, 4);
}

void EntryList::paintThread(QPainter& painter, size_t entry) const
{
    const auto& boxes = layOut().boxes;
    const QRectF& node = boxes[entry].node;
    painter.setPen(QPen(m_appearance.theme().line, 1.5));
    painter.drawLine(QPointF(node.center().x(), node.bottom() + 3),
                     QPointF(node.center().x(), boxes[entry + 1].node.top() - 3));
}

void EntryList::paintBrackets(QPainter& painter) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal toward = mirrored ? -1 : 1;
    for (const EntryBracket& each : layOut().brackets) {
        const QRectF& from = m_layout.boxes[each.from].node;
        const QRectF& to = m_layout.boxes[each.to].node;
        // A column's brackets that touch leave and meet their common node side by side.
        const qreal edge = mirrored ? from.right() + 2 : from.left() - 2;
        painter.setPen(QPen(m_appearance.theme().tone(m_entries[each.from].look.tone).line, 1.4));
        painter.setBrush(Qt::NoBrush);
        entrypainting::drawBracket(painter,
                                   {edge, from.center().y() + 2},
                                   {edge, to.center().y() - 2},
                                   bracketX(m_layout, each.lane, width(), mirrored),
                                   toward);
    }
}

void EntryList::paintEntry(QPainter& painter, size_t index) const
{
    const Theme& theme = m_appearance.theme();
    const Entry& entry = m_entries[index];
    const EntryBox& box = layOut().boxes[index];
    const bool faded = entry.struck || isUndone(index);
    drawShape(painter, box.node, entry.look.shape, theme.tone(entry.look.tone).line);
    if (!entry.icon.isEmpty())
        paintIcon(painter, entry.icon, box.icon);
    painter.setPen(theme.muted);
    painter.setFont(m_fonts.small);
    entrypainting::drawWords(painter, box.right, Qt::AlignTrailing, entry.right);
    QFont title = m_fonts.title;
    title.setStrikeOut(entry.struck);
    painter.setFont(title);
    painter.setPen(faded ? theme.muted : theme.text);
    entrypainting::drawWords(
        painter,
        box.title,
        Qt::AlignLeading,
        QFontMetricsF(title).elidedText(entry.title, Qt::ElideRight, box.title.width()));
    for (int line = 0; line < int(entry.lines.size()); ++line)
        paintLine(painter, {index, line});
}

void EntryList::paintLine(QPainter& painter, const Stop& stop) const
{
    const EntryLine& line = *lineOf(stop);
    const EntryLineBox& box = m_layout.boxes[stop.entry].lines[size_t(stop.line)];
    painter.setFont(m_fonts.of(line));
    painter.setPen(m_appearance.theme().muted);
    // What somebody wrote in another script keeps its own direction, where lines begin.
    QTextOption option(Qt::AlignTop | Qt::AlignAbsolute |
                       QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading));
    option.setTextDirection(hasLettersToTheLeft(line.text) ? layoutDirection() : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // as it is laid out
    painter.drawText(box.text, box.shown, option);
    const auto handle = [&](const QString& name, const QRectF& place) {
        paintIcon(painter, name, QRectF(place.center() - QPointF(6.5, 6.5), QSizeF(13, 13)));
    };
    if (!line.link.isEmpty())
        handle(QStringLiteral("external"), box.link);
    const bool wanted = m_hovered == stop || (hasFocus() && m_current == stop);
    if (!line.copy.isEmpty() && wanted)
        handle(QStringLiteral("copy"), box.copy);
}

void EntryList::paintIcon(QPainter& painter, const QString& name, const QRectF& box) const
{
    QIcon& icon = m_icons[name];
    if (icon.isNull())
        icon = lineIcon(name);
    // The palette's colour for what is disabled is the muted one.
    icon.paint(&painter, box.toRect(), Qt::AlignCenter, QIcon::Disabled);
}

} // namespace tieout
