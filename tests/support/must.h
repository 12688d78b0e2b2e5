// SPDX-License-Identifier: GPL-3.0-or-later
// What a test can't go on without: the process ends with the reason. Any thread.
#pragma once

#include "model/domain/result.h"

#include <utility>

namespace tieout::test {

inline void mustWork(const Outcome& outcome)
{
    if (!outcome)
        qFatal("%s %s", qPrintable(outcome.error().reason), qPrintable(outcome.error().detail));
}

template<class T>
T mustHave(Result<T> result)
{
    mustWork(result ? Outcome(Done) : Outcome(fail(result.error())));
    return std::move(result).value();
}

} // namespace tieout::test
