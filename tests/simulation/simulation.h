// SPDX-License-Identifier: GPL-3.0-or-later
// Simulation: a seeded life of one rail with its watcher, payers, faults, reorganisations and
// restarts, on a clock of its own. The same seed gives the same life. One thread.
#pragma once

#include "chain/engine/sandboxport.h"
#include "chain/engine/watchwork.h"
#include "model/store/payments.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

#include <random>

namespace tieout::test {

struct SimulatedPayment
{
    PaymentId id;
    Account account;
    PolicySnapshot policy;
    bool hurried = false; // its deadline may pass: what counts is then not plain arithmetic
};

class Simulation
{
public:
    Simulation(TestDatabase& database, quint32 seed);
    ~Simulation();
    Q_DISABLE_COPY_MOVE(Simulation)

    // `ticks` of a few seconds each, then calm until everything is final.
    void live(int ticks);
    // The first invariant that doesn't hold, in words; empty when all do.
    QString broken();

    int reorgs() const { return m_reorgs; }
    int restarts() const { return m_restarts; }
    int payments() const { return static_cast<int>(m_payments.size()); }

private:
    void setUp();
    void openWatcher();
    void tick();
    void act();
    void pay();
    void send(const SimulatedPayment& payment, qint64 units, const QString& token);
    void reorganise();
    void disturb();
    void restart();
    void calm();
    void step();
    void seal();
    void acknowledge();
    int below(int bound);
    void addToChain(SandboxAction action);

    QString brokenChain();
    QString brokenPayments();
    QString brokenStories();
    QString brokenJournal();

    TestDatabase& m_database;
    std::unique_ptr<Database> m_db;
    FakeClock m_clock;
    std::mt19937 m_random;
    quint32 m_seed;
    std::shared_ptr<SandboxChain> m_chain;
    SandboxRail* m_rail = nullptr; // of the watcher's port
    std::unique_ptr<WatchWork> m_watch;
    RailRow m_row;
    MerchantId m_merchant;
    qint64 m_token = 0;
    std::vector<SimulatedPayment> m_payments;
    QStringList m_pendingKeys;
    int m_sent = 0;
    int m_reorgs = 0;
    int m_restarts = 0;
    QString m_problem;
};

} // namespace tieout::test
