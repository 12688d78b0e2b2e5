// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/overviewrail.h"

namespace tieout {

Result<RailDetail> readRailDetail(Database& db, qint64 rail, const QString& account)
{
    RailDetail detail;
    detail.rail = rail;
    auto sum = coverageSum(db, rail);
    if (!sum)
        return fail(sum.error());
    detail.coverage = *sum;
    auto gaps = innerGaps(db, rail, RailRecord::kMostGaps);
    if (!gaps)
        return fail(gaps.error());
    detail.gaps = std::move(gaps).value();
    auto parts = coverageParts(db, rail, RailRecord::kMostParts);
    if (!parts)
        return fail(parts.error());
    detail.parts = std::move(parts).value();
    const auto backfills = listBackfills(db, 10 * RailRecord::kMostBackfills);
    if (!backfills)
        return fail(backfills.error());
    for (const BackfillRow& row : *backfills) {
        if (row.rail == rail && detail.backfills.size() < size_t(RailRecord::kMostBackfills))
            detail.backfills.push_back(row);
    }
    const auto powers = readPowers(db, account);
    if (!powers)
        return fail(powers.error());
    detail.backfillRole = powers->classFor(u"rail.backfill");
    return detail;
}

RailRecord::RailRecord(AsyncStore& store, QString account, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_account(std::move(account))
{}

void RailRecord::show(qint64 rail)
{
    if (rail != m_rail) {
        ++m_generation;
        m_asking = false;
        m_rail = rail;
        m_detail.reset();
        m_error.reset();
    }
    reload();
}

void RailRecord::reload()
{
    if (m_rail == 0)
        return;
    m_again = m_asking;
    if (!m_asking)
        read();
}

void RailRecord::read()
{
    m_asking = true;
    m_store
        .run(AsyncStore::Lane::Page,
             [rail = m_rail, account = m_account](Database& db) {
                 return readRailDetail(db, rail, account);
             })
        .then(this, [this, generation = m_generation](const Result<RailDetail>& answer) {
            if (generation != m_generation)
                return;
            if (answer) {
                m_detail = *answer;
                m_error.reset();
            } else if (answer.error().code == ErrorCode::Cancelled) {
                m_again = true;
            } else {
                m_error = answer.error();
            }
            m_asking = false;
            Q_EMIT changed();
            if (generation == m_generation && std::exchange(m_again, false))
                read();
        });
}

} // namespace tieout
