// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/entrylist.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/plaintip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace tieout {

EntryList::EntryList(const Appearance& appearance, bool threaded, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_threaded(threaded)
    , m_fonts{mediumOf(interfaceFont(9.75)), interfaceFont(9), monoFont(8.5)}
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void EntryList::setEntries(std::vector<Entry> entries)
{
    if (entries == m_entries)
        return;
    const QStringList thing = m_entries.empty() ? QStringList() : thingAt(m_current);
    m_entries = std::move(entries);
    m_layoutWidth = -1;
    keepCurrent(thing);
    m_hovered.reset();
    QStringList all;
    for (size_t i = 0; i < m_entries.size(); ++i)
        all.append(plainText(i));
    setAccessibleDescription(all.join(u'\n'));
    updateGeometry();
    update();
}

QString EntryList::plainText(size_t entry) const
{
    const Entry& e = m_entries.at(entry);
    QStringList parts{e.title};
    if (!e.right.isEmpty())
        parts.append(e.right);
    if (!e.source.isEmpty())
        parts.append(e.source);
    for (const EntryLine& line : e.lines)
        parts.append(line.text.contains(u'…') && !line.copy.isEmpty()
                         ? line.text + QStringLiteral(" = ") + line.copy
                         : line.text);
    if (e.undoes && *e.undoes < m_entries.size())
        //: An entry of a timeline that undoes another one, whose title is given.
        parts.append(tr("takes back: %1").arg(m_entries[*e.undoes].title));
    return parts.join(QStringLiteral(" · "));
}

const EntryLayout& EntryList::layOut() const
{
    if (m_layoutWidth != width()) {
        m_layoutWidth = width();
        m_layout = layOutEntries(m_entries, m_fonts, width(), layoutDirection() == Qt::RightToLeft);
    }
    return m_layout;
}

int EntryList::heightForWidth(int width) const
{
    return int(layOutEntries(m_entries, m_fonts, width, false).height);
}

QSize EntryList::sizeHint() const
{
    return {320, heightForWidth(std::max(width(), 200))};
}

QSize EntryList::minimumSizeHint() const
{
    return {200, 0};
}

std::vector<EntryList::Stop> EntryList::stops() const
{
    std::vector<Stop> all;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        all.push_back({i, -1});
        for (int line = 0; line < int(m_entries[i].lines.size()); ++line) {
            const EntryLine& each = m_entries[i].lines[size_t(line)];
            if (!each.copy.isEmpty() || !each.link.isEmpty())
                all.push_back({i, line});
        }
    }
    return all;
}

QStringList EntryList::thingAt(const Stop& stop) const
{
    if (const EntryLine* line = lineOf(stop))
        return {line->copy, line->link};
    QStringList copies;
    for (const EntryLine& line : m_entries[stop.entry].lines) {
        if (!line.copy.isEmpty())
            copies.append(line.copy);
    }
    return copies.isEmpty() ? QStringList(m_entries[stop.entry].title) : copies;
}

// At the same place rather than at another one; else at the first.
void EntryList::keepCurrent(const QStringList& thing)
{
    const auto all = stops();
    const auto isThere = [&](const Stop& stop) { return thingAt(stop) == thing; };
    if (std::find(all.begin(), all.end(), m_current) != all.end() && isThere(m_current))
        return;
    const auto found = std::find_if(all.begin(), all.end(), isThere);
    m_current = found == all.end() ? Stop() : *found;
}

const EntryLine* EntryList::lineOf(const Stop& stop) const
{
    return stop.line < 0 ? nullptr : &m_entries[stop.entry].lines[size_t(stop.line)];
}

QRectF EntryList::boxOf(const Stop& stop) const
{
    const EntryBox& entry = layOut().boxes[stop.entry];
    return stop.line < 0 ? entry.title.united(entry.right) : entry.lines[size_t(stop.line)].box;
}

