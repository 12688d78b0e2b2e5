// SPDX-License-Identifier: GPL-3.0-or-later
// Benchmarks by name, and what each is given: how large, how often, the nodes to read from and the
// report to write into. A benchmark that can't run says so in the report. One thread calls them.
#pragma once

#include "model/domain/result.h"
#include "model/store/database.h"
#include "tests/bench/report.h"

namespace tieout::bench {

class ChainLab;

struct Setting
{
    double scale = 1;
    int runs = 3;
    ChainLab& lab;
    Report& report;

    // `full` shrunk by the scale, at least `least`.
    int sized(int full, int least = 1) const
    {
        return std::max(least, static_cast<int>(double(full) * scale));
    }
};

struct Benchmark
{
    const char* name;
    const char* what;
    void (*run)(const Setting& setting);
};

void benchParseMatch(const Setting& setting);
void benchDerive(const Setting& setting);
void benchIngestPostgres(const Setting& setting);
void benchIngestSqlite(const Setting& setting);
void benchRealistic(const Setting& setting);
void benchPayments(const Setting& setting);
void benchCommands(const Setting& setting);
void benchQueueSqlite(const Setting& setting);
void benchQueuePostgres(const Setting& setting);

// Ends the benchmark; the report tells why. By an exception, so that nodes and databases go as
// well.
[[noreturn]] void stop(const char* what, const char* why = "");
void mustWork(const Outcome& outcome);

template<class T>
T mustHave(Result<T> result)
{
    mustWork(result ? Outcome(Done) : Outcome(fail(result.error())));
    return std::move(result).value();
}

QString nameOf(Dialect dialect);

} // namespace tieout::bench
