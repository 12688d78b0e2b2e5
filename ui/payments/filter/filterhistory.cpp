// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/filter/filterhistory.h"

#include <QSettings>

namespace tieout {

FilterHistory::FilterHistory(const QString& page)
    : m_key(page + QStringLiteral("/filters"))
{}

void FilterHistory::keepIn(QSettings* settings)
{
    m_settings = settings;
    if (!settings)
        return;
    const QStringList kept = settings->value(m_key).toStringList();
    m_entries.clear();
    // Somebody may have written into the file.
    for (const QString& each : kept.mid(0, kMost)) {
        if (!each.isEmpty() && each.size() <= kLongest)
            m_entries.append(each);
    }
    m_entries.removeDuplicates();
}

void FilterHistory::add(const QString& filter)
{
    const QString text = filter.trimmed();
    if (text.isEmpty() || text.size() > kLongest)
        return;
    m_entries.removeAll(text);
    m_entries.prepend(text);
    m_entries = m_entries.mid(0, kMost);
    if (m_settings)
        m_settings->setValue(m_key, m_entries);
}

} // namespace tieout
