// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sandboxactions.h"

#include "model/store/statement.h"

namespace tieout {

Result<qint64> insertSandboxAction(Database& db, qint64 rail, UtcTime at, const QString& body)
{
    // Two rails may write at once: the later one meets the earlier one's number and counts on.
    constexpr int kTries = 8;
    for (int i = 0; i < kTries; ++i) {
        Statement s(db,
                    u"INSERT INTO sandbox_action (seq, rail, at, body)"
                    u" SELECT coalesce(max(seq), 0) + 1, :rail, :at, :body FROM sandbox_action"
                    u" WHERE true ON CONFLICT (seq) DO NOTHING RETURNING seq");
        s.bind(u":rail", rail).bind(u":at", at).bind(u":body", body);
        const qint64 seq = s.next() ? s.integer(0) : 0;
        if (auto done = s.finish(); !done)
            return fail(done.error());
        if (seq > 0)
            return seq;
    }
    return fail(ErrorCode::Unavailable, u"sandbox_busy");
}

Outcome moveSandboxAction(Database& db, qint64 seq, UtcTime at, const QString& body)
{
    Statement s(db, u"UPDATE sandbox_action SET at = :at, body = :body WHERE seq = :seq");
    s.bind(u":at", at).bind(u":body", body).bind(u":seq", seq);
    return s.exec();
}

Outcome deleteSandboxAction(Database& db, qint64 seq)
{
    Statement s(db, u"DELETE FROM sandbox_action WHERE seq = :seq");
    s.bind(u":seq", seq);
    return s.exec();
}

Result<std::vector<SandboxActionRow>> readSandboxActions(Database& db, qint64 rail, qint64 after)
{
    Statement s(db,
                u"SELECT seq, rail, at, body FROM sandbox_action"
                u" WHERE rail = :rail AND seq > :after ORDER BY seq");
    s.bind(u":rail", rail).bind(u":after", after);
    std::vector<SandboxActionRow> rows;
    while (s.next())
        rows.push_back({s.integer(0), s.integer(1), s.time(2), s.text(3)});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
