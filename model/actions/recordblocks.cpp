// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/recordblocks.h"

#include "model/actions/bindtransfers.h"
#include "model/actions/projection.h"
#include "model/actions/railjournal.h"
#include "model/crypto/hash.h"
#include "model/store/blocks.h"
#include "model/store/changefeed.h"
#include "model/store/coverage.h"
#include "model/store/failpoint.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr qint64 kDenseBelowFinal = 256; // every block above finalized − 256 keeps its row
constexpr qint64 kSparseStep = 16;       // and every sixteenth for ever below

// One batch on its way into the tables.
class BatchWriter
{
public:
    BatchWriter(Database& db, RailContext& rail, const BlockBatch& batch, UtcTime now)
        : m_db(db)
        , m_rail(rail)
        , m_batch(batch)
        , m_now(now)
    {}

    // `canonical` are rows that stand already (a backfill reads some blocks again).
    Outcome placeBlocks(const std::optional<qint64>& finalized, bool backfill)
    {
        auto returning = withdrawnBlocks(m_db, m_rail.rail().id, m_batch.from, m_batch.to);
        if (!returning)
            return fail(returning.error());
        for (const BlockRow& row : *returning)
            m_withdrawn.insert(toBytes(row.header.hash), row.id);
        auto next = nextBlockId(m_db, m_rail.rail().id);
        if (!next)
            return fail(next.error());
        qint64 id = *next;
        const qint64 denseFrom = finalized.value_or(-1) - kDenseBelowFinal;
        for (const BlockHeader& header : m_batch.headers) {
            if (backfill) {
                const auto known = keepKnown(header);
                if (!known)
                    return fail(known.error());
                if (*known)
                    continue;
            }
            if (auto done = placeOne(header, denseFrom, id); !done)
                return done;
        }
        return insertBlocks(m_db, m_rail.rail().id, m_newBlocks);
    }

    Outcome placeTransfers()
    {
        m_rows.reserve(m_batch.transfers.size());
        m_credits.reserve(m_batch.transfers.size());
        const TokenRow* last = nullptr;
        TokenRow token;
        for (const TransferLog& log : m_batch.transfers) {
            if (last == nullptr || !(token.account == log.token)) {
                auto known = m_rail.token(m_db, log.token);
                if (!known)
                    return fail(known.error());
                token = std::move(known).value();
                last = &token;
            }
            placeTransfer(log, token);
        }
        return insertTransfers(m_db, m_rows);
    }

    Result<BindSummary> bind() { return bindTransfers(m_db, m_rail, m_credits, m_now); }

    // Proves to the journal what was read: one digest over block hashes and log indexes in order.
    QByteArray digest() const
    {
        QByteArray bytes;
        bytes.reserve(static_cast<qsizetype>(m_batch.transfers.size()) * 36);
        for (const TransferLog& log : m_batch.transfers) {
            bytes.append(reinterpret_cast<const char*>(log.blockHash.data()), 32);
            bytes.append(reinterpret_cast<const char*>(&log.logIndex), sizeof log.logIndex);
        }
        return sha256Hex(bytes);
    }

    qint64 newTransfers() const { return static_cast<qint64>(m_rows.size()); }

private:
    // True when the canonical row of that height stands and is this block.
    Result<bool> keepKnown(const BlockHeader& header)
    {
        const auto row = blockAtOrBelow(m_db, m_rail.rail().id, header.number);
        if (!row)
            return fail(row.error());
        if (!*row || (*row)->header.number != header.number)
            return false;
        if ((*row)->header.hash != header.hash)
            return fail(ErrorCode::Conflict, u"block_differs", QString::number(header.number));
        m_known.insert(header.number, (*row)->id);
        return true;
    }

    Outcome placeOne(const BlockHeader& header, qint64 denseFrom, qint64& id)
    {
        const auto back = m_withdrawn.constFind(toBytes(header.hash));
        if (back != m_withdrawn.constEnd()) {
            m_ids.insert(header.number, *back);
            m_restored.insert(header.number);
            return restoreBlock(m_db, *back);
        }
        const bool keep = header.number >= denseFrom || header.number % kSparseStep == 0 ||
                          header.number == m_batch.to || header.number == m_batch.from ||
                          hasTransfers(header.number);
        if (!keep)
            return Done;
        m_newBlocks.push_back({id, header, std::nullopt});
        m_ids.insert(header.number, id++);
        return Done;
    }

    bool hasTransfers(qint64 number) const
    {
        const auto& all = m_batch.transfers;
        const auto at =
            std::lower_bound(all.begin(), all.end(), number, [](const TransferLog& log, qint64 n) {
                return log.block < n;
            });
        return at != all.end() && at->block == number;
    }

