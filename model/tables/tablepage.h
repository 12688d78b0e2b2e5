// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: consecutive rows of a long list as they came from the database. Immutable: a row that
// changed makes a new page. Crosses from a store lane to the GUI thread by shared pointer.
#pragma once

#include "model/store/pagekey.h"

#include <memory>
#include <vector>

namespace tieout {

class TablePage
{
public:
    virtual ~TablePage() = default;

    virtual int size() const = 0;
    virtual QString id(int index) const = 0;
    virtual PageKey place(int index) const = 0;
    // A copy in which rows[i].first is replaced by row rows[i].second of `fresh`, a page of the
    // same type.
    virtual std::shared_ptr<const TablePage>
    with(const TablePage& fresh, const std::vector<std::pair<int, int>>& rows) const = 0;
};

using PagePtr = std::shared_ptr<const TablePage>;

// A page of rows of one type, ordered by `order`, with functions `placeOf(row, order)` and a member
// `id` that has text().
template<class Row, class Order>
class RowsPage final : public TablePage
{
public:
    RowsPage(std::vector<Row> rows, Order order)
        : m_rows(std::move(rows))
        , m_order(order)
    {}

    const Row& row(int index) const { return m_rows[size_t(index)]; }
    int size() const override { return int(m_rows.size()); }
    QString id(int index) const override { return row(index).id.text(); }
    PageKey place(int index) const override { return placeOf(row(index), m_order); }

    PagePtr with(const TablePage& fresh,
                 const std::vector<std::pair<int, int>>& rows) const override
    {
        auto copy = std::make_shared<RowsPage>(*this);
        for (const auto& [to, from] : rows)
            copy->m_rows[size_t(to)] = static_cast<const RowsPage&>(fresh).row(from);
        return copy;
    }

private:
    std::vector<Row> m_rows;
    Order m_order;
};

} // namespace tieout
