// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/casealarms.h"

#include "model/store/cases.h"

namespace tieout {

namespace casealarms {

constexpr int kMost = 100;

} // namespace casealarms

Result<std::vector<SevereCase>> readSevereCases(Database& db)
{
    CaseQuery query;
    query.limit = casealarms::kMost;
    const auto rows = listCases(db, query);
    if (!rows)
        return fail(rows.error());
    std::vector<SevereCase> severe;
    for (const CaseRow& row : *rows) {
        const CaseRule& rule = caseRule(row.code);
        if (rule.severity == 1)
            severe.push_back({row.id.text(),
                              QString::fromLatin1(rule.text),
                              QString::fromUtf8(rule.meaning),
                              row.subject});
    }
    return severe;
}

CaseAlarms::CaseAlarms(AsyncStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{}

void CaseAlarms::check()
{
    // Any number of hints while a reading is on its way become one more reading.
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_store.run(AsyncStore::Lane::Scan, &readSevereCases)
        .then(this, [this](const Result<std::vector<SevereCase>>& answer) {
            m_asking = false;
            if (answer)
                take(*answer);
            // The lane may have been cleared for a newer list; this question still stands.
            const bool cleared = !answer && answer.error().code == ErrorCode::Cancelled;
            if (std::exchange(m_again, false) || cleared)
                check();
        });
}

void CaseAlarms::take(const std::vector<SevereCase>& cases)
{
    QSet<QString> ids;
    std::vector<SevereCase> fresh;
    for (const SevereCase& each : cases) {
        ids.insert(each.id);
        if (m_known && !m_known->contains(each.id))
            fresh.push_back(each);
    }
    m_known = ids;
    if (m_open != int(cases.size())) {
        m_open = int(cases.size());
        Q_EMIT openCasesChanged(m_open);
    }
    if (!fresh.empty())
        Q_EMIT raised(fresh);
}

} // namespace tieout
