// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON object key by key and keeps the first thing that is wrong, so that a reader of many
// keys needs one check at its end. Reasons: <prefix>_key_unknown, _key_missing, _value_invalid; the
// detail begins with the key's path. One thread; lives within one function.
#pragma once

#include "model/domain/amount.h"
#include "model/domain/utctime.h"
#include "model/domain/words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace tieout {

class KeyReader final
{
public:
    // `prefix` of the reasons, e.g. "corridor"; `path` of the object within its document.
    KeyReader(const QJsonObject& object, QString prefix, QString path = {});

    bool has(const QString& key) const { return m_object.contains(key); }
    // Without a fallback the key must be there. After a failure the value returned means nothing.
    QString text(const QString& key, const std::optional<QString>& fallback = {});
    int number(const QString& key, int low, int high, std::optional<int> fallback = {});
    Amount amount(const QString& key, int decimals, std::optional<Amount> fallback = {});
    Duration duration(const QString& key, std::optional<Duration> fallback = {});
    QJsonObject object(const QString& key); // empty when it isn't there
    QJsonArray array(const QString& key);

    template<Worded E>
    E word(const QString& key, std::optional<E> fallback = {})
    {
        if (!present(key, fallback.has_value()))
            return fallback.value_or(E{});
        const auto value = fromText<E>(text(key));
        if (!value)
            invalid(key, value.error().detail);
        return value ? *value : E{};
    }

    // Keeps the first failure only.
    void invalid(const QString& key, const QString& why);
    void adopt(const Error& error);
    QString pathOf(const QString& key) const { return m_path + key; }
    // Also refuses every key that nobody asked for.
    Outcome finish();

private:
    bool present(const QString& key, bool hasFallback);
    void failWith(QStringView suffix, const QString& detail);

    QJsonObject m_object;
    QString m_prefix;
    QString m_path;
    QSet<QString> m_asked;
    std::optional<Error> m_error;
};

} // namespace tieout
