// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences: what one person chose for this console, kept in the settings of his account on this
// machine; without settings they last as long as the object. Never a password, nor an address that
// holds one. GUI thread.
#pragma once

#include "ui/theme/appearance.h"

#include <QObject>
#include <QStringList>
#include <QVariantMap>

class QSettings;

namespace tieout {

class Preferences final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostRecent = 8;

    // `settings` may be null and outlives this.
    explicit Preferences(QSettings* settings, QObject* parent = nullptr);

    ThemeMode theme() const;
    Density density() const;
    QString language() const; // a code; empty: the system's
    bool notifies() const;    // of cases of severity 1; true unless switched off
    // Addresses of databases (store/database.h), the last one first.
    QStringList recentDatabases() const;

    void setTheme(ThemeMode mode);
    void setDensity(Density density);
    void setLanguage(const QString& code);
    void setNotifies(bool on);
    // Ignores an address that holds a password.
    void rememberDatabase(const QString& url);
    void forgetDatabase(const QString& url);

Q_SIGNALS:
    void changed();

private:
    QVariant value(const char* key) const;
    void store(const char* key, const QVariant& value);

    QSettings* m_settings;
    QVariantMap m_own; // without settings
};

QString toText(ThemeMode mode);
// Another word is the system's.
ThemeMode themeModeFromText(QStringView text);
// Whether an address carries a password, which may then not be kept.
bool holdsPassword(const QString& url);

} // namespace tieout
