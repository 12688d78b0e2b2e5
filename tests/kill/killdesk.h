// SPDX-License-Identifier: GPL-3.0-or-later
// KillDesk: a database with the payments of KillScript, whose engine is a process that can be
// killed and started again. One thread.
#pragma once

#include "chain/sandbox/sandboxchain.h"
#include "model/store/payments.h"
#include "model/store/rails.h"
#include "tests/support/testdatabase.h"

namespace tieout::test {

enum class KillEnd {
    Finished,  // the script is over
    Failpoint, // died where it was told to
    Killed,    // by us
    Failed,    // anything else: output() says it
};

class KillDesk
{
public:
    explicit KillDesk(Dialect dialect);
    ~KillDesk();
    Q_DISABLE_COPY_MOVE(KillDesk)

    // Starts the engine and waits for its end. `failpoint` is "name:count" or empty; after
    // `killAfter` it is killed.
    KillEnd run(const QByteArray& failpoint = {}, std::optional<Duration> killAfter = {});
    QString output() const { return m_output; }

    // The first thing that doesn't hold at the end of the script, in words; empty when all does.
    QString broken();
    // What was decided, without the ids that every database makes anew: equal after equal lives.
    QStringList story();

private:
    void setUp();
    Outcome makePayment(int index, qint64 token, qint64 xpub);
    QString brokenBlocks();
    QString brokenTransfers();
    QString brokenPayments();
    QString brokenJournal();
    QStringList rows(QStringView sql);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Database> m_db;
    QTemporaryDir m_folder;
    QString m_engineUrl;
    RailRow m_rail;
    MerchantId m_merchant;
    std::vector<PaymentId> m_payments;
    std::vector<BindingId> m_bindings; // of the payments, one each
    std::vector<Account> m_accounts;
    std::optional<SandboxChain> m_chain; // at the end of the script
    QString m_output;
};

} // namespace tieout::test
