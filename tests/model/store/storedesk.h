// SPDX-License-Identifier: GPL-3.0-or-later
// StoreDesk: a database with one rail, one listed token and an engine that may write: what tests of
// single tables begin with. Hashes and accounts are made of one number each.
#pragma once

#include "model/store/blocks.h"
#include "model/store/rails.h"
#include "model/store/transaction.h"
#include "model/store/transfers.h"
#include "tests/support/testdatabase.h"

namespace tieout::test {

inline Hash32 hashOf(int number)
{
    Hash32 hash{};
    hash[30] = static_cast<quint8>(number >> 8);
    hash[31] = static_cast<quint8>(number);
    return hash;
}

inline Account accountOf(int number)
{
    QByteArray bytes(20, '\0');
    bytes[0] = static_cast<char>(number);
    bytes[19] = 'a';
    return Account::of(bytes);
}

inline UtcTime at(qint64 seconds)
{
    return UtcTime::fromMs(seconds * 1000);
}

inline Amount coins(const char* text)
{
    return Amount::parse(QString::fromLatin1(text), 6).value();
}

class StoreDesk
{
public:
    explicit StoreDesk(Dialect dialect)
        : m_database(TestDatabase::make(dialect))
        , m_db(m_database->openEngine())
    {
        must(write([&]() -> Outcome {
            const auto made = ensureRail(*m_db,
                                         {0,
                                          QStringLiteral("ethereum"),
                                          QStringLiteral("evm"),
                                          QStringLiteral("eip155:1"),
                                          QByteArray(32, 'g')});
            if (!made)
                return fail(made.error());
            rail = made->id;
            const auto tokenId =
                ensureToken(*m_db, {0, rail, accountOf(200), QStringLiteral("USDT"), 6, true});
            if (!tokenId)
                return fail(tokenId.error());
            token = *tokenId;
            return Done;
        }));
    }

    Database& db() { return *m_db; }
    TestDatabase& database() { return *m_database; }

    template<class Work>
    auto write(Work work) -> decltype(work())
    {
        return inTransaction(*m_db, work);
    }

    // Blocks first..last, empty, chained by their numbers; ids are `idBase` + number.
    Outcome addBlocks(int first, int last, int idBase = 1000, int hashBase = 0)
    {
        std::vector<BlockRow> rows;
        for (int n = first; n <= last; ++n)
            rows.push_back(
                {idBase + n, {n, hashOf(hashBase + n), hashOf(hashBase + n - 1), at(n * 12)}, {}});
        return write([&] { return insertBlocks(*m_db, rail, rows); });
    }

    static TransferLog logOf(int block, int index, int tx, int to)
    {
        TransferLog log;
        log.block = block;
        log.logIndex = index;
        log.blockHash = hashOf(block);
        log.tx = hashOf(tx);
        log.token = accountOf(200);
        log.from = accountOf(99);
        log.to = accountOf(to);
        return log;
    }

    Outcome addTransfer(const TransferLog& log, const Amount& amount, int idBase = 1000)
    {
        return write([&] {
            return insertTransfers(*m_db, {{idBase + log.block, token, amount, false, &log}});
        });
    }

    static void must(const Outcome& outcome)
    {
        if (!outcome)
            qFatal(
                "%s: %s", qPrintable(outcome.error().reason), qPrintable(outcome.error().detail));
    }

    qint64 rail = 0;
    qint64 token = 0;

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Database> m_db;
};

} // namespace tieout::test

// Makes `desk` of the row's dialect, or skips the row.
#define TIEOUT_STORE_DESK(desk)                                                                    \
    QFETCH(tieout::Dialect, dialect);                                                              \
    if (const QString why = tieout::test::TestDatabase::whyNot(dialect); !why.isEmpty()) {         \
        if (qEnvironmentVariableIsSet("TIEOUT_TEST_REQUIRE"))                                      \
            QFAIL(qPrintable(why));                                                                \
        QSKIP(qPrintable(why));                                                                    \
    }                                                                                              \
    tieout::test::StoreDesk desk(dialect)

// Says why an Outcome or a Result failed.
#define TIEOUT_GOES(expression)                                                                    \
    do {                                                                                           \
        const auto outcomeOfIt = (expression);                                                     \
        QVERIFY2(outcomeOfIt.has_value(),                                                          \
                 outcomeOfIt ? ""                                                                  \
                             : qPrintable(outcomeOfIt.error().reason + QStringLiteral(": ") +      \
                                          outcomeOfIt.error().detail));                            \
    } while (false)
