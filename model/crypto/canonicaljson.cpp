// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicaljson.h"

#include <QJsonArray>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tieout {

namespace {

constexpr qint64 kMaxSafeInteger = (qint64(1) << 53) - 1;
// From here on ECMAScript writes an exponent, which says that it is no exact whole number.
constexpr double kFirstExponent = 1e21;

bool hasLoneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!pair)
            return true;
        ++i;
    }
    return false;
}

bool beforeByCodeUnits(QStringView left, QStringView right)
{
    return std::lexicographical_compare(
        left.utf16(), left.utf16() + left.size(), right.utf16(), right.utf16() + right.size());
}

void appendEscape(QByteArray& out, ushort unit)
{
    switch (unit) {
    case '\b':
        out += "\\b";
        break;
    case '\t':
        out += "\\t";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\r':
        out += "\\r";
        break;
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    default:
        out += "\\u00" + QByteArray::number(unit, 16).rightJustified(2, '0');
    }
}

// Writes values below one another; stops at the first that has no canonical form.
class CanonicalWriter
{
public:
    Result<QByteArray> write(const QJsonValue& value)
    {
        if (const auto refused = append(value, 1))
            return fail(ErrorCode::Invalid, *refused);
        return std::move(m_out);
    }

private:
    using Refusal = std::optional<QStringView>;

    Refusal append(const QJsonValue& value, int depth)
    {
        switch (value.type()) {
        case QJsonValue::Null:
        case QJsonValue::Undefined:
            m_out += "null";
            return {};
        case QJsonValue::Bool:
            m_out += value.toBool() ? "true" : "false";
            return {};
        case QJsonValue::Double:
            return appendNumber(value);
        case QJsonValue::String:
            return appendString(value.toString());
        case QJsonValue::Array:
            return appendArray(value.toArray(), depth);
        case QJsonValue::Object:
            return appendObject(value.toObject(), depth);
        }
        return {};
    }

    Refusal appendNumber(const QJsonValue& value)
    {
        // Qt keeps whole numbers as 64 bits; beyond 2^53 − 1 their double is another number.
        const QVariant kept = value.toVariant();
        if (kept.typeId() == QMetaType::LongLong) {
            const qint64 whole = kept.toLongLong();
            if (whole > kMaxSafeInteger || whole < -kMaxSafeInteger)
                return u"json_number";
            m_out += QByteArray::number(whole);
            return {};
        }
        const double number = value.toDouble();
        const double size = std::fabs(number);
        if (!std::isfinite(number) || (size > double(kMaxSafeInteger) && size < kFirstExponent))
            return u"json_number";
        m_out += ecmaNumber(number);
        return {};
    }

    Refusal appendString(const QString& text)
    {
        if (hasLoneSurrogate(text))
            return u"json_lone_surrogate";
        m_out += '"';
        for (const char c : text.toUtf8()) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x20 || c == '"' || c == '\\')
                appendEscape(m_out, byte);
            else
                m_out += c;
        }
        m_out += '"';
        return {};
    }

    Refusal appendArray(const QJsonArray& array, int depth)
    {
        if (depth > kMaxCanonicalDepth)
            return u"json_too_deep";
        m_out += '[';
        bool first = true;
        for (const auto& item : array) {
            if (!first)
                m_out += ',';
            first = false;
            if (const auto refused = append(item, depth + 1))
                return refused;
        }
        m_out += ']';
        return {};
    }

    Refusal appendObject(const QJsonObject& object, int depth)
    {
        if (depth > kMaxCanonicalDepth)
            return u"json_too_deep";
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end(), beforeByCodeUnits);
        m_out += '{';
        bool first = true;
        for (const QString& key : keys) {
            if (!first)
                m_out += ',';
            first = false;
            if (const auto refused = appendString(key))
                return refused;
            m_out += ':';
            if (const auto refused = append(object.value(key), depth + 1))
                return refused;
        }
        m_out += '}';
        return {};
    }

    QByteArray m_out;
};

} // namespace

QByteArray ecmaNumber(double value)
{
    TIEOUT_CHECK(std::isfinite(value));
    if (value == 0.0)
        return "0";
    // The shortest digits that read back as the same double, as "d.ddde±xx".
    char buffer[40];
    const auto [end, error] = std::to_chars(
        buffer, buffer + sizeof buffer, std::fabs(value), std::chars_format::scientific);
    TIEOUT_CHECK(error == std::errc());
    const QByteArray shortest(buffer, end - buffer);
    const auto mark = shortest.indexOf('e');
    const QByteArray digits = shortest.left(mark).replace(".", "");
    const int point = shortest.mid(mark + 1).toInt() + 1; // digits before the decimal point
    const auto count = static_cast<int>(digits.size());
    const QByteArray sign = value < 0 ? "-" : "";
    if (count <= point && point <= 21)
        return sign + digits + QByteArray(point - count, '0');
    if (0 < point && point <= 21)
        return sign + digits.left(point) + '.' + digits.mid(point);
    if (-6 < point && point <= 0)
        return sign + "0." + QByteArray(-point, '0') + digits;
    const int exponent = point - 1;
    const QByteArray tail = (exponent < 0 ? "e-" : "e+") + QByteArray::number(std::abs(exponent));
    return sign + digits.left(1) + (count > 1 ? "." + digits.mid(1) : QByteArray()) + tail;
}

Result<QByteArray> toCanonicalJson(const QJsonValue& value)
{
    return CanonicalWriter().write(value);
}

Result<QByteArray> toCanonicalJson(const QJsonObject& object)
{
    return toCanonicalJson(QJsonValue(object));
}

} // namespace tieout
