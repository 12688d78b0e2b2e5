// SPDX-License-Identifier: GPL-3.0-or-later
// ChildProgram: a real program that a test starts and that never outlives it. One thread. Readiness
// is a line of output or a check that is asked again until a deadline; a child that ends early is
// an error with its output in the detail (reasons child_not_started, child_ended, child_not_ready).
#pragma once

#include "model/domain/result.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <functional>

namespace tieout::test {

// A TCP port on the loopback that was free a moment ago.
quint16 freePort();

class ChildProgram
{
public:
    ChildProgram() = default;
    ~ChildProgram();
    Q_DISABLE_COPY_MOVE(ChildProgram)

    // The child's home and working directory are a temporary folder that goes with it.
    Outcome start(const QString& program, const QStringList& arguments);
    Result<QRegularExpressionMatch> waitForLine(const QRegularExpression& pattern,
                                                std::chrono::milliseconds limit = kStartLimit);
    Outcome waitUntil(const std::function<bool()>& ready,
                      std::chrono::milliseconds limit = kStartLimit);

    void stop(); // asks, then kills after a second
    void kill(); // SIGKILL, as in a crash
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray output() const; // everything it has printed so far, both streams

    static constexpr std::chrono::milliseconds kStartLimit{20'000};

private:
    Outcome stillRunning() const;
    QString outputPath() const;

    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace tieout::test
