// SPDX-License-Identifier: GPL-3.0-or-later
// playScenario: the payments that a sandbox story needs, and its lines in the script, written in
// one transaction. The watch loops take the lines at their next step.
#pragma once

#include "chain/sandbox/scenario.h"
#include "model/actions/actioncontext.h"
#include "model/domain/ids.h"
#include "model/store/database.h"

#include <QJsonObject>

#include <optional>

namespace tieout {

struct ScenarioPlay
{
    const Scenario& scenario;
    QString corridor;                 // empty: the scenario's own
    std::optional<PaymentId> payment; // an existing one, for stories of one payment
    UtcTime start;                    // see nextScenarioStart()
    Duration interval{2'000};         // the chain's block time
};

// In the caller's engine transaction. Answers {"scenario","payments":[…],"start"}. Reasons: those
// of createPayment(), scenario_payments (the story needs several).
Result<QJsonObject>
playScenario(Database& db, const ScenarioPlay& play, const ActionContext& context);

// The time of a block to come, and the block time of the script: stories count in blocks.
struct ScenarioStart
{
    UtcTime at;
    Duration interval{2'000};
};

Result<ScenarioStart> nextScenarioStart(Database& db, UtcTime now);

} // namespace tieout
