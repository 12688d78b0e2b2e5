// SPDX-License-Identifier: GPL-3.0-or-later
// CaseAlarms: tells once about every open case of severity 1, the ones that stop money. Lives on
// the GUI thread and reads on the scan lane when check() is called; the first reading tells
// nothing, for what stood open before the window was opened is on its pages.
#pragma once

#include "model/domain/utctime.h"
#include "model/store/asyncstore.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace tieout {

struct SevereCase
{
    QString id;
    QString code;    // "REORG-POST"
    QString meaning; // English, of the table of codes
    QString subject;
};

// The open cases of severity 1, at most 100, oldest first.
Result<std::vector<SevereCase>> readSevereCases(Database& db);

class CaseAlarms final : public QObject
{
    Q_OBJECT

public:
    explicit CaseAlarms(AsyncStore& store, QObject* parent = nullptr);

    void check();
    int openCases() const { return m_open; }

Q_SIGNALS:
    void raised(const std::vector<tieout::SevereCase>& cases);
    void openCasesChanged(int count);

private:
    void take(const std::vector<SevereCase>& cases);

    AsyncStore& m_store;
    std::optional<QSet<QString>> m_known;
    int m_open = 0;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace tieout
