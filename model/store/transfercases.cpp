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
    std::vector<CaseRow> rows;
    while (s.next())
        rows.push_back(caseFrom(s, 0));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
