// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's wish for light or dark, over a bus of the test's own with a portal that answers as
// xdg-desktop-portal does.
#include "app/systemscheme.h"
#include "tests/support/processes.h"
#include "tests/support/testmain.h"
#include "ui/theme/appearance.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::test;

namespace {

constexpr QStringView kGroup = u"org.freedesktop.appearance";
constexpr QStringView kPath = u"/org/freedesktop/portal/desktop";

class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key) const
    {
        const bool asked = group == kGroup && key == u"color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(asked ? scheme : 9U)));
    }
};

void sendChange(const QDBusConnection& desktop, QStringView group, QStringView key, uint value)
{
    auto change = QDBusMessage::createSignal(kPath.toString(),
                                             QStringLiteral("org.freedesktop.portal.Settings"),
                                             QStringLiteral("SettingChanged"));
    change << group.toString() << key.toString() << QVariant::fromValue(QDBusVariant(value));
    QVERIFY(desktop.send(change));
}

} // namespace

class TstSystemScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWishIsAskedAndFollowed_data();
    void theWishIsAskedAndFollowed();
    void otherSettingsChangeNothing();
    void withoutAPortalItIsSilent();
    void theConsoleFollowsOnlyTheSystem();

private:
    QDBusConnection connection(const QString& name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

    ChildProgram m_daemon;
    QString m_address;
};

void TstSystemScheme::initTestCase()
{
    QVERIFY2(m_daemon.start(QStringLiteral("dbus-daemon"),
                            {QStringLiteral("--session"),
                             QStringLiteral("--nofork"),
                             QStringLiteral("--print-address=1")}),
             "dbus-daemon is needed");
    const auto line = m_daemon.waitForLine(QRegularExpression(QStringLiteral("(unix:\\S+)")));
    QVERIFY(line);
    m_address = line->captured(1);
}

void TstSystemScheme::theWishIsAskedAndFollowed_data()
{
    QTest::addColumn<uint>("light");
    QTest::newRow("light is wished") << 2U;
    QTest::newRow("no preference: dark was switched off") << 0U;
}

void TstSystemScheme::theWishIsAskedAndFollowed()
{
    QFETCH(uint, light);
    QDBusConnection desktop = connection(QStringLiteral("desktop"));
    Portal portal;
    portal.scheme = 1;
    desktop.unregisterObject(kPath.toString());
    QVERIFY(desktop.registerObject(kPath.toString(), &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    SystemScheme scheme(connection(QStringLiteral("program")));
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.takeFirst().constFirst().toBool(), true);
    sendChange(desktop, kGroup, u"color-scheme", light);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.takeFirst().constFirst().toBool(), false);
    QVERIFY(desktop.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop")));
}

void TstSystemScheme::otherSettingsChangeNothing()
{
    QDBusConnection desktop = connection(QStringLiteral("desktop"));
    Portal portal;
    desktop.unregisterObject(kPath.toString());
    QVERIFY(desktop.registerObject(kPath.toString(), &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    SystemScheme scheme(connection(QStringLiteral("program")));
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    sendChange(desktop, kGroup, u"contrast", 1);
    sendChange(desktop, u"org.gnome.desktop", u"color-scheme", 1);
    // What comes last arrives last.
    sendChange(desktop, kGroup, u"color-scheme", 2);
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_VERIFY(scheme.findChildren<QObject*>().isEmpty()); // it has its own answer, too
    for (const QVariantList& each : changed)
        QVERIFY(!each.constFirst().toBool());
    QVERIFY(changed.count() <= 2);
    QVERIFY(desktop.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop")));
}

void TstSystemScheme::withoutAPortalItIsSilent()
{
    const QDBusConnection bus = connection(QStringLiteral("program"));
    SystemScheme scheme(bus);
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    // The bus answers in order: after this reply the portal's absence is known, too.
    const QDBusMessage reply =
        bus.call(QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                                QStringLiteral("/"),
                                                QStringLiteral("org.freedesktop.DBus"),
                                                QStringLiteral("GetId")));
    QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
    QTRY_VERIFY(scheme.findChildren<QObject*>().isEmpty());
    QVERIFY(changed.isEmpty());
}

void TstSystemScheme::theConsoleFollowsOnlyTheSystem()
{
    Appearance appearance(ThemeMode::System);
    QSignalSpy changed(&appearance, &Appearance::changed);
    appearance.setSystemDark(true);
    QCOMPARE(&appearance.theme(), &Theme::darkOne());
    appearance.setSystemDark(true);
    QCOMPARE(changed.count(), 1);
    appearance.setSystemDark(false);
    QCOMPARE(&appearance.theme(), &Theme::light());
    appearance.setMode(ThemeMode::Light);
    changed.clear();
    appearance.setSystemDark(true);
    QCOMPARE(&appearance.theme(), &Theme::light());
    QVERIFY(changed.isEmpty());
    appearance.setMode(ThemeMode::System);
    QCOMPARE(&appearance.theme(), &Theme::darkOne());
}

TIEOUT_REGISTER_TEST(TstSystemScheme)
#include "tst_systemscheme.moc"
