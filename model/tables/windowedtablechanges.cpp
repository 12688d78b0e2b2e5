// SPDX-License-Identifier: GPL-3.0-or-later
// The half of WindowedTable that follows the change feed and finds rows by id.
#include "model/tables/windowedtable.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tieout {

namespace windowedtable {

constexpr int kMaxIds = 500;

} // namespace windowedtable

void WindowedTable::noteChanged(const QStringList& ids)
{
    for (const QString& id : ids)
        m_changed.insert(id);
    if (!m_changed.isEmpty() && !m_changeTimer.isActive())
        m_changeTimer.start();
}

void WindowedTable::noteManyChanged()
{
    m_manyChanged = true;
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

void WindowedTable::flushChanges()
{
    if (m_state == State::Loading) {
        m_changeTimer.start();
        return;
    }
    if (m_state == State::Failed)
        return; // the whole list is going to be read anew
    if (!m_first) {
        // Nothing is on screen that could jump.
        m_changed.clear();
        m_manyChanged = false;
        refresh();
        return;
    }
    QStringList here;
    for (auto it = m_pages.cbegin(); it != m_pages.cend() && !m_manyChanged; ++it) {
        for (int i = 0; i < it->page->size(); ++i) {
            if (const QString id = it->page->id(i); m_changed.contains(id))
                here.append(id);
        }
    }
    const bool elsewhere = m_manyChanged || here.size() < m_changed.size();
    const bool many = m_manyChanged || here.size() > windowedtable::kMaxIds;
    m_changed.clear();
    m_manyChanged = false;
    if (many)
        outdateAll();
    else if (!here.isEmpty())
        rereadLoaded(here);
    // Ids that aren't here may stand anywhere in such an order; "many" alone doesn't say so.
    if (m_source->newRowsComeFirst()) {
        if (elsewhere)
            countNew();
    } else if (elsewhere && !many) {
        noteReordered();
    }
}

void WindowedTable::outdateAll()
{
    for (LoadedPage& page : m_pages)
        page.outdated = true;
    Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void WindowedTable::rereadLoaded(const QStringList& ids)
{
    ask(
        AsyncStore::Lane::Page,
        [source = m_source, ids](Database& db) { return source->rows(db, ids); },
        [this, ids](const Result<PagePtr>& answer) {
            if (answer)
                return showReread(*answer);
            noteChanged(ids);
            Q_EMIT failed(answer.error());
        });
}

void WindowedTable::showReread(const PagePtr& fresh)
{
    QHash<QString, int> rows;
    for (int i = 0; i < fresh->size(); ++i)
        rows.insert(fresh->id(i), i);
    int first = m_rows;
    int last = -1;
    bool moved = false;
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
        std::vector<std::pair<int, int>> replaced;
        for (int i = 0; i < it->page->size(); ++i) {
            const auto found = rows.constFind(it->page->id(i));
            if (found == rows.constEnd())
                continue;
            replaced.emplace_back(i, *found);
            moved |= !m_source->staysPut(*it->page, i, *fresh, *found);
            first = std::min(first, it.key() * kPageRows + i);
            last = std::max(last, it.key() * kPageRows + i);
        }
        if (!replaced.empty())
            it->page = it->page->with(*fresh, replaced);
    }
    last = std::min(last, m_rows - 1);
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    if (moved)
        noteReordered();
}

void WindowedTable::noteReordered()
{
    if (m_reordered)
        return;
    m_reordered = true;
    Q_EMIT announced(m_newRows, m_reordered);
}

void WindowedTable::countNew()
{
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    PageKey end;
    qint64 known = 0;
    if (const auto top = m_pages.constFind(0); top != m_pages.constEnd()) {
        known = top->page->size() - 1;
        end = top->page->place(int(known));
    }
    ask(
        AsyncStore::Lane::Scan,
        [source = m_source, first = *m_first, end, known](Database& db) -> Result<NewRows> {
            const auto before = source->count(db, {}, first, kBoundedCount);
            if (!before)
                return tieout::fail(before.error());
            if (known == 0)
                return NewRows{*before, false};
            const auto between = source->count(db, PageStart::at(first), end, known + 1);
            if (!between)
                return tieout::fail(between.error());
            return NewRows{*before, *between > known};
        },
        [this](const Result<NewRows>& answer) {
            m_counting = false;
            if (!answer) {
                m_countAgain = true;
                retryLater();
                Q_EMIT failed(answer.error());
                return;
            }
            showNew(*answer);
            if (std::exchange(m_countAgain, false))
                countNew();
        });
}

void WindowedTable::showNew(const NewRows& rows)
{
    if (rows.before != m_newRows) {
        m_newRows = rows.before;
        Q_EMIT announced(m_newRows, m_reordered);
    }
    if (rows.between)
        noteReordered();
}

void WindowedTable::locate(const QString& id)
{
    if (const int row = loadedRowOf(id); row >= 0) {
        Q_EMIT located(id, row);
        return;
    }
    if (!m_behind.contains(id)) {
        m_unlocated.removeOne(id);
        m_unlocated.append(id);
    }
    locateNext();
}

// One at a time: what waits profits from the anchors that were read meanwhile, and others get
// their turn on the lane.
void WindowedTable::locateNext()
{
    if (m_locating || m_unlocated.isEmpty() || m_state != State::Ready)
        return;
    const QString id = m_unlocated.back();
    if (!m_first)
        return showLocated(id, -1, m_rows);
    m_locating = true;
    const qint64 known = m_anchored ? std::numeric_limits<qint64>::max() : m_rows;
    ask(
        AsyncStore::Lane::Scan,
        [source = m_source, anchors = m_anchors, known, id](Database& db) {
            return findRow(db, source, anchors, known, id);
        },
        [this, known, id](const Result<qint64>& answer) {
            m_locating = false;
            if (answer)
                return showLocated(id, *answer, known);
            m_unlocated.removeOne(id);
            m_unlocated.prepend(id);
            retryLater();
            Q_EMIT failed(answer.error());
        });
}

void WindowedTable::showLocated(const QString& id, qint64 row, qint64 known)
{
    m_unlocated.removeOne(id);
    if (row < known)
        Q_EMIT located(id, row < m_rows ? int(row) : -1);
    else if (m_anchored || m_rows > known) // more of them are known by now
        m_unlocated.append(id);
    else
        m_behind.prepend(id);
    locateNext();
}

// The database compares, not this program: their orders of text may differ.
Result<qint64> WindowedTable::findRow(Database& db,
                                      const SourcePtr& source,
                                      const std::vector<PageKey>& anchors,
                                      qint64 known,
                                      const QString& id)
{
    const auto place = source->placeOf(db, id);
    if (!place)
        return tieout::fail(place.error());
    if (!*place)
        return -1;
    const PageKey key = **place;
    if (key == anchors.front())
        return 0;
    size_t low = 0; // the last anchor known to stand before the row
    size_t high = anchors.size();
    bool behindFirst = false;
    for (size_t probe = 0; low + 1 < high || !behindFirst;) {
        const auto before = source->count(db, PageStart::at(anchors[probe]), key, 1);
        if (!before)
            return tieout::fail(before.error());
        const bool reached = *before > 0 || anchors[probe] == key;
        if (probe == 0 && !reached)
            return -1; // made since the last refresh
        behindFirst = true;
        (reached ? low : high) = probe;
        probe = (low + high) / 2;
        if (probe == low)
            break;
    }
    const qint64 before = qint64(low) * kAnchorRows;
    if (before >= known)
        return known;
    const auto inside = source->count(db, PageStart::at(anchors[low]), key, known - before);
    if (!inside)
        return tieout::fail(inside.error());
    return before + *inside;
}

} // namespace tieout
