// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/watchinputs.h"

#include "model/store/statement.h"

namespace tieout {

Result<QString> watchFingerprint(Database& db, qint64 rail)
{
    Statement s(db,
                u"SELECT (SELECT count(*) FROM corridor_version),"
                u" (SELECT count(*) FROM own_address WHERE rail = :rail),"
                u" (SELECT coalesce(max(added_at), 0) FROM own_address WHERE rail = :rail2),"
                u" (SELECT count(*) FROM token WHERE rail = :rail3 AND listed = :yes)");
    s.bind(u":rail", rail).bind(u":rail2", rail).bind(u":rail3", rail).bind(u":yes", true);
    QString print;
    if (s.next())
        print = QStringLiteral("%1/%2/%3/%4")
                    .arg(s.integer(0))
                    .arg(s.integer(1))
                    .arg(s.integer(2))
                    .arg(s.integer(3));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return print;
}

Result<std::vector<OpenSighting>> openSightingTimes(Database& db, qint64 rail, int limit)
{
    Statement s(db,
                u"SELECT tx, min(first_seen_at) AS seen FROM sighting"
                u" WHERE rail = :rail AND state = 'seen' GROUP BY tx ORDER BY seen LIMIT :limit");
    s.bind(u":rail", rail).bind(u":limit", limit);
    std::vector<OpenSighting> rows;
    while (s.next())
        rows.push_back({hash32(s.bytes(0)), s.time(1)});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Outcome pinGenesis(Database& db, qint64 rail, const QByteArray& genesis)
{
    Statement s(db, u"UPDATE rail SET genesis = :genesis WHERE id = :rail AND genesis IS NULL");
    s.bind(u":genesis", genesis).bind(u":rail", rail);
    return s.exec();
}

} // namespace tieout
