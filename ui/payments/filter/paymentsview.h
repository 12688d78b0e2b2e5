// SPDX-License-Identifier: GPL-3.0-or-later
// PaymentsView: how the queue is looked at: filter, order, columns. What a saved view holds and a
// restart brings back, as JSON with names that never change; of widths in device-independent
// pixels. Plain values.
#pragma once

#include "model/tables/paymentstable.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tieout {

struct ColumnPlace
{
    PaymentsTable::Column column = PaymentsTable::Column::Status;
    int width = 0; // 0: as wide as by default

    bool operator==(const ColumnPlace&) const = default;
};

// By what a column shows: the youngest age first is the latest creation first.
struct ColumnOrder
{
    PaymentsTable::Column column = PaymentsTable::Column::Created;
    Qt::SortOrder order = Qt::DescendingOrder;

    bool operator==(const ColumnOrder&) const = default;
};

struct PaymentsView
{
    QString filter; // as it is typed
    ColumnOrder order;
    std::vector<ColumnPlace> columns; // those that are shown, in their order; at least one

    // Whether somebody would see the same: widths don't count.
    bool looksLike(const PaymentsView& other) const;
};

std::vector<ColumnPlace> defaultColumns();
QJsonArray toJson(const std::vector<ColumnPlace>& columns);
// Unknown names are left out, and a second place of the same column; empty when none is left.
std::vector<ColumnPlace> columnsFromJson(const QJsonArray& json);
QJsonObject toJson(const ColumnOrder& order);
// The default for what is no order in the database.
ColumnOrder orderFromJson(const QJsonObject& json);
QJsonObject toJson(const PaymentsView& view);
// Nothing when it isn't of this page, or of a form that is not known.
std::optional<PaymentsView> viewFromJson(const QJsonObject& json);

} // namespace tieout
