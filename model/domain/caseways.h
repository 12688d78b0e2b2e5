// SPDX-License-Identifier: GPL-3.0-or-later
// What the words "accept" and "decline" mean for each code of a case: one of its allowed
// resolutions, and what that does to the payment. Actions apply it; screens say it
// beforehand. Pure.
#pragma once

#include "model/domain/casecodes.h"

namespace tieout {

// What a resolution does to the facts of the payment.
enum class CaseEffect {
    Close,       // ends the case; a resolved reorganisation is a fact by itself
    Count,       // the undecided money counts
    Decline,     // it doesn't
    AcceptShort, // what is missing is not asked for any more
    Credit,      // the surplus is the customer's credit
    CountCredit, // money on a closed payment: taken in, and credited
    Link,        // only a link with a payment can end it so
    Refund,      // only a refund can end it so
};

// Without a resolution: this code has no such way.
struct CaseWay
{
    const char* resolution = nullptr;
    CaseEffect effect = CaseEffect::Close;
};

CaseWay wayOfWord(CaseCode code, QStringView acceptOrDecline);

// The resolution that the word stands for; nullptr when the code has none. Tells whether a second
// person will be needed.
const CaseResolution* resolutionOfWord(CaseCode code, QStringView acceptOrDecline);

} // namespace tieout
