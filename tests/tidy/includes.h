// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom: the table of ARCHITECTURE.md, and a search for cycles. One thread; pure.
#pragma once

#include "tests/tidy/findings.h"
#include "tests/tidy/sourcetree.h"

#include <QMap>

namespace tieout::tidy {

QList<Finding> wrongDirections(const QList<SourceFile>& files);
QList<Finding> wrongLibraries(const QList<SourceFile>& files);

using Graph = QMap<QString, QStringList>;

Graph headerGraph(const QList<SourceFile>& files);
Graph folderGraph(const QList<SourceFile>& files);
// The first cycle found, as "a → b → a", or nothing.
QString findCycle(const Graph& graph);

} // namespace tieout::tidy
