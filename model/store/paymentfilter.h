// SPDX-License-Identifier: GPL-3.0-or-later
// A Filter of paymentFilterFields() as a condition on `payment p`, the same text for both
// databases. What a person typed is only ever bound, never part of the text. A condition is true or
// false and never NULL, so that a negated term means every other payment. Immutable; any thread.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/filter.h"
#include "model/domain/utctime.h"

#include <QByteArray>

#include <variant>
#include <vector>

namespace tieout {

class Statement;

class PaymentFilterSql
{
public:
    // `now` is what relative times mean. Placeholders are `prefix` and a number.
    PaymentFilterSql(const Filter& filter, UtcTime now, QString prefix = QStringLiteral(":f"));

    // Of all terms, to be joined with AND; empty for an empty filter.
    const QString& condition() const { return m_condition; }
    void bind(Statement& statement) const;
    // Whether an index finds the matching payments. Without one a filter that matches few of them
    // reads the whole table: the page says so, and offers to stop.
    bool usesIndex() const { return m_usesIndex; }

private:
    friend class PaymentFilterTerms;

    QString m_prefix;
    QString m_condition;
    std::vector<std::variant<QString, qint64, QByteArray, Amount>> m_binds;
    bool m_usesIndex = false;
};

} // namespace tieout
