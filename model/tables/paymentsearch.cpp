// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/paymentsearch.h"

#include "model/domain/filterpayment.h"
#include "model/domain/filtervalues.h"

#include <algorithm>

namespace tieout {

namespace paymentsearch {

// The terms that find a text exactly.
std::vector<FilterTerm> exactTerms(const QString& text)
{
    std::vector<FilterTerm> terms;
    for (const char* name : {"id", "tx", "address"}) {
        const QString field = QString::fromLatin1(name);
        const auto value = canonicalFilterValue(*paymentFilterFields().find(field), text);
        if (value)
            terms.push_back(filterTerm(field, {*value}));
    }
    return terms;
}

void append(std::vector<QueueRow>& all, const std::vector<QueueRow>& more, int limit)
{
    for (const QueueRow& row : more) {
        const bool known = std::any_of(
            all.begin(), all.end(), [&](const QueueRow& each) { return each.id == row.id; });
        if (!known && all.size() < size_t(limit))
            all.push_back(row);
    }
}

} // namespace paymentsearch

Result<std::vector<QueueRow>>
searchPayments(Database& db, const QString& text, UtcTime now, int limit)
{
    std::vector<QueueRow> found;
    const QString wanted = text.trimmed();
    if (wanted.size() < kLeastSearch || wanted.size() > kMostSearch)
        return found;
    PaymentQuery query;
    query.now = now;
    for (const FilterTerm& term : paymentsearch::exactTerms(wanted)) {
        query.filter.terms = {term};
        const auto rows = readPaymentPage(db, query, {}, 0, limit);
        if (!rows)
            return rows;
        paymentsearch::append(found, *rows, limit);
    }
    // References in their order, from the text on: those that begin with it stand first.
    query.filter = {};
    query.sort = PaymentSort::OrderReference;
    query.descending = false;
    const auto rows = readPaymentPage(db, query, PageStart::at({wanted, 0, {}}), 0, limit);
    if (!rows)
        return rows;
    std::vector<QueueRow> beginning = *rows;
    std::erase_if(beginning,
                  [&](const QueueRow& row) { return !row.orderReference.startsWith(wanted); });
    paymentsearch::append(found, beginning, limit);
    return found;
}

} // namespace tieout
