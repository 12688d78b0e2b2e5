// SPDX-License-Identifier: GPL-3.0-or-later
// RailHealth: whether a rail may promote now, what is written about its sources, and RAIL-STALL.
// Watch thread.
#pragma once

#include "chain/engine/chainfollower.h"

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
    // After a poll that failed: promotions pause from the third failure in a row on.
    Outcome noteFailure(const Error& error, UtcTime now);
    // At most once a second.
    Outcome writeSources(UtcTime now);

private:
    Result<bool> isAgreed(const FollowOutcome& outcome, UtcTime now);
    QString troubleOf(const FollowOutcome& outcome, bool gapless, UtcTime now) const;
    Duration headAgeLimit() const;
    Outcome watchForStall(UtcTime headTime, const QString& trouble, UtcTime now);
    void watchFinality(const RailHead& head);

    const RailDesk& m_desk;
    HeadFacts m_last;
    bool m_hasLast = false;
    int m_failures = 0;
    qint64 m_agreedAt = -1;
    Hash32 m_agreedHash{};
    std::optional<qint64> m_finalized;
    UtcTime m_goodAt;
    UtcTime m_sourcesAt;
};

} // namespace tieout
