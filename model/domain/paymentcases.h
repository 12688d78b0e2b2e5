// SPDX-License-Identifier: GPL-3.0-or-later
// The cases that a payment's facts demand. A part of the derivation in
// paymentstate.h. Pure.
#pragma once

#include "model/domain/moneycount.h"
#include "model/domain/paymentstate.h"

namespace tieout {

// `state` has its sums, status and verdict already; `closingExcess` is mined money that a closing
// refund doesn't cover. Sorted.
std::vector<NeededCase> neededCases(const PaymentFacts& facts,
                                    const MoneyCount& count,
                                    const PaymentState& state,
                                    Amount closingExcess);

} // namespace tieout
