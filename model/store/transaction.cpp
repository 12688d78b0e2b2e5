// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/transaction.h"

#include "model/store/changefeed.h"
#include "model/store/failpoint.h"
#include "model/store/writegate.h"

#include <QSqlError>
#include <QSqlQuery>

#include <libpq-fe.h>

namespace tieout {

namespace {

Outcome runControl(Database& db, const QString& statement)
{
    QSqlQuery query(db.sql());
    if (!query.exec(statement))
        return fail(sqlError(query.lastError(), statement));
    return Done;
}

// COMMIT of a transaction with a failed statement is a roll-back that PostgreSQL reports as
// success: work that ignored an error would be believed done.
bool hasFailedStatement(const Database& db)
{
    return db.postgres() != nullptr && PQtransactionStatus(db.postgres()) == PQTRANS_INERROR;
}

Outcome endWork(Database& db)
{
    if (hasFailedStatement(db))
        return fail(ErrorCode::Internal, u"failed_statement", QStringLiteral("commit refused"));
    if (auto sent = sendChangeNote(db); !sent)
        return sent;
    failpoint("transaction.before-commit");
    const auto committed = runControl(db, QStringLiteral("COMMIT"));
    failpoint("transaction.after-commit");
    return committed;
}

} // namespace

Transaction::~Transaction()
{
    rollBack();
}

Outcome Transaction::begin()
{
    TIEOUT_CHECK(!m_open);
    m_db.changeNote() = {};
    const bool sqlite = m_db.dialect() == Dialect::Sqlite;
    if (m_db.writeGate() != nullptr)
        m_db.writeGate()->enter();
    // A deferred transaction of SQLite fails at once when it upgrades after another writer's
    // commit.
    auto begun = runControl(m_db,
                            sqlite ? QStringLiteral("BEGIN IMMEDIATE")
                                   : QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED"));
    m_open = begun.has_value();
    if (!m_open && m_db.writeGate() != nullptr)
        m_db.writeGate()->leave();
    return begun;
}

Outcome Transaction::commit()
{
    TIEOUT_CHECK(m_open);
    auto committed = endWork(m_db);
    if (!committed) {
        rollBack();
        return committed;
    }
    m_open = false;
    if (m_db.writeGate() != nullptr)
        m_db.writeGate()->leave();
    return Done;
}

void Transaction::rollBack()
{
    if (!m_open)
        return;
    m_open = false;
    m_db.changeNote() = {};
    // A lost connection has rolled back by itself.
    const auto ignored = runControl(m_db, QStringLiteral("ROLLBACK"));
    Q_UNUSED(ignored);
    if (m_db.writeGate() != nullptr)
        m_db.writeGate()->leave();
}

bool isReplayable(const Error& error)
{
    return error.reason == u"serialization_failure" || error.reason == u"database_busy";
}

} // namespace tieout
