// SPDX-License-Identifier: GPL-3.0-or-later
// Engine: the loops of one process over one database, under one term of the lease. Started, it
// stands by until it holds the lease, beats it every three seconds, and stops all loops when the
// term is lost: two engines at once never both write. Without threads, stepOnce() does a round of
// everything in the caller's thread, for tests and for the command line. Public functions: the
// thread that made it; wake() and state() any.
#pragma once

#include "chain/engine/addressbook.h"
#include "chain/engine/enginework.h"
#include "chain/engine/railport.h"

#include <atomic>

namespace tieout {

enum class EngineState { Stopped, StandingBy, Running };

class Engine
{
public:
    struct Options
    {
        EngineLog log;
        WriteGate* gate = nullptr; // of the process's writers to a SQLite file; its own when null
        RailMaker maker;           // empty: by the rail's family
    };

    Engine(EngineSettings settings, const Clock& clock, Options options);
    ~Engine(); // stops
    Q_DISABLE_COPY_MOVE(Engine)

    // Checks schema and environment in the caller's thread, then starts the thread that takes the
    // lease. Reasons: those of Database::open, demandSchema and demandEnvironment.
    Outcome start();
    // Lets every loop end its step, then releases the lease. False when it took longer.
    bool stop(Duration within);
    void wake();
    EngineState state() const { return m_state.load(); }
    // Loops of rails that ended by themselves (the wrong network), for people.
    QStringList endedLoops() const;

    // One round of every loop: commands, each rail until it has caught up, seal. Takes the lease at
    // the first call. Answers whether anything was done. Reasons: lease_held and those of the
    // loops; a rail that doesn't answer is logged and doesn't stop the others.
    Result<bool> stepOnce(UtcTime now);
    // After stepOnce(): closes everything and releases the lease.
    Outcome finish();

    const EngineSettings& settings() const { return m_settings; }
    qint64 epoch() const { return m_epoch.load(); }

private:
    class Keeper; // the thread of the lease
    struct Round; // what stepOnce() keeps

    Outcome check() const;
    // In the first transaction of a term.
    Outcome setUp(Database& db, qint64 epoch, UtcTime now) const;
    std::vector<std::unique_ptr<LoopWork>> makeWorks(qint64 epoch) const;
    void startLoops(qint64 epoch);
    bool stopLoops(Duration within);
    void ended(const QString& loop, const Error& error);
    Outcome beginRound(UtcTime now);
    Result<bool> stepWork(size_t index, UtcTime now);
    QString holder() const;

    EngineSettings m_settings;
    const Clock& m_clock;
    Options m_options;
    std::unique_ptr<WriteGate> m_ownGate;
    std::atomic<EngineState> m_state = EngineState::Stopped;
    std::atomic<qint64> m_epoch = 0;
    std::atomic<bool> m_termLost = false;
    Guarded<std::vector<std::unique_ptr<Loop>>> m_loops;
    Guarded<QStringList> m_ended;
    std::unique_ptr<Loop> m_keeper;
    std::unique_ptr<Round> m_round;
};

} // namespace tieout
