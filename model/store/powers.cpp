// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/powers.h"

#include "model/store/statement.h"

namespace tieout {

QString Powers::classFor(QStringView kind, QStringView preferred) const
{
    const QStringList classes = classesOfKind.value(kind.toString());
    if (classes.isEmpty())
        return {};
    return classes.contains(preferred) ? preferred.toString() : classes.front();
}

bool Powers::may(QStringView kind, QStringView asClass) const
{
    return classesOfKind.value(kind.toString()).contains(asClass);
}

Result<Powers> readPowers(Database& db, const QString& account)
{
    // Held directly, as submit() demands it: no chain of logins.
    const QString held =
        db.dialect() == Dialect::PostgreSql
            ? QStringLiteral("SELECT 1 FROM environment e"
                             " JOIN pg_roles g ON g.rolname::text = 'tieout_' || e.name || '_' ||"
                             " c.class JOIN pg_auth_members m ON m.roleid = g.oid"
                             " JOIN pg_roles p ON p.oid = m.member"
                             " WHERE e.id = 1 AND p.rolname = session_user")
            : QStringLiteral("SELECT 1 FROM account_holds h"
                             " WHERE h.class = c.class AND h.name = :account");
    Statement read(db,
                   QStringLiteral("SELECT c.kind, c.class FROM command_class c"
                                  " WHERE c.may = 'submit' AND EXISTS (%1) ORDER BY c.class")
                       .arg(held));
    if (db.dialect() == Dialect::Sqlite)
        read.bind(u":account", account);
    Powers powers;
    while (read.next())
        powers.classesOfKind[read.text(0)].append(read.text(1));
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return powers;
}

} // namespace tieout
