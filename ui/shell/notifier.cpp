// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "ui/theme/icons.h"

namespace tieout {

Notifier::Notifier(CaseAlarms& alarms, const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_preferences(preferences)
{
    connect(&alarms, &CaseAlarms::raised, this, &Notifier::tell);
    connect(&alarms, &CaseAlarms::openCasesChanged, this, &Notifier::showCount);
    connect(&preferences, &Preferences::changed, this, &Notifier::followPreferences);
    followPreferences();
}

void Notifier::followPreferences()
{
    const bool wanted = m_preferences.notifies() && QSystemTrayIcon::isSystemTrayAvailable();
    if (wanted == isOn())
        return;
    if (!wanted)
        return m_icon.reset();
    m_icon = std::make_unique<QSystemTrayIcon>(lineIcon(QStringLiteral("payments")));
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Notifier::windowWanted);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Notifier::windowWanted);
    showCount(m_alarms.openCases());
    m_icon->show();
}

void Notifier::showCount(int count)
{
    if (m_icon)
        m_icon->setToolTip(count == 0
                               ? tr("Tieout: no open case of severity 1")
                               : tr("Tieout: %n open case(s) of severity 1", nullptr, count));
}

void Notifier::tell(const std::vector<SevereCase>& cases)
{
    if (!m_preferences.notifies())
        return;
    // A flood is one message: the pages have the rest.
    const SevereCase& first = cases.front();
    const QString title = cases.size() == 1
                              ? tr("%1: %2").arg(first.code, first.meaning)
                              : tr("%n new case(s) of severity 1", nullptr, int(cases.size()));
    const QString text =
        cases.size() == 1 ? first.subject : tr("The first: %1, %2").arg(first.code, first.subject);
    if (m_icon)
        m_icon->showMessage(title, text, QSystemTrayIcon::Critical);
    Q_EMIT told(title, text);
}

} // namespace tieout
