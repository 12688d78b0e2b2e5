// SPDX-License-Identifier: GPL-3.0-or-later
// inTransaction: the only way to write. BEGIN IMMEDIATE on SQLite (under the write gate), READ
// COMMITTED on PostgreSQL; commits when `work` succeeds, rolls back when it fails, and replays at
// most three times after a serialisation failure, a deadlock or a busy file. `work` may therefore
// run more than once: it keeps no effect outside the database. Not to be nested.
#pragma once

#include "model/store/database.h"

#include <functional>

namespace tieout {

class Transaction
{
public:
    explicit Transaction(Database& db)
        : m_db(db)
    {}
    Q_DISABLE_COPY_MOVE(Transaction)
    ~Transaction(); // rolls back unless committed

    Outcome begin();
    Outcome commit();
    void rollBack();

private:
    Database& m_db;
    bool m_open = false;
};

bool isReplayable(const Error& error);
inline constexpr int kMaxReplays = 3;

template<class Work>
auto inTransaction(Database& db, Work&& work) -> decltype(work())
{
    for (int attempt = 0;; ++attempt) {
        Transaction transaction(db);
        if (auto begun = transaction.begin(); !begun)
            return fail(begun.error());
        auto result = work();
        if (result) {
            auto committed = transaction.commit();
            if (committed)
                return result;
            if (attempt >= kMaxReplays || !isReplayable(committed.error()))
                return fail(committed.error());
        } else {
            transaction.rollBack();
            if (attempt >= kMaxReplays || !isReplayable(result.error()))
                return result;
        }
    }
}

} // namespace tieout
