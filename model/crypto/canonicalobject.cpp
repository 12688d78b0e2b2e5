// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/canonicalobject.h"

#include "model/crypto/canonicaljson.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr qint64 kMaxExact = (qint64(1) << 53) - 1;

bool isPlainText(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\';
    });
}

} // namespace

void CanonicalObject::begin(QByteArrayView key)
{
    if (!m_members.empty())
        m_members.back().to = m_values.size();
    m_members.push_back({key, m_values.size(), 0});
}

void CanonicalObject::refuse(const QString& reason)
{
    if (m_refused.isEmpty())
        m_refused = reason;
}

void CanonicalObject::appendText(QStringView value)
{
    if (isPlainText(value)) {
        const qsizetype at = m_values.size();
        m_values.resize(at + value.size() + 2);
        char* out = m_values.data() + at;
        *out++ = '"';
        for (const QChar c : value)
            *out++ = static_cast<char>(c.unicode());
        *out = '"';
        return;
    }
    appendValue(value.toString());
}

void CanonicalObject::appendValue(const QJsonValue& value)
{
    const auto written = toCanonicalJson(value);
    if (written)
        m_values += *written;
    else
        refuse(written.error().reason);
}

CanonicalObject& CanonicalObject::text(const char* key, QStringView value)
{
    begin(key);
    appendText(value);
    return *this;
}

CanonicalObject& CanonicalObject::integer(const char* key, qint64 value)
{
    begin(key);
    if (value >= -kMaxExact && value <= kMaxExact)
        m_values += QByteArray::number(value);
    else
        refuse(QStringLiteral("json_number"));
    return *this;
}

CanonicalObject& CanonicalObject::boolean(const char* key, bool value)
{
    begin(key);
    m_values += value ? "true" : "false";
    return *this;
}

CanonicalObject& CanonicalObject::texts(const char* key, const QStringList& values)
{
    begin(key);
    m_values += '[';
    bool first = true;
    for (const QString& value : values) {
        if (!first)
            m_values += ',';
        first = false;
        appendText(value);
    }
    m_values += ']';
    return *this;
}

CanonicalObject& CanonicalObject::canonical(const char* key, QByteArrayView value)
{
    begin(key);
    m_values.append(value);
    return *this;
}

CanonicalObject& CanonicalObject::members(const QJsonObject& object)
{
    for (auto at = object.begin(); at != object.end(); ++at) {
        m_ownKeys.append(at.key().toUtf8());
        begin(m_ownKeys.back());
        appendValue(at.value());
    }
    return *this;
}

Result<QByteArray> CanonicalObject::end()
{
    if (!m_refused.isEmpty())
        return fail(ErrorCode::Invalid, m_refused);
    if (!m_members.empty())
        m_members.back().to = m_values.size();
    std::stable_sort(m_members.begin(), m_members.end(), [](const Member& a, const Member& b) {
        return std::lexicographical_compare(a.key.begin(), a.key.end(), b.key.begin(), b.key.end());
    });
    QByteArray out;
    out.reserve(m_values.size() + 24 * static_cast<qsizetype>(m_members.size()));
    out += '{';
    for (size_t i = 0; i < m_members.size(); ++i) {
        const Member& member = m_members[i];
        if (i + 1 < m_members.size() && m_members[i + 1].key == member.key)
            continue;
        if (out.size() > 1)
            out += ',';
        out.append('"').append(member.key).append("\":");
        out.append(QByteArrayView(m_values).sliced(member.from, member.to - member.from));
    }
    out += '}';
    return out;
}

} // namespace tieout
