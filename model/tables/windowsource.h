// SPDX-License-Identifier: GPL-3.0-or-later
// WindowSource: what a WindowedTable asks the database: pages, places and counts of one filter in
// one order. Immutable; every function runs on a store lane, on the lane's connection.
#pragma once

#include "model/store/database.h"
#include "model/tables/tablepage.h"

#include <QStringList>

namespace tieout {

class WindowSource
{
public:
    virtual ~WindowSource() = default;

    virtual Result<PagePtr>
    page(Database& db, const PageStart& start, qint64 skip, int limit) const = 0;
    // The rows of these ids (at most 500) in no order, whatever the filter.
    virtual Result<PagePtr> rows(Database& db, const QStringList& ids) const = 0;
    virtual Result<std::optional<PageKey>>
    placeBehind(Database& db, const PageStart& start, qint64 steps) const = 0;
    // Nothing when the filter doesn't show the row.
    virtual Result<std::optional<PageKey>> placeOf(Database& db, const QString& id) const = 0;
    // Rows from `start` up to but without `end`, counted no further than `limit`.
    virtual Result<qint64> count(Database& db,
                                 const PageStart& start,
                                 const std::optional<PageKey>& end,
                                 qint64 limit) const = 0;

    // Whether rows that are made later stand before all others, so that the rows on screen keep
    // their numbers.
    virtual bool newRowsComeFirst() const = 0;
    // Whether a row that changed still belongs where it stood. GUI thread.
    virtual bool
    staysPut(const TablePage& was, int wasIndex, const TablePage& is, int isIndex) const
    {
        return was.place(wasIndex) == is.place(isIndex);
    }
};

using SourcePtr = std::shared_ptr<const WindowSource>;

} // namespace tieout
