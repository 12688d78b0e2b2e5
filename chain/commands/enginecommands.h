// SPDX-License-Identifier: GPL-3.0-or-later
// EngineCommands: the commands that need the engine's reach (architecture.md 5): reading blocks again,
// testing a source, speed and stories of the sandbox. Thread of the commands loop.
#pragma once

#include "chain/commands/sourcetests.h"
#include "model/actions/runcommand.h"

namespace tieout {

class EngineCommands final : public LongCommandHandler
{
public:
    EngineCommands(Term term, std::shared_ptr<SourceTestQueue> tests)
        : m_term(term)
        , m_tests(std::move(tests))
    {}

    // Reasons: sandbox_only, scenario_unknown, those of playScenario().
    Result<QJsonObject> runNow(Database& db, const CommandRow& command, UtcTime now) override;
    // Reasons: rail_unknown, backfill_beyond_head, not_available_yet.
    Outcome begin(const CommandRow& command, UtcTime now) override;

private:
    Outcome beginBackfill(const CommandRow& command, const QJsonObject& payload, UtcTime now);

    Term m_term;
    std::shared_ptr<SourceTestQueue> m_tests;
};

} // namespace tieout
