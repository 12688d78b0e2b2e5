// SPDX-License-Identifier: GPL-3.0-or-later
// BindingProof: whether a stored place to pay to is the one that its corridor means. Whoever can
// write the database could swap an address, so it is derived again from the account key wherever it
// is shown, copied or answered. A place without a key must be a shared address
// that a version of the corridor names; one with a key, of a key that a version names. What can't
// be proved is wrong. Thread of the Database; for reading only.
#pragma once

#include "model/crypto/xpub.h"
#include "model/domain/corridor.h"
#include "model/domain/ids.h"
#include "model/domain/utctime.h"
#include "model/domain/words.h"
#include "model/store/database.h"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace tieout {

struct PlaceToPay
{
    QString corridor;
    QByteArray account; // as it is stored, of whatever length
    std::optional<qint64> xpub;
    std::optional<qint64> position;
};

// The place that a payment asks money for; those that were replaced are not.
struct StoredPlace
{
    PaymentId payment;
    BindingId binding;
    PlaceToPay place;
    QByteArray watched; // what is watched at the key's index; empty without a key
};

class BindingProof
{
public:
    // Of one corridor; of all when it is empty.
    static Result<BindingProof> load(Database& db, const QString& corridor = {});

    bool holds(const PlaceToPay& place) const;
    // And the watcher looks for money there.
    bool holds(const StoredPlace& stored) const;
    // What stands at the key's index; nothing without a key, or with one that can't be read.
    std::optional<Address> derived(const PlaceToPay& place) const;

private:
    struct Key
    {
        QString name;
        AddressFamily family = AddressFamily::Evm;
        Xpub key;
    };
    struct Named // by the versions of a corridor
    {
        std::set<QString> keys;
        std::set<QByteArray> shared;
    };

    void note(const CorridorVersion& corridor);

    std::map<qint64, Key> m_keys;
    std::map<QString, Named> m_named;
};

Result<std::vector<StoredPlace>> storedPlaces(Database& db, const PaymentId& payment);

// Where a walk over the places of all payments of some statuses stands; a new one begins at the
// start.
struct PlaceCursor
{
    int status = 0; // of the walk's
    UtcTime createdAt;
    QString payment;

    bool isAtStart() const { return status == 0 && payment.isEmpty(); }
};

// Of payments that ask for money or wait for it.
std::span<const PaymentStatus> openStatuses();
// The places of the next payments, at most `limit`, of one status; the cursor moves behind them,
// and stands at the start again after the last one.
Result<std::vector<StoredPlace>>
nextPlaces(Database& db, PlaceCursor& cursor, std::span<const PaymentStatus> statuses, int limit);

} // namespace tieout
