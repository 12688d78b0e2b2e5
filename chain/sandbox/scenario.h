// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario: one story that the sandbox can play: which payments to create, what then happens on the
// chain, and how it must end. Pure; any thread. Times are counted in blocks from `start`, except
// what depends on the payment's own deadline. README's table and the tests are made from expected*.
// Reorganisations come first, in time slots of their own, so that they don't touch other stories.
#pragma once

#include "chain/sandbox/sandboxaction.h"
#include "model/domain/casecodes.h"
#include "model/domain/words.h"

#include <vector>

namespace tieout {

enum class ScenarioStory {
    Exact,
    ShortWithinGrace,
    OverWithinTolerance,
    Short,
    Over,
    TopUpInside,
    TopUpAfter,
    Late,
    Expired,
    TwoInOneTx,
    PaidTwice,
    MemoMissing,
    WrongToken,
    WrongNetwork,
    Poison,
    Sweep,
    IssuerFreeze,
    ReorgBeforeConfirmation,
    ReorgAfterConfirmation,
    Stuck,
    Dropped,
    Replaced,
    MempoolThenMined,
};

struct Scenario
{
    ScenarioStory story = ScenarioStory::Exact;
    QString name;     // "exact", "reorg-after-confirmation", …
    QString sentence; // what happens, in English
    QString corridor; // id from sandboxcorridors.h
    QString due = QStringLiteral("100");
    int payments = 1;        // how many payments it needs
    qint64 expiryBlocks = 0; // the payments' expiry, counted from `start`
    // How each of its payments stands at the end.
    PaymentStatus expectedStatus = PaymentStatus::Pending;
    Verdict expectedVerdict = Verdict::None;
    Labels expectedLabels;               // at least these
    std::vector<CaseCode> expectedCases; // opened on the way; some close by themselves
};

const std::vector<Scenario>& scenarios();
const Scenario* findScenario(QStringView name);

// What the story needs to know of a payment that was created for it.
struct ScenarioPayment
{
    QString id; // makes the script's keys and payers unique
    Account token;
    Account address;
    QString reference; // null for a deposit address
    Amount due;
    UtcTime expiresAt;
    UtcTime topUpUntil;
};

// `payments` has scenario.payments members (a broken program otherwise). In order of time.
std::vector<SandboxAction> actionsFor(const Scenario& scenario,
                                      const std::vector<ScenarioPayment>& payments,
                                      UtcTime start,
                                      Duration blockInterval);

// By when every story has ended, if the payments' top-up window is `topUpWindow`.
Duration scenarioHorizon(Duration blockInterval, Duration topUpWindow);

} // namespace tieout
