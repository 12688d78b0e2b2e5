// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/fulfilment.h"

namespace tieout {

namespace {

constexpr Word<FulfilmentStep> kFulfilmentStepWords[] = {
    {FulfilmentStep::Nothing, "nothing", QT_TRANSLATE_NOOP("words", "Nothing")},
    {FulfilmentStep::Release, "release", QT_TRANSLATE_NOOP("words", "Release")},
    {FulfilmentStep::Recall, "recall", QT_TRANSLATE_NOOP("words", "Recall")},
    {FulfilmentStep::Resume, "resume", QT_TRANSLATE_NOOP("words", "Resume")},
};

} // namespace

std::span<const Word<FulfilmentStep>> wordsOf(FulfilmentStep)
{
    return kFulfilmentStepWords;
}

FulfilmentStep fulfilmentStep(FulfilmentState state, PaymentStatus status)
{
    const bool paid = status == PaymentStatus::Confirmed || status == PaymentStatus::Overpaid;
    switch (state) {
    case FulfilmentState::None:
        return paid ? FulfilmentStep::Release : FulfilmentStep::Nothing;
    case FulfilmentState::Released:
        return status == PaymentStatus::Reorged ? FulfilmentStep::Recall : FulfilmentStep::Nothing;
    case FulfilmentState::Recalled:
        return paid ? FulfilmentStep::Resume : FulfilmentStep::Nothing;
    }
    return FulfilmentStep::Nothing;
}

FulfilmentState afterStep(FulfilmentState state, FulfilmentStep step)
{
    switch (step) {
    case FulfilmentStep::Nothing:
        return state;
    case FulfilmentStep::Release:
        TIEOUT_CHECK(state == FulfilmentState::None);
        return FulfilmentState::Released;
    case FulfilmentStep::Recall:
        TIEOUT_CHECK(state == FulfilmentState::Released);
        return FulfilmentState::Recalled;
    case FulfilmentStep::Resume:
        TIEOUT_CHECK(state == FulfilmentState::Recalled);
        return FulfilmentState::Released;
    }
    return state;
}

} // namespace tieout
