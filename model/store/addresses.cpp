// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/addresses.h"

#include "model/store/bulkinsert.h"
#include "model/store/statement.h"

#include <array>

namespace tieout {

namespace {

struct OwnWord
{
    OwnKind kind;
    const char16_t* text;
};

constexpr std::array<OwnWord, 6> kOwnWords = {{{OwnKind::Treasury, u"treasury"},
                                               {OwnKind::HotWallet, u"hot-wallet"},
                                               {OwnKind::Shared, u"shared"},
                                               {OwnKind::Gas, u"gas"},
                                               {OwnKind::OffRamp, u"off-ramp"},
                                               {OwnKind::Partner, u"partner"}}};

XpubRow xpubFrom(const Statement& s)
{
    return {s.integer(0), s.text(1), s.text(2), s.text(3), s.integer(4), s.integer(5)};
}

Result<std::vector<XpubRow>> selectXpubs(Database& db, const QString& name)
{
    Statement s(db,
                u"SELECT id, name, family, key, next_index, watched_through FROM xpub"
                u" WHERE :name = '' OR name = :name2 ORDER BY id");
    s.bind(u":name", name).bind(u":name2", name);
    std::vector<XpubRow> rows;
    while (s.next())
        rows.push_back(xpubFrom(s));
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

} // namespace

QString toText(OwnKind kind)
{
    for (const OwnWord& word : kOwnWords) {
        if (word.kind == kind)
            return QString::fromUtf16(word.text);
    }
    return {};
}

Result<OwnKind> ownKindFromText(QStringView text)
{
    for (const OwnWord& word : kOwnWords) {
        if (text == QStringView(word.text))
            return word.kind;
    }
    return fail(ErrorCode::Invalid, u"own_kind_unknown", text.left(40).toString());
}

Result<XpubRow> ensureXpub(Database& db, const XpubRow& wanted)
{
    Statement s(
        db,
        u"INSERT INTO xpub (id, name, family, key, next_index, watched_through)"
        u" SELECT coalesce(max(id), 0) + 1, :name, :family, :key, 0, -1 FROM xpub WHERE true"
        u" ON CONFLICT (name) DO NOTHING");
    s.bind(u":name", wanted.name).bind(u":family", wanted.family).bind(u":key", wanted.key);
    if (auto done = s.exec(); !done)
        return fail(done.error());
    const auto known = xpubByName(db, wanted.name);
    if (known && (known->key != wanted.key || known->family != wanted.family))
        return fail(ErrorCode::Conflict, u"xpub_changed", wanted.name);
    return known;
}

Result<std::vector<XpubRow>> readXpubs(Database& db)
{
    return selectXpubs(db, QString());
}

Result<XpubRow> xpubByName(Database& db, const QString& name)
{
    const auto rows = selectXpubs(db, name);
    if (!rows)
        return fail(rows.error());
    if (name.isEmpty() || rows->empty())
        return fail(ErrorCode::NotFound, u"xpub_unknown", name);
    return rows->front();
}

Result<qint64> allocateIndex(Database& db, qint64 xpub)
{
    Statement s(db,
                u"UPDATE xpub SET next_index = next_index + 1"
                u" WHERE id = :id AND next_index <= watched_through RETURNING next_index - 1");
    s.bind(u":id", xpub);
    std::optional<qint64> index;
    if (s.next())
        index = s.integer(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (!index)
        return fail(ErrorCode::Unavailable, u"addresses_exhausted");
    return *index;
}

Outcome acknowledgeAddresses(Database& db, qint64 xpub, const std::vector<DepositAddressRow>& rows)
{
    if (rows.empty())
        return Done;
    BulkInsert bulk(db, "deposit_address", "account, xpub, position");
    for (const DepositAddressRow& row : rows) {
        bulk.bytes(QByteArrayView(row.account.bytes.data(), row.account.size));
        bulk.integer(row.xpub).integer(row.position).endRow();
    }
    if (auto done = bulk.end(); !done)
        return done;
    Statement s(
        db, u"UPDATE xpub SET watched_through = :through WHERE id = :id AND watched_through < :t2");
    s.bind(u":through", rows.back().position).bind(u":id", xpub).bind(u":t2", rows.back().position);
    return s.exec();
}

Outcome eachDepositAddress(Database& db,
                           const QString& family,
                           const std::function<void(const Account&)>& visit)
{
    Statement s(db,
                u"SELECT d.account FROM deposit_address d JOIN xpub x ON x.id = d.xpub"
                u" WHERE x.family = :family");
    s.bind(u":family", family);
    while (s.next())
        visit(Account::of(s.bytes(0)));
    return s.finish();
}

Result<QByteArray> depositAddress(Database& db, qint64 xpub, qint64 position)
{
    Statement s(db,
                u"SELECT account FROM deposit_address WHERE xpub = :xpub AND position = :position");
    s.bind(u":xpub", xpub).bind(u":position", position);
    QByteArray account;
    if (s.next())
        account = s.bytes(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (account.isEmpty())
        return fail(ErrorCode::NotFound, u"address_not_watched");
    return account;
}

Outcome registerOwnAddress(Database& db, const OwnAddressRow& row, UtcTime now)
{
    Statement s(db,
                u"INSERT INTO own_address (rail, account, kind, label, added_at)"
                u" VALUES (:rail, :account, :kind, :label, :at) ON CONFLICT (rail, account)"
                u" DO UPDATE SET kind = excluded.kind, label = excluded.label");
    s.bind(u":rail", row.rail).bind(u":account", row.account.toBytes());
    s.bind(u":kind", toText(row.kind)).bind(u":label", row.label).bind(u":at", now);
    return s.exec();
}

Result<std::vector<OwnAddressRow>> readOwnAddresses(Database& db, qint64 rail)
{
    Statement s(db, u"SELECT rail, account, kind, label FROM own_address WHERE rail = :rail");
    s.bind(u":rail", rail);
    std::vector<OwnAddressRow> rows;
    while (s.next()) {
        const auto kind = ownKindFromText(s.text(2));
        rows.push_back(
            {s.integer(0), Account::of(s.bytes(1)), kind.value_or(OwnKind::Treasury), s.text(3)});
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return rows;
}

Result<bool> isOurs(Database& db, qint64 rail, const Account& account)
{
    Statement s(db,
                u"SELECT CASE WHEN EXISTS (SELECT 1 FROM deposit_address WHERE account = :deposit)"
                u" OR EXISTS (SELECT 1 FROM own_address WHERE rail = :rail AND account = :own)"
                u" OR EXISTS (SELECT 1 FROM binding WHERE account = :bound) THEN 1 ELSE 0 END");
    const QByteArray bytes = account.toBytes();
    s.bind(u":deposit", bytes).bind(u":rail", rail).bind(u":own", bytes).bind(u":bound", bytes);
    const bool ours = s.next() && s.boolean(0);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return ours;
}

} // namespace tieout
