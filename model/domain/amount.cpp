// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/amount.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tieout {

namespace {

__extension__ using UInt128 = unsigned __int128;

constexpr quint64 kChunk = 1'000'000'000'000'000'000ULL; // 10^18 fits a quint64

UInt128 magnitude(Int128 value)
{
    return value < 0 ? UInt128(0) - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

QByteArray digits(UInt128 value)
{
    QByteArray text;
    while (value >= kChunk) {
        const auto low = static_cast<quint64>(value % kChunk);
        text.prepend(QByteArray::number(low).rightJustified(18, '0'));
        value /= kChunk;
    }
    text.prepend(QByteArray::number(static_cast<quint64>(value)));
    return text;
}

struct Plain
{
    QByteArray digits;
    int fraction = 0;
    bool negative = false;
};

std::optional<Plain> splitPlain(QStringView text)
{
    Plain plain;
    qsizetype i = 0;
    if (i < text.size() && text[i] == u'-') {
        plain.negative = true;
        ++i;
    }
    bool point = false;
    const qsizetype first = i;
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'.') {
            if (point || i == first || i + 1 == text.size())
                return std::nullopt;
            point = true;
        } else if (c >= u'0' && c <= u'9') {
            plain.digits.append(static_cast<char>(c));
            plain.fraction += point ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (plain.digits.isEmpty())
        return std::nullopt;
    return plain;
}

std::optional<Int128> toInteger(const QByteArray& number, bool negative)
{
    Int128 value = 0;
    for (const char c : number) {
        if (__builtin_mul_overflow(value, Int128(10), &value) ||
            __builtin_add_overflow(value, Int128(c - '0'), &value))
            return std::nullopt;
    }
    return negative ? -value : value;
}

} // namespace

Result<Amount> Amount::parse(QStringView text, int decimals)
{
    TIEOUT_CHECK(decimals >= 0 && decimals <= kMaxDecimals);
    auto plain = splitPlain(text);
    if (!plain)
        return fail(ErrorCode::Invalid, u"amount_malformed", text.left(80).toString());
    while (plain->fraction > decimals && plain->digits.endsWith('0')) {
        plain->digits.chop(1);
        --plain->fraction;
    }
    if (plain->fraction > decimals)
        return fail(ErrorCode::Invalid,
                    u"amount_precision",
                    QStringLiteral("more than %1 decimals").arg(decimals));
    plain->digits.append(QByteArray(decimals - plain->fraction, '0'));
    const auto units = toInteger(plain->digits, plain->negative);
    if (!units)
        return fail(ErrorCode::Invalid, u"amount_range", text.left(80).toString());
    return Amount(*units, decimals);
}

Result<Amount> Amount::fromUnitsText(QStringView units, int decimals)
{
    TIEOUT_CHECK(decimals >= 0 && decimals <= kMaxDecimals);
    const auto plain = splitPlain(units);
    if (!plain || plain->fraction != 0)
        return fail(ErrorCode::Invalid, u"amount_malformed", units.left(80).toString());
    const auto value = toInteger(plain->digits, plain->negative);
    if (!value)
        return fail(ErrorCode::Invalid, u"amount_range", units.left(80).toString());
    return Amount(*value, decimals);
}

Result<Amount> Amount::fromSortable(const QByteArray& bytes, int decimals)
{
    if (bytes.size() != 16)
        return fail(ErrorCode::Corrupt, u"amount_malformed", QStringLiteral("not 16 bytes"));
    UInt128 value = 0;
    for (const char c : bytes)
        value = (value << 8) | static_cast<unsigned char>(c);
    value ^= UInt128(1) << 127;
    // The one pattern below the range has no opposite.
    if (value == UInt128(1) << 127)
        return fail(ErrorCode::Corrupt, u"amount_range");
    return Amount(static_cast<Int128>(value), decimals);
}

std::optional<Amount> Amount::fromWord(const unsigned char* word32, int decimals)
{
    if (std::any_of(word32, word32 + 16, [](unsigned char c) { return c != 0; }) ||
        word32[16] > 0x7f)
        return std::nullopt;
    UInt128 value = 0;
    for (int i = 16; i < 32; ++i)
        value = (value << 8) | word32[i];
    return Amount(static_cast<Int128>(value), decimals);
}

QString Amount::toUnitsText() const
{
    const QByteArray text = digits(magnitude(m_units));
    return QString::fromLatin1(m_units < 0 ? '-' + text : text);
}

QByteArray Amount::toSortable() const
{
    UInt128 value = static_cast<UInt128>(m_units) ^ (UInt128(1) << 127);
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 15; i >= 0; --i) {
        bytes[i] = static_cast<char>(static_cast<unsigned char>(value & 0xff));
        value >>= 8;
    }
    return bytes;
}

QString Amount::toFixedText() const
{
    QByteArray text = digits(magnitude(m_units));
    if (m_decimals > 0) {
        text = text.rightJustified(m_decimals + 1, '0');
        text.insert(text.size() - m_decimals, '.');
    }
    return QString::fromLatin1(m_units < 0 ? '-' + text : text);
}

QString Amount::toText() const
{
    QString text = toFixedText();
    if (m_decimals == 0)
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

Result<Amount> Amount::plus(Amount other) const
{
    if (m_decimals != other.m_decimals)
        return fail(ErrorCode::Invalid, u"amount_decimals");
    Int128 sum = 0;
    if (__builtin_add_overflow(m_units, other.m_units, &sum) || sum < -kMaxUnits)
        return fail(ErrorCode::Invalid, u"amount_range");
    return Amount(sum, m_decimals);
}

Result<Amount> Amount::minus(Amount other) const
{
    return plus(Amount(-other.m_units, other.m_decimals));
}

Result<Amount> Amount::basisPoints(int bp) const
{
    if (bp < 0 || bp > 10'000)
        return fail(ErrorCode::Invalid, u"basis_points_range");
    // units × bp ÷ 10 000 without overflow: split at 10 000.
    const Int128 whole = m_units / 10'000;
    const Int128 rest = m_units % 10'000;
    return Amount(whole * bp + rest * bp / 10'000, m_decimals);
}

} // namespace tieout
