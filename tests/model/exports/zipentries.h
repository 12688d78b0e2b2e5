// SPDX-License-Identifier: GPL-3.0-or-later
// The files within a ZIP archive, as far as a test of XLSX needs it.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace tieout::test {

// By name; empty when the archive can't be read.
QHash<QString, QByteArray> zipEntries(const QByteArray& archive);

} // namespace tieout::test
