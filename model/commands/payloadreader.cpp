// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commands/payloadreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace tieout {

namespace {

bool hasControl(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    });
}

} // namespace

QJsonValue PayloadReader::take(const char* key)
{
    const QString name = QString::fromLatin1(key);
    m_asked.insert(name);
    return m_object.value(name);
}

void PayloadReader::wrong(const char* key, QStringView why)
{
    if (!m_error)
        m_error = Error{ErrorCode::Invalid,
                        QStringLiteral("payload_invalid"),
                        QStringLiteral("%1: %2").arg(QString::fromLatin1(key), why)};
}

QString PayloadReader::text(const char* key, int maxLength)
{
    const QString value = optionalText(key, maxLength);
    if (value.isEmpty())
        wrong(key, u"missing");
    return value;
}

QString PayloadReader::optionalText(const char* key, int maxLength)
{
    const QJsonValue value = take(key);
    if (value.isUndefined() || value.isNull())
        return {};
    const QString content = value.toString();
    if (!value.isString())
        wrong(key, u"not a text");
    else if (content.size() > maxLength)
        wrong(key, u"too long");
    else if (hasControl(content))
        wrong(key, u"control characters");
    return content;
}

QString PayloadReader::word(const char* key, std::initializer_list<QStringView> words)
{
    const QString value = text(key);
    if (std::find(words.begin(), words.end(), QStringView(value)) == words.end())
        wrong(key, u"not one of its words");
    return value;
}

qint64 PayloadReader::integer(const char* key, qint64 least, qint64 most)
{
    const auto value = optionalInteger(key, least, most);
    if (!value)
        wrong(key, u"missing");
    return value.value_or(least);
}

std::optional<qint64> PayloadReader::optionalInteger(const char* key, qint64 least, qint64 most)
{
    const QJsonValue value = take(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    // What is no whole number comes back as whichever fallback it is given.
    const qint64 number = value.toInteger(0);
    if (number != value.toInteger(1)) {
        wrong(key, u"not a whole number");
        return std::nullopt;
    }
    if (number < least || number > most) {
        wrong(key, u"out of range");
        return std::nullopt;
    }
    return number;
}

bool PayloadReader::optionalBoolean(const char* key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        wrong(key, u"not true or false");
    return value.toBool();
}

QString PayloadReader::amountText(const char* key)
{
    static const QRegularExpression shape(QStringLiteral("\\A[0-9]{1,39}(\\.[0-9]{1,36})?\\z"));
    static const QRegularExpression notZero(QStringLiteral("[1-9]"));
    const QString value = text(key, 80);
    if (!shape.match(value).hasMatch() || !notZero.match(value).hasMatch())
        wrong(key, u"not a positive amount");
    return value;
}

QString PayloadReader::hexText(const char* key, int maxBytes)
{
    static const QRegularExpression shape(QStringLiteral("\\A0x([0-9a-f]{2})+\\z"));
    const QString value = text(key, 2 + 2 * maxBytes);
    if (!shape.match(value).hasMatch())
        wrong(key, u"not hex");
    return value;
}

QJsonObject PayloadReader::object(const char* key)
{
    const QJsonValue value = take(key);
    if (!value.isObject())
        wrong(key, u"not an object");
    return value.toObject();
}

Outcome PayloadReader::finish()
{
    for (const QString& key : m_object.keys()) {
        if (!m_asked.contains(key))
            wrong(key.left(60).toLatin1().constData(), u"unknown key");
    }
    if (m_error)
        return fail(*m_error);
    return Done;
}

} // namespace tieout
