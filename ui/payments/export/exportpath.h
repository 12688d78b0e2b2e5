// SPDX-License-Identifier: GPL-3.0-or-later
// Where an export goes: whether a file can stand there, before anything is read. Asks the file
// system, never the database. GUI thread.
#pragma once

#include "model/exports/exportwriter.h"

namespace tieout {

// Reasons: path_missing, path_relative, path_is_folder, folder_missing, folder_not_writable,
// file_not_writable; file_exists unless it may be replaced.
Outcome checkExportPath(const QString& path, bool mayReplace);
// The path with the ending of the format in place of the ending of another one.
QString withSuffixOf(const QString& path, ExportFormat format);
// "payments-20261101T041200Z.csv" in the folder.
QString proposedExportPath(const QString& folder, ExportFormat format, UtcTime now);

} // namespace tieout
