// SPDX-License-Identifier: GPL-3.0-or-later
// Loop: a thread that repeats one synchronous step until it is told to stop. The work is what tests
// call directly; here are only waking, waiting, stopping and the edge of the thread, where an
// exception ends instead of the program. An error is logged and tried again with growing pauses; a
// lost term, or what the work calls the end, ends the loop. Public functions: any thread.
#pragma once

#include "chain/engine/enginelog.h"
#include "model/domain/clock.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace tieout {

// A value that several loops share: it is only touched inside use(), which must be short and may
// not be nested.
template<class T>
class Guarded
{
public:
    template<class Work>
    auto use(Work&& work) const
    {
        const std::lock_guard lock(m_mutex);
        return work(m_value);
    }

private:
    mutable std::mutex m_mutex;
    mutable T m_value{};
};

struct StepOutcome
{
    bool didWork = false; // there is more: step again at once
    UtcTime nextWake;
};

// Everything but interrupt() in one thread, which opens what it needs and closes it.
class LoopWork
{
public:
    virtual ~LoopWork() = default;
    virtual QString name() const = 0;
    // What its lines in the log are about; empty when that is nothing of its own.
    virtual QString correlationId() const { return {}; }
    virtual Outcome open() = 0;
    virtual Result<StepOutcome> step(UtcTime now) = 0;
    virtual void close() = 0; // open() may follow
    // Any thread: makes a call that waits return soon.
    virtual void interrupt() {}
    // What wakes its loop, for work that hears of news by itself; called once, before open(), and
    // never where somebody steps in rounds. `wake` may be called from any thread until close().
    virtual void wakeBy(const std::function<void()>& wake) { Q_UNUSED(wake) }
    // Errors after which it makes no sense to go on.
    virtual bool isTheEnd(const Error& error) const { return error.reason == u"lease_lost"; }
};

class Loop
{
public:
    using OnEnd = std::function<void(const Error&)>;

    // `onEnd` is called in the loop's thread when an error ended it.
    Loop(std::unique_ptr<LoopWork> work, const Clock& clock, EngineLog log, OnEnd onEnd = {});
    ~Loop(); // stops and waits
    Q_DISABLE_COPY_MOVE(Loop)

    void start();
    void wake();
    void requestStop();
    // False when it wasn't in time: then its calls are interrupted and it is waited for.
    bool join(Duration within);
    bool isRunning() const;
    const QString& name() const { return m_name; }

private:
    void run();
    // The pause until the next try; nothing when the loop has ended.
    std::optional<Duration> stepOnce(bool& isOpen, int& failures);
    std::optional<Duration> afterError(const Error& error, bool& isOpen, int& failures);
    void waitFor(Duration pause);
    bool isStopping() const;

    std::unique_ptr<LoopWork> m_work;
    const Clock& m_clock;
    EngineLog m_log;
    OnEnd m_onEnd;
    QString m_name;
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_awake = false;
    bool m_running = false;
};

} // namespace tieout
