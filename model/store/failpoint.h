// SPDX-License-Identifier: GPL-3.0-or-later
// failpoint: a named place where a test lets the program die as in a power cut. Nothing happens
// unless the environment says TIEOUT_FAILPOINT=name or name:count when the first one is passed:
// then the count-th pass ends the process at once with kFailpointStatus, nothing written, nothing
// closed. Costs a load and a branch otherwise. Any thread.
#pragma once

namespace tieout {

inline constexpr int kFailpointStatus = 99;

// `name` is "place.when" ("rewind.after-withdrawn"); tests/kill names them all.
void failpoint(const char* name);

} // namespace tieout
