// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/savedviews.h"

#include "model/store/statement.h"

namespace tieout {

namespace {

Result<std::vector<SavedViewRow>> viewsOf(Statement& s)
{
    std::vector<SavedViewRow> rows;
    while (s.next()) {
        rows.push_back({s.text(0),
                        s.text(1),
                        s.text(2),
                        s.text(3),
                        s.text(4),
                        s.text(5),
                        s.time(6),
                        s.integer(7)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

// Looked up first: a failed insert would end the whole transaction on PostgreSQL.
Outcome demandFreeName(Database& db, const SavedViewRow& row)
{
    Statement s(db,
                u"SELECT 1 FROM saved_view WHERE owner = :owner AND page = :page AND name = :name"
                u" AND id <> :id");
    s.bind(u":owner", row.owner).bind(u":page", row.page).bind(u":name", row.name);
    s.bind(u":id", row.id);
    const bool taken = s.next();
    if (auto done = s.finish(); !done)
        return done;
    if (taken)
        return fail(ErrorCode::Conflict, u"view_name_taken", row.name);
    return Done;
}

Outcome oneViewChanged(Statement& s, const QString& id)
{
    if (auto done = s.exec(); !done)
        return done;
    if (s.rowsAffected() != 1)
        return fail(ErrorCode::Conflict, u"view_changed", id);
    return Done;
}

} // namespace

Result<std::optional<SavedViewRow>> findSavedView(Database& db, const QString& id)
{
    Statement s(db,
                u"SELECT id, owner, shared_with, page, name, body, updated_at, version"
                u" FROM saved_view WHERE id = :id");
    s.bind(u":id", id);
    const auto rows = viewsOf(s);
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? std::optional<SavedViewRow>() : rows->front();
}

Outcome insertSavedView(Database& db, const SavedViewRow& row)
{
    if (auto free = demandFreeName(db, row); !free)
        return free;
    Statement s(db,
                u"INSERT INTO saved_view (id, owner, shared_with, page, name, body, updated_at,"
                u" version) VALUES (:id, :owner, :shared, :page, :name, :body, :at, :version)");
    s.bind(u":id", row.id).bind(u":owner", row.owner).bind(u":shared", row.sharedWith);
    s.bind(u":page", row.page).bind(u":name", row.name).bind(u":body", row.body);
    s.bind(u":at", row.updatedAt).bind(u":version", row.version);
    return s.exec();
}

Outcome updateSavedView(Database& db, const SavedViewRow& row)
{
    if (auto free = demandFreeName(db, row); !free)
        return free;
    Statement s(db,
                u"UPDATE saved_view SET shared_with = :shared, page = :page, name = :name,"
                u" body = :body, updated_at = :at, version = version + 1"
                u" WHERE id = :id AND version = :version");
    s.bind(u":shared", row.sharedWith).bind(u":page", row.page).bind(u":name", row.name);
    s.bind(u":body", row.body).bind(u":at", row.updatedAt).bind(u":id", row.id);
    s.bind(u":version", row.version);
    return oneViewChanged(s, row.id);
}

Outcome deleteSavedView(Database& db, const QString& id, qint64 version)
{
    Statement s(db, u"DELETE FROM saved_view WHERE id = :id AND version = :version");
    s.bind(u":id", id).bind(u":version", version);
    return oneViewChanged(s, id);
}

Result<std::vector<SavedViewRow>> listSavedViews(Database& db,
                                                 const QString& page,
                                                 const QString& account,
                                                 const QStringList& classes)
{
    // Classes are few fixed words; as a delimited text they need one placeholder only.
    const QString held = u',' + classes.join(u',') + u',';
    Statement s(db,
                u"SELECT id, owner, shared_with, page, name, body, updated_at, version"
                u" FROM saved_view WHERE page = :page AND (owner = :owner"
                u" OR shared_with = 'everyone' OR (shared_with <> '' AND"
                u" :held LIKE '%,' || shared_with || ',%')) ORDER BY name, id");
    s.bind(u":page", page).bind(u":owner", account).bind(u":held", held);
    return viewsOf(s);
}

} // namespace tieout
