// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdesk.h"

#include "model/store/corridors.h"
#include "model/store/statement.h"
#include "tests/bench/benchmark.h"

#include <cstring>
#include <libpq-fe.h>

namespace tieout::bench {

namespace {

constexpr UtcTime kChainBegan = UtcTime::fromMs(1'790'000'000'000);
constexpr qint64 kBlockMs = 12'000;

// The finaliser of splitmix64 (public domain).
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

void fillBytes(quint8* out, size_t size, quint64 number)
{
    for (size_t at = 0; at < size; at += 8) {
        const quint64 word = mixed(number * 5 + at);
        std::memcpy(out + at, &word, std::min<size_t>(8, size - at));
    }
}

} // namespace

BenchDesk::BenchDesk(Dialect dialect, const Account& token)
    : m_database(test::TestDatabase::make(dialect))
    , m_db(m_database->openEngine(QStringLiteral("bench-engine")))
    , m_epoch(m_database->epoch())
    , m_token(token)
    , m_merchant(MerchantId::make(kChainBegan))
{
    m_db->setWriteGate(gate());
    mustWork(inTerm(term(), [&]() -> Outcome {
        RailRow wanted;
        wanted.name = QStringLiteral("bench");
        wanted.family = QStringLiteral("evm");
        wanted.chain = QStringLiteral("eip155:31337");
        m_rail = RailContext(mustHave(ensureRail(*m_db, wanted)));
        TokenRow row;
        row.rail = m_rail.rail().id;
        row.account = m_token;
        row.symbol = QStringLiteral("BUSD");
        row.decimals = kTokenDecimals;
        row.listed = true;
        m_tokenId = mustHave(ensureToken(*m_db, row));
        return insertMerchant(*m_db, {m_merchant, QStringLiteral("main")}, kChainBegan);
    }));
    mustWork(m_rail.refresh(*m_db));
}

WriteGate* BenchDesk::gate()
{
    return m_database->dialect() == Dialect::Sqlite ? &m_gate : nullptr;
}

qint64 BenchDesk::server() const
{
    return m_db->postgres() != nullptr ? PQbackendPID(m_db->postgres()) : 0;
}

void BenchDesk::addTreasury(const Account& account)
{
    mustWork(inTerm(term(), [&]() -> Outcome {
        return registerOwnAddress(
            *m_db,
            {m_rail.rail().id, account, OwnKind::Treasury, QStringLiteral("treasury")},
            kChainBegan);
    }));
    mustWork(m_rail.refresh(*m_db));
}

qint64 BenchDesk::count(QStringView sql)
{
    Statement s(*m_db, sql);
    const qint64 n = s.next() ? s.integer(0) : -1;
    mustWork(s.finish());
    return n;
}

BlockMaker::BlockMaker(const Account& token, int logsPerBlock, Fill fill)
    : m_token(token)
    , m_logsPerBlock(logsPerBlock)
    , m_fill(std::move(fill))
{
    m_tip.time = kChainBegan;
}

BlockBatch BlockMaker::next(int blocks, bool empty)
{
    BlockBatch batch;
    batch.from = m_tip.number + 1;
    batch.to = m_tip.number + blocks;
    batch.source = QStringLiteral("memory");
    for (int i = 0; i < blocks; ++i) {
        const qint64 number = m_tip.number + 1;
        m_tip = {
            number, hashNumbered(quint64(number)), m_tip.hash, m_tip.time + Duration(kBlockMs)};
        batch.headers.push_back(m_tip);
        for (int index = 0; !empty && index < m_logsPerBlock; ++index) {
            TransferLog log;
            log.block = number;
            log.logIndex = index;
            log.blockHash = m_tip.hash;
            log.tx = hashNumbered((1ULL << 40) + quint64(m_made));
            log.token = m_token;
            m_fill(log, m_made++);
            batch.transfers.push_back(log);
        }
    }
    batch.scannedLogs = qint64(batch.transfers.size());
    return batch;
}

Account accountNumbered(quint64 number)
{
    Account account;
    account.size = 20;
    fillBytes(account.bytes.data(), 20, number + (1ULL << 50));
    return account;
}

Hash32 hashNumbered(quint64 number)
{
    Hash32 hash{};
    fillBytes(hash.data(), hash.size(), number);
    return hash;
}

void setUnits(Word32& word, quint64 units)
{
    word.fill(0);
    for (size_t i = 0; i < 8; ++i)
        word[31 - i] = static_cast<quint8>(units >> (8 * i));
}

} // namespace tieout::bench
