// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicaljson.h"

#include <QJsonArray>
#include <QUtf8StringView>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace tieout {

namespace {

constexpr qint64 kMaxPlainInteger = (qint64(1) << 53) - 1;

// Recursive descent over bytes that are known to be UTF-8. The first problem ends it: every
// function answers nothing from there on, and m_reason tells why.
class PlainReader
{
public:
    PlainReader(QByteArrayView bytes, int maxDepth)
        : m_at(bytes.begin())
        , m_end(bytes.end())
        , m_maxDepth(maxDepth)
    {}

    std::optional<QJsonValue> readAll()
    {
        auto value = readValue(0);
        skipSpace();
        if (value && m_at != m_end)
            return refuse(u"json_malformed");
        return value;
    }

    QStringView reason() const { return m_reason; }

private:
    using Member = std::pair<QString, QJsonValue>;

    std::nullopt_t refuse(QStringView reason)
    {
        if (m_reason.isEmpty())
            m_reason = reason;
        return std::nullopt;
    }

    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }

    bool take(char c)
    {
        skipSpace();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(QByteArrayView word)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    std::optional<QJsonValue> readValue(int depth)
    {
        skipSpace();
        if (m_at == m_end)
            return refuse(u"json_malformed");
        switch (*m_at) {
        case '{':
            return readObject(depth + 1);
        case '[':
            return readArray(depth + 1);
        case '"':
            return readString();
        case 't':
            return takeWord("true") ? std::optional<QJsonValue>(true) : refuse(u"json_malformed");
        case 'f':
            return takeWord("false") ? std::optional<QJsonValue>(false) : refuse(u"json_malformed");
        case 'n':
            return takeWord("null") ? std::optional<QJsonValue>(QJsonValue::Null)
                                    : refuse(u"json_malformed");
        default:
            return readNumber();
        }
    }

    std::optional<QJsonValue> readObject(int depth)
    {
        if (depth > m_maxDepth)
            return refuse(u"json_too_deep");
        ++m_at;
        std::vector<Member> members;
        if (take('}'))
            return QJsonObject();
        do {
            skipSpace();
            if (m_at == m_end || *m_at != '"')
                return refuse(u"json_malformed");
            const auto key = readString();
            if (!key)
                return std::nullopt;
            if (!take(':'))
                return refuse(u"json_malformed");
            auto value = readValue(depth);
            if (!value)
                return std::nullopt;
            members.emplace_back(key->toString(), *value);
        } while (take(','));
        if (!take('}'))
            return refuse(u"json_malformed");
        return fromMembers(members);
    }

    // Sorted first: doubles are found side by side, and inserting in order costs no moves.
    std::optional<QJsonValue> fromMembers(std::vector<Member>& members)
    {
        std::ranges::sort(members, {}, &Member::first);
        const auto twice = std::ranges::adjacent_find(members, {}, &Member::first);
        if (twice != members.end())
            return refuse(u"json_duplicate_key");
        QJsonObject object;
        for (const auto& [key, value] : members)
            object.insert(key, value);
        return object;
    }

    std::optional<QJsonValue> readArray(int depth)
    {
        if (depth > m_maxDepth)
            return refuse(u"json_too_deep");
        ++m_at;
        QJsonArray array;
        if (take(']'))
            return array;
        do {
            auto value = readValue(depth);
            if (!value)
                return std::nullopt;
            array.append(*value);
        } while (take(','));
        if (!take(']'))
            return refuse(u"json_malformed");
        return array;
    }

    std::optional<QJsonValue> readString()
    {
        ++m_at;
        QString text;
        const char* plain = m_at; // bytes since here need no change
        while (true) {
            if (m_at == m_end || static_cast<unsigned char>(*m_at) < 0x20)
                return refuse(u"json_malformed");
            const char c = *m_at++;
            if (c != '"' && c != '\\')
                continue;
            text += QUtf8StringView(plain, m_at - 1).toString();
            if (c == '"')
                break;
            if (!readEscape(text))
                return std::nullopt;
            plain = m_at;
        }
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!text[i].isSurrogate())
                continue;
            if (text[i].isLowSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return refuse(u"json_lone_surrogate");
            ++i;
        }
        return text;
    }

    bool readEscape(QString& text)
    {
        static constexpr char kMarks[] = "\"\\/bfnrt";
        static constexpr char kMeant[] = "\"\\/\b\f\n\r\t";
        if (m_at == m_end)
            return refuse(u"json_malformed"), false;
        const char mark = *m_at++;
        if (mark == 'u') {
            ushort unit = 0;
            const char* stop = m_at + 4;
            if (m_end - m_at < 4 || std::from_chars(m_at, stop, unit, 16).ptr != stop)
                return refuse(u"json_malformed"), false;
            m_at = stop;
            text += QChar(unit);
            return true;
        }
        const auto place = QByteArrayView(kMarks).indexOf(mark);
        if (place < 0)
            return refuse(u"json_malformed"), false;
        text += QLatin1Char(kMeant[place]);
        return true;
    }

    bool takeDigits()
    {
        const char* start = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != start;
    }

    // The grammar first, for from_chars would take "01", ".5", "1." and "nan".
    std::optional<QJsonValue> readNumber()
    {
        const char* start = m_at;
        if (*m_at == '-')
            ++m_at;
        if (m_at != m_end && *m_at == '0')
            ++m_at;
        else if (!takeDigits())
            return refuse(u"json_malformed");
        bool whole = true;
        if (m_at != m_end && *m_at == '.') {
            whole = false;
            ++m_at;
            if (!takeDigits())
                return refuse(u"json_malformed");
        }
        if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
            whole = false;
            ++m_at;
            if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            if (!takeDigits())
                return refuse(u"json_malformed");
        }
        return whole ? wholeNumber(start) : brokenNumber(start);
    }

    std::optional<QJsonValue> wholeNumber(const char* start)
    {
        qint64 number = 0;
        const auto read = std::from_chars(start, m_at, number);
        if (read.ec != std::errc() || number > kMaxPlainInteger || number < -kMaxPlainInteger)
            return refuse(u"json_number");
        return QJsonValue(number);
    }

    // "3.1e20" is a whole number as well; from 10^21 on the canonical form keeps the exponent.
    std::optional<QJsonValue> brokenNumber(const char* start)
    {
        double number = 0;
        if (std::from_chars(start, m_at, number).ec != std::errc() ||
            (std::fabs(number) > double(kMaxPlainInteger) && std::fabs(number) < 1e21))
            return refuse(u"json_number");
        return QJsonValue(number);
    }

    const char* m_at;
    const char* m_end;
    int m_maxDepth;
    QStringView m_reason;
};

} // namespace

Result<QJsonObject> parsePlainObject(QByteArrayView bytes, qsizetype maxBytes, int maxDepth)
{
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::Invalid, u"json_too_large");
    if (!QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return fail(ErrorCode::Invalid, u"json_not_utf8");
    PlainReader reader(bytes, maxDepth);
    const auto value = reader.readAll();
    if (!value)
        return fail(ErrorCode::Invalid, reader.reason());
    if (!value->isObject())
        return fail(ErrorCode::Invalid, u"json_not_object");
    return value->toObject();
}

} // namespace tieout
