// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queuescript.h"

#include <cstdio>

namespace tieout::bench {

void printValue(const char* sort, const QString& key, double value)
{
    std::printf("%s\t%s\t%.3f\n", sort, qPrintable(key), value);
    std::fflush(stdout);
}

void printNote(const QString& key, const QString& text)
{
    std::printf("note\t%s\t%s\n", qPrintable(key), qPrintable(text));
    std::fflush(stdout);
}

QueueScript::QueueScript(QueueApplication& app, const QObject* painter)
    : m_app(app)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { begin(std::chrono::steady_clock::now()); });
    m_late.setSingleShot(true);
    m_late.setInterval(kLimit);
    connect(&m_late, &QTimer::timeout, this, [this] {
        m_waiting = false;
        printValue("late", m_steps.front().key, millisecondsSince(m_from));
        Q_EMIT finished(false);
    });
    app.watchPaint(painter, [this] {
        ++m_paintings;
        check();
    });
    app.watchTurns([this] { check(); });
}

QueueScript::~QueueScript()
{
    m_app.watchPaint(nullptr, {});
    m_app.watchTurns({});
}

void QueueScript::addAct(std::function<void()> act)
{
    add({{}, std::move(act), [] { return true; }});
}

void QueueScript::addPainted(const QString& key,
                             std::function<void()> act,
                             std::function<bool()> shown)
{
    add({key, std::move(act), [this, shown = std::move(shown)] {
             return m_paintings > 0 && shown();
         }});
}

void QueueScript::start(SteadyTime from)
{
    begin(from);
}

void QueueScript::begin(SteadyTime from)
{
    m_from = from;
    m_paintings = 0;
    m_late.start();
    if (m_steps.front().act)
        m_steps.front().act();
    m_waiting = true;
    check();
}

void QueueScript::check()
{
    if (!m_waiting || !m_steps.front().done())
        return;
    m_waiting = false;
    m_late.stop();
    const QueueStep step = std::move(m_steps.front());
    m_steps.pop_front();
    if (!step.key.isEmpty())
        printValue("sample", step.key, millisecondsSince(m_from));
    if (m_steps.empty())
        Q_EMIT finished(true);
    else
        m_next.start(step.pause);
}

} // namespace tieout::bench
