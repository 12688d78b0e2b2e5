// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/lease.h"

#include "model/store/raisedreason.h"
#include "model/store/statement.h"
#include "model/store/transaction.h"

namespace tieout {

namespace {

Failure leaseLost(qint64 epoch)
{
    return fail(ErrorCode::Conflict,
                u"lease_lost",
                QStringLiteral("term %1 of the engine has passed on").arg(epoch));
}

// What the fence and the lease's own trigger compare on PostgreSQL.
Outcome sayEpoch(Database& db, qint64 epoch, bool forThisTransactionOnly)
{
    if (db.dialect() == Dialect::Sqlite)
        return Done;
    Statement say(db,
                  forThisTransactionOnly ? u"SELECT set_config('tieout.epoch', :epoch, true)"
                                         : u"SELECT set_config('tieout.epoch', :epoch, false)");
    say.bind(u":epoch", QString::number(epoch));
    say.next();
    return say.finish();
}

Outcome beatLease(Database& db, qint64 epoch, QStringView sql)
{
    auto result = inTransaction(db, [&]() -> Outcome {
        if (auto said = sayEpoch(db, epoch, true); !said)
            return said;
        Statement update(db, sql);
        update.bind(u":epoch", epoch);
        if (auto done = update.exec(); !done)
            return fail(withRaisedReason(done.error()));
        if (update.rowsAffected() != 1)
            return leaseLost(epoch);
        return Done;
    });
    return result;
}

} // namespace

Result<qint64> takeLease(Database& db, const QString& holder)
{
    return inTransaction(db, [&]() -> Result<qint64> {
        Statement take(db,
                       u"UPDATE lease SET epoch = epoch + 1, holder = :holder,"
                       u" heartbeat = (SELECT ms FROM db_clock)"
                       u" WHERE name = 'engine' AND heartbeat < (SELECT ms FROM db_clock) - 15000"
                       u" RETURNING epoch");
        take.bind(u":holder", holder);
        std::optional<qint64> epoch;
        while (take.next())
            epoch = take.integer(0);
        if (auto done = take.finish(); !done)
            return fail(withRaisedReason(done.error()));
        if (!epoch)
            return fail(
                ErrorCode::Conflict, u"lease_held", QStringLiteral("another engine writes"));
        if (auto said = sayEpoch(db, *epoch, false); !said)
            return fail(said.error());
        return *epoch;
    });
}

Outcome heartbeat(Database& db, qint64 epoch)
{
    return beatLease(db,
                     epoch,
                     u"UPDATE lease SET heartbeat = (SELECT ms FROM db_clock)"
                     u" WHERE name = 'engine' AND epoch = :epoch");
}

Outcome releaseLease(Database& db, qint64 epoch)
{
    return beatLease(
        db, epoch, u"UPDATE lease SET heartbeat = 0 WHERE name = 'engine' AND epoch = :epoch");
}

Outcome guardEpoch(Database& db, qint64 epoch)
{
    // One round trip on PostgreSQL: the setting is made only when the row of this term is there.
    Statement guard(db,
                    db.dialect() == Dialect::PostgreSql
                        ? u"SELECT set_config('tieout.epoch', epoch::text, true) FROM lease"
                          u" WHERE name = 'engine' AND epoch = :epoch FOR KEY SHARE"
                        : u"SELECT 1 FROM lease WHERE name = 'engine' AND epoch = :epoch");
    guard.bind(u":epoch", epoch);
    const bool found = guard.next();
    if (auto done = guard.finish(); !done)
        return fail(withRaisedReason(done.error()));
    if (!found)
        return leaseLost(epoch);
    return Done;
}

Result<LeaseView> readLease(Database& db)
{
    Statement read(db,
                   u"SELECT l.epoch, l.holder, l.heartbeat, c.ms FROM lease l CROSS JOIN db_clock c"
                   u" WHERE l.name = 'engine'");
    LeaseView view;
    if (read.next()) {
        view.epoch = read.integer(0);
        view.holder = read.text(1);
        view.heartbeat = read.time(2);
        view.age = read.time(3) - view.heartbeat;
        view.isHeld = view.age <= kLeaseSilence;
    }
    if (auto done = read.finish(); !done)
        return fail(done.error());
    return view;
}

} // namespace tieout
