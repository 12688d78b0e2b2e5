// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/agestep.h"

#include "model/domain/casecodes.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr Word<AgeStep> kAgeStepWords[] = {
    {AgeStep::Fresh, "fresh", QT_TRANSLATE_NOOP("words", "Fresh")},
    {AgeStep::Due, "due", QT_TRANSLATE_NOOP("words", "Due soon")},
    {AgeStep::Late, "late", QT_TRANSLATE_NOOP("words", "Late")},
    {AgeStep::Breached, "breached", QT_TRANSLATE_NOOP("words", "Breached")},
};

// The exception that a payment is, or comes to be, when what its status waits for stays away.
std::optional<CaseCode> waitsFor(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Pending: // for the rail to be read past its expiry
        return CaseCode::RailGap;
    case PaymentStatus::Confirming:
        return CaseCode::StuckConf;
    case PaymentStatus::Underpaid:
        return CaseCode::AmtUnder;
    case PaymentStatus::Overpaid:
        return CaseCode::AmtOver;
    case PaymentStatus::Reorged:
        return CaseCode::ReorgPost;
    case PaymentStatus::Held: // for a person, whatever the reason is
        return CaseCode::Other;
    case PaymentStatus::Confirmed:
    case PaymentStatus::Expired:
    case PaymentStatus::Refunded:
    case PaymentStatus::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::span<const Word<AgeStep>> wordsOf(AgeStep)
{
    return kAgeStepWords;
}

AgeStep AgeMarks::stepAt(UtcTime now) const
{
    if (now < due)
        return AgeStep::Fresh;
    if (now < late)
        return AgeStep::Due;
    return now < breached ? AgeStep::Late : AgeStep::Breached;
}

std::optional<AgeMarks> ageMarks(PaymentStatus status, UtcTime createdAt, UtcTime expiresAt)
{
    const auto code = waitsFor(status);
    if (!code)
        return std::nullopt;
    const Duration whole = std::max(Duration::zero(), expiresAt - createdAt);
    return AgeMarks{expiresAt - whole / 4, expiresAt, expiresAt + caseRule(*code).sla};
}

} // namespace tieout
