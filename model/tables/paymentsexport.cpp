// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentsexport.h"

#include "model/store/environment.h"

namespace tieout {

namespace {

using Column = PaymentsTable::Column;

ExportColumn columnOf(Column column)
{
    switch (column) {
    case Column::Status:
        return {QStringLiteral("status"), ExportCell::Text};
    case Column::OrderReference:
        return {QStringLiteral("order_reference"), ExportCell::Text};
    case Column::Due:
        return {QStringLiteral("due"), ExportCell::Amount};
    case Column::Received:
        return {QStringLiteral("received"), ExportCell::Amount};
    case Column::Remaining:
        return {QStringLiteral("remaining"), ExportCell::Amount};
    case Column::Symbol:
        return {QStringLiteral("symbol"), ExportCell::Text};
    case Column::Confirmations:
        return {QStringLiteral("confirmations"), ExportCell::Text};
    case Column::Labels:
        return {QStringLiteral("labels"), ExportCell::Text};
    case Column::Corridor:
        return {QStringLiteral("corridor"), ExportCell::Text};
    case Column::Customer:
        return {QStringLiteral("customer"), ExportCell::Text};
    case Column::Age:
    case Column::Created:
        return {QStringLiteral("created_at"), ExportCell::Time};
    case Column::Id:
        return {QStringLiteral("payment"), ExportCell::Text};
    }
    return {};
}

// "7 of 12" and not "7/12", which a spreadsheet takes for a date.
QString confirmationsOf(const QueueRow& row, const RailHeads& heads)
{
    if (row.confirmation == ConfirmationState::Final)
        return toText(row.confirmation);
    const ConfirmationProgress progress = confirmationProgress(row, heads);
    if (progress.need == 0)
        return progress.text;
    return QStringLiteral("%1 of %2").arg(progress.have).arg(progress.need);
}

QString cellOf(const QueueRow& row, Column column, const RailHeads& heads)
{
    switch (column) {
    case Column::Status:
        return toText(row.status);
    case Column::OrderReference:
        return row.orderReference;
    case Column::Due:
        return row.due.toText();
    case Column::Received:
        return row.received.toText();
    case Column::Remaining:
        return row.remaining.toText();
    case Column::Symbol:
        return row.symbol;
    case Column::Confirmations:
        return confirmationsOf(row, heads);
    case Column::Labels:
        return row.labels.toText();
    case Column::Corridor:
        return row.corridor;
    case Column::Customer:
        return row.customer;
    case Column::Age:
    case Column::Created:
        return row.createdAt.toText();
    case Column::Id:
        return row.id.text();
    }
    return {};
}

} // namespace

std::vector<ExportColumn> paymentExportColumns(const QList<Column>& shown)
{
    std::vector<ExportColumn> columns;
    for (const Column column : shown)
        columns.push_back(columnOf(column));
    return columns;
}

QStringList
paymentExportCells(const QueueRow& row, const QList<Column>& shown, const RailHeads& heads)
{
    QStringList cells;
    for (const Column column : shown)
        cells.append(cellOf(row, column, heads));
    return cells;
}

Result<ExportOrigin> readExportOrigin(Database& db)
{
    const auto row = readEnvironment(db);
    if (!row)
        return fail(row.error());
    return ExportOrigin{row->name, row->databaseId};
}

ExportPlan paymentExportPlan(const PaymentsTable& table, const QList<Column>& shown)
{
    ExportPlan plan;
    plan.heading.title = QStringLiteral("payments");
    plan.heading.filter = toText(table.query().filter);
    plan.heading.columns = paymentExportColumns(shown);
    plan.source = table.list();
    plan.cells = [shown, heads = table.heads()](const TablePage& page, int index) {
        return paymentExportCells(PaymentsTable::rowOf(page, index), shown, heads);
    };
    return plan;
}

} // namespace tieout
