// SPDX-License-Identifier: GPL-3.0-or-later
// The pages and states of which pictures are taken: one row each. GUI thread.
#pragma once

#include "app/picturestage.h"

#include <span>

namespace tieout {

struct PictureScene
{
    using Step = bool (*)(PictureStage&);

    const char* name; // of its files; letters, digits and hyphens
    PictureSet set;
    // In their order, each asked again until it answers true; after the last the picture is taken.
    static constexpr size_t kMostSteps = 3;
    Step steps[kMostSteps] = {};
};

// In the order in which they are played: those that change what the later ones show come last.
std::span<const PictureScene> pictureScenes();

} // namespace tieout
