// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginehost.h"

#include "model/store/workerthread.h"

namespace tieout {

// Everything in the host's thread; the engine dies there too, also when the host is dropped.
class EngineHost::Worker final : public QObject
{
public:
    Worker(Config config, const Clock& clock, WriteGate* gate)
        : m_config(std::move(config))
        , m_clock(clock)
        , m_gate(gate)
    {}

    ~Worker() override { stop(); }

    Outcome start()
    {
        auto engine = startEmbeddedEngine(m_config, m_clock, m_gate);
        if (!engine)
            return fail(engine.error());
        m_engine = std::move(engine).value();
        return Done;
    }

    bool stop()
    {
        if (!m_engine)
            return true;
        const bool inTime = m_engine->stop(kStopWithin);
        m_engine.reset();
        return inTime;
    }

private:
    Config m_config;
    const Clock& m_clock;
    WriteGate* m_gate;
    std::unique_ptr<Engine> m_engine;
};

EngineHost::EngineHost(const Config& config, const Clock& clock, WriteGate* gate, QObject* parent)
    : QObject(parent)
    , m_thread(std::make_unique<WorkerThread>(QStringLiteral("engine-host")))
    , m_worker(new Worker(config, clock, gate))
{
    m_thread->adopt(m_worker);
    m_thread->start();
}

EngineHost::~EngineHost() = default;

void EngineHost::start()
{
    m_running = true;
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            const Outcome outcome = m_worker->start();
            QMetaObject::invokeMethod(
                this,
                [this, outcome] {
                    m_running = m_running && outcome.has_value();
                    Q_EMIT started(outcome);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void EngineHost::stop()
{
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            const bool inTime = m_worker->stop();
            QMetaObject::invokeMethod(
                this,
                [this, inTime] {
                    m_running = false;
                    Q_EMIT stopped(inTime);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace tieout
