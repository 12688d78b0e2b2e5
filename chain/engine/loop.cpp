// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/engine/loop.h"

#include <algorithm>
#include <exception>
#include <optional>

namespace tieout {

namespace {

constexpr Duration kFirstPause{250};
constexpr Duration kLongestPause{15'000};

bool needsNewConnection(const Error& error)
{
    return error.reason == u"connection_lost" || error.reason == u"database_unreachable";
}

} // namespace

Loop::Loop(std::unique_ptr<LoopWork> work, const Clock& clock, EngineLog log, OnEnd onEnd)
    : m_work(std::move(work))
    , m_clock(clock)
    , m_log(std::move(log))
    , m_onEnd(std::move(onEnd))
    , m_name(m_work->name())
{
    m_work->wakeBy([this] { wake(); });
}

Loop::~Loop()
{
    requestStop();
    join(Duration(0));
}

void Loop::start()
{
    const std::lock_guard lock(m_mutex);
    TIEOUT_CHECK(!m_thread.joinable());
    m_running = true;
    m_stop = false;
    m_thread = std::thread([this] { run(); });
}

void Loop::wake()
{
    const std::lock_guard lock(m_mutex);
    m_awake = true;
    m_changed.notify_all();
}

void Loop::requestStop()
{
    const std::lock_guard lock(m_mutex);
    m_stop = true;
    m_changed.notify_all();
}

bool Loop::join(Duration within)
{
    bool inTime = true;
    {
        std::unique_lock lock(m_mutex);
        inTime = m_changed.wait_for(lock, within, [this] { return !m_running; });
    }
    if (!inTime)
        m_work->interrupt();
    if (m_thread.joinable())
        m_thread.join();
    return inTime;
}

bool Loop::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_running;
}

bool Loop::isStopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

void Loop::waitFor(Duration pause)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, pause, [this] { return m_stop || m_awake; });
    m_awake = false;
}

std::optional<Duration> Loop::afterError(const Error& error, bool& isOpen, int& failures)
{
    // Cancelled because of it; a server may cancel a statement by itself, which is an error.
    if (error.code == ErrorCode::Cancelled && isStopping())
        return Duration(0);
    const bool end = m_work->isTheEnd(error);
    if (m_log) {
        m_log({end ? LogWeight::Error : LogWeight::Warning,
               end ? QStringLiteral("loop.ended") : QStringLiteral("loop.failed"),
               m_name,
               m_work->correlationId(),
               errorData(error)});
    }
    if (end) {
        if (m_onEnd)
            m_onEnd(error);
        return std::nullopt;
    }
    if (needsNewConnection(error) && isOpen) {
        m_work->close();
        isOpen = false;
    }
    const int doublings = std::min(failures++, 6);
    return std::min(kFirstPause * (1 << doublings), kLongestPause);
}

std::optional<Duration> Loop::stepOnce(bool& isOpen, int& failures)
{
    if (!isOpen) {
        if (const auto opened = m_work->open(); !opened)
            return afterError(opened.error(), isOpen, failures);
        isOpen = true;
    }
    const UtcTime now = m_clock.now();
    const auto stepped = m_work->step(now);
    if (!stepped)
        return afterError(stepped.error(), isOpen, failures);
    failures = 0;
    if (stepped->didWork)
        return Duration(0);
    return std::max(Duration(1), stepped->nextWake - m_clock.now());
}

void Loop::run()
{
    bool isOpen = false;
    int failures = 0;
    for (;;) {
        if (isStopping())
            break;
        std::optional<Duration> pause;
        try {
            pause = stepOnce(isOpen, failures);
        } catch (const std::exception& problem) {
            pause = afterError({ErrorCode::Internal,
                                QStringLiteral("exception"),
                                QString::fromUtf8(problem.what())},
                               isOpen,
                               failures);
        }
        if (!pause)
            break;
        if (pause->count() > 0)
            waitFor(*pause);
    }
    if (isOpen)
        m_work->close();
    const std::lock_guard lock(m_mutex);
    m_running = false;
    m_changed.notify_all();
}

} // namespace tieout
