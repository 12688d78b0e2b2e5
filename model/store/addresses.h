// SPDX-License-Identifier: GPL-3.0-or-later
// Account keys, the deposit addresses derived from them, and the registry of our own addresses. An
// index is handed out by the database, without a gap or a double, and never beyond what the watcher
// has acknowledged: money can't arrive where nobody watched. Writes inside the caller's
// transaction.
#pragma once

#include "model/domain/blocks.h"
#include "model/domain/utctime.h"
#include "model/store/database.h"

#include <functional>
#include <vector>

namespace tieout {

struct XpubRow
{
    qint64 id = 0;
    QString name;
    QString family; // evm, tron
    QString key;
    qint64 nextIndex = 0;       // the next one to hand out
    qint64 watchedThrough = -1; // the last one that the watcher acknowledged
};

inline constexpr qint64 kLookAhead = 1000;

// Conflict (xpub_changed) when the name is known with another key.
Result<XpubRow> ensureXpub(Database& db, const XpubRow& wanted);
Result<std::vector<XpubRow>> readXpubs(Database& db);
Result<XpubRow> xpubByName(Database& db, const QString& name); // NotFound (xpub_unknown)
// Unavailable (addresses_exhausted) when the watcher must acknowledge more first.
Result<qint64> allocateIndex(Database& db, qint64 xpub);

struct DepositAddressRow
{
    Account account;
    qint64 xpub = 0;
    qint64 position = 0;
};

// Writes derived addresses and moves watched_through; the watcher has them in its set already.
Outcome acknowledgeAddresses(Database& db, qint64 xpub, const std::vector<DepositAddressRow>& rows);
// Every watched deposit address of a family, for the watcher's set at start.
Outcome eachDepositAddress(Database& db,
                           const QString& family,
                           const std::function<void(const Account&)>& visit);
Result<QByteArray> depositAddress(Database& db, qint64 xpub, qint64 position);

enum class OwnKind { Treasury, HotWallet, Shared, Gas, OffRamp, Partner };
QString toText(OwnKind kind);
Result<OwnKind> ownKindFromText(QStringView text);

struct OwnAddressRow
{
    qint64 rail = 0;
    Account account;
    OwnKind kind = OwnKind::Treasury;
    QString label;
};

Outcome registerOwnAddress(Database& db, const OwnAddressRow& row, UtcTime now);
Result<std::vector<OwnAddressRow>> readOwnAddresses(Database& db, qint64 rail);
// A deposit address, one of our own, or one that payments are bound to: what comes from there is
// our own move and no income.
Result<bool> isOurs(Database& db, qint64 rail, const Account& account);

} // namespace tieout
