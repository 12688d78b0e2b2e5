// SPDX-License-Identifier: GPL-3.0-or-later
// QueueScript: a person at the window: steps one after the other, each an action and what is
// awaited. The milliseconds from the action to that moment are printed as "sample<TAB>KEY<TAB>MS".
// GUI thread.
#pragma once

#include "tests/bench/queuegauge.h"

#include <QString>
#include <QTimer>

#include <deque>

namespace tieout::bench {

// Lines for the bench program, which reads them from the window's process.
void printValue(const char* sort, const QString& key, double value);
void printNote(const QString& key, const QString& text);

struct QueueStep
{
    QString key; // empty: not printed
    std::function<void()> act;
    std::function<bool()> done;         // asked after each painting and each event
    std::chrono::milliseconds pause{5}; // before the next step
};

class QueueScript final : public QObject
{
    Q_OBJECT

public:
    // A step that takes longer ends the script.
    static constexpr std::chrono::seconds kLimit{60};

    QueueScript(QueueApplication& app, const QObject* painter);
    ~QueueScript() override;
    Q_DISABLE_COPY_MOVE(QueueScript)

    void add(QueueStep step) { m_steps.push_back(std::move(step)); }
    void addAct(std::function<void()> act);
    // Done at the first painting after the action that `shown` agrees to.
    void addPainted(const QString& key, std::function<void()> act, std::function<bool()> shown);
    // The first step began at `from`.
    void start(SteadyTime from);

    // Paintings since the action, or since they were forgotten.
    int paintings() const { return m_paintings; }
    void forgetPaintings() { m_paintings = 0; }

Q_SIGNALS:
    void finished(bool inTime);

private:
    void begin(SteadyTime from);
    void check();

    QueueApplication& m_app;
    std::deque<QueueStep> m_steps;
    SteadyTime m_from;
    QTimer m_next;
    QTimer m_late;
    bool m_waiting = false;
    int m_paintings = 0;
};

} // namespace tieout::bench
