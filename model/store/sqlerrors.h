// SPDX-License-Identifier: GPL-3.0-or-later
// Failures of SQL in our words, by PostgreSQL's SQLSTATE or SQLite's extended result code. `what`
// says what was tried; values never enter the detail. Pure.
#pragma once

#include "model/domain/result.h"

namespace tieout {

Error sqliteError(int extendedCode, const QString& message, const QString& what);
Error postgresError(const QString& sqlState, const QString& message, const QString& what);

} // namespace tieout
