// SPDX-License-Identifier: GPL-3.0-or-later
// An export in words: what is wrong with its file, how long it will take. GUI thread.
#pragma once

#include "model/domain/result.h"

#include <QString>

#include <chrono>

namespace tieout {

// Of checkExportPath() and of ExportWriter; others are errorText()'s.
QString exportErrorText(const Error& error);
// How long the rest takes when it goes on as it did; nothing while too little is known.
std::optional<std::chrono::seconds>
timeLeft(std::chrono::milliseconds spent, qint64 done, qint64 left);
// "less than 10 s left", "about 40 s left", "about 3 min left".
QString timeLeftText(std::chrono::seconds left);

} // namespace tieout