    void placeTransfer(const TransferLog& log, const TokenRow& token)
    {
        TransferRow row;
        const auto known = m_known.constFind(log.block);
        row.blockId = known != m_known.constEnd() ? *known : m_ids.value(log.block);
        TIEOUT_CHECK(row.blockId != 0);
        row.tokenId = token.id;
        const auto amount = Amount::fromWord(log.value.data(), token.decimals.value_or(0));
        row.raw = !amount.has_value();
        row.amount = amount.value_or(Amount(0, token.decimals.value_or(0)));
        row.log = &log;
        const auto& header = m_batch.headers[static_cast<size_t>(log.block - m_batch.from)];
        m_credits.push_back({&log, row.blockId, token, row.amount, row.raw, header.time});
        // A block that stood already has its transfers; what it lacks is compared by the caller.
        const bool stands =
            m_restored.contains(log.block) ||
            (known != m_known.constEnd() && m_present.contains({row.blockId, log.logIndex}));
        if (!stands)
            m_rows.push_back(row);
        else
            m_credits.back().blockId = row.blockId;
    }

public:
    Outcome learnPresent()
    {
        for (auto at = m_known.constBegin(); at != m_known.constEnd(); ++at) {
            const auto indexes = transferIndexes(m_db, at.value());
            if (!indexes)
                return fail(indexes.error());
            for (const qint32 index : *indexes)
                m_present.insert({at.value(), index});
        }
        return Done;
    }

private:
    Database& m_db;
    RailContext& m_rail;
    const BlockBatch& m_batch;
    UtcTime m_now;
    QHash<QByteArray, qint64> m_withdrawn; // by hash
    QHash<qint64, qint64> m_ids;           // by height: blocks placed now
    QHash<qint64, qint64> m_known;         // by height: rows that stood before
    QSet<qint64> m_restored;
    QSet<QPair<qint64, qint32>> m_present;
    std::vector<BlockRow> m_newBlocks;
    std::vector<TransferRow> m_rows;
    std::vector<Credit> m_credits;
};

Outcome writeCoverage(Database& db, const RailContext& rail, const BlockBatch& batch, UtcTime now)
{
    CoverageRow row;
    row.rail = rail.rail().id;
    row.from = batch.from;
    row.to = batch.to;
    row.endHash = batch.headers.back().hash;
    row.scope = batch.scope;
    row.filterVersion = rail.filterVersion();
    row.source = batch.source;
    row.readAt = now;
    return addCoverage(db, row);
}

Outcome demandCursor(const RailState& state, const BlockBatch& batch)
{
    TIEOUT_CHECK(!batch.headers.empty() && batch.headers.front().number == batch.from);
    if (state.cursorNumber < 0)
        return Done; // the very first reading
    const bool follows = state.cursorNumber == batch.from - 1 &&
                         state.cursorHash == toBytes(batch.headers.front().parent);
    if (!follows)
        return fail(ErrorCode::Conflict, u"cursor_moved", QString::number(state.cursorNumber));
    return Done;
}

Result<RecordSummary> finishBatch(Database& db,
                                  const RailContext& rail,
                                  const BlockBatch& batch,
                                  const BatchWriter& writer,
                                  const BindSummary& bound,
                                  RailState state,
                                  bool backfill,
                                  UtcTime now)
{
    if (auto done = writeCoverage(db, rail, batch, now); !done)
        return fail(done.error());
    const QJsonObject data{{QStringLiteral("from"), batch.from},
                           {QStringLiteral("to"), batch.to},
                           {QStringLiteral("end_hash"),
                            QString::fromLatin1(toBytes(batch.headers.back().hash).toHex())},
                           {QStringLiteral("transfers"), writer.newTransfers()},
                           {QStringLiteral("digest"), QString::fromLatin1(writer.digest())},
                           {QStringLiteral("source"), batch.source}};
    if (auto done = railEntry(
            db, state, rail.rail().name, backfill ? u"rail.backfill" : u"rail.read", data, now);
        !done)
        return fail(done.error());
    Cause cause;
    cause.now = now;
    cause.await = Cause::Await{rail.rail().id, batch.from, batch.to, !backfill};
    const auto projected = reproject(db, bound.payments, cause);
    if (!projected)
        return fail(projected.error());
    if (auto done = notifyChanged(db, idTexts(projected->changedIds)); !done)
        return fail(done.error());
    failpoint("record.before-end");
    return RecordSummary{static_cast<qint64>(batch.headers.size()),
                         writer.newTransfers(),
                         bound.bound,
                         projected->changed,
                         projected->changedIds};
}

Result<RecordSummary> recordInTransaction(
    Database& db, RailContext& rail, const BlockBatch& batch, bool backfill, UtcTime now)
{
    rail.forgetNew();
    auto state = readRailState(db, rail.rail().id);
    if (!state)
        return fail(state.error());
    if (!backfill) {
        if (auto follows = demandCursor(*state, batch); !follows)
            return fail(follows.error());
    }
    BatchWriter writer(db, rail, batch, now);
    if (auto done = writer.placeBlocks(state->finalized, backfill); !done)
        return fail(done.error());
    failpoint("record.after-blocks");
    if (auto done = writer.learnPresent(); !done)
        return fail(done.error());
    if (auto done = writer.placeTransfers(); !done)
        return fail(done.error());
    failpoint("record.after-transfers");
    const auto bound = writer.bind();
    if (!bound)
        return fail(bound.error());
    failpoint("record.after-bind");
    RailState next = *state;
    if (!backfill) {
        const BlockHeader& last = batch.headers.back();
        next.cursorNumber = last.number;
        next.cursorHash = toBytes(last.hash);
        next.cursorTime = last.time;
        next.headNumber = std::max(next.headNumber, last.number);
    }
    return finishBatch(db, rail, batch, writer, *bound, next, backfill, now);
}

} // namespace

Result<RecordSummary>
recordBlocks(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now)
{
    auto summary =
        inTerm(term, [&] { return recordInTransaction(term.db, rail, batch, false, now); });
    if (summary)
        rail.keepNew();
    return summary;
}

Result<RecordSummary>
recordBackfill(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now)
{
    auto summary =
        inTerm(term, [&] { return recordInTransaction(term.db, rail, batch, true, now); });
    if (summary)
        rail.keepNew();
    return summary;
}

} // namespace tieout
