// SPDX-License-Identifier: GPL-3.0-or-later
// What a database that can't be opened means to the person who wanted it: a title, and whether
// trying again makes sense. The sentence itself is ui/errortext's. GUI thread.
#pragma once

#include "model/domain/result.h"

#include <QString>

namespace tieout {

QString problemTitle(const Error& error);
// The same attempt may go well a moment later.
bool isWorthRetrying(const Error& error);
// The same, without anybody doing anything: the program tries by itself.
bool mayPassByItself(const Error& error);

} // namespace tieout
