// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include "model/domain/check.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace tieout::bench {

namespace {

// A line of /proc/self/status in MB.
double statusMb(const char* key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(qstrlen(key)).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

// The kernel's high-water mark begins anew at what is resident now.
void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace

double ownCpu()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return double(t.tv_sec) + double(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double processCpu(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    // Fields after the name in parentheses, which may hold spaces: utime and stime are the 12th
    // and 13th of them.
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    return ticks / double(sysconf(_SC_CLK_TCK));
}

double residentMb()
{
    return statusMb("VmRSS:");
}

double anonymousMb()
{
    return statusMb("RssAnon:");
}

double machineLoad()
{
    double minutes[3]{};
    return getloadavg(minutes, 3) > 0 ? minutes[0] : 0;
}

Stopwatch::Stopwatch(qint64 server)
    : m_server(server)
{
    resetPeak();
    resume();
}

Stopwatch::Reading Stopwatch::read() const
{
    return {std::chrono::steady_clock::now(), ownCpu(), processCpu(m_server)};
}

void Stopwatch::resume()
{
    TIEOUT_CHECK(!m_running);
    m_running = true;
    m_from = read();
}

void Stopwatch::pause()
{
    TIEOUT_CHECK(m_running);
    m_running = false;
    const Reading to = read();
    m_sum.seconds += std::chrono::duration<double>(to.at - m_from.at).count();
    m_sum.cpu += to.cpu - m_from.cpu;
    m_sum.serverCpu += to.serverCpu - m_from.serverCpu;
}

Sample Stopwatch::stop()
{
    if (m_running)
        pause();
    m_sum.peakMb = statusMb("VmHWM:");
    return m_sum;
}

Sample median(std::vector<Sample> samples)
{
    TIEOUT_CHECK(!samples.empty());
    std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
        return a.seconds < b.seconds;
    });
    return samples[samples.size() / 2];
}

double quantile(std::vector<double> values, double part)
{
    TIEOUT_CHECK(!values.empty());
    std::sort(values.begin(), values.end());
    const auto at = static_cast<size_t>(part * double(values.size()));
    return values[std::min(at, values.size() - 1)];
}

} // namespace tieout::bench
