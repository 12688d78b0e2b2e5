// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/bindinglookup.h"

#include "model/store/bulkinsert.h"
#include "model/store/sessiontable.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

Outcome wantAccounts(Database& db, const std::vector<Account>& accounts)
{
    if (auto done = sessionTable(db, u"wanted_account", u"account bytea PRIMARY KEY"); !done)
        return done;
    QSet<Account> seen;
    BulkInsert bulk(db, "wanted_account", "account");
    for (const Account& account : accounts) {
        if (seen.contains(account))
            continue;
        seen.insert(account);
        bulk.bytes(QByteArrayView(account.bytes.data(), account.size)).endRow();
    }
    return bulk.end();
}

} // namespace

Result<BindingLookup>
lookUpBindings(Database& db, qint64 rail, const std::vector<Account>& accounts)
{
    if (auto done = wantAccounts(db, accounts); !done)
        return fail(done.error());
    BindingLookup lookup;
    Statement deposits(db,
                       u"SELECT w.account FROM wanted_account w"
                       u" JOIN deposit_address d ON d.account = w.account");
    while (deposits.next())
        lookup.deposits.insert(Account::of(deposits.bytes(0)));
    if (auto done = deposits.finish(); !done)
        return fail(done.error());
    Statement s(db,
                u"SELECT b.account, b.reference, b.id, b.payment_id, b.rail, k.account"
                u" FROM wanted_account w JOIN binding b ON b.account = w.account"
                u" JOIN payment p ON p.id = b.payment_id JOIN token k ON k.id = p.token_id"
                u" ORDER BY CASE WHEN b.rail = :rail THEN 0 ELSE 1 END");
    s.bind(u":rail", rail);
    while (s.next()) {
        lookup.bindings[{Account::of(s.bytes(0)), s.text(1)}].push_back(
            {BindingId::trusted(s.text(2)),
             PaymentId::trusted(s.text(3)),
             s.integer(4),
             Account::of(s.bytes(5))});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return lookup;
}

Result<std::vector<PaymentId>> linkedPayments(Database& db, qint64 rail, const Hash32& tx)
{
    Statement s(
        db, u"SELECT DISTINCT payment_id FROM transfer_payment WHERE rail = :rail AND tx = :tx");
    s.bind(u":rail", rail).bind(u":tx", toBytes(tx));
    std::vector<PaymentId> ids;
    while (s.next())
        ids.push_back(PaymentId::trusted(s.text(0)));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return ids;
}

} // namespace tieout
