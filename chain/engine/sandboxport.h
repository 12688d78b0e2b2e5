// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxPort: the sandbox rail with its script in the database. The chain is built again from the
// kept lines at each start; new ones are taken before each step, so that a command in any thread or
// process scripts the chain by writing rows. Watch thread.
#pragma once

#include "chain/commands/sandboxlines.h"
#include "chain/engine/railport.h"
#include "chain/sandbox/sandboxrail.h"

namespace tieout {

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

} // namespace tieout
