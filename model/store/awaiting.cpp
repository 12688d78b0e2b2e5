// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/awaiting.h"

#include "model/store/bulkinsert.h"
#include "model/store/statement.h"

#include <algorithm>
#include <tuple>

namespace tieout {

namespace {

constexpr size_t kBulkFrom = 64; // below this a COPY costs more than it saves

// Of a batch of blocks that are new, so that only the batch itself can repeat a row.
Outcome copyAwaiting(Database& db, qint64 rail, std::vector<AwaitingRow> rows)
{
    const auto key = [](const AwaitingRow& r) { return std::tie(r.rule, r.number, r.payment); };
    std::sort(
        rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto end = std::unique(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        return !(key(a) < key(b)) && !(key(b) < key(a));
    });
    BulkInsert bulk(db, "awaiting", "rail, rule, number, payment_id");
    for (auto row = rows.begin(); row != end; ++row) {
        bulk.integer(rail).text(row->rule).integer(row->number).text(row->payment.text());
        bulk.endRow();
    }
    return bulk.end();
}

} // namespace

Outcome
addAwaiting(Database& db, qint64 rail, const std::vector<AwaitingRow>& rows, bool ofNewBlocks)
{
    if (ofNewBlocks && rows.size() >= kBulkFrom)
        return copyAwaiting(db, rail, rows);
    if (rows.empty())
        return Done;
    Statement s(db,
                u"INSERT INTO awaiting (rail, rule, number, payment_id)"
                u" VALUES (:rail, :rule, :number, :payment) ON CONFLICT DO NOTHING");
    for (const AwaitingRow& row : rows) {
        s.bind(u":rail", rail).bind(u":rule", row.rule).bind(u":number", row.number);
        s.bind(u":payment", row.payment);
        if (auto done = s.exec(); !done)
            return done;
    }
    return Done;
}

Result<std::vector<PaymentId>>
takeAwaiting(Database& db, qint64 rail, const QString& rule, qint64 mark, int limit)
{
    Statement s(db,
                u"DELETE FROM awaiting WHERE (rail, rule, number, payment_id) IN"
                u" (SELECT rail, rule, number, payment_id FROM awaiting WHERE rail = :rail"
                u" AND rule = :rule AND number <= :mark ORDER BY number LIMIT :limit)"
                u" RETURNING payment_id");
    s.bind(u":rail", rail).bind(u":rule", rule).bind(u":mark", mark).bind(u":limit", limit);
    std::vector<PaymentId> ids;
    while (s.next())
        ids.push_back(PaymentId::trusted(s.text(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return ids;
}

Outcome dropAwaitingAbove(Database& db, qint64 rail, qint64 ancestor)
{
    Statement s(db, u"DELETE FROM awaiting WHERE rail = :rail AND number > :ancestor");
    s.bind(u":rail", rail).bind(u":ancestor", ancestor);
    return s.exec();
}

Result<std::vector<QString>> awaitedRules(Database& db, qint64 rail)
{
    Statement s(db, u"SELECT DISTINCT rule FROM awaiting WHERE rail = :rail");
    s.bind(u":rail", rail);
    std::vector<QString> rules;
    while (s.next())
        rules.push_back(s.text(0));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rules;
}

} // namespace tieout
