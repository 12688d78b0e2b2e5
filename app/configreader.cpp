// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configreader.h"

#include <algorithm>

namespace tieout {

namespace {

constexpr qsizetype kMaxTextLength = 2048;

int lineOf(const toml::node& node)
{
    return static_cast<int>(node.source().begin.line);
}

bool isPlainKey(QStringView key)
{
    return !key.isEmpty() && key.size() <= 40 && std::ranges::all_of(key, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
}

bool isName(QStringView name)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !name.isEmpty() && name.size() <= 32 && name.front() != u'-' && name.back() != u'-' &&
           std::ranges::all_of(name, fits);
}

// Where a secret was written into the file, the reason says so instead of "unknown_key".
bool soundsSecret(QStringView key)
{
    for (const auto part : {u"password", u"passwd", u"secret", u"token", u"api_key", u"apikey"}) {
        if (key.contains(QStringView(part), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

ConfigReader::ConfigReader(const toml::table* table, QString path, int line, Problems& problems)
    : m_table(table)
    , m_path(std::move(path))
    , m_line(line)
    , m_problems(&problems)
{}

const toml::node* ConfigReader::find(QStringView key)
{
    m_asked.insert(key.toString());
    return m_table ? m_table->get(key.toUtf8().toStdString()) : nullptr;
}

bool ConfigReader::has(QStringView key) const
{
    return m_table && m_table->contains(key.toUtf8().toStdString());
}

int ConfigReader::line(QStringView key) const
{
    const auto* node = m_table ? m_table->get(key.toUtf8().toStdString()) : nullptr;
    return node ? lineOf(*node) : m_line;
}

QString ConfigReader::pathOf(QStringView key) const
{
    if (key.isEmpty())
        return m_path;
    return m_path.isEmpty() ? key.toString() : m_path + u'.' + key.toString();
}

void ConfigReader::problem(QStringView key, QStringView reason)
{
    m_problems->push_back({line(key), pathOf(key), reason.toString()});
}

bool ConfigReader::hasProblem(QStringView key) const
{
    const QString path = pathOf(key);
    return std::ranges::any_of(*m_problems,
                               [&path](const auto& known) { return known.key == path; });
}

QString ConfigReader::text(QStringView key, const QString& fallback)
{
    const auto* node = find(key);
    if (!node)
        return fallback;
    const auto value = node->value_exact<std::string>();
    if (!value) {
        problem(key, u"wrong_type");
        return fallback;
    }
    const QString text = QString::fromStdString(*value);
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (text.size() > kMaxTextLength || std::ranges::any_of(text, isControl)) {
        problem(key, u"out_of_range");
        return fallback;
    }
    return text;
}

QString ConfigReader::needText(QStringView key)
{
    const QString found = text(key);
    if (!has(key))
        problem(key, u"missing_key");
    else if (found.isEmpty() && !hasProblem(key))
        problem(key, u"out_of_range");
    return found;
}

std::optional<qint64> ConfigReader::wholeIf(QStringView key, qint64 low, qint64 high)
{
    const auto* node = find(key);
    if (!node)
        return {};
    const auto value = node->value_exact<int64_t>();
    if (!value) {
        problem(key, u"wrong_type");
        return {};
    }
    if (*value < low || *value > high) {
        problem(key, u"out_of_range");
        return {};
    }
    return *value;
}

qint64 ConfigReader::whole(QStringView key, qint64 low, qint64 high, qint64 fallback)
{
    return wholeIf(key, low, high).value_or(fallback);
}

double ConfigReader::number(QStringView key, double low, double high, double fallback)
{
    const auto* node = find(key);
    if (!node)
        return fallback;
    const bool isNumber = node->is_integer() || node->is_floating_point();
    const auto value = isNumber ? node->value<double>() : std::nullopt;
    if (!value) {
        problem(key, u"wrong_type");
        return fallback;
    }
    // Written so that NaN is refused as well.
    if (!(*value >= low && *value <= high)) {
        problem(key, u"out_of_range");
        return fallback;
    }
    return *value;
}

bool ConfigReader::flag(QStringView key, bool fallback)
{
    const auto* node = find(key);
    if (!node)
        return fallback;
    const auto value = node->value_exact<bool>();
    if (!value)
        problem(key, u"wrong_type");
    return value.value_or(fallback);
}

QString ConfigReader::name(QStringView key, QSet<QString>& taken)
{
    const QString found = needText(key);
    if (found.isEmpty())
        return found;
    if (!isName(found))
        problem(key, u"bad_name");
    else if (taken.contains(found))
        problem(key, u"duplicate_name");
    taken.insert(found);
    return found;
}

ConfigReader ConfigReader::table(QStringView key)
{
    const auto* node = find(key);
    if (!node)
        return {nullptr, pathOf(key), m_line, *m_problems};
    if (!node->is_table())
        problem(key, u"wrong_type");
    return {node->as_table(), pathOf(key), lineOf(*node), *m_problems};
}

std::vector<ConfigReader> ConfigReader::tables(QStringView key)
{
    std::vector<ConfigReader> readers;
    const auto* node = find(key);
    if (!node)
        return readers;
    const auto* array = node->as_array();
    if (!array || !std::all_of(array->begin(), array->end(), [](const auto& item) {
            return item.is_table();
        })) {
        problem(key, u"wrong_type");
        return readers;
    }
    for (size_t i = 0; i < array->size(); ++i) {
        const auto* item = array->get(i)->as_table();
        const QString path = QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i);
        readers.emplace_back(item, path, lineOf(*item), *m_problems);
    }
    return readers;
}

void ConfigReader::finish()
{
    if (!m_table)
        return;
    for (const auto& [name, node] : *m_table) {
        const QString key =
            QString::fromUtf8(name.str().data(), static_cast<int>(name.str().size()));
        if (m_asked.contains(key))
            continue;
        const QString shown = isPlainKey(key) ? key : QStringLiteral("(unprintable)");
        const QStringView reason = soundsSecret(key) ? u"secret_in_file" : u"unknown_key";
        m_problems->push_back({lineOf(node), pathOf(shown), reason.toString()});
    }
}

} // namespace tieout
