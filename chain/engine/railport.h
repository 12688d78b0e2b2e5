// SPDX-License-Identifier: GPL-3.0-or-later
// RailPort: a Rail as the watch loop drives it, with the few things that depend on its family. Made
// in the loop's thread by a RailMaker; tests give their own.
#pragma once

#include "chain/engine/enginelog.h"
#include "chain/engine/enginesettings.h"
#include "chain/rails/rail.h"
#include "model/actions/term.h"
#include "model/store/rails.h"

#include <functional>
#include <memory>

namespace tieout {

class RailPort
{
public:
    virtual ~RailPort() = default;
    virtual Rail& rail() = 0;
    // Before each step, outside of any transaction: a sandbox takes the new lines of its script.
    virtual Outcome sync(const Term&, UtcTime) { return Done; }
    // The contracts of the corridors of every version, where a reading asks for listed tokens only:
    // who was told the old one may still pay it.
    virtual void setTokens(const std::vector<Account>&) {}
    // How long a block takes; 0 where nobody knows.
    virtual Duration blockTime() const { return Duration(0); }
};

// `row` is the rail's row. Called in the watch loop's thread, outside of any transaction.
using RailMaker = std::function<Result<std::unique_ptr<RailPort>>(
    const Term& term, const RailRow& row, const RailSettings& settings, UtcTime now)>;

// EVM and Tron over JSON-RPC. Errors: those of EvmRail::make.
Result<std::unique_ptr<RailPort>> makeRpcPort(const RailSettings& settings);

} // namespace tieout
