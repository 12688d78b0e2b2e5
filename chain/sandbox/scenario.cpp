// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/sandbox/scenario.h"

#include "chain/sandbox/sandboxcorridors.h"

#include <algorithm>

namespace tieout {

namespace {

// Counted in blocks from the start: long enough for whoever pays in time, and short for the stories
// that are about the deadline.
constexpr qint64 kLongExpiry = 600;
constexpr qint64 kShortExpiry = 60;

struct Ending
{
    PaymentStatus status;
    Verdict verdict = Verdict::None;
    Labels labels = {};
    std::vector<CaseCode> cases = {};
};

struct ScenarioTerms
{
    qint64 expiry = kLongExpiry;
    int payments = 1;
    bool memo = false;
};

Scenario story(ScenarioStory which,
               const char* name,
               const char* sentence,
               Ending ending,
               ScenarioTerms terms = {})
{
    Scenario scenario;
    scenario.story = which;
    scenario.name = QString::fromLatin1(name);
    scenario.sentence = QString::fromLatin1(sentence);
    scenario.corridor = terms.memo ? sandboxUsdcCorridor() : sandboxUsdtCorridor();
    scenario.payments = terms.payments;
    scenario.expiryBlocks = terms.expiry;
    scenario.expectedStatus = ending.status;
    scenario.expectedVerdict = ending.verdict;
    scenario.expectedLabels = ending.labels;
    scenario.expectedCases = std::move(ending.cases);
    return scenario;
}

std::vector<Scenario> amountStories()
{
    using S = ScenarioStory;
    using P = PaymentStatus;
    using V = Verdict;
    return {
        story(S::Exact, "exact", "100 arrive.", {P::Confirmed, V::Exact, {}, {}}),
        story(S::ShortWithinGrace,
              "short-within-grace",
              "99.97 arrive: the difference is accepted and logged.",
              {P::Confirmed, V::AcceptedShort, {}, {CaseCode::AmtGrace}}),
        story(S::OverWithinTolerance,
              "over-within-tolerance",
              "100.05 arrive: the surplus is credited by itself.",
              {P::Confirmed, V::AcceptedOver, {}, {CaseCode::AmtGrace}}),
        story(S::Short,
              "short",
              "60 arrive and nothing else.",
              {P::Underpaid, V::Short, {Label::Short}, {CaseCode::AmtUnder}}),
        story(S::Over,
              "over",
              "140 arrive.",
              {P::Overpaid, V::Over, {Label::Over}, {CaseCode::AmtOver}}),
        story(S::TopUpInside,
              "top-up-inside",
              "60 in time, 40 after the deadline inside the top-up window.",
              {P::Confirmed, V::Exact, {Label::Multi}, {CaseCode::AmtUnder}},
              {kShortExpiry}),
        story(S::TopUpAfter,
              "top-up-after",
              "60 in time, 40 when the top-up window has closed.",
              {P::Held, V::Short, {Label::Late}, {CaseCode::AmtUnder, CaseCode::Late}},
              {kShortExpiry}),
        story(S::Late,
              "late",
              "100 after the deadline.",
              {P::Held, V::None, {Label::Late}, {CaseCode::Late}},
              {kShortExpiry}),
        story(S::Expired, "expired", "Nothing arrives.", {P::Expired}, {kShortExpiry}),
        story(S::TwoInOneTx,
              "two-in-one-tx",
              "One transaction pays two payments.",
              {P::Confirmed, V::Exact, {}, {}},
              {kLongExpiry, 2}),
        story(S::PaidTwice,
              "paid-twice",
              "100 arrive, and 100 again.",
              {P::Overpaid, V::Over, {Label::Multi, Label::Over}, {CaseCode::DupPay}}),
    };
}

std::vector<Scenario> noiseStories()
{
    using S = ScenarioStory;
    using P = PaymentStatus;
    using V = Verdict;
    return {
        story(S::MemoMissing,
              "memo-missing",
              "100 arrive at the shared address without a memo.",
              {P::Expired, V::None, {}, {CaseCode::RefMissing}},
              {kShortExpiry, 1, true}),
        story(S::WrongToken,
              "wrong-token",
              "A bridged token and a look-alike arrive instead of the right one.",
              {P::Expired, V::None, {Label::WrongToken}, {CaseCode::TokWrong, CaseCode::TokFake}},
              {kShortExpiry}),
        story(S::WrongNetwork,
              "wrong-network",
              "100 arrive at the same address on a network that isn't enabled.",
              {P::Expired, V::None, {Label::WrongNetwork}, {CaseCode::NetWrong}},
              {kShortExpiry}),
        story(S::Poison,
              "poison",
              "100 arrive, then a transfer of nothing from a sender that looks like the payer.",
              {P::Confirmed, V::Exact, {Label::Poison}, {CaseCode::Poison}}),
        story(S::Sweep,
              "sweep",
              "100 arrive and are swept to the treasury.",
              {P::Confirmed, V::Exact, {Label::Sweep}, {}}),
        story(S::IssuerFreeze,
              "issuer-freeze",
              "The issuer freezes the payer; the transfer is mined and fails.",
              {P::Expired, V::None, {}, {CaseCode::TxReverted}},
              {kShortExpiry}),
    };
}

std::vector<Scenario> chainStories()
{
    using S = ScenarioStory;
    using P = PaymentStatus;
    using V = Verdict;
    return {
        story(S::ReorgBeforeConfirmation,
              "reorg-before-confirmation",
              "100 are mined, reorganised before their depth and mined again elsewhere.",
              {P::Confirmed, V::Exact, {Label::Reorged}, {CaseCode::ReorgPre}}),
        story(S::ReorgAfterConfirmation,
              "reorg-after-confirmation",
              "100 are confirmed, then reorganised away for good.",
              {P::Reorged, V::None, {Label::Reorged}, {CaseCode::ReorgPost}}),
        story(S::Stuck,
              "stuck",
              "100 stay in the mempool: too low a fee.",
              {P::Pending, V::None, {}, {CaseCode::StuckConf}}),
        story(S::Dropped,
              "dropped",
              "100 are seen in the mempool and forgotten.",
              {P::Expired, V::None, {}, {CaseCode::Replaced}},
              {kShortExpiry}),
        story(S::Replaced,
              "replaced",
              "100 are seen in the mempool and replaced by another transaction of the same payer.",
              {P::Confirmed, V::Exact, {}, {CaseCode::Replaced}}),
        story(S::MempoolThenMined,
              "mempool-then-mined",
              "100 are seen in the mempool for some blocks before they are mined.",
              {P::Confirmed, V::Exact, {}, {}}),
    };
}

} // namespace

const std::vector<Scenario>& scenarios()
{
    static const std::vector<Scenario> all = [] {
        std::vector<Scenario> list = amountStories();
        for (auto part : {noiseStories(), chainStories()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

const Scenario* findScenario(QStringView name)
{
    for (const Scenario& scenario : scenarios()) {
        if (scenario.name == name)
            return &scenario;
    }
    return nullptr;
}

Duration scenarioHorizon(Duration blockInterval, Duration topUpWindow)
{
    return blockInterval * (kShortExpiry + 30) + topUpWindow;
}

} // namespace tieout
