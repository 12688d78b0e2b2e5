// SPDX-License-Identifier: GPL-3.0-or-later
// SourceTests: tries a source of a rail on a person's wish, in a loop of its own, for an address
// that hangs must hold up nobody, nor the engine's stop. Asks what the watcher asks: the network's
// identity, then its head.
#pragma once

#include "chain/commands/enginecommands.h"
#include "chain/engine/enginesettings.h"
#include "chain/engine/loop.h"
#include "chain/rails/rail.h"
#include "model/store/commandrows.h"

#include <deque>

namespace tieout {

class WriteGate;

// What waits to be tried. Any thread.
class SourceTestQueue
{
public:
    using Request = SourceTestRequest;

    void put(Request request);
    std::optional<Request> take();

private:
    Guarded<std::deque<Request>> m_waiting;
};

struct SourceTestSetup
{
    DatabaseAddress database;
    WriteGate* gate = nullptr;
    qint64 epoch = 0;
    std::vector<RailSettings> rails;
    std::shared_ptr<SourceTestQueue> queue;
};

class SourceTestWork final : public LoopWork
{
public:
    explicit SourceTestWork(SourceTestSetup setup)
        : m_setup(std::move(setup))
    {}

    QString name() const override { return QStringLiteral("source-tests"); }
    Outcome open() override;
    Result<StepOutcome> step(UtcTime now) override;
    void close() override { m_db.reset(); }
    // For ever: the engine stops. A test that is running is left to the next start, which fails it.
    void interrupt() override;

private:
    struct Trial
    {
        Rail* rail = nullptr; // that is being asked
        bool interrupted = false;
    };

    Result<QJsonObject> test(const SourceTestPayload& payload, UtcTime now) const;
    Result<QJsonObject> ask(Rail& rail, QJsonObject answer, UtcTime now) const;

    SourceTestSetup m_setup;
    std::unique_ptr<Database> m_db;
    Guarded<Trial> m_trial; // for interrupt() from another thread
};

} // namespace tieout
