// SPDX-License-Identifier: GPL-3.0-or-later
// ConfigReader: one table of the configuration file, read key by key. A key that can't be used
// leaves its fallback and a problem; a key that nobody asked for is a problem too (finish). Never
// repeats a value. Used by config.cpp alone; one thread.
#pragma once

#include "app/config.h"

#include <QSet>

#include <initializer_list>
#include <toml++/toml.h>
#include <utility>

namespace tieout {

class ConfigReader
{
public:
    using Problems = std::vector<ConfigProblem>;

    // `table` may be null: every key is then missing at `line`.
    ConfigReader(const toml::table* table, QString path, int line, Problems& problems);

    QString text(QStringView key, const QString& fallback = {});
    QString needText(QStringView key);
    std::optional<qint64> wholeIf(QStringView key, qint64 low, qint64 high);
    qint64 whole(QStringView key, qint64 low, qint64 high, qint64 fallback);
    double number(QStringView key, double low, double high, double fallback);
    bool flag(QStringView key, bool fallback);

    template<class Enum>
    using Words = std::initializer_list<std::pair<QStringView, Enum>>;

    // A needed word has no fallback.
    template<class Enum>
    Enum word(QStringView key, Words<Enum> words, std::optional<Enum> fallback)
    {
        const QString found = fallback ? text(key) : needText(key);
        for (const auto& [name, value] : words) {
            if (name == found)
                return value;
        }
        if (!found.isEmpty() || (has(key) && !hasProblem(key)))
            problem(key, u"not_allowed");
        return fallback.value_or(words.begin()->second);
    }

    // Names are lower-case letters, digits and hyphens, at most 32; unique among `taken`.
    QString name(QStringView key, QSet<QString>& taken);

    ConfigReader table(QStringView key);
    std::vector<ConfigReader> tables(QStringView key);

    bool has(QStringView key) const;
    bool hasProblem(QStringView key) const;
    int line(QStringView key) const; // of the table when the key is missing
    void problem(QStringView key, QStringView reason);
    void finish();

private:
    const toml::node* find(QStringView key);
    QString pathOf(QStringView key) const;

    const toml::table* m_table;
    QString m_path;
    int m_line;
    Problems* m_problems;
    QSet<QString> m_asked;
};

} // namespace tieout
