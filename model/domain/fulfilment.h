// SPDX-License-Identifier: GPL-3.0-or-later
// Fulfilment of a payment: Confirmed and Overpaid release it, exactly once in its
// life; a later Reorged recalls it, and a return after that resumes it. Pure; any thread.
#pragma once

#include "model/domain/words.h"

namespace tieout {

enum class FulfilmentStep { Nothing, Release, Recall, Resume };

std::span<const Word<FulfilmentStep>> wordsOf(FulfilmentStep);

FulfilmentStep fulfilmentStep(FulfilmentState state, PaymentStatus status);
FulfilmentState afterStep(FulfilmentState state, FulfilmentStep step);

} // namespace tieout
