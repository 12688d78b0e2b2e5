// SPDX-License-Identifier: GPL-3.0-or-later
// inSnapshot: several statements that see one state of the database while others write: a deferred
// transaction on SQLite, REPEATABLE READ and READ ONLY on PostgreSQL. Works on a connection that
// may only read; `work` writes nothing. Not to be nested, nor inside inTransaction. Thread of the
// Database.
#pragma once

#include "model/store/database.h"

namespace tieout {

class Snapshot
{
public:
    explicit Snapshot(Database& db)
        : m_db(db)
    {}
    ~Snapshot();
    Q_DISABLE_COPY_MOVE(Snapshot)

    Outcome begin();

private:
    Database& m_db;
    bool m_open = false;
};

template<class Work>
auto inSnapshot(Database& db, Work&& work) -> decltype(work())
{
    Snapshot snapshot(db);
    if (auto begun = snapshot.begin(); !begun)
        return fail(begun.error());
    return work();
}

} // namespace tieout
