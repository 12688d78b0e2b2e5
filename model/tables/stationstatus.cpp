// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/stationstatus.h"

#include "model/store/environment.h"
#include "model/store/lease.h"
#include "model/store/rails.h"

namespace tieout {

namespace stationstatus {

constexpr std::chrono::milliseconds kPeriod{2'000};

Result<RailStatus> readRail(Database& db, const RailRow& rail, const RailState* state)
{
    RailStatus status;
    status.rail = rail.id;
    status.name = rail.name;
    status.family = rail.family;
    status.chain = rail.chain;
    if (state) {
        status.head = state->headNumber;
        status.cursor = state->cursorNumber;
        status.headTime = state->headTime;
        status.headSeenAt = state->headSeenAt;
        status.healthy = state->healthy;
        status.healthReason = state->healthReason;
        status.frozen = state->frozenAt.has_value();
        status.frozenReason = state->frozenReason;
        status.frozenAt = state->frozenAt;
        status.safe = state->safe;
        status.finalized = state->finalized;
        status.reorgs = state->reorgs;
        status.deepestReorg = state->deepestReorg;
    }
    const auto coverage = coverageSum(db, rail.id);
    if (!coverage)
        return fail(coverage.error());
    status.coverage = *coverage;
    const auto sources = readSourceHealth(db, rail.id);
    if (!sources)
        return fail(sources.error());
    qint64 best = -1;
    for (const SourceHealthRow& source : *sources) {
        ++status.sources;
        status.sourceList.push_back({source.name,
                                     source.operatorName,
                                     source.healthy,
                                     source.head,
                                     source.latencyMs,
                                     source.requests,
                                     source.failures,
                                     source.lastError,
                                     source.retryAt});
        if (!source.healthy)
            continue;
        ++status.healthySources;
        if (source.head > best) {
            best = source.head;
            status.source = source.name;
        }
    }
    return status;
}

} // namespace stationstatus

Result<StationView> readStation(Database& db)
{
    const auto environment = readEnvironment(db);
    if (!environment)
        return fail(environment.error());
    const auto rails = readRails(db);
    if (!rails)
        return fail(rails.error());
    const auto states = readRailStates(db);
    if (!states)
        return fail(states.error());
    const auto lease = readLease(db);
    if (!lease)
        return fail(lease.error());
    StationView view;
    view.environment = environment->name;
    view.databaseId = environment->databaseId;
    view.engineAlive = lease->isHeld;
    view.engineHolder = lease->holder;
    view.engineSilence = lease->age;
    view.engineEpoch = lease->epoch;
    for (const RailRow& rail : *rails) {
        const RailState* state = nullptr;
        for (const RailState& each : *states) {
            if (each.rail == rail.id)
                state = &each;
        }
        const auto status = stationstatus::readRail(db, rail, state);
        if (!status)
            return fail(status.error());
        view.rails.push_back(*status);
    }
    return view;
}

StationStatus::StationStatus(AsyncStore& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_timer.setInterval(stationstatus::kPeriod);
    connect(&m_timer, &QTimer::timeout, this, &StationStatus::refresh);
    // A lane that lost its connection is no proof that all did: ask at once.
    connect(&store, &AsyncStore::connectionChanged, this, &StationStatus::refresh);
}

void StationStatus::start()
{
    m_timer.start();
    refresh();
}

void StationStatus::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_store.run(AsyncStore::Lane::Scan, &readStation)
        .then(this, [this](const Result<StationView>& answer) {
            if (!answer && answer.error().code == ErrorCode::Cancelled) {
                // The lane was cleared for a newer list; this question still stands.
                m_asking = false;
                return refresh();
            }
            if (answer) {
                m_view = *answer;
                m_error.reset();
                m_lostSince.reset();
            } else {
                m_error = answer.error();
                if (m_error->code == ErrorCode::Unavailable && !m_lostSince)
                    m_lostSince = m_clock.now();
            }
            m_asking = false;
            Q_EMIT changed();
        });
}

} // namespace tieout
