// SPDX-License-Identifier: GPL-3.0-or-later
// StationStatus: what the frame of the window says about the whole: environment, rails with their
// heads, lag and sources, the engine's lease. Lives on the GUI thread; reads on the scan lane every
// two seconds and when it is asked to. A failed reading keeps the last values and says so.
#pragma once

#include "model/domain/clock.h"
#include "model/store/asyncstore.h"
#include "model/store/overview.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tieout {

struct SourceStatus
{
    QString name;
    QString operatorName;
    bool healthy = false;
    qint64 head = 0; // block number; 0 before the first answer
    int latencyMs = 0;
    qint64 requests = 0;
    qint64 failures = 0;
    QString lastError; // empty when the last request went well
    UtcTime retryAt;   // after failures: not asked before

    bool operator==(const SourceStatus&) const = default;
};

struct RailStatus
{
    qint64 rail = 0;
    QString name;
    qint64 head = -1;
    qint64 cursor = -1; // the last block that was read
    UtcTime headTime;
    UtcTime headSeenAt;
    bool healthy = false;
    QString healthReason;
    bool frozen = false;
    int sources = 0;
    int healthySources = 0;
    QString source; // the healthy one with the highest head
    std::vector<SourceStatus> sourceList;
    QString family; // evm, tron …
    QString chain;  // CAIP-2
    QString frozenReason;
    std::optional<UtcTime> frozenAt;
    std::optional<qint64> safe;
    std::optional<qint64> finalized;
    qint64 reorgs = 0; // seen so far
    qint64 deepestReorg = 0;
    CoverageSum coverage;

    bool operator==(const RailStatus&) const = default;
};

struct StationView
{
    QString environment; // sandbox, production
    QString databaseId;
    std::vector<RailStatus> rails;
    bool engineAlive = false;
    QString engineHolder;
    Duration engineSilence{0};
    qint64 engineEpoch = 0;

    bool operator==(const StationView&) const = default;
};

Result<StationView> readStation(Database& db);

class StationStatus final : public QObject
{
    Q_OBJECT

public:
    StationStatus(AsyncStore& store, const Clock& clock, QObject* parent = nullptr);

    void start();
    void refresh();
    const std::optional<StationView>& view() const { return m_view; }
    const std::optional<Error>& error() const { return m_error; }
    // Since when the database hasn't answered; nothing while it does.
    const std::optional<UtcTime>& lostSince() const { return m_lostSince; }
    UtcTime now() const { return m_clock.now(); }

Q_SIGNALS:
    void changed();

private:
    AsyncStore& m_store;
    const Clock& m_clock;
    QTimer m_timer;
    bool m_asking = false;
    std::optional<StationView> m_view;
    std::optional<Error> m_error;
    std::optional<UtcTime> m_lostSince;
};

} // namespace tieout
