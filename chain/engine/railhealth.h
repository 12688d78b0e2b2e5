// SPDX-License-Identifier: GPL-3.0-or-later
// RailHealth: whether a rail may promote now, and with how many operators' agreement; what is
// written about its sources; RAIL-STALL, and NODE-DISAGREE when operators name different blocks or
// a source takes back what it called finalized. Watch thread.
#pragma once

#include "chain/engine/chainfollower.h"

#include <set>

namespace tieout {

class RailHealth
{
public:
    explicit RailHealth(const RailDesk& desk)
        : m_desk(desk)
    {}

    // After a poll that answered: notes head and marks, promotes, lets deadlines pass. True when
    // there is more to promote.
    Result<bool> note(const FollowOutcome& outcome, bool gapless, UtcTime now);
    // After a poll that failed: promotions pause from the third failure in a row on, and at once
    // when the network is the wrong one; also when none has answered since the start. What is known
    // of the head stays as it was.
    Outcome noteFailure(const Error& error, UtcTime now);
    // At most once a second.
    Outcome writeSources(UtcTime now);

private:
    // The greatest count of operators that was asked for and names our tip. 0 while they differ, or
    // while fewer do than the rail itself asks for: then nothing is promoted.
    Result<int> agreeing(const BlockHeader& tip, UtcTime now);
    QString troubleOf(const FollowOutcome& outcome, bool gapless, UtcTime now) const;
    Duration headAgeLimit() const;
    Outcome watchForStall(UtcTime headTime, const QString& trouble, UtcTime now);
    // The stored mark stays the highest that was stated; a lower one pauses
    // promotions.
    Outcome watchFinality(const RailHead& head, UtcTime now);

    const RailDesk& m_desk;
    int m_failures = 0;
    std::set<int> m_quorums; // that rules asked for at the last promotion
    qint64 m_agreedAt = -1;  // the tip that m_agreed operators name
    Hash32 m_agreedHash{};
    int m_agreed = 0;
    QString m_takingBack; // the source whose finality went backwards; empty: none
    UtcTime m_goodAt;
    UtcTime m_sourcesAt;
};

} // namespace tieout
