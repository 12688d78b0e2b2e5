// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemView: why a database isn't open and what can be done next. What may pass by itself is
// tried again, later each time, with the seconds shown and a button that ends it. GUI thread.
#pragma once

#include "model/domain/result.h"
#include "ui/theme/appearance.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tieout {

class Callout;

class ProblemView final : public QWidget
{
    Q_OBJECT

public:
    // Until the next attempt: 5 s, then twice as long each time up to a minute.
    static constexpr int kFirstWait = 5;
    static constexpr int kLongestWait = 60;

    explicit ProblemView(const Appearance& appearance, QWidget* parent = nullptr);

    // `database` is for people: without secrets. The same problem again waits longer.
    void setProblem(const Error& error, const QString& database);
    QString title() const;
    // The line about the next attempt; empty when there is none.
    QString countdown() const;
    bool isTrying() const { return m_second.isActive(); }
    // How long a second takes; for tests.
    void setSecond(std::chrono::milliseconds second) { m_second.setInterval(second); }

Q_SIGNALS:
    void retried();
    void leftForAnother();
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void planNext(const Error& error, const QString& problem);
    void showButtons(const Error& error);
    void tick();
    void stopTrying();
    void showCountdown();
    void tryNow();

    Callout* m_words;
    QLabel* m_title;
    QLabel* m_database;
    QLabel* m_reason;
    QWidget* m_waiting;
    QLabel* m_countdown;
    QPushButton* m_stop;
    QPushButton* m_retry;
    QPushButton* m_another;
    QTimer m_second;
    QString m_problem; // of which database, and which; by it a repetition is known
    int m_wait = 0;    // seconds from one attempt to the next; 0: it isn't tried by itself
    int m_left = 0;
    bool m_isStopped = false; // by the person, for this problem
};

} // namespace tieout
