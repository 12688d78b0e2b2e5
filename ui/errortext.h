// SPDX-License-Identifier: GPL-3.0-or-later
// errorText: the one place where an Error becomes a sentence for people: what happened and what to
// do next. Details stay in the log. GUI thread.
#pragma once

#include "model/domain/result.h"

#include <QString>

namespace tieout {

QString errorText(const Error& error);
// The database doesn't answer: what one part of the window says of it is said for all.
bool isDatabaseLost(const Error& error);
// Whether a reason has a sentence of its own; for the test that all have.
bool hasErrorText(QStringView reason);

} // namespace tieout
