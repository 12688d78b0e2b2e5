// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/stories.h"

namespace tieout::test {

namespace {

std::vector<Story> timeStoriesPart1()
{
    return {
        {"paid in full after expiry",
         {{[](Scene& s) { s.facts.expiredAt = second(1001); }, "expired", "", ""},
          {[](Scene& s) { s.settle(1, "100", 1200); }, "held", "held late", "LATE"},
          {[](Scene& s) { s.decide(1, DecisionKind::Count, 1300); },
           "confirmed",
           "late manual",
           "",
           FulfilmentStep::Release}}},
        {"paid after expiry and declined",
         {{[](Scene& s) {
               s.facts.expiredAt = second(1001);
               s.settle(1, "100", 1200);
           },
           "held",
           "held late",
           "LATE"},
          {[](Scene& s) {
               s.decide(1, DecisionKind::Decline, 1300);
               s.refund(RefundKind::Undecided, RefundState::Confirmed, "100", 1300);
           },
           "expired",
           "late manual",
           ""}}},
        {"topped up inside the window",
         {{[](Scene& s) { s.settle(1, "60", 900); }, "underpaid", "short", "AMT-UNDER"},
          {[](Scene& s) { s.settle(2, "40", 1400); },
           "confirmed",
           "multi",
           "",
           FulfilmentStep::Release}}},
        {"topped up when the first part had been mined and was withdrawn",
         {{[](Scene& s) { s.mine(1, "60", 900); }, "confirming", "", ""},
          {[](Scene& s) { s.withdraw(1, 950); }, "reorged", "reorged", "REORG-PRE"},
          {[](Scene& s) { s.settle(2, "100", 1400); },
           "confirmed",
           "reorged",
           "REORG-PRE",
           FulfilmentStep::Release}}},
        {"topped up after the window",
         {{[](Scene& s) { s.settle(1, "60", 900); }, "underpaid", "short", "AMT-UNDER"},
          {[](Scene& s) { s.settle(2, "40", 1501); },
           "held",
           "held late short",
           "AMT-UNDER LATE"}}},
        {"underpaid and the window closed",
         {{[](Scene& s) { s.settle(1, "60", 900); }, "underpaid", "short", "AMT-UNDER"},
          {[](Scene& s) { s.facts.topUpClosed = true; }, "underpaid", "short", "AMT-UNDER"}}},
        {"100 on time and mined, 5 late",
         {{[](Scene& s) {
               s.mine(1, "100", 990);
               s.settle(2, "5", 1600);
           },
           "confirming",
           "late",
           "LATE"},
          {[](Scene& s) { s.confirm(1); }, "confirmed", "late", "LATE", FulfilmentStep::Release}}},
        {"cancelled, then paid",
         {{[](Scene& s) { s.facts.cancelledAt = second(100); }, "cancelled", "", ""},
          {[](Scene& s) { s.mine(1, "100", 200); }, "held", "held", "REF-REUSED"},
          {[](Scene& s) { s.decide(1, DecisionKind::Decline, 300); }, "cancelled", "manual", ""}}},
    };
}

std::vector<Story> timeStoriesPart2()
{
    return {
        {"refunded in full, then paid again",
         {{[](Scene& s) { s.settle(1, "100", 10); }, "confirmed", "", "", FulfilmentStep::Release},
          {[](Scene& s) { s.refund(RefundKind::Closing, RefundState::Draft, "100", 0); },
           "confirmed",
           "",
           ""},
          {[](Scene& s) {
               s.facts.refunds[0] = {
                   RefundKind::Closing, RefundState::Approved, coins("100"), second(50)};
           },
           "held",
           "held",
           ""},
          {[](Scene& s) { s.facts.refunds[0].state = RefundState::Confirmed; }, "refunded", "", ""},
          {[](Scene& s) { s.settle(2, "100", 60); }, "held", "held", "REF-REUSED"}}},
        {"a closing refund that failed",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.refund(RefundKind::Closing, RefundState::Failed, "100", 50);
           },
           "confirmed",
           "",
           "",
           FulfilmentStep::Release}}},
        {"what the closing refund doesn't cover is never silently kept",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.sight(2, "7", 40);
               s.refund(RefundKind::Closing, RefundState::Confirmed, "100", 50);
           },
           "refunded",
           "",
           ""},
          {[](Scene& s) { s.mine(2, "7", 60); }, "held", "held multi", "REF-REUSED"},
          {[](Scene& s) { s.credit("7"); }, "refunded", "multi", ""}}},
        {"refunded in part",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.refund(RefundKind::Partial, RefundState::Confirmed, "30", 50);
           },
           "confirmed",
           "part-refunded",
           "",
           FulfilmentStep::Release}}},
        {"corridor suspended for new payments, then stopped",
         {{[](Scene& s) { s.mine(1, "100", 10); }, "confirming", "", ""},
          {[](Scene& s) { s.facts.openHolds.push_back(HoldKind::CorridorStopped); },
           "held",
           "held",
           ""},
          {[](Scene& s) {
               s.facts.openHolds.clear();
               s.confirm(1);
           },
           "confirmed",
           "",
           "",
           FulfilmentStep::Release}}},
    };
}

} // namespace

std::vector<Story> timeStories()
{
    std::vector<Story> all = timeStoriesPart1();
    for (const auto& more : {timeStoriesPart2()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace tieout::test
