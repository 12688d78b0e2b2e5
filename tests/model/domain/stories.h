// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that must come out so, told moment by moment.
#pragma once

#include "model/domain/fulfilment.h"
#include "tests/model/domain/scene.h"

#include <functional>

namespace tieout::test {

// What happens, and then what is shown.
struct Moment
{
    std::function<void(Scene&)> happens;
    const char* status;
    const char* labels;
    const char* cases; // codes in the taxonomy's order
    FulfilmentStep step = FulfilmentStep::Nothing;
    const char* verdict = ""; // empty: not looked at
};

struct Story
{
    const char* name;
    std::vector<Moment> moments;
};

std::vector<Story> amountStories();
std::vector<Story> reorgStories(); // blocks that are withdrawn
std::vector<Story> timeStories();  // time, closing and holds

} // namespace tieout::test
