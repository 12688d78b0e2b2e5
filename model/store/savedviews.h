// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and columns that a person saved for a page, for himself or shared with a class or
// everyone. Writes inside the caller's transaction, on the thread of the Database.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tieout {

struct SavedViewRow
{
    QString id; // "view_" and a ULID
    QString owner;
    QString sharedWith; // empty: nobody; a class; or "everyone"
    QString page;
    QString name;
    QString body; // JSON
    UtcTime updatedAt;
    qint64 version = 1;
};

Result<std::optional<SavedViewRow>> findSavedView(Database& db, const QString& id);
// Conflict (view_name_taken) when the owner has one of that name on the page.
Outcome insertSavedView(Database& db, const SavedViewRow& row);
// Writes all but the owner; the version goes up by one from `row.version`, else Conflict
// (view_changed). view_name_taken as above.
Outcome updateSavedView(Database& db, const SavedViewRow& row);
Outcome deleteSavedView(Database& db, const QString& id, qint64 version);
// What this person sees on a page: his own, and those shared with one of his classes or everyone.
Result<std::vector<SavedViewRow>> listSavedViews(Database& db,
                                                 const QString& page,
                                                 const QString& account,
                                                 const QStringList& classes);

} // namespace tieout
