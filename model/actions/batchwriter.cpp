// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/batchwriter.h"

#include "model/crypto/hash.h"
#include "model/store/failpoint.h"

#include <algorithm>

namespace tieout {

BatchWriter::BatchWriter(
    Database& db, RailContext& rail, const BlockBatch& batch, qint64 from, UtcTime now)
    : m_db(db)
    , m_rail(rail)
    , m_batch(batch)
    , m_from(from)
    , m_now(now)
    , m_firstLog(logsBefore(from))
    , m_next(from)
    , m_nextLog(m_firstLog)
{}

const BlockHeader& BatchWriter::header(qint64 number) const
{
    return m_batch.headers[static_cast<size_t>(number - m_batch.from)];
}

size_t BatchWriter::logsBefore(qint64 number) const
{
    const auto& all = m_batch.transfers;
    const auto at =
        std::lower_bound(all.begin(), all.end(), number, [](const TransferLog& log, qint64 n) {
            return log.block < n;
        });
    return static_cast<size_t>(at - all.begin());
}

Outcome BatchWriter::begin(const std::optional<qint64>& finalized, bool backfill)
{
    m_denseFrom = finalized.value_or(-1) - kDenseBelowFinal;
    const auto returning = withdrawnBlocks(m_db, m_rail.rail().id, m_from, m_batch.to);
    if (!returning)
        return fail(returning.error());
    for (const BlockRow& row : *returning)
        m_withdrawn.insert(toBytes(row.header.hash), row.id);
    const auto next = nextBlockId(m_db, m_rail.rail().id);
    if (!next)
        return fail(next.error());
    m_nextId = *next;
    auto atOwn = linksAtOwn(m_db, m_rail);
    if (!atOwn)
        return fail(atOwn.error());
    m_atOwn = std::move(atOwn).value();
    return backfill ? learnKnown() : Done;
}

Outcome BatchWriter::learnKnown()
{
    const auto rows = canonicalBlocks(m_db, m_rail.rail().id, m_from, m_batch.to);
    if (!rows)
        return fail(rows.error());
    for (const BlockRow& row : *rows) {
        const qint64 number = row.header.number;
        if (row.header.hash != header(number).hash)
            return fail(ErrorCode::Conflict, u"block_differs", QString::number(number));
        m_known.insert(number, row.id);
    }
    return Done;
}

Outcome BatchWriter::writeStretch(qint64 rows)
{
    m_newBlocks.clear();
    const qint64 first = m_next;
    const size_t firstLog = m_nextLog;
    for (qint64 written = 0; written < rows && !isAtEnd(); ++m_next) {
        const size_t before = m_nextLog;
        while (m_nextLog < m_batch.transfers.size() && m_batch.transfers[m_nextLog].block == m_next)
            ++m_nextLog;
        const bool keep = isDense(m_next) || m_nextLog > before;
        if (auto done = placeBlock(header(m_next), keep); !done)
            return done;
        written += 1 + static_cast<qint64>(m_nextLog - before);
    }
    if (auto done = insertBlocks(m_db, m_rail.rail().id, m_newBlocks); !done)
        return done;
    failpoint("record.after-blocks");
    if (auto done = learnPresent(first, to()); !done)
        return done;
    if (auto done = placeTransfers(firstLog, m_nextLog); !done)
        return done;
    failpoint("record.after-transfers");
    if (auto done = bind(); !done)
        return done;
    failpoint("record.after-bind");
    return Done;
}

bool BatchWriter::isDense(qint64 number) const
{
    return number >= m_denseFrom || number % kSparseStep == 0 || number == m_batch.from;
}

Outcome BatchWriter::keepEnd()
{
    m_newBlocks.clear();
    if (auto done = placeBlock(last(), true); !done)
        return done;
    return insertBlocks(m_db, m_rail.rail().id, m_newBlocks);
}

Outcome BatchWriter::placeBlock(const BlockHeader& header, bool keep)
{
    if (m_known.contains(header.number) || m_ids.contains(header.number))
        return Done;
    const auto back = m_withdrawn.constFind(toBytes(header.hash));
    if (back != m_withdrawn.constEnd()) {
        m_ids.insert(header.number, *back);
        m_restored.insert(header.number);
        return restoreBlock(m_db, *back);
    }
    if (!keep)
        return Done;
    m_newBlocks.push_back({m_nextId, header, std::nullopt});
    m_ids.insert(header.number, m_nextId++);
    return Done;
}

Outcome BatchWriter::learnPresent(qint64 first, qint64 last)
{
    m_present.clear();
    for (qint64 number = first; !m_known.isEmpty() && number <= last; ++number) {
        const auto known = m_known.constFind(number);
        if (known == m_known.constEnd())
            continue;
        const auto indexes = transferIndexes(m_db, *known);
        if (!indexes)
            return fail(indexes.error());
        for (const qint32 index : *indexes)
            m_present.insert({*known, index});
    }
    return Done;
}

Outcome BatchWriter::placeTransfers(size_t first, size_t end)
{
    m_rows.clear();
    m_credits.clear();
    m_rows.reserve(end - first);
    m_credits.reserve(end - first);
    const TokenRow* last = nullptr;
    TokenRow token;
    for (size_t i = first; i < end; ++i) {
        const TransferLog& log = m_batch.transfers[i];
        if (last == nullptr || !(token.account == log.token)) {
            auto known = m_rail.token(m_db, log.token);
            if (!known)
                return fail(known.error());
            token = std::move(known).value();
            last = &token;
        }
        placeTransfer(log, token);
    }
    m_newTransfers += static_cast<qint64>(m_rows.size());
    return insertTransfers(m_db, m_rows);
}

void BatchWriter::placeTransfer(const TransferLog& log, const TokenRow& token)
{
    TransferRow row;
    const auto known = m_known.constFind(log.block);
    const bool isKnown = known != m_known.constEnd();
    row.blockId = isKnown ? *known : m_ids.value(log.block);
    TIEOUT_CHECK(row.blockId != 0);
    row.tokenId = token.id;
    const auto amount = Amount::fromWord(log.value.data(), token.decimals.value_or(0));
    row.raw = !amount.has_value();
    row.amount = amount.value_or(Amount(0, token.decimals.value_or(0)));
    row.log = &log;
    // A block that stood already has its transfers; what it lacks is compared by the caller.
    const bool stands = m_restored.contains(log.block) ||
                        (isKnown && m_present.contains({row.blockId, log.logIndex}));
    m_credits.push_back(
        {&log, row.blockId, token, row.amount, row.raw, header(log.block).time, stands});
    if (!stands)
        m_rows.push_back(row);
}

Outcome BatchWriter::bind()
{
    auto bound = bindTransfers(m_db, m_rail, m_credits, m_atOwn, m_now);
    if (!bound)
        return fail(bound.error());
    m_bound += bound->bound;
    m_payments.insert(m_payments.end(), bound->payments.begin(), bound->payments.end());
    return Done;
}

QByteArray BatchWriter::digest() const
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_nextLog - m_firstLog) * 36);
    for (size_t i = m_firstLog; i < m_nextLog; ++i) {
        const TransferLog& log = m_batch.transfers[i];
        bytes.append(reinterpret_cast<const char*>(log.blockHash.data()), 32);
        bytes.append(reinterpret_cast<const char*>(&log.logIndex), sizeof log.logIndex);
    }
    return sha256Hex(bytes);
}

} // namespace tieout
