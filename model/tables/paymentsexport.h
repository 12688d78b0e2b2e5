// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of the payments queue is written into a file: the columns that are shown, by the names
// and words of the schema, not of the reader's language, so that a file reads the same everywhere.
#pragma once

#include "model/tables/exportrun.h"
#include "model/tables/paymentstable.h"

namespace tieout {

// Age is not written (it is over tomorrow): its column becomes "created_at".
std::vector<ExportColumn> paymentExportColumns(const QList<PaymentsTable::Column>& shown);
QStringList paymentExportCells(const QueueRow& row,
                               const QList<PaymentsTable::Column>& shown,
                               const RailHeads& heads);

// Which database a file comes from, for its heading.
struct ExportOrigin
{
    QString environment; // sandbox, production
    QString databaseId;
};

// NotFound (environment_missing). On the thread of the Database.
Result<ExportOrigin> readExportOrigin(Database& db);

// Source, columns and cells of what the table shows now; format, path and the rest of the heading
// are the caller's.
ExportPlan paymentExportPlan(const PaymentsTable& table, const QList<PaymentsTable::Column>& shown);

} // namespace tieout
