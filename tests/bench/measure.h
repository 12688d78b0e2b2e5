// SPDX-License-Identifier: GPL-3.0-or-later
// Stopwatch: wall time, this process's CPU seconds (getrusage) and peak memory of a stretch of
// work, and the CPU seconds of another process, such as a database's server. Pauses keep
// preparations out.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace tieout::bench {

struct Sample
{
    double seconds = 0;
    double cpu = 0;       // of this process, all threads
    double serverCpu = 0; // of the process named to the stopwatch
    double peakMb = 0;    // the most that was resident, of this process
};

// CPU seconds that a process has used; 0 when it is not there.
double processCpu(qint64 pid);
double residentMb();
// CPU seconds of this process, all threads.
double ownCpu();
// Memory of this process that no file stands behind.
double anonymousMb();
// Runnable processes of the machine in the last minute: what else it is busy with.
double machineLoad();

class Stopwatch
{
public:
    // Runs from here. `server` 0: nobody else is watched.
    explicit Stopwatch(qint64 server = 0);

    void pause();
    void resume();
    Sample stop();

private:
    struct Reading
    {
        std::chrono::steady_clock::time_point at;
        double cpu = 0;
        double serverCpu = 0;
    };
    Reading read() const;

    qint64 m_server;
    Reading m_from;
    Sample m_sum;
    bool m_running = false;
};

// The sample with the median wall time.
Sample median(std::vector<Sample> samples);
// 0 to 1; `values` must not be empty.
double quantile(std::vector<double> values, double part);

} // namespace tieout::bench
