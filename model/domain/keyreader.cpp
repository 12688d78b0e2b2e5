// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/keyreader.h"

#include "model/domain/durationtext.h"

#include <limits>

namespace tieout {

KeyReader::KeyReader(const QJsonObject& object, QString prefix, QString path)
    : m_object(object)
    , m_prefix(std::move(prefix))
    , m_path(std::move(path))
{}

void KeyReader::failWith(QStringView suffix, const QString& detail)
{
    if (!m_error)
        m_error = Error{ErrorCode::Invalid, m_prefix + suffix.toString(), detail};
}

void KeyReader::invalid(const QString& key, const QString& why)
{
    failWith(u"_value_invalid", pathOf(key) + QStringLiteral(": ") + why);
}

void KeyReader::adopt(const Error& error)
{
    if (!m_error)
        m_error = error;
}

bool KeyReader::present(const QString& key, bool hasFallback)
{
    m_asked.insert(key);
    if (has(key))
        return true;
    if (!hasFallback)
        failWith(u"_key_missing", pathOf(key));
    return false;
}

QString KeyReader::text(const QString& key, const std::optional<QString>& fallback)
{
    if (!present(key, fallback.has_value()))
        return fallback.value_or(QString());
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        invalid(key, QStringLiteral("not a text"));
    return value.toString();
}

int KeyReader::number(const QString& key, int low, int high, std::optional<int> fallback)
{
    if (!present(key, fallback.has_value()))
        return fallback.value_or(low);
    // A fraction, a text or a number beyond 64 bits gives the sentinel, which is out of every
    // range.
    const qint64 value = m_object.value(key).toInteger(std::numeric_limits<qint64>::min());
    if (value < low || value > high) {
        invalid(key, QStringLiteral("not a whole number from %1 to %2").arg(low).arg(high));
        return low;
    }
    return static_cast<int>(value);
}

Amount KeyReader::amount(const QString& key, int decimals, std::optional<Amount> fallback)
{
    if (!present(key, fallback.has_value()))
        return fallback.value_or(Amount(0, decimals));
    const QJsonValue value = m_object.value(key);
    const auto amount = Amount::parse(value.toString(), decimals);
    if (!value.isString()) {
        invalid(key, QStringLiteral("an amount is written as text"));
    } else if (!amount) {
        invalid(key, amount.error().reason);
    } else if (amount->isNegative()) {
        invalid(key, QStringLiteral("negative"));
    } else {
        return *amount;
    }
    return {0, decimals};
}

Duration KeyReader::duration(const QString& key, std::optional<Duration> fallback)
{
    if (!present(key, fallback.has_value()))
        return fallback.value_or(Duration{});
    const auto duration = durationFromText(text(key));
    if (!duration)
        invalid(key, duration.error().reason);
    return duration.value_or(Duration{});
}

QJsonObject KeyReader::object(const QString& key)
{
    if (!present(key, true))
        return {};
    if (!m_object.value(key).isObject())
        invalid(key, QStringLiteral("not an object"));
    return m_object.value(key).toObject();
}

QJsonArray KeyReader::array(const QString& key)
{
    if (!present(key, false))
        return {};
    if (!m_object.value(key).isArray())
        invalid(key, QStringLiteral("not a list"));
    return m_object.value(key).toArray();
}

Outcome KeyReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end() && !m_error; ++it) {
        if (!m_asked.contains(it.key()))
            failWith(u"_key_unknown", pathOf(it.key()));
    }
    if (m_error)
        return fail(*m_error);
    return Done;
}

} // namespace tieout
