// SPDX-License-Identifier: GPL-3.0-or-later
// ChainLab: real chains for the benchmarks, on one anvil that is started when the first is asked
// for and ends with the lab. TIEOUT_BENCH_CHAIN may name a file that `bench --serve` wrote, to use
// a node that runs already. One thread.
#pragma once

#include "model/domain/blocks.h"
#include "tests/support/anvil.h"

#include <map>
#include <optional>

namespace tieout::bench {

struct BenchChain
{
    QByteArray url;
    Account token;
    Account payee;
    qint64 first = 0; // the first block with logs
    qint64 head = 0;
    qint64 logs = 0;
    qint64 hits = 0; // logs that pay the payee

    QJsonObject toJson() const;
    static BenchChain fromJson(const QJsonObject& json);
};

// Which logs pay the treasury: all of them, or one in a hundred.
enum class Traffic { Treasury, Realistic };

class ChainLab
{
public:
    explicit ChainLab(double scale)
        : m_scale(scale)
    {}

    // Unavailable (no_node) where the tools are missing; other reasons are failures.
    Result<BenchChain> chain(Traffic traffic);

private:
    Outcome startNode();
    Result<BenchChain> build(Traffic traffic);

    double m_scale;
    std::optional<test::Anvil> m_node;
    std::map<Traffic, BenchChain> m_chains;
};

// Builds both, writes the file, and stays until the node ends or the program is told to.
int serveChains(double scale, const QString& file);

} // namespace tieout::bench
