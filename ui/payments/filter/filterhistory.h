// SPDX-License-Identifier: GPL-3.0-or-later
// FilterHistory: the last filters that a person used on one page, the latest first, each once; kept
// in the settings of his account on this machine. Without settings they last as long as the object.
// GUI thread.
#pragma once

#include <QStringList>

class QSettings;

namespace tieout {

class FilterHistory
{
public:
    static constexpr qsizetype kMost = 20;
    static constexpr qsizetype kLongest = 2'000; // a longer one isn't kept

    explicit FilterHistory(const QString& page);

    // Reads what is kept there; `settings` may be null and outlives this.
    void keepIn(QSettings* settings);
    void add(const QString& filter);
    const QStringList& entries() const { return m_entries; }

private:
    QString m_key;
    QSettings* m_settings = nullptr;
    QStringList m_entries;
};

} // namespace tieout
