// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queuegauge.h"

#include "tests/bench/measure.h"

#include <QThread>

namespace tieout::bench {

namespace {

constexpr auto kBeatEvent = QEvent::Type(QEvent::User + 77);
constexpr int kBeatsPerReading = 50;

} // namespace

double millisecondsSince(SteadyTime from)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from)
        .count();
}

void QueueApplication::watchPaint(const QObject* painter, std::function<void()> painted)
{
    m_painter = painter;
    m_painted = std::move(painted);
}

QString QueueApplication::takeSlowest()
{
    const Slowest slowest = std::exchange(m_slowest, {});
    return QStringLiteral("%1 ms in event %2 of %3")
        .arg(slowest.ms, 0, 'f', 1)
        .arg(slowest.event)
        .arg(QLatin1String(slowest.receiver));
}

bool QueueApplication::notify(QObject* receiver, QEvent* event)
{
    // Events of the store's threads come through here as well.
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const bool paint = event->type() == QEvent::Paint && receiver == m_painter;
    const Slowest now{receiver->metaObject()->className(), event->type()};
    const SteadyTime from = std::chrono::steady_clock::now();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    if (const double ms = millisecondsSince(from); m_depth == 0 && ms > m_slowest.ms)
        m_slowest = {now.receiver, now.event, ms};
    if (paint && m_painted)
        m_painted();
    if (m_depth == 0 && m_turned)
        m_turned();
    return handled;
}

Heartbeat::Heartbeat()
    : m_thread([this] { beat(); })
{}

Heartbeat::~Heartbeat()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_wake.notify_all();
    }
    m_thread.join();
}

std::vector<double> Heartbeat::take()
{
    return std::exchange(m_waits, {});
}

bool Heartbeat::event(QEvent* event)
{
    if (event->type() != kBeatEvent)
        return QObject::event(event);
    const double beat = std::chrono::duration<double, std::milli>(kBeat).count();
    for (double wait = millisecondsSince(m_sent); wait > 0; wait -= beat)
        m_waits.push_back(wait);
    m_pending = false;
    return true;
}

void Heartbeat::beat()
{
    auto next = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    for (int beats = 0; !m_stopped; ++beats) {
        if (!m_pending) {
            m_sent = std::chrono::steady_clock::now();
            m_pending = true;
            QCoreApplication::postEvent(this, new QEvent(kBeatEvent));
        }
        if (beats % kBeatsPerReading == 0)
            m_mostAnonymous = std::max<double>(m_mostAnonymous, anonymousMb());
        next = std::max(next + kBeat, std::chrono::steady_clock::now());
        m_wake.wait_until(lock, next, [this] { return m_stopped; });
    }
}

} // namespace tieout::bench
