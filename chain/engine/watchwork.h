// SPDX-License-Identifier: GPL-3.0-or-later
// WatchWork: the loop of one rail. At start it checks whom it speaks to, loads what it looks for
// and closes gaps; each step polls the head, follows the chain, promotes, reads a slice of what is
// to be read again, and looks into the mempool. A step that fails says so after all that doesn't
// depend on it: a mempool that isn't answered delays no promotion; a gap that can't be read is a
// gap still, over which nothing is promoted. A network that isn't the one configured opens
// ENV-MISMATCH and ends the loop. Everything but interrupt() in the watch thread.
#pragma once

#include "chain/engine/addressbook.h"
#include "chain/engine/loop.h"
#include "chain/engine/mempoolwatch.h"
#include "chain/engine/railhealth.h"
#include "chain/engine/secondlook.h"

namespace tieout {

class WriteGate;

struct WatchSetup
{
    DatabaseAddress database;
    WriteGate* gate = nullptr; // null on PostgreSQL
    qint64 epoch = 0;
    RailSettings settings;
    RailMaker maker;
    std::shared_ptr<AddressBook> book; // expects this rail already
    EngineLog log;
};

class WatchWork final : public LoopWork
{
public:
    // Blocks are read for at most this long in one step.
    static constexpr Duration kBudget{1'000};

    WatchWork(WatchSetup setup, const Clock& clock);
    ~WatchWork() override;

    QString name() const override { return QStringLiteral("watch-") + m_setup.settings.name; }
    QString correlationId() const override { return railSubject(m_setup.settings.name); }
    Outcome open() override;
    Result<StepOutcome> step(UtcTime now) override;
    void close() override;
    void interrupt() override;
    bool isTheEnd(const Error& error) const override;

    // For tests, in the watch thread.
    RailPort* port() { return m_port.get(); }

private:
    struct Parts; // what lives between open() and close()

    Outcome prepare(UtcTime now);
    Outcome refresh();
    Outcome connect(UtcTime now);
    Outcome checkGenesis(UtcTime now);
    Outcome mismatch(const Error& error, UtcTime now);
    Result<StepOutcome> work(UtcTime now);
    // What a failed poll says of the rail and its sources is written; answers the error.
    Failure failed(const Error& error, UtcTime now);
    Result<bool> readAgain(const FollowOutcome& outcome, UtcTime now);
    Duration poll() const;

    WatchSetup m_setup;
    const Clock& m_clock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<RailPort> m_port;
    Guarded<RailPort*> m_shared; // m_port, for interrupt() from another thread
    WatchSet m_watched;
    std::unique_ptr<Parts> m_parts;
    QString m_fingerprint;
    bool m_connected = false;
};

} // namespace tieout
