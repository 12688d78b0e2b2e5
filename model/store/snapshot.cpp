// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/snapshot.h"

#include <QSqlError>
#include <QSqlQuery>

namespace tieout {

Outcome Snapshot::begin()
{
    const QString statement =
        m_db.dialect() == Dialect::Sqlite
            ? QStringLiteral("BEGIN")
            : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    QSqlQuery query(m_db.sql());
    if (!query.exec(statement))
        return fail(sqlError(query.lastError(), statement));
    m_open = true;
    return Done;
}

Snapshot::~Snapshot()
{
    // Nothing was written; a lost connection has ended it by itself.
    if (m_open)
        (void)QSqlQuery(m_db.sql()).exec(QStringLiteral("ROLLBACK"));
}

} // namespace tieout
