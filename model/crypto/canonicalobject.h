// SPDX-License-Identifier: GPL-3.0-or-later
// CanonicalObject: one JSON object in canonical form (RFC 8785) written member by member, for what
// is made a thousand times in a batch: the bytes are those of toCanonicalJson over the same
// members, in a tenth of the time. Keys are ASCII without quotes or control characters and outlive
// the object (a literal); members may come in any order, and of two with one key the later stands.
// Pure, safe on any thread.
#pragma once

#include "model/domain/result.h"

#include <QByteArrayList>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <vector>

namespace tieout {

class CanonicalObject
{
public:
    CanonicalObject& text(const char* key, QStringView value);
    CanonicalObject& integer(const char* key, qint64 value);
    CanonicalObject& boolean(const char* key, bool value);
    CanonicalObject& texts(const char* key, const QStringList& values);
    CanonicalObject& canonical(const char* key, QByteArrayView value); // of toCanonicalJson
    CanonicalObject& members(const QJsonObject& object);               // all of them, beside ours

    // Reasons of toCanonicalJson, for the first value that has no canonical form.
    Result<QByteArray> end();

private:
    struct Member
    {
        QByteArrayView key;
        qsizetype from = 0;
        qsizetype to = 0;
    };

    void begin(QByteArrayView key);
    void appendValue(const QJsonValue& value);
    void refuse(const QString& reason);
    void appendText(QStringView value);

    QByteArray m_values;
    std::vector<Member> m_members;
    QByteArrayList m_ownKeys;
    QString m_refused;
};

} // namespace tieout
