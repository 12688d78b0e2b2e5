// SPDX-License-Identifier: GPL-3.0-or-later
// The three formats behind ExportWriter. For exportwriter.cpp alone.
#pragma once

#include "model/exports/exportwriter.h"

namespace tieout {

Result<std::unique_ptr<ExportWriter>> beginCsv(const ExportHeading& heading, UtcTime startedAt);
Result<std::unique_ptr<ExportWriter>> beginJson(const ExportHeading& heading, UtcTime startedAt);
Result<std::unique_ptr<ExportWriter>> beginXlsx(const ExportHeading& heading, UtcTime startedAt);

// The line of column names, as CSV writes it.
QByteArray columnLine(const ExportHeading& heading);

} // namespace tieout
