// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that stand in the database raise "tieout:reason" (resources/migrations/0003_commands):
// this turns such an error into ours with that stable reason. Other errors pass unchanged. Pure.
#pragma once

#include "model/domain/result.h"

namespace tieout {

Error withRaisedReason(Error error);

} // namespace tieout
