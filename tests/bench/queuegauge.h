// SPDX-License-Identifier: GPL-3.0-or-later
// How a window's answers are timed. QueueApplication tells when the view has painted and when the
// GUI thread is free again; Heartbeat is what somebody who acts at any moment waits until the GUI
// thread gets to it, and samples the anonymous memory. GUI thread, but for the heart.
#pragma once

#include <QApplication>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tieout::bench {

using SteadyTime = std::chrono::steady_clock::time_point;

double millisecondsSince(SteadyTime from);

class QueueApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    // Called after each painting of this widget.
    void watchPaint(const QObject* painter, std::function<void()> painted);
    // Called after each event of the GUI thread.
    void watchTurns(std::function<void()> turned) { m_turned = std::move(turned); }

    // The event that took longest since the last call: its receiver's class, type and milliseconds.
    QString takeSlowest();

    bool notify(QObject* receiver, QEvent* event) override;

private:
    struct Slowest
    {
        const char* receiver = "";
        int event = 0;
        double ms = 0;
    };

    const QObject* m_painter = nullptr;
    std::function<void()> m_painted;
    std::function<void()> m_turned;
    Slowest m_slowest;
    int m_depth = 0;
};

class Heartbeat final : public QObject
{
public:
    static constexpr std::chrono::microseconds kBeat{2'000};

    Heartbeat();
    ~Heartbeat() override;
    Q_DISABLE_COPY_MOVE(Heartbeat)

    // Waits in ms since the last call. A block of n beats counts n times, as the n people would say
    // who act within it.
    std::vector<double> take();
    double mostAnonymousMb() const { return m_mostAnonymous; }

    bool event(QEvent* event) override;

private:
    void beat();

    std::vector<double> m_waits;
    std::atomic<bool> m_pending = false;
    SteadyTime m_sent;
    std::atomic<double> m_mostAnonymous = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace tieout::bench
