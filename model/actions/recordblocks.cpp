// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/actions/recordblocks.h"

#include "model/actions/batchwriter.h"
#include "model/actions/projection.h"
#include "model/actions/railjournal.h"
#include "model/store/changefeed.h"
#include "model/store/coverage.h"
#include "model/store/failpoint.h"
#include "model/store/writegate.h"

#include <algorithm>

namespace tieout {

namespace {

// Payments that have got transfers wait for their projection, and so does whoever waits for us: no
// more of them than are worked off in some 20 ms.
constexpr size_t kMostUnprojected = 200;

// Writes a batch from the block `from` on until it ends or somebody else's turn has come: a
// transaction of its own, complete up to its last block.
class PartRecorder
{
public:
    PartRecorder(Database& db,
                 RailContext& rail,
                 const BlockBatch& batch,
                 qint64 from,
                 bool backfill,
                 UtcTime now)
        : m_db(db)
        , m_rail(rail)
        , m_batch(batch)
        , m_backfill(backfill)
        , m_now(now)
        , m_writer(db, rail, batch, from, now)
        , m_projectedTo(from - 1)
    {}

    Result<RecordSummary> run(const BulkTurn& turn)
    {
        m_rail.forgetNew();
        auto state = readRailState(m_db, m_rail.rail().id);
        if (!state)
            return fail(state.error());
        if (auto follows = demandCursor(*state); !follows)
            return fail(follows.error());
        if (auto done = write(*state, turn); !done)
            return fail(done.error());
        if (auto done = finish(std::move(state).value()); !done)
            return fail(done.error());
        failpoint("record.before-end");
        m_summary.blocks = m_writer.to() - m_writer.from() + 1;
        m_summary.transfers = m_writer.newTransfers();
        m_summary.bound = m_writer.bound();
        return std::move(m_summary);
    }

private:
    Outcome demandCursor(const RailState& state) const
    {
        if (m_backfill || state.cursorNumber < 0)
            return Done; // the very first reading
        const qint64 from = m_writer.from();
        const auto& first = m_batch.headers[static_cast<size_t>(from - m_batch.from)];
        const bool follows =
            state.cursorNumber == from - 1 && state.cursorHash == toBytes(first.parent);
        if (!follows)
            return fail(ErrorCode::Conflict, u"cursor_moved", QString::number(state.cursorNumber));
        return Done;
    }

    Outcome write(const RailState& state, const BulkTurn& turn)
    {
        if (auto done = m_writer.begin(state.finalized, m_backfill); !done)
            return done;
        do {
            if (auto done = m_writer.writeStretch(turn.rowsPerLook()); !done)
                return done;
            if (m_writer.payments() >= kMostUnprojected) {
                if (auto done = project(); !done)
                    return done;
            }
        } while (!m_writer.isAtEnd() && !turn.isOver());
        return m_writer.keepEnd();
    }

    Outcome finish(RailState state)
    {
        if (auto done = writeCoverage(); !done)
            return done;
        const BlockHeader& last = m_writer.last();
        if (!m_backfill) {
            state.cursorNumber = last.number;
            state.cursorHash = toBytes(last.hash);
            state.cursorTime = last.time;
            state.headNumber = std::max(state.headNumber, last.number);
        }
        const QJsonObject data{
            {QStringLiteral("from"), m_writer.from()},
            {QStringLiteral("to"), m_writer.to()},
            {QStringLiteral("end_hash"), QString::fromLatin1(toBytes(last.hash).toHex())},
            {QStringLiteral("transfers"), m_writer.newTransfers()},
            {QStringLiteral("digest"), QString::fromLatin1(m_writer.digest())},
            {QStringLiteral("source"), m_batch.source}};
        if (auto done = railEntry(m_db,
                                  state,
                                  m_rail.rail().name,
                                  m_backfill ? u"rail.backfill" : u"rail.read",
                                  data,
                                  m_now);
            !done)
            return done;
        return project();
    }

    Outcome writeCoverage()
    {
        CoverageRow row;
        row.rail = m_rail.rail().id;
        row.from = m_writer.from();
        row.to = m_writer.to();
        row.endHash = m_writer.last().hash;
        row.scope = m_batch.scope;
        row.filterVersion = m_rail.filterVersion();
        row.source = m_batch.source;
        row.readAt = m_now;
        return addCoverage(m_db, row);
    }

    Outcome project()
    {
        Cause cause;
        cause.now = m_now;
        cause.await = Cause::Await{m_rail.rail().id, m_projectedTo + 1, m_writer.to(), !m_backfill};
        m_projectedTo = m_writer.to();
        const auto projected = reproject(m_db, m_writer.takePayments(), cause);
        if (!projected)
            return fail(projected.error());
        m_summary.payments += projected->changed;
        m_summary.changed.insert(
            m_summary.changed.end(), projected->changedIds.begin(), projected->changedIds.end());
        return notifyChanged(m_db, idTexts(projected->changedIds));
    }

    Database& m_db;
    RailContext& m_rail;
    const BlockBatch& m_batch;
    const bool m_backfill;
    const UtcTime m_now;
    BatchWriter m_writer;
    qint64 m_projectedTo;
    RecordSummary m_summary;
};

void add(RecordSummary& all, const RecordSummary& part)
{
    all.blocks += part.blocks;
    all.transfers += part.transfers;
    all.bound += part.bound;
    all.payments += part.payments;
    all.changed.insert(all.changed.end(), part.changed.begin(), part.changed.end());
}

Result<RecordSummary>
record(const Term& term, RailContext& rail, const BlockBatch& batch, bool backfill, UtcTime now)
{
    TIEOUT_CHECK(!batch.headers.empty() && batch.headers.front().number == batch.from);
    RecordSummary all;
    qint64 from = batch.from;
    while (true) {
        BulkTurn turn(term.db.writeGate());
        const auto part = inTerm(term, [&] {
            turn.begin();
            return PartRecorder(term.db, rail, batch, from, backfill, now).run(turn);
        });
        if (!part)
            return fail(part.error());
        rail.keepNew();
        add(all, *part);
        turn.leaveGap();
        from += part->blocks;
        if (from > batch.to)
            return all;
    }
}

} // namespace

Result<RecordSummary>
recordBlocks(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now)
{
    return record(term, rail, batch, false, now);
}

Result<RecordSummary>
recordBackfill(const Term& term, RailContext& rail, const BlockBatch& batch, UtcTime now)
{
    return record(term, rail, batch, true, now);
}

} // namespace tieout
