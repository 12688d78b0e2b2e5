// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxPort: the sandbox rail with its script in the database. The chain is built again from the
// kept lines at each start; new ones are taken before each step, so that a command in any thread or
// process scripts the chain by writing rows. Watch thread.
#pragma once

#include "chain/engine/railport.h"
#include "chain/sandbox/sandboxrail.h"

namespace tieout {

inline constexpr Duration kSandboxInterval{2'000};
// A stopped chain: one block in a year.
inline constexpr Duration kSandboxStandstill{365LL * 24 * 3600 * 1000};

// Blocks come `factor` times as fast as one in two seconds; 0 stands still.
Duration sandboxInterval(double factor);

class SandboxPort final : public RailPort
{
public:
    // Reads or begins the script. Errors: sandbox_script_corrupt, genesis_mismatch.
    static Result<std::unique_ptr<RailPort>>
    make(const Term& term, const RailRow& row, const SandboxSettings& settings, UtcTime now);

    Rail& rail() override { return *m_rail; }
    Outcome sync(const Term& term, UtcTime now) override;
    Duration blockTime() const override { return m_chain->interval(); }
    SandboxRail& sandbox() { return *m_rail; }

private:
    SandboxPort(qint64 rail, std::shared_ptr<SandboxChain> chain, qint64 seq);

    Outcome take(const Term& term, qint64 seq, const QString& body);

    qint64 m_railId;
    std::shared_ptr<SandboxChain> m_chain;
    std::unique_ptr<SandboxRail> m_rail;
    qint64 m_seq; // the last line that the chain knows
};

// How a line of the script stands in its row.
QString sandboxLine(const SandboxAction& action);
// The block time that the kept script says now, and the time of the last kept block below `now`.
Result<Duration> keptSandboxInterval(Database& db, qint64 rail);

} // namespace tieout
