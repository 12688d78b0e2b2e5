// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/crypto/journalchain.h"

#include "model/crypto/canonicaljson.h"
#include "model/crypto/canonicalobject.h"
#include "model/crypto/hash.h"

#include <QJsonArray>

#include <algorithm>

namespace tieout {

namespace {

constexpr qsizetype kMaxLineBytes = 16 << 20;

bool isHash(QByteArrayView text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool holdsPlaceKeys(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(
            array.begin(), array.end(), [](const auto& item) { return holdsPlaceKeys(item); });
    }
    if (!value.isObject())
        return false;
    const QJsonObject object = value.toObject();
    if (object.contains(u"prev") || object.contains(u"seq"))
        return true;
    return std::any_of(
        object.begin(), object.end(), [](const auto& member) { return holdsPlaceKeys(member); });
}

bool isBody(const QJsonObject& body)
{
    for (const auto key : {u"action", u"actor", u"at", u"object"}) {
        if (body.value(QStringView(key)).toString().isEmpty())
            return false;
    }
    return body.size() == 5 && body.value(u"data").isObject() && !holdsPlaceKeys(body);
}

// Quotes within strings are escaped, so a key is found as it stands between its own.
bool namesPlace(const QByteArray& canonical)
{
    return canonical.contains("\"prev\":") || canonical.contains("\"seq\":");
}

Result<QByteArray> bodyAround(const JournalBody& body)
{
    const bool whole = !body.action.isEmpty() && !body.actor.isEmpty() && !body.at.isEmpty() &&
                       !body.object.isEmpty() && body.canonical.startsWith('{') &&
                       body.data.isEmpty() && !namesPlace(body.canonical);
    if (!whole)
        return fail(ErrorCode::Invalid, u"journal_body");
    CanonicalObject out;
    out.text("action", body.action).text("actor", body.actor).text("at", body.at);
    return out.canonical("data", body.canonical).text("object", body.object).end();
}

} // namespace

QByteArray journalGenesis()
{
    return QByteArray(64, '0');
}

Result<QByteArray> journalBody(const JournalBody& body)
{
    if (!body.canonical.isEmpty())
        return bodyAround(body);
    return journalBody(QJsonObject{{QStringLiteral("action"), body.action},
                                   {QStringLiteral("actor"), body.actor},
                                   {QStringLiteral("at"), body.at},
                                   {QStringLiteral("data"), body.data},
                                   {QStringLiteral("object"), body.object}});
}

Result<QByteArray> journalBody(const QJsonObject& body)
{
    if (!isBody(body))
        return fail(ErrorCode::Invalid, u"journal_body");
    return toCanonicalJson(body);
}

Result<QByteArray> journalLine(QByteArrayView body, QByteArrayView prev, qint64 seq)
{
    // The sealing loop does this for every event, so the body is not parsed again: the canonical
    // form ends with its text "object", and "prev" and "seq" sort right after it.
    const bool plausible =
        body.startsWith("{\"action\":\"") && body.endsWith("\"}") && !body.contains('\n');
    if (!plausible)
        return fail(ErrorCode::Corrupt, u"journal_body");
    if (!isHash(prev) || seq < 1)
        return fail(ErrorCode::Internal, u"journal_place");
    QByteArray line;
    line.reserve(body.size() + 100);
    line.append(body.chopped(1));
    line.append(",\"prev\":\"").append(prev).append("\",\"seq\":");
    line.append(QByteArray::number(seq)).append('}');
    return line;
}

JournalVerifier::JournalVerifier(qint64 count, QByteArray head)
    : m_count(count)
    , m_head(std::move(head))
{
    TIEOUT_CHECK(m_count >= 0 && isHash(m_head));
}

bool JournalVerifier::add(QByteArrayView line, std::optional<QByteArrayView> storedHash)
{
    if (m_problem)
        return false;
    ++m_given;
    const auto bad = [this](QStringView reason) {
        m_problem = Problem{m_given, reason.toString()};
        return false;
    };
    const auto parsed = parsePlainObject(line, kMaxLineBytes, kMaxCanonicalDepth);
    if (!parsed)
        return bad(u"journal_line");
    QJsonObject body = *parsed;
    const QJsonValue prev = body.take(u"prev");
    const QJsonValue seq = body.take(u"seq");
    if (!prev.isString() || !seq.isDouble() || !isBody(body))
        return bad(u"journal_line");
    const auto canonical = toCanonicalJson(*parsed);
    if (!canonical || *canonical != line)
        return bad(u"journal_line");
    if (seq.toInteger() != m_count + 1)
        return bad(u"journal_seq");
    if (prev.toString().toUtf8() != m_head)
        return bad(u"journal_prev");
    const QByteArray hash = sha256Hex(line);
    if (storedHash && *storedHash != QByteArrayView(hash))
        return bad(u"journal_hash");
    ++m_count;
    m_head = hash;
    return true;
}

} // namespace tieout
