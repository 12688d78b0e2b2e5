// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/newbinding.h"

#include "model/actions/checkaddresses.h"
#include "model/actions/paymentreference.h"
#include "model/crypto/xpub.h"
#include "model/store/addresses.h"

namespace tieout {

namespace {

// An invalid child comes about once in 2^127; a second one in a row is a broken library.
constexpr int kChildTries = 3;

Result<Address> watchedAddress(Database& db, const XpubRow& row, const Xpub& key, qint64 index)
{
    const auto family = addressFamilyFromText(row.family);
    if (!family)
        return fail(family.error());
    auto address = key.address(*family, static_cast<quint32>(index));
    if (!address)
        return address;
    const auto watched = depositAddress(db, row.id, index);
    if (!watched && watched.error().code != ErrorCode::NotFound)
        return fail(watched.error());
    if (!watched || *watched != address->bytes())
        return fail(ErrorCode::Corrupt,
                    kAddressMismatch,
                    QStringLiteral("xpub:%1 at index %2: the watcher looks for another address")
                        .arg(row.name)
                        .arg(index));
    return address;
}

Outcome bindToFreshAddress(Database& db, const CorridorVersion& corridor, BindingRow& binding)
{
    const auto row = xpubByName(db, corridor.binding.xpub);
    if (!row)
        return fail(row.error());
    const auto key = Xpub::parse(row->key);
    if (!key)
        return fail(key.error());
    for (int i = 0; i < kChildTries; ++i) {
        const auto index = allocateIndex(db, row->id);
        if (!index)
            return fail(index.error());
        if (*index > qint64(Xpub::kMaxIndex))
            return fail(ErrorCode::Unavailable, u"addresses_exhausted", row->name);
        const auto address = watchedAddress(db, *row, *key, *index);
        if (!address && address.error().reason == u"xpub_child_invalid")
            continue;
        if (!address)
            return fail(address.error());
        binding.account = Account::of(address->bytes());
        binding.xpub = row->id;
        binding.position = *index;
        return Done;
    }
    return fail(ErrorCode::Internal, u"xpub_child_invalid", row->name);
}

Outcome bindToSharedAddress(const CorridorVersion& corridor, BindingRow& binding)
{
    const auto contract = corridor.asset.contract();
    if (!contract)
        return fail(contract.error());
    const auto address = Address::parse(corridor.binding.address, contract->family());
    if (!address)
        return fail(address.error());
    binding.account = Account::of(address->bytes());
    binding.reference = newReference();
    return Done;
}

} // namespace

Result<BindingRow> newBinding(Database& db,
                              const CorridorVersion& corridor,
                              qint64 rail,
                              const PaymentId& payment,
                              UtcTime now)
{
    BindingRow binding;
    binding.id = BindingId::make(now);
    binding.payment = payment;
    binding.rail = rail;
    binding.createdAt = now;
    const Outcome bound = corridor.binding.scheme == BindingScheme::Xpub
                              ? bindToFreshAddress(db, corridor, binding)
                              : bindToSharedAddress(corridor, binding);
    if (!bound)
        return fail(bound.error());
    if (auto done = insertBinding(db, binding); !done)
        return fail(done.error());
    return binding;
}

AddressFamily addressFamilyOf(const RailRow& rail)
{
    return rail.family == u"tron" ? AddressFamily::Tron : AddressFamily::Evm;
}

QString accountText(const RailRow& rail, const Account& account)
{
    return Address::fromBytes(addressFamilyOf(rail), account.toBytes()).toText();
}

} // namespace tieout
