// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processes.h"

#include <QDeadlineTimer>
#include <QFile>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tieout::test {

quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    TIEOUT_CHECK(socket >= 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    TIEOUT_CHECK(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    TIEOUT_CHECK(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(socket);
    return ntohs(address.sin_port);
}

ChildProgram::~ChildProgram()
{
    stop();
}

Outcome ChildProgram::start(const QString& program, const QStringList& arguments)
{
    stop();
    m_process.setStandardOutputFile(outputPath(), QIODevice::Truncate);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_home.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        return fail(
            ErrorCode::Unavailable, u"child_not_started", program + m_process.errorString());
    return Done;
}

Result<QRegularExpressionMatch> ChildProgram::waitForLine(const QRegularExpression& pattern,
                                                          std::chrono::milliseconds limit)
{
    QRegularExpressionMatch match;
    const auto found = [&] {
        match = pattern.match(QString::fromUtf8(output()));
        return match.hasMatch();
    };
    if (auto ready = waitUntil(found, limit); !ready)
        return fail(ready.error());
    return match;
}

Outcome ChildProgram::waitUntil(const std::function<bool()>& ready, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (!ready()) {
        if (auto running = stillRunning(); !running)
            return running;
        if (deadline.hasExpired())
            return fail(ErrorCode::Unavailable, u"child_not_ready", QString::fromUtf8(output()));
        m_process.waitForFinished(20);
    }
    return Done;
}

Outcome ChildProgram::stillRunning() const
{
    if (isRunning())
        return Done;
    return fail(ErrorCode::Unavailable, u"child_ended", QString::fromUtf8(output()));
}

void ChildProgram::stop()
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(1000))
        kill();
}

void ChildProgram::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

QByteArray ChildProgram::output() const
{
    QFile file(outputPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A file and not a pipe, for a pipe that nobody reads would stop the child.
QString ChildProgram::outputPath() const
{
    return m_home.filePath(QStringLiteral("output"));
}

} // namespace tieout::test