std::optional<EntryList::Stop> EntryList::stopAt(const QPointF& place) const
{
    const auto& boxes = layOut().boxes;
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (place.y() < boxes[i].box.top() || place.y() >= boxes[i].box.bottom())
            continue;
        for (size_t line = 0; line < boxes[i].lines.size(); ++line) {
            const QRectF& box = boxes[i].lines[line].box;
            if (place.y() >= box.top() && place.y() < box.bottom())
                return Stop{i, int(line)};
        }
        return Stop{i, -1};
    }
    return std::nullopt;
}

QString EntryList::tipAt(const QPointF& place) const
{
    const auto stop = stopAt(place);
    if (!stop)
        return {};
    const Entry& entry = m_entries[stop->entry];
    const EntryBox& box = layOut().boxes[stop->entry];
    if (const EntryLine* line = lineOf(*stop)) {
        const EntryLineBox& at = box.lines[size_t(stop->line)];
        if (at.link.contains(place))
            return tr("Open %1").arg(line->link);
        if (at.copy.contains(place))
            return tr("Copy %1").arg(line->copy);
        return line->tip.isEmpty() ? line->copy : line->tip;
    }
    if (box.icon.contains(place))
        return entry.source;
    return box.right.contains(place) ? entry.tip : entry.title;
}

void EntryList::copy(const Stop& stop)
{
    const EntryLine* line = lineOf(stop);
    QGuiApplication::clipboard()->setText(line && !line->copy.isEmpty() ? line->copy
                                                                        : plainText(stop.entry));
    QToolTip::showText(
        mapToGlobal(boxOf(stop).bottomLeft().toPoint()), tr("Copied"), this, {}, 1'200);
}

void EntryList::open(const Stop& stop)
{
    const auto& lines = m_entries[stop.entry].lines;
    const EntryLine* line = lineOf(stop);
    // From the head, the first link of its lines.
    for (size_t i = 0; !line && i < lines.size(); ++i) {
        if (!lines[i].link.isEmpty())
            line = &lines[i];
    }
    if (line && !line->link.isEmpty())
        Q_EMIT linkActivated(line->link);
}

void EntryList::moveBy(int steps)
{
    const auto all = stops();
    const auto here = std::find(all.begin(), all.end(), m_current) - all.begin();
    const auto next = std::clamp<qsizetype>(here + steps, 0, qsizetype(all.size()) - 1);
    m_current = all[size_t(next)];
    update();
    Q_EMIT stoppedAt(boxOf(m_current).toAlignedRect());
}

bool EntryList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(tip), this);
    return true;
}

void EntryList::keyPressEvent(QKeyEvent* event)
{
    if (m_entries.empty())
        return QWidget::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy))
        copy(m_current);
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        moveBy(event->key() == Qt::Key_Down ? 1 : -1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(m_current);
    else
        QWidget::keyPressEvent(event);
}

void EntryList::mousePressEvent(QMouseEvent* event)
{
    const auto stop = stopAt(event->position());
    if (!stop || event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    const auto all = stops();
    m_current =
        std::find(all.begin(), all.end(), *stop) == all.end() ? Stop{stop->entry, -1} : *stop;
    if (stop->line >= 0) {
        const EntryLineBox& box = layOut().boxes[stop->entry].lines[size_t(stop->line)];
        if (box.copy.contains(event->position()))
            copy(*stop);
        else if (box.link.contains(event->position()))
            open(*stop);
    }
    update();
}

void EntryList::mouseMoveEvent(QMouseEvent* event)
{
    const auto stop = stopAt(event->position());
    bool onHandle = false;
    if (stop && stop->line >= 0) {
        const EntryLineBox& box = layOut().boxes[stop->entry].lines[size_t(stop->line)];
        onHandle = box.copy.contains(event->position()) || box.link.contains(event->position());
    }
    setCursor(onHandle ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (stop == m_hovered)
        return;
    m_hovered = stop;
    update();
}

void EntryList::leaveEvent(QEvent* event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void EntryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        m_layoutWidth = -1;
    QWidget::changeEvent(event);
}

} // namespace tieout
