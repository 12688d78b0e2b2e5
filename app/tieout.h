// SPDX-License-Identifier: GPL-3.0-or-later
// The desk program: options, then a window, a headless run or pictures. GUI thread.
#pragma once

namespace tieout {

// Answers the exit code: 0 done, 1 the sandbox doesn't tie or pictures are missing, 2 options,
// 3 configuration, 4 database.
int runConsole(int argc, char** argv);

} // namespace tieout
