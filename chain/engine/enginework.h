// SPDX-License-Identifier: GPL-3.0-or-later
// The loops of an engine that belong to no rail: `commands` runs what people ask for, on PostgreSQL
// as soon as it is told, and sets a new sandbox up; `seal` alone gives journal entries their place
// in the chain. Each in its own thread with its own connection.
#pragma once

#include "chain/engine/sourcetests.h"
#include "model/store/changefeed.h"

#include <atomic>

namespace tieout {

class WriteGate;

struct EngineWorkSetup
{
    EngineSettings settings;
    WriteGate* gate = nullptr;
    qint64 epoch = 0;
    std::shared_ptr<SourceTestQueue> tests;
    EngineLog log;
};

class CommandsWork final : public LoopWork
{
public:
    static constexpr Duration kPoll{50};
    // While the change feed says when a command comes.
    static constexpr Duration kPollWhenTold{1'000};

    explicit CommandsWork(EngineWorkSetup setup)
        : m_setup(std::move(setup))
    {}

    QString name() const override { return QStringLiteral("commands"); }
    Outcome open() override;
    Result<StepOutcome> step(UtcTime now) override;
    void close() override;
    void wakeBy(const std::function<void()>& wake) override { m_wake = wake; }

private:
    void listen();
    Outcome setUpSandbox(UtcTime now);
    Outcome askForCorridors(UtcTime now);
    Result<bool> playAll(UtcTime now);
    Term term() const { return {*m_db, m_setup.epoch}; }

    EngineWorkSetup m_setup;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<EngineCommands> m_handler;
    UtcTime m_expiredAt;
    std::function<void()> m_wake; // empty where somebody steps in rounds
    std::atomic<bool> m_isTold = false;
    std::unique_ptr<ChangeBell> m_bell; // after what it rings
    bool m_sandboxReady = false;
    bool m_askedForCorridors = false;
};

class SealWork final : public LoopWork
{
public:
    explicit SealWork(EngineWorkSetup setup)
        : m_setup(std::move(setup))
    {}

    QString name() const override { return QStringLiteral("seal"); }
    Outcome open() override;
    Result<StepOutcome> step(UtcTime now) override;
    void close() override { m_db.reset(); }

private:
    EngineWorkSetup m_setup;
    std::unique_ptr<Database> m_db;
};

} // namespace tieout
