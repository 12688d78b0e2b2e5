// SPDX-License-Identifier: GPL-3.0-or-later
// Amount: an exact count of a token's minor units with the token's decimals. 128-bit signed, so the
// range is ±(2^127 − 1); everything checked, nothing rounded, no floating point. Immutable value.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QString>

#include <compare>
#include <optional>

namespace tieout {

__extension__ using Int128 = __int128;

class Amount
{
public:
    static constexpr int kMaxDecimals = 36;
    static constexpr Int128 kMaxUnits =
        (Int128(0x7fffffffffffffffLL) << 64) | Int128(0xffffffffffffffffULL);

    constexpr Amount() = default;
    // `decimals` 0..kMaxDecimals.
    constexpr Amount(Int128 units, int decimals)
        : m_units(units)
        , m_decimals(static_cast<qint8>(decimals))
    {}

    // "1234.50" in the token's units. Reasons: amount_malformed, amount_precision (more decimals
    // than the token has), amount_range. No exponent, no sign but a leading '-', no group
    // separators.
    static Result<Amount> parse(QStringView text, int decimals);
    // A plain integer of minor units, as PostgreSQL's numeric(39,0) and JSON carry it.
    static Result<Amount> fromUnitsText(QStringView units, int decimals);
    // The 16-byte form of SQLite: big-endian with the sign bit flipped, so that memcmp orders it.
    static Result<Amount> fromSortable(const QByteArray& bytes, int decimals);
    // A 32-byte big-endian word of the EVM. Nothing when it is above 2^127 − 1: such an amount is
    // kept raw beside a case, never truncated.
    static std::optional<Amount> fromWord(const unsigned char* word32, int decimals);

    QString toUnitsText() const;
    QByteArray toSortable() const;
    // Plain decimal text with all the token's decimals cut to what is needed ("99.97", "100").
    QString toText() const;
    // With exactly the token's decimals ("99.970000"): exports, alignment on the point.
    QString toFixedText() const;

    constexpr Int128 units() const { return m_units; }
    constexpr int decimals() const { return m_decimals; }
    constexpr bool isZero() const { return m_units == 0; }
    constexpr bool isNegative() const { return m_units < 0; }
    constexpr Amount zero() const { return {0, m_decimals}; }

    // Reasons: amount_decimals (two tokens mixed), amount_range.
    Result<Amount> plus(Amount other) const;
    Result<Amount> minus(Amount other) const;
    // Basis points of this amount, rounded down towards zero; `bp` 0..10 000.
    Result<Amount> basisPoints(int bp) const;

    // Both sides must have the same decimals (a broken program otherwise).
    std::strong_ordering operator<=>(const Amount& other) const
    {
        TIEOUT_CHECK(m_decimals == other.m_decimals);
        return m_units < other.m_units   ? std::strong_ordering::less
               : m_units > other.m_units ? std::strong_ordering::greater
                                         : std::strong_ordering::equal;
    }

    bool operator==(const Amount& other) const
    {
        return m_units == other.m_units && m_decimals == other.m_decimals;
    }

private:
    Int128 m_units = 0;
    qint8 m_decimals = 0;
};

} // namespace tieout
