// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/transfercases.h"

#include "model/store/statement.h"

namespace tieout {

Result<std::vector<CaseRow>> openCasesOfTransaction(Database& db, const Hash32& tx)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM exception_case c WHERE c.state = 'open'"
                               " AND c.tx = :tx AND c.payment_id IS NULL"
                               " ORDER BY c.opened_at, c.id")
                    .arg(caseColumns()));
    s.bind(u":tx", toBytes(tx));
    return casesFrom(s);
}

Result<std::vector<CaseRow>> openCasesOfWithdrawn(Database& db, qint64 rail, qint64 ancestor)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM exception_case c WHERE c.state = 'open'"
                               " AND c.tx IS NOT NULL"
                               " AND EXISTS (SELECT 1 FROM transfer t"
                               "  JOIN block b ON b.id = t.block_id WHERE t.tx = c.tx"
                               "  AND b.rail = :rail AND b.number > :ancestor)"
                               " AND NOT EXISTS (SELECT 1 FROM transfer t"
                               "  JOIN block b ON b.id = t.block_id WHERE t.tx = c.tx"
                               "  AND b.rail = :rail AND b.withdrawn_at IS NULL)"
                               " ORDER BY c.opened_at, c.id")
                    .arg(caseColumns()));
    s.bind(u":rail", rail).bind(u":ancestor", ancestor);
    return casesFrom(s);
}

Result<bool> caseAnswered(Database& db, const QString& subject, CaseCode code)
{
    Statement s(db,
                u"SELECT 1 FROM exception_case WHERE subject = :subject AND code = :code"
                u" AND state = 'resolved' AND resolved_by <> 'engine'");
    s.bind(u":subject", subject).bind(u":code", toText(code));
    const bool found = s.next();
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return found;
}

} // namespace tieout
