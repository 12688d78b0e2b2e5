// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/addressbook.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr qint64 kAcknowledgeBatch = 2'000;

} // namespace

QString keyFamilyOf(const QString& railFamily)
{
    return railFamily == u"tron" ? QStringLiteral("tron") : QStringLiteral("evm");
}

void AddressBook::expect(const QString& rail, const QString& family)
{
    m_watchers.use([&](auto& watchers) { watchers[rail] = Watcher{family, {}}; });
}

void AddressBook::forget(const QString& rail)
{
    m_watchers.use([&](auto& watchers) { watchers.erase(rail); });
}

qint64 AddressBook::inSet(const QString& rail, const XpubRow& row)
{
    return m_watchers.use([&](auto& watchers) {
        const auto& through = watchers[rail].through;
        const auto at = through.find(row.id);
        // What is acknowledged stands in the database, from where the set was filled at its start.
        return at == through.end() ? row.watchedThrough : at->second;
    });
}

void AddressBook::note(const QString& rail, qint64 xpub, qint64 through)
{
    m_watchers.use([&](auto& watchers) { watchers[rail].through[xpub] = through; });
}

qint64 AddressBook::watchedByAll(const XpubRow& row)
{
    return m_watchers.use([&](auto& watchers) {
        std::optional<qint64> least;
        for (const auto& [rail, watcher] : watchers) {
            if (watcher.family != row.family)
                continue;
            const auto at = watcher.through.find(row.id);
            const qint64 through = at == watcher.through.end() ? -1 : at->second;
            least = std::min(least.value_or(through), through);
        }
        return least.value_or(-1);
    });
}

Result<std::vector<Account>>
AddressBook::derive(Known& known, const XpubRow& row, qint64 from, qint64 to)
{
    if (known.key.isEmpty()) {
        auto key = Xpub::parse(row.key);
        if (!key)
            return fail(key.error());
        known.key = std::move(key).value();
        known.first = from;
    }
    const auto family = addressFamilyFromText(row.family);
    if (!family)
        return fail(family.error());
    if (from < known.first) {
        known.ahead.clear();
        known.first = from;
    }
    for (qint64 next = known.first + qint64(known.ahead.size()); next <= to; ++next) {
        const auto address = known.key.address(*family, static_cast<quint32>(next));
        // A child that doesn't exist is never handed out; its place stays empty.
        if (!address && address.error().reason != u"xpub_child_invalid")
            return fail(address.error());
        known.ahead.push_back(address ? Account::of(address->bytes()) : Account{});
    }
    const auto begin = known.ahead.begin() + (from - known.first);
    return std::vector<Account>(begin, begin + (to - from + 1));
}

Result<std::vector<Account>> AddressBook::derived(const XpubRow& row, qint64 from, qint64 to)
{
    return m_known.use([&](auto& known) { return derive(known[row.id], row, from, to); });
}

Outcome AddressBook::acknowledge(const Term& term, const XpubRow& row, qint64 through)
{
    for (qint64 from = row.watchedThrough + 1; from <= through; from += kAcknowledgeBatch) {
        const qint64 to = std::min(through, from + kAcknowledgeBatch - 1);
        const auto accounts = derived(row, from, to);
        if (!accounts)
            return fail(accounts.error());
        std::vector<DepositAddressRow> rows;
        rows.reserve(accounts->size());
        for (qint64 i = from; i <= to; ++i) {
            const Account& account = (*accounts)[static_cast<size_t>(i - from)];
            if (account.size > 0)
                rows.push_back({account, row.id, i});
        }
        auto written = inTerm(term, [&]() -> Outcome {
            // Another rail of the family may have been quicker.
            const auto fresh = xpubByName(term.db, row.name);
            if (!fresh)
                return fail(fresh.error());
            std::vector<DepositAddressRow> missing;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(missing), [&](const auto& r) {
                return r.position > fresh->watchedThrough;
            });
            return acknowledgeAddresses(term.db, row.id, missing);
        });
        if (!written)
            return written;
    }
    return Done;
}

Result<bool> AddressBook::follow(const Term& term, const QString& rail, WatchSet& set)
{
    const auto rows = readXpubs(term.db);
    if (!rows)
        return fail(rows.error());
    const QString family = m_watchers.use([&](auto& watchers) { return watchers[rail].family; });
    bool added = false;
    for (const XpubRow& row : *rows) {
        if (row.family != family)
            continue;
        const qint64 wanted = std::min<qint64>(row.nextIndex + m_lookAhead - 1, Xpub::kMaxIndex);
        const qint64 have = inSet(rail, row);
        // Half of the look-ahead is kept in hand, so that a write is not needed for each payment.
        if (have < wanted - m_lookAhead / 2 || have < row.watchedThrough) {
            const auto accounts = derived(row, have + 1, std::max(wanted, row.watchedThrough));
            if (!accounts)
                return fail(accounts.error());
            for (const Account& account : *accounts) {
                if (account.size > 0)
                    set.add(account);
            }
            note(rail, row.id, std::max(wanted, row.watchedThrough));
            added = true;
        } else {
            note(rail, row.id, have);
        }
        const qint64 all = watchedByAll(row);
        if (all > row.watchedThrough) {
            if (auto done = acknowledge(term, row, all); !done)
                return fail(done.error());
        }
    }
    return added;
}

} // namespace tieout
