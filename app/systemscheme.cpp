// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QMetaType>

namespace tieout {

namespace systemscheme {

constexpr QStringView kService = u"org.freedesktop.portal.Desktop";
constexpr QStringView kPath = u"/org/freedesktop/portal/desktop";
constexpr QStringView kInterface = u"org.freedesktop.portal.Settings";
constexpr QStringView kGroup = u"org.freedesktop.appearance";
constexpr QStringView kKey = u"color-scheme";

// The portal's numbers: 2 is light; 0, as what is unknown, is no preference: a desktop that can be
// dark says so when it no longer is.
constexpr uint kDark = 1;

} // namespace systemscheme

SystemScheme::SystemScheme(QDBusConnection bus, QObject* parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    using namespace systemscheme;
    // The slot is looked up by the names of its types; a name is known once it was registered.
    qRegisterMetaType<QDBusVariant>();
    m_bus.connect(kService.toString(),
                  kPath.toString(),
                  kInterface.toString(),
                  QStringLiteral("SettingChanged"),
                  this,
                  SLOT(noteSetting(QString, QString, QDBusVariant)));
    ask();
}

std::optional<QDBusConnection> SystemScheme::sessionBus()
{
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && !QFileInfo::exists(socket))
        return std::nullopt;
    QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? std::optional(std::move(bus)) : std::nullopt;
}

void SystemScheme::ask()
{
    using namespace systemscheme;
    auto question = QDBusMessage::createMethodCall(
        kService.toString(), kPath.toString(), kInterface.toString(), QStringLiteral("Read"));
    question << kGroup.toString() << kKey.toString();
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value().variant());
    });
}

void SystemScheme::noteSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == systemscheme::kGroup && key == systemscheme::kKey)
        take(value.variant());
}

void SystemScheme::take(QVariant value)
{
    // Read() wraps its answer twice, the signal once.
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    bool isNumber = false;
    const uint scheme = value.toUInt(&isNumber);
    if (isNumber)
        Q_EMIT changed(scheme == systemscheme::kDark);
}

} // namespace tieout
