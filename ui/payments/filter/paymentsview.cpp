// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/paymentsview.h"

#include "model/domain/filterparser.h"
#include "model/domain/filterpayment.h"

#include <algorithm>

namespace tieout {

namespace paymentsview {

constexpr int kForm = 1;
constexpr int kNarrowest = 32;
constexpr int kWidest = 4'000;

using Column = PaymentsTable::Column;

// In the order of the enum.
constexpr const char* kNames[] = {"status",
                                  "order",
                                  "due",
                                  "received",
                                  "remaining",
                                  "unit",
                                  "confirmations",
                                  "age",
                                  "labels",
                                  "corridor",
                                  "customer",
                                  "created",
                                  "id"};

QString nameOf(Column column)
{
    return QString::fromLatin1(kNames[int(column)]);
}

std::optional<Column> columnOf(const QString& name)
{
    for (int i = 0; i < int(std::size(kNames)); ++i) {
        if (name == QLatin1String(kNames[i]))
            return Column(i);
    }
    return std::nullopt;
}

} // namespace paymentsview

bool PaymentsView::looksLike(const PaymentsView& other) const
{
    const auto sameColumn = [](const ColumnPlace& a, const ColumnPlace& b) {
        return a.column == b.column;
    };
    if (order != other.order ||
        !std::equal(
            columns.begin(), columns.end(), other.columns.begin(), other.columns.end(), sameColumn))
        return false;
    if (filter.trimmed() == other.filter.trimmed())
        return true;
    const ParsedFilter mine = parseFilter(filter, paymentFilterFields());
    const ParsedFilter its = parseFilter(other.filter, paymentFilterFields());
    return mine.isGood() && its.isGood() && mine.filter == its.filter;
}

std::vector<ColumnPlace> defaultColumns()
{
    std::vector<ColumnPlace> all;
    all.reserve(std::size(paymentsview::kNames));
    for (int i = 0; i < int(std::size(paymentsview::kNames)); ++i)
        all.push_back({PaymentsTable::Column(i), 0});
    return all;
}

QJsonArray toJson(const std::vector<ColumnPlace>& columns)
{
    QJsonArray json;
    for (const ColumnPlace& each : columns)
        json.append(QJsonObject{{QStringLiteral("name"), paymentsview::nameOf(each.column)},
                                {QStringLiteral("width"), each.width}});
    return json;
}

std::vector<ColumnPlace> columnsFromJson(const QJsonArray& json)
{
    std::vector<ColumnPlace> columns;
    for (const auto& each : json) {
        const QJsonObject place = each.toObject();
        const auto column = paymentsview::columnOf(place.value(u"name").toString());
        const bool taken =
            std::any_of(columns.begin(), columns.end(), [&](const ColumnPlace& other) {
                return other.column == column;
            });
        const int width = place.value(u"width").toInt();
        if (column && !taken)
            columns.push_back(
                {*column,
                 width > 0 ? std::clamp(width, paymentsview::kNarrowest, paymentsview::kWidest)
                           : 0});
    }
    return columns;
}

QJsonObject toJson(const ColumnOrder& order)
{
    const bool up = order.order == Qt::AscendingOrder;
    return {{QStringLiteral("column"), paymentsview::nameOf(order.column)},
            {QStringLiteral("direction"),
             up ? QStringLiteral("ascending") : QStringLiteral("descending")}};
}

ColumnOrder orderFromJson(const QJsonObject& json)
{
    const auto column = paymentsview::columnOf(json.value(u"column").toString());
    if (!column || !PaymentsTable::sortOf(*column))
        return {};
    const bool up = json.value(u"direction").toString() == u"ascending";
    return {*column, up ? Qt::AscendingOrder : Qt::DescendingOrder};
}

QJsonObject toJson(const PaymentsView& view)
{
    return {{QStringLiteral("form"), paymentsview::kForm},
            {QStringLiteral("filter"), view.filter},
            {QStringLiteral("sort"), toJson(view.order)},
            {QStringLiteral("columns"), toJson(view.columns)}};
}

std::optional<PaymentsView> viewFromJson(const QJsonObject& json)
{
    const bool known =
        json.value(u"form").toInt() == paymentsview::kForm && json.value(u"filter").isString();
    if (!known)
        return std::nullopt;
    PaymentsView view{json.value(u"filter").toString(),
                      orderFromJson(json.value(u"sort").toObject()),
                      columnsFromJson(json.value(u"columns").toArray())};
    if (view.columns.empty())
        view.columns = defaultColumns();
    return view;
}

} // namespace tieout
