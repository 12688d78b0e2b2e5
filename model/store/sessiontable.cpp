// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sessiontable.h"

#include "model/store/bulkinsert.h"
#include "model/store/statement.h"

#include <QSet>

namespace tieout {

Outcome sessionTable(Database& db, QStringView name, QStringView columns)
{
    if (db.dialect() == Dialect::PostgreSql) {
        Statement ask(db, u"SELECT session_table(:name)");
        ask.bind(u":name", name.toString());
        ask.next();
        return ask.finish();
    }
    Statement make(db,
                   QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS %1 (%2)").arg(name, columns));
    if (auto done = make.exec(); !done)
        return done;
    Statement clear(db, QStringLiteral("DELETE FROM %1").arg(name));
    return clear.exec();
}

Outcome wantPayments(Database& db, const std::vector<PaymentId>& ids)
{
    if (auto done = sessionTable(db, u"wanted_payment", u"payment_id text PRIMARY KEY"); !done)
        return done;
    QSet<QString> seen;
    BulkInsert bulk(db, "wanted_payment", "payment_id");
    for (const PaymentId& id : ids) {
        if (seen.contains(id.text()))
            continue;
        seen.insert(id.text());
        bulk.text(id.text()).endRow();
    }
    return bulk.end();
}

} // namespace tieout
