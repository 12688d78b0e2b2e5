// SPDX-License-Identifier: GPL-3.0-or-later
// ChainScene: a rail, a token, payments and hand-made blocks for tests of the chain actions. Blocks
// are values, so that a test can give the chain any shape. Engine's connection; one thread.
#pragma once

#include "model/actions/recordblocks.h"
#include "model/store/payments.h"
#include "tests/support/testdatabase.h"

#include <QTest>

namespace tieout::test {

struct Paid
{
    Account to;
    qint64 units = 0;
    int tx = 0;       // the same number is the same chain transaction
    int logIndex = 0; // in its block
    Account token;    // empty: the scene's own
};

class ChainScene
{
public:
    explicit ChainScene(TestDatabase& database);

    Term term() const { return {*m_db, m_epoch}; }
    Database& db() { return *m_db; }
    RailContext& rail() { return m_rail; }
    UtcTime start() const { return m_start; }

    // Due in whole tokens of six decimals; bands: up to 100 → depth 3, above → depth 6.
    PaymentId payment(qint64 due, Duration expiry = std::chrono::hours(1), Quorum quorum = {});
    Account accountOf(const PaymentId& id) const { return m_accounts.value(id.text()); }
    PaymentRow row(const PaymentId& id);
    QStringList events(const PaymentId& id);
    QString status(const PaymentId& id) { return row(id).projection.status; }

    // A block after `parent` with these transfers; `fork` tells chains apart.
    struct Made
    {
        BlockHeader header;
        std::vector<TransferLog> logs;
    };
    Made block(const BlockHeader& parent, const std::vector<Paid>& paid = {}, int fork = 0) const;
    BlockHeader genesis() const;
    static BlockBatch batch(const std::vector<Made>& blocks);

    // Records and promotes with the head at the last block.
    void record(const std::vector<Made>& blocks);
    void settle(const BlockHeader& head);
    qint64 count(QStringView sql);
    QStringList openCases(); // their codes

    Account token() const { return m_token; }
    static Account account(int seed);

private:
    std::unique_ptr<Database> m_db;
    qint64 m_epoch = 0;
    RailContext m_rail;
    UtcTime m_start;
    Account m_token;
    qint64 m_tokenId = 0;
    MerchantId m_merchant;
    QHash<QString, Account> m_accounts;
    int m_made = 0;
};

} // namespace tieout::test
