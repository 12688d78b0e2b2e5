// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/stories.h"

namespace tieout::test {

namespace {

std::vector<Story> reorgStoriesPart1()
{
    return {
        {"100 and 100, one reorganised",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.settle(2, "100", 20);
           },
           "overpaid",
           "multi over",
           "DUP-PAY",
           FulfilmentStep::Release},
          {[](Scene& s) { s.withdraw(2, 40); }, "confirmed", "reorged", "REORG-POST"}}},
        {"reorganised and never back, case resolved",
         {{[](Scene& s) { s.mine(1, "100", 10); }, "confirming", "", ""},
          {[](Scene& s) { s.withdraw(1, 40); }, "reorged", "reorged", "REORG-PRE"},
          {[](Scene& s) { s.resolveReorg(1, 50); }, "pending", "reorged", ""},
          {[](Scene& s) { s.facts.expiredAt = second(2000); }, "expired", "reorged", ""}}},
        {"by what remains, when some does",
         {{[](Scene& s) {
               s.settle(1, "60", 10);
               s.settle(2, "40", 20);
           },
           "confirmed",
           "multi",
           "",
           FulfilmentStep::Release},
          {[](Scene& s) { s.withdraw(2, 40); },
           "reorged",
           "reorged short",
           "AMT-UNDER REORG-POST",
           FulfilmentStep::Recall},
          {[](Scene& s) { s.resolveReorg(2, 50); }, "underpaid", "reorged short", "AMT-UNDER"},
          {[](Scene& s) { s.settle(3, "40", 60); },
           "confirmed",
           "multi reorged",
           "",
           FulfilmentStep::Resume}}},
        {"held, then reorganised below low",
         {{[](Scene& s) {
               s.mine(1, "100", 10);
               s.facts.openHolds.push_back(HoldKind::Operator);
           },
           "held",
           "held",
           ""},
          {[](Scene& s) { s.withdraw(1, 40); }, "reorged", "reorged", "REORG-PRE"}}},
        {"200, surplus 100 refunded, one 100 reorganised",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.settle(2, "100", 20);
           },
           "overpaid",
           "multi over",
           "DUP-PAY",
           FulfilmentStep::Release},
          {[](Scene& s) { s.refund(RefundKind::Surplus, RefundState::Confirmed, "100", 30); },
           "confirmed",
           "multi",
           ""},
          {[](Scene& s) { s.withdraw(2, 40); },
           "reorged",
           "reorged",
           "REORG-POST",
           FulfilmentStep::Recall}}},
    };
}

std::vector<Story> reorgStoriesPart2()
{
    return {
        {"posted, reorganised, mined again",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.facts.recognition.lastEntry = RecognitionFacts::Entry::Posted;
           },
           "confirmed",
           "",
           "",
           FulfilmentStep::Release},
          {[](Scene& s) {
               s.withdraw(1, 40);
               s.facts.recognition.lastEntry = RecognitionFacts::Entry::Reversed;
           },
           "reorged",
           "reorged",
           "REORG-POST",
           FulfilmentStep::Recall},
          {[](Scene& s) { s.mine(1, "100", 50); }, "confirming", "reorged", ""},
          {[](Scene& s) { s.confirm(1); }, "confirmed", "reorged", "", FulfilmentStep::Resume}}},
        {"mined again after expiry is not late",
         {{[](Scene& s) { s.mine(1, "100", 990); }, "confirming", "", ""},
          {[](Scene& s) { s.withdraw(1, 995); }, "reorged", "reorged", "REORG-PRE"},
          {[](Scene& s) { s.settle(1, "100", 1700); },
           "confirmed",
           "reorged",
           "",
           FulfilmentStep::Release}}},
        {"a second withdrawal is not covered by the first resolution",
         {{[](Scene& s) { s.mine(1, "100", 10); }, "confirming", "", ""},
          {[](Scene& s) { s.withdraw(1, 40); }, "reorged", "reorged", "REORG-PRE"},
          {[](Scene& s) { s.resolveReorg(1, 50); }, "pending", "reorged", ""},
          {[](Scene& s) { s.settle(1, "100", 60); },
           "confirmed",
           "reorged",
           "",
           FulfilmentStep::Release},
          {[](Scene& s) { s.withdraw(1, 70); },
           "reorged",
           "reorged",
           "REORG-POST",
           FulfilmentStep::Recall}}},
        {"back in the mempool is not back",
         {{[](Scene& s) { s.mine(1, "100", 10); }, "confirming", "", ""},
          {[](Scene& s) {
               s.withdraw(1, 40);
               s.sight(1, "100", 41);
           },
           "reorged",
           "reorged",
           "REORG-PRE"}}},
    };
}

} // namespace

std::vector<Story> reorgStories()
{
    std::vector<Story> all = reorgStoriesPart1();
    for (const auto& more : {reorgStoriesPart2()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace tieout::test
