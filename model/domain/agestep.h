// SPDX-License-Identifier: GPL-3.0-or-later
// How pressing a payment's age is, by what it waits for: until its expiry it is in time, then it
// has the time to answer of the exception that its status stands for (casecodes.h). Statuses in
// which nothing is waited for have no step. Pure; any thread; the caller says what the time is.
#pragma once

#include "model/domain/utctime.h"
#include "model/domain/words.h"

#include <optional>

namespace tieout {

enum class AgeStep { Fresh, Due, Late, Breached };

std::span<const Word<AgeStep>> wordsOf(AgeStep);

// The moments at which the next step begins; never earlier than the one before.
struct AgeMarks
{
    UtcTime due;      // the last quarter of the time to pay
    UtcTime late;     // its expiry
    UtcTime breached; // the time to answer is over as well

    // Fresh before all of them, also where the clock was set back.
    AgeStep stepAt(UtcTime now) const;
};

// Nothing for a status that waits for nothing.
std::optional<AgeMarks> ageMarks(PaymentStatus status, UtcTime createdAt, UtcTime expiresAt);

} // namespace tieout
