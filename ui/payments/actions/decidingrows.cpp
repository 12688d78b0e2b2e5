// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payments/actions/decidingrows.h"

#include "ui/payments/actions/decisionstrip.h"
#include "ui/payments/actions/decisionwords.h"

namespace tieout {

DecidingRows::DecidingRows(Decisions& decisions, PaymentsTable& table, QObject* parent)
    : QObject(parent)
    , m_decisions(decisions)
    , m_table(table)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DecidingRows::show);
    connect(&decisions, &Decisions::changed, this, &DecidingRows::show);
    show();
}

bool DecidingRows::waitsLong(const CommandId& id)
{
    auto at = m_patience.find(id.text());
    if (at == m_patience.end())
        at = m_patience.insert(id.text(), QDeadlineTimer(DecisionStrip::kPatience));
    if (at->hasExpired())
        return true;
    // The soonest is enough: it looks at all of them again.
    if (!m_again.isActive() || m_again.remainingTimeAsDuration() > at->remainingTimeAsDuration())
        m_again.start(std::chrono::ceil<std::chrono::milliseconds>(at->remainingTimeAsDuration()));
    return false;
}

void DecidingRows::show()
{
    const std::vector<Decision> undecided = m_decisions.undecided();
    if (undecided.empty())
        m_patience.clear();
    RowNotes notes;
    for (const Decision& decision : undecided) {
        if (decision.request.about.isEmpty())
            continue;
        const bool isLong = waitsLong(decision.id);
        notes.insert(decision.request.about,
                     {decisionBrief(decision, isLong),
                      //: What was asked for, then how it stands.
                      tr("%1: %2").arg(decisionTitle(decision.request.kind),
                                       decisionText(decision, isLong))});
    }
    m_table.setNotes(notes);
}

} // namespace tieout
