// SPDX-License-Identifier: GPL-3.0-or-later
// EngineCommands: the commands that need the engine's reach: reading blocks
// again, testing a source, speed and stories of the sandbox. Thread of the commands loop.
#pragma once

#include "model/actions/runcommand.h"
#include "model/commands/deskpayloads.h"

#include <functional>

namespace tieout {

struct SourceTestRequest
{
    CommandId command;
    SourceTestPayload payload;
};

class EngineCommands final : public LongCommandHandler
{
public:
    // `testSource` hands a request on to the loop that may wait for an answer.
    EngineCommands(Term term, std::function<void(SourceTestRequest)> testSource)
        : m_term(term)
        , m_testSource(std::move(testSource))
    {}

    // Reasons: sandbox_only, scenario_unknown, those of playScenario().
    Result<QJsonObject> runNow(Database& db, const CommandRow& command, UtcTime now) override;
    // Reasons: rail_unknown, backfill_beyond_head, backfill_below_start (detail: the first block of
    // the coverage ledger), not_available_yet, those of SourceTestPayload.
    Outcome begin(const CommandRow& command, UtcTime now) override;

private:
    Outcome beginBackfill(const CommandRow& command, const QJsonObject& payload, UtcTime now);

    Term m_term;
    std::function<void(SourceTestRequest)> m_testSource;
};

} // namespace tieout
