// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical texts in a Filter: what may be written, and amounts in minor units of any decimals.
// Times and ages are in filtertimes.h. Pure; any thread.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/filter.h"
#include "model/domain/filterfields.h"

#include <optional>

namespace tieout {

// The canonical text of one value (no range) of a field. Reasons: unknown_word, bad_id,
// bad_address, bad_hash, bad_amount, bad_integer, bad_time, bad_duration, field_needs_value.
Result<QString> canonicalFilterValue(const FilterField& field, QStringView text);
// What a person could write instead: words near to the text, or examples of the kind.
QStringList filterExamples(const FilterField& field, QStringView text);
// Whether a range of these canonical ends can hold nothing. Never for an absolute and a relative
// time, which only the clock can compare.
bool isReversed(FilterKind kind, const QString& from, const QString& upTo);

// An exact decimal of at most 39 digits before and 36 after the point.
class FilterDecimal
{
public:
    // Digits with an optional sign and fraction: "100", "-0.05". Reason: bad_amount.
    static Result<FilterDecimal> parse(QStringView text);

    QString toText() const; // without zeros that say nothing
    // The greatest number of minor units that is not above this decimal; nothing when it is out of
    // an Amount's range, on the side of the sign.
    std::optional<Amount> floor(int decimals) const;
    bool isExact(int decimals) const { return m_fraction.size() <= decimals; }
    bool isNegative() const { return m_negative; }
    int compare(const FilterDecimal& other) const; // below 0, 0, above 0

private:
    bool m_negative = false;
    QString m_whole;    // no leading zeros; empty below one
    QString m_fraction; // no trailing zeros
};

} // namespace tieout
