// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QSettings>
#include <QUrl>
#include <QUrlQuery>

namespace tieout {

namespace preferences {

constexpr char kTheme[] = "appearance/theme";
constexpr char kDensity[] = "appearance/density";
constexpr char kLanguage[] = "language";
constexpr char kNotifies[] = "notifications/severity1";
constexpr char kRecent[] = "databases/recent";

} // namespace preferences

QString toText(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        break;
    case ThemeMode::Light:
        return QStringLiteral("light");
    case ThemeMode::Dark:
        return QStringLiteral("dark");
    }
    return QStringLiteral("system");
}

ThemeMode themeModeFromText(QStringView text)
{
    if (text == u"light")
        return ThemeMode::Light;
    return text == u"dark" ? ThemeMode::Dark : ThemeMode::System;
}

bool holdsPassword(const QString& url)
{
    if (!url.contains(u"://"))
        return url.contains(u"password=");
    const QUrl parsed(url);
    const QUrlQuery query(parsed);
    return !parsed.isValid() || !parsed.password().isEmpty() ||
           query.hasQueryItem(QStringLiteral("password")) ||
           query.hasQueryItem(QStringLiteral("sslpassword"));
}

Preferences::Preferences(QSettings* settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{}

QVariant Preferences::value(const char* key) const
{
    const QString name = QString::fromLatin1(key);
    return m_settings ? m_settings->value(name) : m_own.value(name);
}

void Preferences::store(const char* key, const QVariant& value)
{
    const QString name = QString::fromLatin1(key);
    if (this->value(key) == value)
        return;
    if (m_settings)
        m_settings->setValue(name, value);
    else
        m_own.insert(name, value);
    Q_EMIT changed();
}

ThemeMode Preferences::theme() const
{
    return themeModeFromText(value(preferences::kTheme).toString());
}

Density Preferences::density() const
{
    return value(preferences::kDensity).toString() == u"compact" ? Density::Compact
                                                                 : Density::Comfortable;
}

QString Preferences::language() const
{
    return value(preferences::kLanguage).toString();
}

bool Preferences::notifies() const
{
    const QVariant kept = value(preferences::kNotifies);
    return !kept.isValid() || kept.toBool();
}

QStringList Preferences::recentDatabases() const
{
    return value(preferences::kRecent).toStringList();
}

void Preferences::setTheme(ThemeMode mode)
{
    store(preferences::kTheme, toText(mode));
}

void Preferences::setDensity(Density density)
{
    store(preferences::kDensity,
          density == Density::Compact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
}

void Preferences::setLanguage(const QString& code)
{
    store(preferences::kLanguage, code);
}

void Preferences::setNotifies(bool on)
{
    store(preferences::kNotifies, on);
}

void Preferences::rememberDatabase(const QString& url)
{
    if (url.isEmpty() || holdsPassword(url))
        return;
    QStringList all = recentDatabases();
    all.removeAll(url);
    all.prepend(url);
    while (all.size() > kMostRecent)
        all.removeLast();
    store(preferences::kRecent, all);
}

void Preferences::forgetDatabase(const QString& url)
{
    QStringList all = recentDatabases();
    all.removeAll(url);
    store(preferences::kRecent, all);
}

} // namespace tieout
