// SPDX-License-Identifier: GPL-3.0-or-later
// BatchWriter: the rows of one part of a batch on their way into the tables, stretch by stretch of
// whole blocks: blocks, transfers, and the payments that they belong to. Inside the caller's
// transaction, for one transaction; used by recordBlocks alone.
#pragma once

#include "model/actions/bindtransfers.h"
#include "model/store/blocks.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tieout {

class BatchWriter
{
public:
    // Begins with the block `from` of the batch.
    BatchWriter(Database& db, RailContext& rail, const BlockBatch& batch, qint64 from, UtcTime now);

    // First of all. A backfill learns what stands already of all that is left of the batch, and is
    // refused (Conflict, block_differs) before anything of it is written.
    Outcome begin(const std::optional<qint64>& finalized, bool backfill);
    // The next blocks, until they have so many rows at least or the batch ends.
    Outcome writeStretch(qint64 rows);
    // Last of all: the block at the end has a row, wherever the part ends.
    Outcome keepEnd();

    bool isAtEnd() const { return m_next > m_batch.to; }
    qint64 from() const { return m_from; }
    qint64 to() const { return m_next - 1; }
    const BlockHeader& last() const { return header(to()); }
    qint64 newTransfers() const { return m_newTransfers; }
    qint64 bound() const { return m_bound; }
    // Payments that got transfers since this was asked the last time; may repeat.
    std::vector<PaymentId> takePayments() { return std::exchange(m_payments, {}); }
    size_t payments() const { return m_payments.size(); }
    // Proves to the journal what was read: over block hashes and log indexes in order.
    QByteArray digest() const;

private:
    const BlockHeader& header(qint64 number) const;
    size_t logsBefore(qint64 number) const;
    Outcome learnKnown();
    Outcome placeBlock(const BlockHeader& header, bool keep);
    Outcome insertPlaced();
    Outcome learnPresent(qint64 first, qint64 last);
    Outcome placeTransfers(size_t first, size_t end);
    void placeTransfer(const TransferLog& log, const TokenRow& token);
    Outcome bind();
    bool isDense(qint64 number) const;

    Database& m_db;
    RailContext& m_rail;
    const BlockBatch& m_batch;
    const qint64 m_from;
    const UtcTime m_now;
    const size_t m_firstLog;
    qint64 m_next; // the first block that isn't written
    size_t m_nextLog;
    qint64 m_denseFrom = 0;
    qint64 m_nextId = 0;
    qint64 m_newTransfers = 0;
    qint64 m_bound = 0;
    std::vector<PaymentId> m_payments;
    QHash<QByteArray, qint64> m_withdrawn; // by hash
    QHash<qint64, qint64> m_known;         // by height: rows that stood before
    QHash<qint64, qint64> m_ids;           // by height: blocks placed now
    QSet<qint64> m_restored;
    PeopleLinks m_atOwn;
    // Of one stretch.
    QSet<QPair<qint64, qint32>> m_present;
    std::vector<BlockRow> m_newBlocks;
    std::vector<TransferRow> m_rows;
    std::vector<Credit> m_credits;
};

} // namespace tieout
