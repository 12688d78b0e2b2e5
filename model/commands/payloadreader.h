// SPDX-License-Identifier: GPL-3.0-or-later
// PayloadReader: takes a command's payload apart. Every key must be asked for: a key that nobody
// knows is an error, because it would be approved and then ignored. The first error stays. One
// thread.
#pragma once

#include "model/domain/ids.h"
#include "model/domain/result.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace tieout {

class PayloadReader
{
public:
    explicit PayloadReader(const QJsonObject& object)
        : m_object(object)
    {}
    Q_DISABLE_COPY_MOVE(PayloadReader)

    // Required: not empty, at most `maxLength` UTF-16 units, no control characters but line breaks.
    QString text(const char* key, int maxLength = 200);
    // Absent or empty: empty.
    QString optionalText(const char* key, int maxLength = 200);
    // One of the words.
    QString word(const char* key, std::initializer_list<QStringView> words);
    qint64 integer(const char* key, qint64 least, qint64 most);
    std::optional<qint64> optionalInteger(const char* key, qint64 least, qint64 most);
    bool optionalBoolean(const char* key);
    // A positive decimal amount as text ("1234.50"); its precision is judged with the corridor.
    QString amountText(const char* key);
    // 0x and hex digits, lower case.
    QString hexText(const char* key, int maxBytes = 64);
    QJsonObject object(const char* key);

    template<class Tag>
    Id<Tag> id(const char* key)
    {
        const QString value = text(key, 40);
        if (m_error)
            return {};
        auto parsed = Id<Tag>::parse(value);
        if (!parsed) {
            wrong(key, u"malformed id");
            return {};
        }
        return *parsed;
    }

    // Invalid (payload_invalid), with the key in detail.
    Outcome finish();

    template<class T>
    Result<T> finishWith(T value)
    {
        if (auto done = finish(); !done)
            return fail(done.error());
        return value;
    }

private:
    QJsonValue take(const char* key);
    void wrong(const char* key, QStringView why);

    const QJsonObject& m_object;
    QSet<QString> m_asked;
    std::optional<Error> m_error;
};

} // namespace tieout
