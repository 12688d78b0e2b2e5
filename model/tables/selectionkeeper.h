// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionKeeper: holds the selection of a view over a WindowedTable by id, so that it survives a
// refresh, a sort and a filter. GUI thread. An id that the list no longer shows leaves the
// selection; of the current one lost() tells. A range is kept as far as its rows are loaded, and of
// more than kMostKept ids those that stand around the current one: each is looked for in the list.
#pragma once

#include "model/tables/windowedtable.h"

#include <QItemSelectionModel>
#include <QPointer>

namespace tieout {

class SelectionKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostKept = 256; // beside the current one

    SelectionKeeper(WindowedTable& table, QItemSelectionModel& selection, QObject* parent);

    QString current() const { return m_current; }
    const QSet<QString>& selected() const { return m_selected; }
    // Selects the row of an id as soon as it is found.
    void select(const QString& id);

Q_SIGNALS:
    void currentChanged(const QString& id); // empty: nothing is current
    void restored(int row);                 // the current row stands here now
    void lost(const QString& id);

private:
    void takeSelection();
    QSet<QString> selectedBetween(int top, int bottom) const;
    void restore();
    void place(const QString& id, int row);

    WindowedTable& m_table;
    QPointer<QItemSelectionModel> m_selection;
    QString m_current;
    QSet<QString> m_selected;
    QSet<QString> m_pending;
    bool m_restoring = false;
};

} // namespace tieout
