// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/environment.h"

#include "model/domain/ids.h"
#include "model/store/statement.h"

namespace tieout {

Result<EnvironmentRow> readEnvironment(Database& db)
{
    Statement s(db, u"SELECT name, database_id, created_at FROM environment WHERE id = 1");
    EnvironmentRow row;
    const bool found = s.next();
    if (found)
        row = {s.text(0), s.text(1), s.time(2)};
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (!found)
        return fail(ErrorCode::NotFound, u"environment_missing");
    return row;
}

Outcome ensureEnvironment(Database& db, const QString& name, UtcTime now)
{
    Statement s(db,
                u"INSERT INTO environment (id, name, database_id, created_at)"
                u" VALUES (1, :name, :id, :at) ON CONFLICT (id) DO NOTHING");
    s.bind(u":name", name).bind(u":id", makeUlid(now)).bind(u":at", now);
    if (auto done = s.exec(); !done)
        return done;
    return demandEnvironment(db, name);
}

Outcome demandEnvironment(Database& db, const QString& name)
{
    const auto row = readEnvironment(db);
    if (!row)
        return fail(row.error());
    if (row->name != name)
        return fail(
            ErrorCode::Conflict,
            u"environment_mismatch",
            QStringLiteral("the database is of %1, the program was told %2").arg(row->name, name));
    return Done;
}

} // namespace tieout
