// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/filtervalues.h"

#include "model/domain/address.h"
#include "model/domain/filtertimes.h"
#include "model/domain/ids.h"

#include <algorithm>

namespace tieout {

namespace filtervalues {

constexpr qsizetype kHashDigits = 64;
constexpr qsizetype kTronAddressLength = 34;

Failure wrong(QStringView reason)
{
    return fail(ErrorCode::Invalid, reason);
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<QString> word(const QStringList& words, QStringView text)
{
    const QString lower = text.toString().toLower();
    for (const QString& known : words) {
        if (known.toLower() == lower)
            return known;
    }
    return wrong(u"unknown_word");
}

// Our own ids are a prefix and a ULID, whose letters are capital; people paste them in any case.
Result<QString> id(QStringView text)
{
    if (text.isEmpty())
        return wrong(u"bad_id");
    const qsizetype cut = text.indexOf(u'_') + 1;
    const QString ulid = text.mid(cut).toString().toUpper();
    if (cut > 0 && isUlid(ulid))
        return text.left(cut).toString().toLower() + ulid;
    return text.toString();
}

Result<QString> address(QStringView text)
{
    const bool tron = text.size() == kTronAddressLength && text.startsWith(u'T');
    const auto parsed = Address::parse(text, tron ? AddressFamily::Tron : AddressFamily::Evm);
    if (!parsed)
        return wrong(u"bad_address");
    return parsed->toText();
}

Result<QString> hash(QStringView text)
{
    const QString lower = text.toString().toLower();
    const QString digits = lower.startsWith(u"0x") ? lower.mid(2) : lower;
    const bool hex = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (!hex || digits.size() != kHashDigits)
        return wrong(u"bad_hash");
    return QStringLiteral("0x") + digits;
}

Result<QString> integer(QStringView text)
{
    bool read = false;
    const qint64 value = text.toLongLong(&read);
    if (!read || value < 0 || !allDigits(text))
        return wrong(u"bad_integer");
    return QString::number(value);
}

} // namespace filtervalues

Result<FilterDecimal> FilterDecimal::parse(QStringView text)
{
    FilterDecimal decimal;
    decimal.m_negative = text.startsWith(u'-');
    if (decimal.m_negative)
        text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || !filtervalues::allDigits(whole) ||
        !filtervalues::allDigits(fraction))
        return filtervalues::wrong(u"bad_amount");
    decimal.m_whole = whole.toString();
    decimal.m_fraction = fraction.toString();
    while (decimal.m_whole.startsWith(u'0'))
        decimal.m_whole.remove(0, 1);
    while (decimal.m_fraction.endsWith(u'0'))
        decimal.m_fraction.chop(1);
    if (decimal.m_whole.size() > 39 || decimal.m_fraction.size() > Amount::kMaxDecimals)
        return filtervalues::wrong(u"bad_amount");
    if (decimal.m_whole.isEmpty() && decimal.m_fraction.isEmpty())
        decimal.m_negative = false;
    return decimal;
}

QString FilterDecimal::toText() const
{
    QString text = m_whole.isEmpty() ? QStringLiteral("0") : m_whole;
    if (!m_fraction.isEmpty())
        text += u'.' + m_fraction;
    return m_negative ? u'-' + text : text;
}

std::optional<Amount> FilterDecimal::floor(int decimals) const
{
    QString units = m_whole + m_fraction.left(decimals).leftJustified(decimals, u'0');
    if (units.isEmpty())
        units = QStringLiteral("0");
    if (m_negative)
        units.prepend(u'-');
    const auto cut = Amount::fromUnitsText(units, decimals);
    if (!cut)
        return std::nullopt;
    if (isExact(decimals) || !m_negative)
        return *cut;
    const auto below = cut->minus(Amount(1, decimals));
    return below ? std::optional<Amount>(*below) : std::nullopt;
}

int FilterDecimal::compare(const FilterDecimal& other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? -1 : 1;
    int size = m_whole.size() < other.m_whole.size() ? -1 : 1;
    if (m_whole.size() == other.m_whole.size()) {
        // Without trailing zeros a shorter fraction with the same beginning is the smaller one.
        const int whole = QString::compare(m_whole, other.m_whole);
        size = whole != 0 ? whole : QString::compare(m_fraction, other.m_fraction);
    }
    return m_negative ? -size : size;
}

Result<QString> canonicalFilterValue(const FilterField& field, QStringView text)
{
    switch (field.kind) {
    case FilterKind::Words:
        return filtervalues::word(field.words, text);
    case FilterKind::Names:
        if (text.isEmpty())
            return filtervalues::wrong(u"field_needs_value");
        return text.toString();
    case FilterKind::Text:
        return text.toString();
    case FilterKind::Id:
        return filtervalues::id(text);
    case FilterKind::Address:
        return filtervalues::address(text);
    case FilterKind::Hash:
        return filtervalues::hash(text);
    case FilterKind::Amount: {
        const auto decimal = FilterDecimal::parse(text);
        return decimal ? Result<QString>(decimal->toText()) : fail(decimal.error());
    }
    case FilterKind::Integer:
        return filtervalues::integer(text);
    case FilterKind::Time:
        return canonicalFilterTime(text);
    case FilterKind::Age:
        return canonicalFilterAge(text);
    }
    return filtervalues::wrong(u"unknown_word");
}

QStringList filterExamples(const FilterField& field, QStringView text)
{
    const auto list = [](const char* words) {
        return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    };
    switch (field.kind) {
    case FilterKind::Words: {
        const QStringList near = nearestWords(text, field.words);
        return near.isEmpty() ? field.words.mid(0, 12) : near;
    }
    case FilterKind::Names:
    case FilterKind::Text:
    case FilterKind::Id:
        return {};
    case FilterKind::Address:
        return list("0x… T…");
    case FilterKind::Hash:
        return list("0x…");
    case FilterKind::Amount:
        return list("100 99.97 100..200");
    case FilterKind::Integer:
        return list("0 12 3..12");
    case FilterKind::Time:
        return list("today -2d 2026-11-01 2026-11-01T04:12 2026-11-01..2026-11-21");
    case FilterKind::Age:
        return list("30m 4h 7d");
    }
    return {};
}

bool isReversed(FilterKind kind, const QString& from, const QString& upTo)
{
    if (from.isEmpty() || upTo.isEmpty())
        return false;
    if (kind == FilterKind::Amount)
        return FilterDecimal::parse(from)->compare(*FilterDecimal::parse(upTo)) > 0;
    if (kind == FilterKind::Integer)
        return from.toLongLong() > upTo.toLongLong();
    return kind == FilterKind::Age ? areAgesReversed(from, upTo) : areTimesReversed(from, upTo);
}

} // namespace tieout
