// SPDX-License-Identifier: GPL-3.0-or-later
// SystemScheme: whether the desktop wants dark programs, now and whenever it changes its mind.
// Asked of the settings portal (xdg-desktop-portal, org.freedesktop.appearance color-scheme), for
// Qt 6.4 tells no change. No preference is light. Without a bus or a portal it is silent, and the
// palette that the program started with decides. Never waits for an answer. GUI thread.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace tieout {

class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QDBusConnection bus, QObject* parent = nullptr);

    // The session's bus, when there is one; nothing is started to make one.
    static std::optional<QDBusConnection> sessionBus();

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void noteSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(QVariant value);

    QDBusConnection m_bus;
};

} // namespace tieout
