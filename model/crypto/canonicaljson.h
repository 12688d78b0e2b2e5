// SPDX-License-Identifier: GPL-3.0-or-later
// JSON whose bytes can be hashed: the canonical writer of RFC 8785 and a strict reader for payloads
// that were signed or hashed. Pure, safe on any thread. Money never stands in a JSON number.
#pragma once

#include "model/domain/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace tieout {

// Keys by UTF-16 code units, no white space, numbers as ECMAScript writes them. Integers beyond
// ±(2^53 − 1) are refused, because a reader would round them. Reasons: json_number (NaN, infinite,
// or not exact), json_lone_surrogate, json_too_deep.
inline constexpr int kMaxCanonicalDepth = 32;
Result<QByteArray> toCanonicalJson(const QJsonObject& object);
Result<QByteArray> toCanonicalJson(const QJsonValue& value);

// Number::toString of ECMAScript; the value must be finite.
QByteArray ecmaNumber(double value);

// UTF-8 without BOM whose top is an object. Reasons: json_malformed, json_not_object,
// json_duplicate_key, json_too_deep, json_lone_surrogate, json_number (out of range, or a whole
// number beyond ±(2^53 − 1)), json_not_utf8, json_too_large (more than `maxBytes`).
inline constexpr int kMaxPlainDepth = 16;
Result<QJsonObject>
parsePlainObject(QByteArrayView bytes, qsizetype maxBytes = 1 << 20, int maxDepth = kMaxPlainDepth);

} // namespace tieout
