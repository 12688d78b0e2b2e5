// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/standby.h"

#include "model/store/statement.h"

#include <algorithm>

namespace tieout {

Result<std::optional<int>> enginesStandingBy(Database& db, bool isHeld)
{
    if (db.dialect() == Dialect::Sqlite)
        return std::optional<int>();
    Statement s(db,
                u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                u" AND application_name = :name");
    s.bind(u":name", kLeaseConnection.toString());
    int count = 0;
    if (s.next())
        count = static_cast<int>(s.integer(0));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return std::optional<int>(std::max(0, count - (isHeld ? 1 : 0)));
}

} // namespace tieout
