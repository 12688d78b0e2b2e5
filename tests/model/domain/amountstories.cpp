// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/domain/stories.h"

namespace tieout::test {

namespace {

std::vector<Story> amountStoriesPart1()
{
    return {
        {"nothing by the deadline",
         {{[](Scene&) {}, "pending", "", "", FulfilmentStep::Nothing, "none"},
          {[](Scene& s) { s.facts.expiredAt = second(1001); }, "expired", "", ""}}},
        {"99.97",
         {{[](Scene& s) { s.settle(1, "99.97", 10); },
           "confirmed",
           "",
           "AMT-GRACE",
           FulfilmentStep::Release,
           "accepted-short"}}},
        {"100.05",
         {{[](Scene& s) { s.settle(1, "100.05", 10); },
           "confirmed",
           "",
           "AMT-GRACE",
           FulfilmentStep::Release,
           "accepted-over"},
          {[](Scene& s) {
               s.facts.given.push_back({GivenKind::Grace, coins("0.05")});
           },
           "confirmed",
           "",
           "AMT-GRACE",
           FulfilmentStep::Nothing,
           "accepted-over"}}},
        {"60 confirmed and 40 mined",
         {{[](Scene& s) {
               s.settle(1, "60", 10);
               s.mine(2, "40", 20);
           },
           "confirming",
           "multi",
           "",
           FulfilmentStep::Nothing,
           "none"},
          {[](Scene& s) { s.confirm(2); },
           "confirmed",
           "multi",
           "",
           FulfilmentStep::Release,
           "exact"}}},
        {"60 confirmed and 40 in the mempool",
         {{[](Scene& s) {
               s.settle(1, "60", 10);
               s.sight(2, "40", 20);
           },
           "underpaid",
           "short",
           "AMT-UNDER",
           FulfilmentStep::Nothing,
           "short"}}},
        {"140, 40 credited, 30 more",
         {{[](Scene& s) { s.settle(1, "140", 10); },
           "overpaid",
           "over",
           "AMT-OVER",
           FulfilmentStep::Release,
           "over"},
          {[](Scene& s) { s.credit("40"); }, "confirmed", "", "", FulfilmentStep::Nothing, "exact"},
          {[](Scene& s) { s.settle(2, "30", 30); }, "overpaid", "multi over", "AMT-OVER"}}},
        {"dust opens no window",
         {{[](Scene& s) { s.settle(1, "0.000001", 10); }, "pending", "", "AMT-DUST"},
          {[](Scene& s) { s.settle(2, "100", 1200); }, "held", "held late", "AMT-DUST LATE"}}},
    };
}

std::vector<Story> amountStoriesPart2()
{
    return {
        {"paid twice in full",
         {{[](Scene& s) {
               s.settle(1, "100", 10);
               s.settle(2, "100", 20);
           },
           "overpaid",
           "multi over",
           "DUP-PAY",
           FulfilmentStep::Release,
           "over"}}},
        {"a shortfall accepted by a person",
         {{[](Scene& s) { s.settle(1, "60", 10); }, "underpaid", "short", "AMT-UNDER"},
          {[](Scene& s) { s.facts.acceptedShortfall = coins("40"); },
           "confirmed",
           "short",
           "",
           FulfilmentStep::Release,
           "accepted-short"}}},
        {"a surplus of another payment is applied",
         {{[](Scene& s) {
               s.settle(1, "60", 10);
               s.facts.appliedIn.push_back({PaymentId(), coins("40"), TransferState::Mined, false});
           },
           "confirming",
           "manual",
           ""},
          {[](Scene& s) { s.facts.appliedIn[0].state = TransferState::Confirmed; },
           "confirmed",
           "manual",
           "",
           FulfilmentStep::Release},
          {[](Scene& s) { s.facts.appliedIn[0].state = TransferState::Withdrawn; },
           "reorged",
           "manual reorged short",
           "AMT-UNDER",
           FulfilmentStep::Recall}}},
    };
}

} // namespace

std::vector<Story> amountStories()
{
    std::vector<Story> all = amountStoriesPart1();
    for (const auto& more : {amountStoriesPart2()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace tieout::test
