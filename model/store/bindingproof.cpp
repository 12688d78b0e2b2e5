// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/bindingproof.h"

#include "model/store/addresses.h"
#include "model/store/corridors.h"
#include "model/store/statement.h"

namespace tieout {

namespace {

constexpr PaymentStatus kOpenStatuses[] = {PaymentStatus::Pending,
                                           PaymentStatus::Underpaid,
                                           PaymentStatus::Confirming,
                                           PaymentStatus::Held,
                                           PaymentStatus::Reorged};

constexpr char16_t kPlaceColumns[] =
    u"p.id, p.corridor, p.created_at, b.id, b.account, b.xpub, b.position, d.account";
constexpr char16_t kPlaceJoins[] =
    u"LEFT JOIN binding b ON b.payment_id = p.id AND b.replaced_at IS NULL"
    u" LEFT JOIN deposit_address d ON d.xpub = b.xpub AND d.position = b.position";

void addPlace(const Statement& s, std::vector<StoredPlace>& places)
{
    if (s.isNull(3))
        return;
    places.push_back({PaymentId::trusted(s.text(0)),
                      BindingId::trusted(s.text(3)),
                      {s.text(1), s.bytes(4), s.optionalInteger(5), s.optionalInteger(6)},
                      s.bytes(7)});
}

} // namespace

Result<BindingProof> BindingProof::load(Database& db, const QString& corridor)
{
    BindingProof proof;
    const auto rows = readXpubs(db);
    if (!rows)
        return fail(rows.error());
    for (const XpubRow& row : *rows) {
        auto key = Xpub::parse(row.key);
        const auto family = addressFamilyFromText(row.family);
        // One that can't be read proves nothing.
        if (key && family)
            proof.m_keys[row.id] = {row.name, *family, std::move(key).value()};
    }
    const auto versions = corridorVersions(db, corridor);
    if (!versions)
        return fail(versions.error());
    for (const CorridorVersion& version : *versions)
        proof.note(version);
    return proof;
}

void BindingProof::note(const CorridorVersion& corridor)
{
    Named& named = m_named[corridor.name];
    if (corridor.binding.scheme == BindingScheme::Xpub) {
        named.keys.insert(corridor.binding.xpub);
        return;
    }
    const auto contract = corridor.asset.contract();
    if (!contract)
        return;
    if (const auto shared = Address::parse(corridor.binding.address, contract->family()); shared)
        named.shared.insert(shared->bytes());
}

std::optional<Address> BindingProof::derived(const PlaceToPay& place) const
{
    const auto at = place.xpub ? m_keys.find(*place.xpub) : m_keys.end();
    if (at == m_keys.end() || !place.position || *place.position < 0 ||
        *place.position > qint64(Xpub::kMaxIndex))
        return std::nullopt;
    auto address = at->second.key.address(at->second.family, static_cast<quint32>(*place.position));
    return address ? std::optional<Address>(std::move(address).value()) : std::nullopt;
}

bool BindingProof::holds(const PlaceToPay& place) const
{
    const auto named = m_named.find(place.corridor);
    if (named == m_named.end())
        return false;
    if (!place.xpub && !place.position)
        return named->second.shared.contains(place.account);
    const auto address = derived(place);
    return address && named->second.keys.contains(m_keys.at(*place.xpub).name) &&
           address->bytes() == place.account;
}

bool BindingProof::holds(const StoredPlace& stored) const
{
    const bool watched = !stored.place.xpub || stored.watched == stored.place.account;
    return watched && holds(stored.place);
}

Result<std::vector<StoredPlace>> storedPlaces(Database& db, const PaymentId& payment)
{
    Statement s(db,
                QStringLiteral("SELECT %1 FROM payment p %2 WHERE p.id = :id ORDER BY b.id")
                    .arg(kPlaceColumns, kPlaceJoins));
    s.bind(u":id", payment);
    std::vector<StoredPlace> places;
    while (s.next())
        addPlace(s, places);
    if (auto done = s.finish(); !done)
        return fail(done.error());
    return places;
}

std::span<const PaymentStatus> openStatuses()
{
    return kOpenStatuses;
}

Result<std::vector<StoredPlace>>
nextPlaces(Database& db, PlaceCursor& cursor, std::span<const PaymentStatus> statuses, int limit)
{
    // Payments are counted, not places, so that none of a payment's is cut off.
    Statement s(db,
                QStringLiteral("SELECT %1 FROM (SELECT id, corridor, created_at FROM payment"
                               " WHERE status = :status AND (created_at, id) > (:at, :after)"
                               " ORDER BY created_at, id LIMIT :limit) p %2"
                               " ORDER BY p.created_at, p.id, b.id")
                    .arg(kPlaceColumns, kPlaceJoins));
    s.bind(u":status", toText(statuses[size_t(cursor.status)])).bind(u":at", cursor.createdAt);
    s.bind(u":after", cursor.payment).bind(u":limit", limit);
    std::vector<StoredPlace> places;
    int payments = 0;
    while (s.next()) {
        if (cursor.payment != s.text(0))
            ++payments;
        cursor.payment = s.text(0);
        cursor.createdAt = s.time(2);
        addPlace(s, places);
    }
    if (auto done = s.finish(); !done)
        return fail(done.error());
    if (payments < limit)
        cursor = {(cursor.status + 1) % int(statuses.size()), {}, {}};
    return places;
}

} // namespace tieout
