// SPDX-License-Identifier: GPL-3.0-or-later
// The strict reader and the canonical writer: whatever is read can be written, its canonical bytes
// read back to themselves, and Qt's own reader agrees on the value.
#include "model/crypto/canonicaljson.h"

#include <QJsonDocument>

using namespace tieout;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto object = parsePlainObject(bytes);
    // What Qt reads may be written as well, or is refused; the bytes are never read as another
    // value.
    const QJsonDocument foreign = QJsonDocument::fromJson(bytes);
    if (foreign.isObject()) {
        if (const auto canonical = toCanonicalJson(foreign.object())) {
            const auto again = parsePlainObject(*canonical, 1 << 20, kMaxCanonicalDepth);
            TIEOUT_CHECK(again);
            TIEOUT_CHECK(*toCanonicalJson(*again) == *canonical);
        }
    }
    if (!object)
        return 0;
    const auto canonical = toCanonicalJson(*object);
    TIEOUT_CHECK(canonical);
    const auto again = parsePlainObject(*canonical);
    TIEOUT_CHECK(again);
    TIEOUT_CHECK(*toCanonicalJson(*again) == *canonical);
    TIEOUT_CHECK(foreign.isObject());
    TIEOUT_CHECK(*toCanonicalJson(foreign.object()) == *canonical);
    return 0;
}
