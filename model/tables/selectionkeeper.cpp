// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/selectionkeeper.h"

#include <algorithm>

namespace tieout {

SelectionKeeper::SelectionKeeper(WindowedTable& table,
                                 QItemSelectionModel& selection,
                                 QObject* parent)
    : QObject(parent)
    , m_table(table)
    , m_selection(&selection)
{
    connect(&selection,
            &QItemSelectionModel::selectionChanged,
            this,
            [this](const QItemSelection& chosen) {
                // Whoever chooses a row doesn't wait for what was chosen before.
                if (!m_restoring && !chosen.isEmpty())
                    m_pending.clear();
                takeSelection();
            });
    connect(&selection, &QItemSelectionModel::currentChanged, this, [this] { takeSelection(); });
    connect(&table, &WindowedTable::modelAboutToBeReset, this, [this] { m_restoring = true; });
    connect(&table, &WindowedTable::refreshed, this, &SelectionKeeper::restore);
    connect(&table, &WindowedTable::located, this, &SelectionKeeper::place);
    // The row that was chosen while it was still on its way has an id now.
    connect(&table, &WindowedTable::dataChanged, this, [this] {
        if (m_current.isEmpty())
            takeSelection();
    });
}

void SelectionKeeper::select(const QString& id)
{
    m_selected = {id};
    m_pending = {id};
    // What was chosen before is no longer.
    if (m_selection)
        m_selection->clearSelection();
    if (m_current != id) {
        m_current = id;
        Q_EMIT currentChanged(id);
    }
    m_table.locate(id);
}

void SelectionKeeper::takeSelection()
{
    if (m_restoring || !m_selection || !m_pending.isEmpty())
        return;
    const QModelIndex index = m_selection->currentIndex();
    m_selected = selectedBetween(0, m_table.rowCount() - 1);
    if (m_selected.size() > kMostKept + 1) {
        const int middle = std::max(index.row(), 0);
        m_selected = selectedBetween(middle - kMostKept / 2, middle + kMostKept / 2);
    }
    const QString current = index.isValid() ? m_table.idAt(index.row()) : QString();
    if (current == m_current)
        return;
    m_current = current;
    Q_EMIT currentChanged(current);
}

QSet<QString> SelectionKeeper::selectedBetween(int top, int bottom) const
{
    QSet<QString> ids;
    for (const QItemSelectionRange& range : m_selection->selection()) {
        const int first = std::max(range.top(), top);
        const int last = std::min(range.bottom(), bottom);
        for (const QString& id : m_table.loadedIds(first, last))
            ids.insert(id);
    }
    return ids;
}

void SelectionKeeper::restore()
{
    m_restoring = false;
    if (!m_selection)
        return;
    m_pending = m_selected;
    if (!m_current.isEmpty())
        m_pending.insert(m_current);
    QStringList wanted = m_pending.values();
    wanted.removeOne(m_current);
    if (!m_current.isEmpty())
        wanted.append(m_current); // what is asked last is answered first
    for (const QString& id : wanted)
        m_table.locate(id);
}

void SelectionKeeper::place(const QString& id, int row)
{
    if (!m_selection || !m_pending.contains(id))
        return;
    if (row < 0) {
        m_pending.remove(id);
        m_selected.remove(id);
        if (id == m_current) {
            m_current.clear();
            Q_EMIT lost(id);
            Q_EMIT currentChanged({});
        }
        return;
    }
    const QModelIndex index = m_table.index(row, 0);
    m_restoring = true;
    if (m_selected.contains(id))
        m_selection->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (id == m_current)
        m_selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_restoring = false;
    m_pending.remove(id);
    if (id == m_current)
        Q_EMIT restored(row);
}

} // namespace tieout
