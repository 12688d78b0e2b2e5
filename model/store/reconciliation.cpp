// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/reconciliation.h"

#include "model/store/statement.h"

#include <map>
#include <tuple>

namespace tieout {

namespace {

using TokenKey = std::pair<QString, qint64>; // rail and token row

// Credits to our own receiving addresses from outside, that no payment is linked with.
constexpr char16_t kUnmatched[] =
    u" FROM transfer t JOIN block b ON b.id = t.block_id JOIN rail r ON r.id = b.rail"
    u" JOIN token k ON k.id = t.token_id"
    u" LEFT JOIN transfer_raw w ON w.block_id = t.block_id AND w.log_index = t.log_index"
    u" WHERE b.withdrawn_at IS NULL AND b.time >= :since"
    u" AND (t.amount > :zero OR w.block_id IS NOT NULL)"
    u" AND (EXISTS (SELECT 1 FROM deposit_address d WHERE d.account = t.to_account)"
    u"  OR EXISTS (SELECT 1 FROM own_address o WHERE o.rail = b.rail AND o.account = t.to_account"
    u"   AND o.kind = 'shared'))"
    u" AND NOT EXISTS (SELECT 1 FROM own_address o WHERE o.rail = b.rail"
    u"  AND o.account = t.from_account)"
    u" AND NOT EXISTS (SELECT 1 FROM deposit_address d WHERE d.account = t.from_account)"
    u" AND NOT EXISTS (SELECT 1 FROM transfer_payment p WHERE p.rail = b.rail AND p.tx = t.tx"
    u"  AND p.account = t.to_account AND p.reference = coalesce(t.reference, ''))";

// Whether the last word about a link `l` is that its money is not for the payment. Of two at the
// same moment the careful one holds.
constexpr char16_t kDeclined[] =
    u"EXISTS (SELECT 1 FROM decision d WHERE d.payment_id = l.payment_id AND d.tx = l.tx"
    u" AND d.binding_id = l.binding_id AND d.kind = 'decline' AND NOT EXISTS"
    u" (SELECT 1 FROM decision e WHERE e.payment_id = d.payment_id AND e.tx = d.tx"
    u"  AND e.binding_id = d.binding_id AND e.kind = 'count' AND e.decided_at > d.decided_at))";

ReconciledToken& tokenOf(std::map<TokenKey, ReconciledToken>& all, const Statement& s)
{
    ReconciledToken& token = all[{s.text(0), s.integer(1)}];
    if (token.rail.isEmpty()) {
        token.rail = s.text(0);
        token.symbol = s.text(2);
        token.decimals = s.isNull(3) ? 0 : static_cast<int>(s.integer(3));
        token.linked = token.declined = token.unmatched = token.received =
            Amount(0, token.decimals);
    }
    return token;
}

Outcome addLinked(Database& db, UtcTime since, std::map<TokenKey, ReconciledToken>& all)
{
    Statement s(
        db,
        QStringLiteral("SELECT r.name, k.id, k.symbol, k.decimals, count(*), amount_sum(t.amount),"
                       " %1 AS declined"
                       " FROM transfer_payment l JOIN payment p ON p.id = l.payment_id"
                       " JOIN transfer t ON t.tx = l.tx AND t.to_account = l.account"
                       "  AND coalesce(t.reference, '') = l.reference AND t.token_id = p.token_id"
                       " JOIN block b ON b.id = t.block_id AND b.rail = l.rail"
                       " JOIN rail r ON r.id = b.rail JOIN token k ON k.id = t.token_id"
                       " WHERE b.withdrawn_at IS NULL AND b.time >= :since"
                       " GROUP BY r.name, k.id, k.symbol, k.decimals, declined")
            .arg(QStringView(kDeclined)));
    s.bind(u":since", since);
    while (s.next()) {
        ReconciledToken& token = tokenOf(all, s);
        const bool declined = s.boolean(6);
        (declined ? token.declinedCount : token.linkedCount) = s.integer(4);
        (declined ? token.declined : token.linked) = s.amount(5, token.decimals);
    }
    return s.finish();
}

Outcome addUnmatched(Database& db, UtcTime since, std::map<TokenKey, ReconciledToken>& all)
{
    Statement s(db,
                QStringLiteral("SELECT r.name, k.id, k.symbol, k.decimals, count(*),"
                               " amount_sum(t.amount)%1"
                               " GROUP BY r.name, k.id, k.symbol, k.decimals")
                    .arg(QStringView(kUnmatched)));
    s.bind(u":since", since).bind(u":zero", Amount(0, 0));
    while (s.next()) {
        ReconciledToken& token = tokenOf(all, s);
        token.unmatchedCount = s.integer(4);
        token.unmatched = s.amount(5, token.decimals);
    }
    return s.finish();
}

Outcome addReceived(Database& db, UtcTime since, std::map<TokenKey, ReconciledToken>& all)
{
    Statement s(db,
                u"SELECT r.name, k.id, k.symbol, k.decimals, count(*), amount_sum(p.received)"
                u" FROM payment p JOIN rail r ON r.id = p.rail JOIN token k ON k.id = p.token_id"
                u" WHERE p.created_at >= :since GROUP BY r.name, k.id, k.symbol, k.decimals");
    s.bind(u":since", since);
    while (s.next()) {
        ReconciledToken& token = tokenOf(all, s);
        token.payments = s.integer(4);
        token.received = s.amount(5, token.decimals);
    }
    return s.finish();
}

} // namespace

Result<std::vector<ReconciledToken>> reconcileTokens(Database& db, UtcTime since)
{
    std::map<TokenKey, ReconciledToken> all;
    for (auto add : {addLinked, addUnmatched, addReceived}) {
        if (auto done = add(db, since, all); !done)
            return fail(done.error());
    }
    std::vector<ReconciledToken> rows;
    for (auto& [key, token] : all)
        rows.push_back(std::move(token));
    return rows;
}

Result<std::vector<UnmatchedMoney>> unmatchedMoney(Database& db, UtcTime since, int limit)
{
    Statement s(
        db,
        QStringLiteral("SELECT r.name, b.number, t.tx, t.log_index, t.to_account, k.symbol,"
                       " k.decimals, t.amount, coalesce(t.reference, ''),"
                       " EXISTS (SELECT 1 FROM exception_case c WHERE c.tx = t.tx) AS told%1"
                       " ORDER BY told, b.number, t.log_index LIMIT :limit")
            .arg(QStringView(kUnmatched)));
    s.bind(u":since", since).bind(u":zero", Amount(0, 0)).bind(u":limit", limit);
    std::vector<UnmatchedMoney> rows;
    while (s.next()) {
        UnmatchedMoney row;
        row.rail = s.text(0);
        row.block = s.integer(1);
        row.tx = hash32(s.bytes(2));
        row.logIndex = static_cast<qint32>(s.integer(3));
        row.to = s.bytes(4);
        row.symbol = s.text(5);
        row.amount = s.amount(7, s.isNull(6) ? 0 : static_cast<int>(s.integer(6)));
        row.reference = s.text(8);
        row.hasCase = s.boolean(9);
        rows.push_back(std::move(row));
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<std::vector<UncoveredPayment>> uncoveredPayments(Database& db, UtcTime since, int limit)
{
    Statement s(
        db,
        QStringLiteral("SELECT p.id, p.symbol, p.status, p.decimals, p.received,"
                       " (SELECT amount_sum(t.amount) FROM transfer_payment l"
                       "  JOIN transfer t ON t.tx = l.tx AND t.to_account = l.account"
                       "   AND coalesce(t.reference, '') = l.reference AND t.token_id = p.token_id"
                       "  JOIN block b ON b.id = t.block_id AND b.rail = l.rail"
                       "  WHERE l.payment_id = p.id AND b.withdrawn_at IS NULL AND NOT %1)"
                       " FROM payment p WHERE p.updated_at >= :since AND p.received <> :zero"
                       " ORDER BY p.id")
            .arg(QStringView(kDeclined)));
    s.bind(u":since", since).bind(u":zero", Amount(0, 0));
    std::vector<UncoveredPayment> rows;
    while (s.next() && static_cast<int>(rows.size()) < limit) {
        const int decimals = static_cast<int>(s.integer(3));
        UncoveredPayment row;
        row.payment = PaymentId::trusted(s.text(0));
        row.symbol = s.text(1);
        row.status = s.text(2);
        row.says = s.amount(4, decimals);
        row.linked = s.optionalAmount(5, decimals).value_or(Amount(0, decimals));
        if (row.says > row.linked)
            rows.push_back(std::move(row));
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<std::vector<StatusCount>> paymentsByStatus(Database& db, UtcTime since)
{
    Statement s(db,
                u"SELECT status, count(*) FROM payment WHERE created_at >= :since"
                u" GROUP BY status ORDER BY status");
    s.bind(u":since", since);
    std::vector<StatusCount> rows;
    while (s.next())
        rows.push_back({s.text(0), s.integer(1)});
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace tieout
