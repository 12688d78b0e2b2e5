// SPDX-License-Identifier: GPL-3.0-or-later
// BenchDesk: a fresh database with one rail, one listed token, one merchant and an engine's
// connection under its term; and BlockMaker, which makes up consecutive blocks in memory. One
// thread.
#pragma once

#include "model/actions/railcontext.h"
#include "model/actions/term.h"
#include "model/store/writegate.h"
#include "tests/support/testdatabase.h"

#include <functional>

namespace tieout::bench {

inline constexpr int kTokenDecimals = 6;

class BenchDesk
{
public:
    BenchDesk(Dialect dialect, const Account& token);

    test::TestDatabase& database() { return *m_database; }
    Database& db() { return *m_db; }
    // The one of the process, as in the house; null on PostgreSQL.
    WriteGate* gate();
    Term term() const { return {*m_db, m_epoch}; }
    RailContext& rail() { return m_rail; }
    qint64 tokenId() const { return m_tokenId; }
    const Account& token() const { return m_token; }
    const MerchantId& merchant() const { return m_merchant; }
    // The process that serves the connection; 0 on SQLite, whose work is this process's own.
    qint64 server() const;

    void addTreasury(const Account& account);
    qint64 count(QStringView sql);

private:
    std::unique_ptr<test::TestDatabase> m_database;
    WriteGate m_gate;
    std::unique_ptr<Database> m_db;
    qint64 m_epoch = 0;
    Account m_token;
    RailContext m_rail{RailRow()};
    qint64 m_tokenId = 0;
    MerchantId m_merchant;
};

class BlockMaker
{
public:
    // `fill` sets from, to and value; the rest is given. `number` counts all logs.
    using Fill = std::function<void(TransferLog& log, qint64 number)>;

    BlockMaker(const Account& token, int logsPerBlock, Fill fill);

    BlockBatch next(int blocks, bool empty = false);
    const BlockHeader& tip() const { return m_tip; }

private:
    Account m_token;
    int m_logsPerBlock;
    Fill m_fill;
    BlockHeader m_tip;
    qint64 m_made = 0;
};

// Well spread bytes that follow from a number.
Account accountNumbered(quint64 number);
Hash32 hashNumbered(quint64 number);
void setUnits(Word32& word, quint64 units);

} // namespace tieout::bench
